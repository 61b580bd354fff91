package nl.beleidstafel.roles;

import nl.beleidstafel.base.SectionId;
import org.jspecify.annotations.Nullable;

/// What a role is held on.
///
/// @param section a section or part; null for the whole plan
record Scope(@Nullable SectionId section) {
  static final Scope PLAN = new Scope(null);

  /// As the API spells it.
  String word() {
    return section == null ? "plan" : section.toString();
  }
}
