package nl.beleidstafel.talks;

import io.vertx.core.Future;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.PlanId;

/// The notes of interviews, as they may leave their documents. Any thread; nothing waits.
public interface Notes {
  /// All notes of those interviews of a plan that the actor may open, by interview, then in the
  /// order of its questions.
  Future<List<Note>> readable(Actor actor, PlanId plan);

  /// Those of these notes of a plan that are still there. Asks for nobody's rights: what is shown
  /// of them is the caller's to decide.
  Future<List<Note>> existing(PlanId plan, Set<UUID> notes);

  /// The questions that were added during those talks of a plan that the actor may open.
  Future<List<Added>> added(Actor actor, PlanId plan);
}
