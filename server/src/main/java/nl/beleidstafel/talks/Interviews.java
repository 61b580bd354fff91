package nl.beleidstafel.talks;

import io.vertx.core.Future;
import java.util.Set;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.InterviewId;
import nl.beleidstafel.base.PlanId;

/// Which interviews there are, and who may open them. Any thread; nothing waits.
public interface Interviews {
  /// An interview, without a word of it.
  ///
  /// @param organisation whom was spoken with
  /// @param partnerKind an id of the register of kinds of partners
  record Header(InterviewId interview, String organisation, String partnerKind) {}

  /// Those of a plan that the actor may open: the actor is in the core team, or takes part in it.
  Future<Set<InterviewId>> openTo(Actor actor, PlanId plan);

  /// Whether the actor is in the plan's core team; false where there is no such plan for the actor.
  Future<Boolean> inCoreTeam(Actor actor, PlanId plan);

  /// All of a plan. Asks for nobody's rights.
  Future<Set<Header>> of(PlanId plan);
}
