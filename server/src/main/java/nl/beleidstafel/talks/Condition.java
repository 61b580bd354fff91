package nl.beleidstafel.talks;

import java.util.Set;

/// When a group or a question is for an interview.
///
/// @param partnerKinds ids of kinds of partners; empty for all of them
/// @param experiment only where the experiment with a closed coffeeshop chain runs
public record Condition(Set<String> partnerKinds, boolean experiment) {
  /// Always.
  public static final Condition NONE = new Condition(Set.of(), false);

  public Condition {
    partnerKinds = Set.copyOf(partnerKinds);
  }

  /// Whether it is met.
  public boolean holds(String partnerKind, boolean experimentRuns) {
    return (partnerKinds.isEmpty() || partnerKinds.contains(partnerKind))
        && (!experiment || experimentRuns);
  }
}
