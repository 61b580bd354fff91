package nl.beleidstafel.audit;

import io.vertx.core.Future;
import nl.beleidstafel.base.Clock;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.db.Tx;

/// Adds to the audit log. Any thread; nothing waits.
public interface Audit {
  /// Adds in the transaction of the deed itself: done and noted, or neither.
  Future<Void> note(Tx tx, Deed deed);

  /// Adds by itself, where the deed changed nothing: a refusal, an export.
  Future<Void> note(Deed deed);

  /// The log in the database.
  static Audit of(Database database, Clock clock) {
    return new PgAudit(database, clock);
  }
}
