package nl.beleidstafel.roles;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.collab.Level;
import nl.beleidstafel.rights.Outline;

/// What a partner may know of a plan and of its roles: what is shown is made from these, and whose
/// view did not change is told nothing. Pure.
final class Views {
  /// A section that the partner may read.
  record Section(
      SectionId section,
      String number,
      String title,
      Level level,
      List<String> roles,
      boolean hidden,
      boolean off) {}

  /// The roles, as far as the partner may know of them: nothing of a section that it may not read.
  ///
  /// @param mayEdit whether it leads the plan; only then are there overrides
  /// @param cells roles by partner and scope
  /// @param hidden by section, for all that the partner may read
  record RolesView(
      boolean mayEdit,
      Map<PartnerId, Map<Scope, Set<String>>> cells,
      Map<SectionId, Boolean> hidden,
      Map<Cell, Level> overrides) {}

  private Views() {}

  static List<Section> plan(Meanings meanings, Matrix matrix, Outline outline, PartnerId partner) {
    List<Section> sections = new ArrayList<>();
    for (Outline.Line line : outline.lines()) {
      Level level = RightsRules.level(meanings, matrix, partner, line);
      if (level.allows(Level.READ)) {
        sections.add(
            new Section(
                line.section(),
                line.number(),
                line.title(),
                level,
                ids(RightsRules.roles(meanings, matrix, partner, line)),
                RightsRules.knowsHidden(meanings, matrix, partner, line),
                line.off()));
      }
    }
    return sections;
  }

  static RolesView roles(Meanings meanings, Matrix matrix, Outline outline, PartnerId partner) {
    boolean mayEdit = RightsRules.coordinates(meanings, matrix, partner);
    Map<SectionId, Boolean> hidden = new HashMap<>();
    for (Section section : plan(meanings, matrix, outline, partner)) {
      hidden.put(section.section(), section.hidden());
    }
    Map<PartnerId, Map<Scope, Set<String>>> cells = new HashMap<>();
    matrix
        .roles()
        .forEach((other, row) -> {
          Map<Scope, Set<String>> known = new HashMap<>();
          row.forEach((scope, roles) -> {
            if (scope.section() == null || hidden.containsKey(scope.section())) {
              known.put(scope, new TreeSet<>(ids(meanings.of(roles))));
            }
          });
          known.values().removeIf(Set::isEmpty);
          if (!known.isEmpty()) {
            cells.put(other, known);
          }
        });
    return new RolesView(mayEdit, cells, hidden, mayEdit ? matrix.overrides() : Map.of());
  }

  static List<String> ids(List<Meanings.Role> roles) {
    return roles.stream().map(Meanings.Role::id).toList();
  }
}
