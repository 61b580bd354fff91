package nl.beleidstafel.roles;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.collab.Level;
import nl.beleidstafel.rights.Outline;

/// From roles to rights: the one place where it is decided what a partner may do in a section.
/// Pure. Rules G1 to G5 and O3 of `docs/spec.md`.
final class RightsRules {
  private RightsRules() {}

  /// What the partner's members may do in the section.
  static Level level(Meanings meanings, Matrix matrix, PartnerId partner, Outline.Line line) {
    boolean coordinates = coordinates(meanings, matrix, partner);
    if (line.off()) {
      // It waits: who leads the plan looks, and switches it on again.
      return coordinates ? Level.READ : Level.NONE;
    }
    Level override = matrix.overrides().get(new Cell(line.section(), partner));
    if (override != null && !coordinates) {
      return override;
    }
    List<Meanings.Role> roles = roles(meanings, matrix, partner, line);
    Level level = roles.isEmpty() ? withoutRole(meanings, matrix, line.section()) : highest(roles);
    // Who leads a plan could otherwise shut themselves out of what they have to decide.
    return coordinates && !level.allows(Level.READ) ? Level.READ : level;
  }

  private static Level withoutRole(Meanings meanings, Matrix matrix, SectionId section) {
    return matrix.hidden().contains(section) ? Level.NONE : meanings.withoutRole();
  }

  private static Level highest(List<Meanings.Role> roles) {
    Level highest = Level.NONE;
    for (Meanings.Role role : roles) {
      highest = role.level().allows(highest) ? role.level() : highest;
    }
    return highest;
  }

  /// The roles of the partner in the section: those on it, on its part, and on the whole plan.
  static List<Meanings.Role> roles(
      Meanings meanings, Matrix matrix, PartnerId partner, Outline.Line line) {
    Set<String> ids = new HashSet<>(matrix.at(partner, Scope.PLAN));
    ids.addAll(matrix.at(partner, new Scope(line.section())));
    SectionId part = line.part();
    if (part != null) {
      ids.addAll(matrix.at(partner, new Scope(part)));
    }
    return meanings.of(ids);
  }

  /// Whether the partner leads the plan.
  static boolean coordinates(Meanings meanings, Matrix matrix, PartnerId partner) {
    return meanings.of(matrix.at(partner, Scope.PLAN)).stream()
        .anyMatch(Meanings.Role::coordinates);
  }

  /// Whether anybody leads the plan.
  static boolean isLed(Meanings meanings, Matrix matrix) {
    return matrix.roles().keySet().stream()
        .anyMatch(partner -> coordinates(meanings, matrix, partner));
  }

  /// Whether the partner is told that the section is hidden: it is, and they lead the plan or have
  /// a role in it. Others who may read it do not know that not everybody can.
  static boolean knowsHidden(
      Meanings meanings, Matrix matrix, PartnerId partner, Outline.Line line) {
    return matrix.hidden().contains(line.section())
        && (coordinates(meanings, matrix, partner)
            || !roles(meanings, matrix, partner, line).isEmpty());
  }
}
