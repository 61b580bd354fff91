package nl.beleidstafel.schedule;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.UUID;
import nl.beleidstafel.db.Tx;

/// What runs when its rows fall due.
public interface Job {
  /// Of which rows.
  String kind();

  /// Does it, in the transaction that holds the row: both count, or neither. Where it fails it is
  /// tried again later.
  ///
  /// @param dueMs when it should have run
  /// @return when it runs for this subject again; empty for never
  Future<Optional<Long>> run(Tx tx, UUID subject, long dueMs, long nowMs);
}
