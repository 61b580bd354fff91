package nl.beleidstafel.ask;

import static nl.beleidstafel.ask.PgAskStore.millis;
import static nl.beleidstafel.ask.PgAskStore.time;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.db.Tx;

/// The store in PostgreSQL: tables of `V065__ask.sql`.
record PgSignOffStore(Database database) implements SignOffStore {
  private static final String SIGN_OFFS =
      """
      SELECT id, section, partner, by_member, at, seq, sha256, version, replaced_at, withdrawn_at,
        withdrawn_by, reason
      FROM sign_off
      """;

  @Override
  public Future<List<SignOff>> of(SectionId section) {
    return database
        .query(SIGN_OFFS + " WHERE section = $1 ORDER BY at DESC, id", Tuple.of(section.value()))
        .map(PgSignOffStore::list);
  }

  @Override
  public Future<Optional<SectionId>> sectionOf(UUID signOff) {
    return database
        .query("SELECT section FROM sign_off WHERE id = $1", Tuple.of(signOff))
        .map(rows -> {
          for (Row row : rows) {
            return Optional.of(new SectionId(row.getUUID(0)));
          }
          return Optional.empty();
        });
  }

  @Override
  public Future<Optional<SignOff>> lock(Tx tx, UUID signOff) {
    return tx.query(SIGN_OFFS + " WHERE id = $1 FOR UPDATE", Tuple.of(signOff))
        .map(rows -> list(rows).stream().findFirst());
  }

  private static List<SignOff> list(RowSet<Row> rows) {
    List<SignOff> list = new ArrayList<>();
    for (Row row : rows) {
      UUID withdrawnBy = row.getUUID("withdrawn_by");
      list.add(
          new SignOff(
              row.getUUID("id"),
              new SectionId(row.getUUID("section")),
              new PartnerId(row.getUUID("partner")),
              new MemberId(row.getUUID("by_member")),
              row.getOffsetDateTime("at").toInstant().toEpochMilli(),
              row.getLong("seq"),
              Bytes.wrap(row.getBuffer("sha256").getBytes()),
              row.getInteger("version"),
              millis(row.getOffsetDateTime("replaced_at")),
              withdrawnBy == null
                  ? null
                  : new SignOff.Withdrawal(
                      new MemberId(withdrawnBy),
                      row.getOffsetDateTime("withdrawn_at").toInstant().toEpochMilli(),
                      row.getString("reason"))));
    }
    return list;
  }

  @Override
  public Future<Optional<Whose>> whose(Tx tx, SignOff signOff) {
    return tx.query(
            "SELECT p.municipality, p.id FROM section s JOIN plan p ON p.id = s.plan"
                + " WHERE s.id = $1 AND EXISTS (SELECT FROM member m WHERE m.id = $2"
                + " AND m.removed_at IS NULL)",
            Tuple.of(signOff.section().value(), signOff.by().value()))
        .map(rows -> {
          for (Row row : rows) {
            return Optional.of(
                new Whose(new MunicipalityId(row.getUUID(0)), new PlanId(row.getUUID(1))));
          }
          return Optional.empty();
        });
  }

  @Override
  public Future<Long> count(Tx tx, SectionId section) {
    return tx.query("SELECT count(*) FROM sign_off WHERE section = $1", Tuple.of(section.value()))
        .map(rows -> rows.iterator().next().getLong(0));
  }

  @Override
  public Future<Void> replace(Tx tx, SectionId section, PartnerId partner, long nowMs) {
    return tx.query(
            "UPDATE sign_off SET replaced_at = $3 WHERE section = $1 AND partner = $2"
                + " AND replaced_at IS NULL AND withdrawn_at IS NULL",
            Tuple.of(section.value(), partner.value(), time(nowMs)))
        .mapEmpty();
  }

  @Override
  public Future<Void> insert(Tx tx, SignOff signOff) {
    return tx.query(
            "INSERT INTO sign_off (id, section, partner, by_member, at, seq, sha256, version)"
                + " VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            Tuple.tuple()
                .addUUID(signOff.id())
                .addUUID(signOff.section().value())
                .addUUID(signOff.partner().value())
                .addUUID(signOff.by().value())
                .addOffsetDateTime(time(signOff.atMs()))
                .addLong(signOff.seq())
                .addBuffer(Buffer.buffer(signOff.sha256().toArray()))
                .addInteger(signOff.version()))
        .mapEmpty();
  }

  @Override
  public Future<Void> withdraw(Tx tx, UUID signOff, SignOff.Withdrawal withdrawal) {
    return tx.query(
            "UPDATE sign_off SET withdrawn_at = $2, withdrawn_by = $3, reason = $4 WHERE id = $1",
            Tuple.of(
                signOff, time(withdrawal.atMs()), withdrawal.by().value(), withdrawal.reason()))
        .mapEmpty();
  }

  @Override
  public Future<Map<SectionId, Long>> standing(PlanId plan) {
    return database
        .query(
            "SELECT o.section, count(*) FROM sign_off o JOIN section s ON s.id = o.section"
                + " WHERE s.plan = $1 AND o.replaced_at IS NULL AND o.withdrawn_at IS NULL"
                + " GROUP BY o.section",
            Tuple.of(plan.value()))
        .map(rows -> {
          Map<SectionId, Long> counts = new HashMap<>();
          rows.forEach(row -> counts.put(new SectionId(row.getUUID(0)), row.getLong(1)));
          return counts;
        });
  }

  @Override
  public Future<Boolean> asked(SectionId section, PartnerId partner) {
    return database
        .query(
            "SELECT EXISTS (SELECT FROM ask_question WHERE section = $1 AND partner = $2)",
            Tuple.of(section.value(), partner.value()))
        .map(rows -> rows.iterator().next().getBoolean(0));
  }
}
