package nl.beleidstafel.mail;

import io.vertx.core.Future;
import nl.beleidstafel.base.Clock;
import nl.beleidstafel.db.Tx;

/// Where mails are put to be sent. Any thread; nothing waits.
public interface Outbox {
  /// Puts a mail there in the transaction of what it tells of: both happen, or neither.
  Future<Void> put(Tx tx, Letter letter);

  /// The outbox in the database.
  static Outbox of(Clock clock) {
    return new PgOutbox(clock);
  }
}
