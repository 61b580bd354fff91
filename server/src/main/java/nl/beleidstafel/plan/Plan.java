package nl.beleidstafel.plan;

import java.util.List;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.base.PlanId;

/// A plan with its outline.
///
/// @param sections in reading order
record Plan(PlanId id, MunicipalityId municipality, String title, List<Section> sections) {
  Plan {
    sections = List.copyOf(sections);
  }
}
