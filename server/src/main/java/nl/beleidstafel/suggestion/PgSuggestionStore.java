package nl.beleidstafel.suggestion;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.db.Tx;
import nl.beleidstafel.suggestion.Suggestion.Decided;
import nl.beleidstafel.suggestion.Suggestion.Effect;
import nl.beleidstafel.suggestion.Suggestion.Kind;
import nl.beleidstafel.suggestion.Suggestion.State;
import org.jspecify.annotations.Nullable;

/// The store in PostgreSQL: the table of `V060__suggestion.sql`.
record PgSuggestionStore(Database database) implements SuggestionStore {
  private static final String ALL =
      """
      SELECT g.id, g.section, g.bytes, g.kind, g.struck, g.added, g.reason, g.seq, g.by_member,
        g.partner, g.at, g.state, g.decided_by, g.decided_partner, g.decided_at, g.decision
      FROM suggestion g
      """;

  private static final String OPEN =
      """
      SELECT g.section, count(*) AS count
      FROM suggestion g JOIN section s ON s.id = g.section
      WHERE s.plan = $1 AND g.state IN ('open', 'accepting') GROUP BY 1
      """;

  @Override
  public Future<List<Suggestion>> of(SectionId section) {
    return database
        .query(ALL + " WHERE g.section = $1 ORDER BY g.number", Tuple.of(section.value()))
        .map(PgSuggestionStore::list);
  }

  @Override
  public Future<List<Suggestion>> of(PlanId plan) {
    return database
        .query(
            ALL
                + " JOIN section s ON s.id = g.section WHERE s.plan = $1 ORDER BY g.number LIMIT "
                + Limits.REMARKS_OF_PLAN_MAX,
            Tuple.of(plan.value()))
        .map(PgSuggestionStore::list);
  }

  @Override
  public Future<Optional<Suggestion>> find(UUID suggestion) {
    return database
        .query(ALL + " WHERE g.id = $1", Tuple.of(suggestion))
        .map(rows -> list(rows).stream().findFirst());
  }

  @Override
  public Future<Optional<Suggestion>> lock(Tx tx, UUID suggestion) {
    return tx.query(ALL + " WHERE g.id = $1 FOR UPDATE", Tuple.of(suggestion))
        .map(rows -> list(rows).stream().findFirst());
  }

  private static List<Suggestion> list(RowSet<Row> rows) {
    List<Suggestion> list = new ArrayList<>(rows.size());
    rows.forEach(row -> list.add(suggestion(row)));
    return list;
  }

  private static Suggestion suggestion(Row row) {
    return new Suggestion(
        row.getUUID("id"),
        new SectionId(row.getUUID("section")),
        Bytes.wrap(row.getBuffer("bytes").getBytes()),
        new Effect(Kind.of(row.getString("kind")), row.getString("struck"), row.getString("added")),
        row.getString("reason"),
        row.getLong("seq"),
        new MemberId(row.getUUID("by_member")),
        new PartnerId(row.getUUID("partner")),
        millis(row.getOffsetDateTime("at")),
        State.of(row.getString("state")),
        decided(row));
  }

  private static @Nullable Decided decided(Row row) {
    UUID by = row.getUUID("decided_by");
    return by == null
        ? null
        : new Decided(
            new MemberId(by),
            new PartnerId(row.getUUID("decided_partner")),
            millis(row.getOffsetDateTime("decided_at")),
            row.getString("decision"));
  }

  private static long millis(OffsetDateTime at) {
    return at.toInstant().toEpochMilli();
  }

  private static OffsetDateTime time(long ms) {
    return OffsetDateTime.ofInstant(Instant.ofEpochMilli(ms), ZoneOffset.UTC);
  }

  @Override
  public Future<Map<State, Long>> count(Tx tx, SectionId section) {
    return tx.query(
            "SELECT state, count(*) AS count FROM suggestion WHERE section = $1 GROUP BY 1",
            Tuple.of(section.value()))
        .map(rows -> {
          Map<State, Long> counts = new EnumMap<>(State.class);
          for (Row row : rows) {
            counts.put(State.of(row.getString("state")), row.getLong("count"));
          }
          return counts;
        });
  }

  @Override
  public Future<Map<SectionId, Long>> open(PlanId plan) {
    return database
        .query(OPEN, Tuple.of(plan.value()))
        .map(rows -> {
          Map<SectionId, Long> counts = new HashMap<>();
          for (Row row : rows) {
            counts.put(new SectionId(row.getUUID("section")), row.getLong("count"));
          }
          return counts;
        });
  }

  @Override
  public Future<Void> insert(Tx tx, Suggestion suggestion) {
    return tx.query(
            "INSERT INTO suggestion"
                + " (id, section, bytes, kind, struck, added, reason, seq, by_member, partner, at,"
                + " state) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'open')",
            Tuple.tuple()
                .addUUID(suggestion.id())
                .addUUID(suggestion.section().value())
                .addBuffer(Buffer.buffer(suggestion.update().toArray()))
                .addString(suggestion.effect().kind().word())
                .addString(suggestion.effect().struck())
                .addString(suggestion.effect().added())
                .addString(suggestion.reason())
                .addLong(suggestion.seq())
                .addUUID(suggestion.by().value())
                .addUUID(suggestion.partner().value())
                .addOffsetDateTime(time(suggestion.atMs())))
        .mapEmpty();
  }

  @Override
  public Future<Void> move(Tx tx, UUID suggestion, State state, @Nullable Decided decided) {
    return tx.query(
            "UPDATE suggestion SET state = $2, decided_by = $3, decided_partner = $4,"
                + " decided_at = $5, decision = $6 WHERE id = $1",
            Tuple.tuple()
                .addUUID(suggestion)
                .addString(state.word())
                .addUUID(decided == null ? null : decided.by().value())
                .addUUID(decided == null ? null : decided.partner().value())
                .addOffsetDateTime(decided == null ? null : time(decided.atMs()))
                .addString(decided == null ? "" : decided.reason()))
        .mapEmpty();
  }

  @Override
  public Future<Void> delete(Tx tx, UUID suggestion) {
    return tx.query("DELETE FROM suggestion WHERE id = $1", Tuple.of(suggestion)).mapEmpty();
  }
}
