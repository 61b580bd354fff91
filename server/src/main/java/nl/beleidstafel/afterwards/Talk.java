package nl.beleidstafel.afterwards;

import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.InterviewId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.base.PlanId;
import org.jspecify.annotations.Nullable;

/// An interview, as far as it matters afterwards. Instants are milliseconds since 1970.
///
/// @param document null once it was erased
/// @param organisation whom they spoke for
/// @param atMs when it was to be; null where nobody said
record Talk(
    InterviewId id,
    PlanId plan,
    MunicipalityId municipality,
    String municipalityName,
    @Nullable DocumentId document,
    long version,
    String organisation,
    long plannedAtMs,
    @Nullable Long atMs,
    @Nullable Long startedAtMs,
    @Nullable Long closedAtMs) {
  boolean closed() {
    return closedAtMs != null;
  }
}
