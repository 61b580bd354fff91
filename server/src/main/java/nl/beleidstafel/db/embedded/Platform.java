package nl.beleidstafel.db.embedded;

import java.util.Locale;
import java.util.Optional;

/// The operating system and processor this JVM runs on, as Java names them.
public record Platform(String os, String architecture) {
  /// The archive that holds PostgreSQL for this platform; empty where there is none.
  Optional<String> archive() {
    String system = os.toLowerCase(Locale.ROOT);
    return switch (architecture.toLowerCase(Locale.ROOT)) {
      case "amd64", "x86_64" ->
          system.startsWith("linux") ? Optional.of("postgres-linux-x86_64.txz") : Optional.empty();
      case "aarch64", "arm64" ->
          system.startsWith("linux")
              ? Optional.of("postgres-linux-arm_64.txz")
              : system.startsWith("mac")
                  ? Optional.of("postgres-darwin-arm_64.txz")
                  : Optional.empty();
      default -> Optional.empty();
    };
  }
}
