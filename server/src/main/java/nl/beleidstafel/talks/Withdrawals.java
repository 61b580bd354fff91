package nl.beleidstafel.talks;

import io.vertx.core.Future;
import java.util.Set;
import java.util.UUID;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.db.Tx;

/// Hears of notes that are gone or no longer for use, in the transaction in which they go.
@FunctionalInterface
public interface Withdrawals {
  Future<Void> withdrawn(Tx tx, PlanId plan, Set<UUID> notes);
}
