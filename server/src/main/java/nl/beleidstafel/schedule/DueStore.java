package nl.beleidstafel.schedule;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.Set;
import nl.beleidstafel.db.Tx;

/// Rows that fall due, for the runner. Any thread; nothing waits.
interface DueStore {
  /// How things stand.
  ///
  /// @param lateMs how long the oldest row waits that should have run; 0 where none does
  record Standing(long lateMs, long givenUp) {}

  /// The oldest due row of these kinds that nobody else holds, locked until the transaction ends.
  Future<Optional<Due>> claim(Tx tx, Set<String> kinds, long nowMs);

  /// Moves a claimed row to its next time, or ends it.
  Future<Void> moveOn(Tx tx, Due due, Optional<Long> nextMs);

  /// Notes one more failure, unless the row has changed since it was claimed.
  Future<Void> failed(Due due, long nextMs);

  /// As {@link #failed}, for the last time.
  Future<Void> giveUp(Due due, long nowMs);

  Future<Standing> standing(Set<String> kinds, long nowMs);
}
