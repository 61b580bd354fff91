package nl.beleidstafel.finding;

import io.vertx.core.Future;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.collab.Channels;
import nl.beleidstafel.db.Tx;

/// Tells those who have a plan open that its findings changed: that they did, and nothing of them.
record Telling(FindingStore store, Channels channels) {
  /// When the transaction has ended.
  Future<Void> atEnd(Tx tx, PlanId plan) {
    return store
        .readers(tx, plan)
        .map(readers -> {
          tx.atEnd(() -> channels.tell(plan, Channels.Event.FINDINGS_CHANGED, 0, readers));
          return null;
        });
  }
}
