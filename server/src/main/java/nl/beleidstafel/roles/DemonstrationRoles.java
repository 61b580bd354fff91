package nl.beleidstafel.roles;

import java.util.Map;
import java.util.Set;

/// The roles in the demonstration's plan, by kind of partner and key: the same wherever it is
/// shown, whatever an operator made of the default table.
final class DemonstrationRoles {
  private static final Set<String> EXECUTING = Set.of("executing");
  private static final Set<String> ADVISING = Set.of("advising");
  private static final Set<String> SIGNALLING = Set.of("signalling");
  private static final Set<String> REFERRING = Set.of("referring");

  private static final Map<String, Map<String, Set<String>>> BY_KIND =
      Map.of(
          "municipality",
          Map.of(RolesConfig.PLAN, Set.of("coordinating")),
          "public-health",
          Map.of(
              "3.4", EXECUTING, "3.5", EXECUTING, "3.6", EXECUTING, "3.9", EXECUTING, "4",
              ADVISING),
          "police",
          Map.of("3.8", EXECUTING, "4.1", EXECUTING, "5.5", EXECUTING, "3.9", SIGNALLING),
          "schools",
          Map.of("5.2", EXECUTING, "3.4", SIGNALLING),
          "addiction-prevention",
          Map.of("3.9", EXECUTING, "5", EXECUTING, "4", ADVISING),
          "youth-work",
          Map.of("5.4", EXECUTING, "3.9", SIGNALLING, "3.11", SIGNALLING, "5.6", REFERRING));

  private DemonstrationRoles() {}

  static Map<String, Set<String>> of(String kind) {
    return BY_KIND.getOrDefault(kind, Map.of());
  }
}
