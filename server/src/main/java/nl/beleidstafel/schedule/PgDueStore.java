package nl.beleidstafel.schedule;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.db.Tx;

/// The rows in PostgreSQL: table of `V042__clock.sql`, and `V070__given_up.sql`.
record PgDueStore(Database database) implements DueStore {
  private static final String CLAIM =
      """
      SELECT kind, subject, due_at, tries FROM due
      WHERE due_at <= $1 AND given_up_at IS NULL AND kind = ANY ($2)
      ORDER BY due_at, kind, subject LIMIT 1
      FOR UPDATE SKIP LOCKED
      """;
  private static final String UNCHANGED =
      " WHERE kind = $1 AND subject = $2 AND due_at = $3 AND tries = $4 AND given_up_at IS NULL";
  private static final String STANDING =
      """
      SELECT min(due_at) FILTER (WHERE given_up_at IS NULL AND due_at <= $1) AS oldest,
        count(given_up_at) AS given_up
      FROM due WHERE kind = ANY ($2)
      """;

  @Override
  public Future<Optional<Due>> claim(Tx tx, Set<String> kinds, long nowMs) {
    return tx.query(CLAIM, due(kinds, nowMs))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false).findFirst().map(PgDueStore::due));
  }

  private static Tuple due(Set<String> kinds, long nowMs) {
    return Tuple.tuple()
        .addOffsetDateTime(time(nowMs))
        .addArrayOfString(kinds.toArray(String[]::new));
  }

  private static Due due(Row row) {
    return new Due(
        row.getString("kind"),
        row.getUUID("subject"),
        row.getOffsetDateTime("due_at").toInstant().toEpochMilli(),
        row.getInteger("tries"));
  }

  @Override
  public Future<Void> moveOn(Tx tx, Due due, Optional<Long> nextMs) {
    return nextMs
        .map(next ->
            tx.query(
                "UPDATE due SET due_at = $3, tries = 0 WHERE kind = $1 AND subject = $2",
                Tuple.of(due.kind(), due.subject(), time(next))))
        .orElseGet(() ->
            tx.query(
                "DELETE FROM due WHERE kind = $1 AND subject = $2",
                Tuple.of(due.kind(), due.subject())))
        .mapEmpty();
  }

  @Override
  public Future<Void> failed(Due due, long nextMs) {
    return note("UPDATE due SET tries = tries + 1, due_at = $5" + UNCHANGED, due, nextMs);
  }

  @Override
  public Future<Void> giveUp(Due due, long nowMs) {
    return note("UPDATE due SET tries = tries + 1, given_up_at = $5" + UNCHANGED, due, nowMs);
  }

  private Future<Void> note(String sql, Due due, long ms) {
    return database
        .query(sql, Tuple.of(due.kind(), due.subject(), time(due.dueMs()), due.tries(), time(ms)))
        .mapEmpty();
  }

  @Override
  public Future<Standing> standing(Set<String> kinds, long nowMs) {
    return database
        .query(STANDING, due(kinds, nowMs))
        .map(rows -> {
          Row row = rows.iterator().next();
          OffsetDateTime oldest = row.getOffsetDateTime("oldest");
          return new Standing(
              oldest == null ? 0 : nowMs - oldest.toInstant().toEpochMilli(),
              row.getLong("given_up"));
        });
  }

  private static OffsetDateTime time(long ms) {
    return OffsetDateTime.ofInstant(Instant.ofEpochMilli(ms), ZoneOffset.UTC);
  }
}
