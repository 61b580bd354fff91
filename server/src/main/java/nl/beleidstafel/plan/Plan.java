package nl.beleidstafel.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.rights.Outline;
import org.jspecify.annotations.Nullable;

/// A plan with its outline.
///
/// @param template the model plan it was made from
/// @param version rises with each change of the outline
/// @param period null where nobody said for which years it is
/// @param sections in reading order, those that are switched off included
record Plan(
    PlanId id,
    MunicipalityId municipality,
    String title,
    String template,
    long version,
    @Nullable Period period,
    List<Section> sections) {
  /// The years that a plan is for, the last included.
  record Period(int from, int to) {}

  Plan {
    sections = List.copyOf(sections);
  }

  /// The same with another outline, one version on.
  Plan with(List<Section> fresh) {
    return new Plan(id, municipality, title, template, version + 1, period, fresh);
  }

  Optional<Section> section(SectionId section) {
    return sections.stream().filter(each -> each.id().equals(section)).findFirst();
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
              section.title(),
              section.off() != null));
      part = section.level() == Section.PART ? section.id() : part;
    }
    return new Outline(id, title, template, lines);
  }
}
