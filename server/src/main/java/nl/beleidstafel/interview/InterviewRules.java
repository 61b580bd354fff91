package nl.beleidstafel.interview;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.collab.Level;
import nl.beleidstafel.interview.Interview.State;

/// Who may do what in an interview. Pure. Rules I1 to I4 of `docs/spec.md`.
final class InterviewRules {
  private InterviewRules() {}

  /// Whether somebody may open it: they take part in it, or are in the core team.
  static boolean mayOpen(Interview interview, Set<MemberId> core, MemberId member) {
    return core.contains(member) || interview.people().containsKey(member);
  }

  /// What everybody may do in its document: who is left out may do nothing.
  static Map<MemberId, Level> levels(Interview interview, Set<MemberId> core) {
    Level level =
        switch (interview.state()) {
          case PLANNED, RUNNING -> Level.WRITE;
          case CLOSED, CANCELLED -> Level.READ;
          case ERASED -> Level.NONE;
        };
    Map<MemberId, Level> levels = new HashMap<>();
    core.forEach(member -> levels.put(member, level));
    interview.people().keySet().forEach(member -> levels.put(member, level));
    return levels;
  }

  /// Whether there is a way from a state to another.
  static boolean follows(State from, State to) {
    return switch (from) {
      case PLANNED -> to == State.RUNNING || to == State.CANCELLED;
      case RUNNING -> to == State.CLOSED || to == State.PLANNED;
      case CLOSED -> to == State.RUNNING;
      case CANCELLED -> to == State.PLANNED;
      case ERASED -> false;
    };
  }

  /// Whether only the core team goes that way: whoever takes part begins and ends a talk.
  static boolean ofCoreTeam(State from, State to) {
    return to == State.CANCELLED || from == State.CANCELLED || from == State.CLOSED;
  }
}
