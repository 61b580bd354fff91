package nl.beleidstafel.roles;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import nl.beleidstafel.rights.Outline;

/// What `config/` says of roles. Immutable, any thread.
///
/// @param kinds the labels of the kinds of partners, by id
/// @param defaults roles by model plan, kind of partner and key of a section; {@link #PLAN} stands
///   for the whole plan
record RolesConfig(
    Meanings meanings,
    Map<String, String> kinds,
    Map<String, Map<String, Map<String, Set<String>>>> defaults) {
  static final String PLAN = "plan";

  RolesConfig {
    kinds = Map.copyOf(kinds);
    defaults = Map.copyOf(defaults);
  }

  /// Blocking: for start-up. Throws `MistakesException` with every mistake found.
  ///
  /// @param config the configuration folder
  /// @param kinds labels by id, of `registers/partner-kinds.yaml`
  /// @param keys of the sections of each model plan, by its id
  static RolesConfig load(Path config, Map<String, String> kinds, Map<String, Set<String>> keys) {
    return new RolesReader(config.toAbsolutePath().normalize(), kinds, keys).read();
  }

  /// The roles that a partner of this kind has at first in a plan. Sections of the model plan that
  /// the plan has no more are passed over.
  Map<Scope, Set<String>> cells(Outline outline, String kind) {
    return cells(
        outline, defaults.getOrDefault(outline.template(), Map.of()).getOrDefault(kind, Map.of()));
  }

  /// Roles by key as roles by scope.
  static Map<Scope, Set<String>> cells(Outline outline, Map<String, Set<String>> byKey) {
    Map<Scope, Set<String>> cells = new HashMap<>();
    if (byKey.containsKey(PLAN)) {
      cells.put(Scope.PLAN, new HashSet<>(byKey.get(PLAN)));
    }
    for (Outline.Line line : outline.lines()) {
      if (byKey.containsKey(line.key())) {
        cells.put(new Scope(line.section()), new HashSet<>(byKey.get(line.key())));
      }
    }
    return cells;
  }
}
