package nl.beleidstafel.schedule;

import io.vertx.core.Future;
import java.util.Set;
import java.util.UUID;
import nl.beleidstafel.db.Tx;

/// Where features put what has to run later. Any thread; nothing waits.
public interface Schedule {
  /// Runs the job of that kind for the subject at that time or soon after, in the place of an
  /// earlier wish for the same; in the caller's transaction.
  Future<Void> put(Tx tx, String kind, UUID subject, long dueMs);

  /// As {@link #put} for several, but of each an earlier wish that is sooner stays.
  Future<Void> putNoLater(Tx tx, String kind, Set<UUID> subjects, long dueMs);

  /// Forgets it, if it still waits.
  Future<Void> drop(Tx tx, String kind, UUID subject);

  /// The schedule in the database.
  static Schedule inDatabase() {
    return new PgSchedule();
  }
}
