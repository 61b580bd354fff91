package nl.beleidstafel.roles;

import java.util.List;
import java.util.Set;
import nl.beleidstafel.collab.Level;

/// What each role means: `config/registers/roles.yaml`.
///
/// @param roles in the order in which they are shown
/// @param withoutRole what a partner may do in a section where it has none: `NONE` or `READ`
record Meanings(List<Role> roles, Level withoutRole) {
  /// A role.
  ///
  /// @param level what it allows in the text
  /// @param coordinates whether holding it on the whole plan means leading the plan
  record Role(String id, String label, Level level, boolean coordinates) {}

  Meanings {
    roles = List.copyOf(roles);
  }

  boolean knows(String role) {
    return roles.stream().anyMatch(each -> each.id().equals(role));
  }

  /// Those of the ids that there are, in the order in which they are shown.
  List<Role> of(Set<String> ids) {
    return roles.stream().filter(role -> ids.contains(role.id())).toList();
  }

  /// The role that whoever makes a plan gets on it.
  Role coordinating() {
    return roles.stream().filter(Role::coordinates).findFirst().orElseThrow();
  }
}
