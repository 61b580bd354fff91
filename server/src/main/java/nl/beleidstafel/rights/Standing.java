package nl.beleidstafel.rights;

import java.util.List;
import java.util.Map;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.collab.Level;

/// How an actor stands to a plan.
///
/// @param mayCoordinate gives and takes roles, hides sections, adds sections
/// @param coordinators who can change what the actor may, some of them
/// @param sections those the actor may read; for the others nothing of them may be shown
public record Standing(
    boolean mayCoordinate, List<Person> coordinators, Map<SectionId, Section> sections) {
  /// How the actor stands to a section.
  ///
  /// @param level at least `READ`
  /// @param roles of the actor's partner, those it has on the part or the plan included
  /// @param hidden from partners without a role; only ever told to who coordinates or has a role
  /// @param changed by somebody else since the actor last looked
  public record Section(Level level, List<String> roles, boolean hidden, boolean changed) {
    public Section {
      roles = List.copyOf(roles);
    }
  }

  public Standing {
    coordinators = List.copyOf(coordinators);
    sections = Map.copyOf(sections);
  }
}
