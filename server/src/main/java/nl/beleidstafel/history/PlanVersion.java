package nl.beleidstafel.history;

import java.util.List;
import java.util.UUID;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.PlanId;

/// A state of a whole plan that its coordinator gave a name.
///
/// @param number from 1 in its plan, without gaps
/// @param isFinal whether it is the plan as it was decided
/// @param sections the versions it holds, in no order
record PlanVersion(
    UUID id,
    PlanId plan,
    int number,
    String name,
    boolean isFinal,
    MemberId by,
    long atMs,
    List<Version> sections) {
  PlanVersion {
    sections = List.copyOf(sections);
  }
}
