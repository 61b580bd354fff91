package nl.beleidstafel.history;

import java.util.EnumSet;
import java.util.Set;

/// Which steps there are between states, and whose they are. Pure. Rules H1 and H2 of
/// `docs/spec.md`.
final class StateRules {
  private static final Set<State> OF_WRITERS = EnumSet.of(State.TO_DO, State.DRAFT, State.REVIEW);

  private StateRules() {}

  /// The states that somebody may move a section to from this one, without the state itself.
  ///
  /// @param writes whether they may write in it, or could were it not fixed
  static Set<State> steps(State from, boolean writes, boolean coordinates) {
    Set<State> steps = EnumSet.noneOf(State.class);
    if (coordinates) {
      // What was fixed is worked on again before anything else is said of it.
      steps.addAll(from == State.FIXED ? EnumSet.of(State.DRAFT) : EnumSet.allOf(State.class));
    } else if (writes && OF_WRITERS.contains(from)) {
      steps.addAll(OF_WRITERS);
    }
    steps.remove(from);
    return steps;
  }
}
