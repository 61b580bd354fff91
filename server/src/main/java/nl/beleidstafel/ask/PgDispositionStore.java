package nl.beleidstafel.ask;

import static nl.beleidstafel.ask.PgAskStore.time;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.db.Tx;

/// The store in PostgreSQL: tables of `V065__ask.sql`.
record PgDispositionStore(Database database) implements DispositionStore {
  @Override
  public Future<List<Disposition>> of(PlanId plan) {
    return database
        .query(
            "SELECT d.section, d.kind, d.subject, d.outcome, d.reason, d.by_member, d.at"
                + " FROM disposition d JOIN section s ON s.id = d.section WHERE s.plan = $1",
            Tuple.of(plan.value()))
        .map(rows -> {
          List<Disposition> list = new ArrayList<>();
          for (Row row : rows) {
            list.add(
                new Disposition(
                    new SectionId(row.getUUID("section")),
                    Disposition.Kind.of(row.getString("kind")).orElseThrow(),
                    row.getUUID("subject"),
                    Disposition.Outcome.of(row.getString("outcome")).orElseThrow(),
                    row.getString("reason"),
                    new MemberId(row.getUUID("by_member")),
                    row.getOffsetDateTime("at").toInstant().toEpochMilli()));
          }
          return list;
        });
  }

  @Override
  public Future<Void> put(Tx tx, Disposition disposition) {
    return tx.query(
            "INSERT INTO disposition (section, kind, subject, outcome, reason, by_member, at)"
                + " VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (kind, subject) DO UPDATE SET"
                + " outcome = excluded.outcome, reason = excluded.reason,"
                + " by_member = excluded.by_member, at = excluded.at",
            Tuple.tuple()
                .addUUID(disposition.section().value())
                .addString(disposition.kind().word())
                .addUUID(disposition.subject())
                .addString(disposition.outcome().word())
                .addString(disposition.reason())
                .addUUID(disposition.by().value())
                .addOffsetDateTime(time(disposition.atMs())))
        .mapEmpty();
  }

  @Override
  public Future<Void> remove(Tx tx, Disposition.Kind kind, UUID subject) {
    return tx.query(
            "DELETE FROM disposition WHERE kind = $1 AND subject = $2",
            Tuple.of(kind.word(), subject))
        .mapEmpty();
  }

  @Override
  public Future<Optional<SectionId>> sectionOfAnswer(UUID question) {
    return database
        .query(
            "SELECT section FROM ask_question WHERE id = $1 AND verdict IS NOT NULL",
            Tuple.of(question))
        .map(rows -> {
          for (Row row : rows) {
            return Optional.of(new SectionId(row.getUUID(0)));
          }
          return Optional.empty();
        });
  }
}
