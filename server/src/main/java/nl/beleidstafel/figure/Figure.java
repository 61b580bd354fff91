package nl.beleidstafel.figure;

import java.util.UUID;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.base.SectionId;
import org.jspecify.annotations.Nullable;

/// A figure as it is kept.
///
/// @param version rises with each change: what a change is based on
/// @param by who registered it, for their partner
/// @param removed taken away, and shown to nobody
record Figure(
    UUID id,
    PlanId plan,
    long version,
    Content content,
    MemberId by,
    PartnerId partner,
    long atMs,
    boolean removed) {
  /// What it says.
  ///
  /// @param value as people write it: 12,4
  /// @param unit may be empty
  /// @param section null where it belongs to the plan as a whole
  /// @param question the id of a question that it belongs to; empty for none
  record Content(
      String label,
      String value,
      String unit,
      String source,
      int year,
      @Nullable SectionId section,
      String question) {}
}
