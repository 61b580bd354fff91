package nl.beleidstafel.notice;

import io.vertx.core.Future;
import java.util.List;
import nl.beleidstafel.base.Clock;
import nl.beleidstafel.db.Tx;

/// Where features put what members should be told. Any thread; nothing waits.
public interface Notices {
  /// Puts them there in the transaction of what they tell of: both happen, or neither.
  Future<Void> tell(Tx tx, List<Notice> notices);

  /// The notices in the database.
  static Notices of(Clock clock) {
    return new PgNotices(clock);
  }
}
