package nl.beleidstafel.schedule;

import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import nl.beleidstafel.db.Tx;

/// The schedule in PostgreSQL: table of `V042__clock.sql`.
final class PgSchedule implements Schedule {
  private static final String PUT =
      """
      INSERT INTO due (kind, subject, due_at) VALUES ($1, $2, $3)
      ON CONFLICT (kind, subject)
        DO UPDATE SET due_at = excluded.due_at, tries = 0, given_up_at = NULL
      """;
  // In order: two that put the same subjects wait for each other, and never both.
  private static final String PUT_NO_LATER =
      """
      INSERT INTO due (kind, subject, due_at)
      SELECT $1, subject, $3 FROM unnest($2::uuid[]) AS subject ORDER BY subject
      ON CONFLICT (kind, subject)
        DO UPDATE SET due_at = excluded.due_at, tries = 0, given_up_at = NULL
        WHERE due.due_at > excluded.due_at OR due.given_up_at IS NOT NULL
      """;

  @Override
  public Future<Void> put(Tx tx, String kind, UUID subject, long dueMs) {
    return tx.query(PUT, Tuple.of(kind, subject, time(dueMs))).mapEmpty();
  }

  @Override
  public Future<Void> putNoLater(Tx tx, String kind, Set<UUID> subjects, long dueMs) {
    return tx.query(
            PUT_NO_LATER,
            Tuple.tuple()
                .addString(kind)
                .addArrayOfUUID(subjects.toArray(UUID[]::new))
                .addOffsetDateTime(time(dueMs)))
        .mapEmpty();
  }

  @Override
  public Future<Void> drop(Tx tx, String kind, UUID subject) {
    return tx.query("DELETE FROM due WHERE kind = $1 AND subject = $2", Tuple.of(kind, subject))
        .mapEmpty();
  }

  private static OffsetDateTime time(long ms) {
    return OffsetDateTime.ofInstant(Instant.ofEpochMilli(ms), ZoneOffset.UTC);
  }
}
