package nl.beleidstafel.plan;

import java.util.ArrayList;
import java.util.List;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.rights.Outline;
import org.jspecify.annotations.Nullable;

/// A plan with its outline.
///
/// @param template the model plan it was made from
/// @param sections in reading order
record Plan(
    PlanId id, MunicipalityId municipality, String title, String template, List<Section> sections) {
  Plan {
    sections = List.copyOf(sections);
  }

  /// As far as rights are concerned.
  Outline outline() {
    List<Outline.Line> lines = new ArrayList<>();
    @Nullable SectionId part = null;
    for (Section section : sections) {
      // What stands behind a part and is no numbered section is in no part, nor is what follows.
      part = section.level() == Section.SECTION ? part : null;
      lines.add(
          new Outline.Line(
              section.id(),
              section.document(),
              part,
              section.key(),
              section.number(),
              section.title()));
      part = section.level() == Section.PART ? section.id() : part;
    }
    return new Outline(id, title, template, lines);
  }
}
