package nl.beleidstafel.collab;

import io.vertx.core.Future;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.PlanId;

/// Who may hear of a plan at all. Asked by the channels, answered by who knows plans.
@FunctionalInterface
public interface PlanDoor {
  /// Whether there is such a plan for this actor. Fails only where that cannot be known now.
  Future<Boolean> isOpenTo(Actor actor, PlanId plan);
}
