package nl.beleidstafel.afterwards;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What `config/interviews.yaml` says. Immutable, any thread.
///
/// @param days after the end of a talk at which each of what is kept is erased
record AfterwardsConfig(
    List<Basis> bases, int correctionDays, int linkDays, Map<Kept, Integer> days) {
  /// Why notes may be kept.
  ///
  /// @param text what those who are spoken with are told, unless somebody puts it otherwise
  record Basis(String id, String label, String text) {}

  AfterwardsConfig {
    bases = List.copyOf(bases);
    days = Map.copyOf(days);
  }

  /// Blocking: for start-up. Throws `MistakesException` with every mistake found.
  ///
  /// @param config the configuration folder
  static AfterwardsConfig load(Path config) {
    return new AfterwardsReader(config.toAbsolutePath().normalize()).read();
  }

  Optional<Basis> basis(String id) {
    return bases.stream().filter(each -> each.id().equals(id)).findFirst();
  }

  int days(Kept kept) {
    return days.getOrDefault(kept, 0);
  }
}
