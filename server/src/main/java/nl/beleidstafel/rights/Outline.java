package nl.beleidstafel.rights;

import java.util.List;
import java.util.Optional;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.base.SectionId;
import org.jspecify.annotations.Nullable;

/// A plan as far as rights are concerned: its sections in reading order.
///
/// @param template the model plan it was made from
public record Outline(PlanId plan, String title, String template, List<Line> lines) {
  /// A section.
  ///
  /// @param part the part it stands in; null for parts themselves and for what stands in none
  /// @param key unique in its plan, never changes
  /// @param off switched off: kept, and no part of the plan now
  public record Line(
      SectionId section,
      DocumentId document,
      @Nullable SectionId part,
      String key,
      String number,
      String title,
      boolean off) {}

  public Outline {
    lines = List.copyOf(lines);
  }

  public Optional<Line> line(SectionId section) {
    return lines.stream().filter(line -> line.section().equals(section)).findFirst();
  }
}
