package nl.beleidstafel.config;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the operator decided, checked and complete.
///
/// @param directory the folder of the file, where model plans and registers are too
/// @param host the address to bind
/// @param port 0 for any free one
/// @param publicUrl scheme, host and port under which people find the server
/// @param behindProxy a reverse proxy of ours stands in front
/// @param demonstration the demonstration municipality exists and its accounts work
/// @param demonstrationWritten the first start fills in the demonstration's plan
/// @param secretsKeyFile holds the keys that seal secrets in the database
/// @param identityProviderHosts the only hosts that identity providers may have, in lower case
/// @param mail empty where no mail is sent
/// @param stopMs how long a stop may take in all
public record Configuration(
    String directory,
    String host,
    int port,
    URI publicUrl,
    boolean behindProxy,
    boolean demonstration,
    boolean demonstrationWritten,
    Storage storage,
    int databaseConnections,
    Optional<Mail> mail,
    String secretsKeyFile,
    Set<String> identityProviderHosts,
    String logLevel,
    long stopMs) {
  public Configuration {
    identityProviderHosts = Set.copyOf(identityProviderHosts);
  }

  /// Where everything is kept.
  public sealed interface Storage {
    /// A PostgreSQL of our own in this directory.
    record Embedded(String dataDirectory) implements Storage {}

    /// A PostgreSQL that somebody else runs.
    record External(DatabaseUrl url) implements Storage {}
  }

  /// The mail server. Printing it never shows the password.
  ///
  /// @param tls `starttls`, `tls` or `none`
  /// @param user empty where it asks for no login
  /// @param from an address, or a name with the address behind it in `<>`
  public record Mail(String host, int port, String tls, String user, String password, String from) {
    @Override
    public String toString() {
      return host + ":" + port;
    }
  }

  /// A PostgreSQL's address. Printing it never shows the password.
  ///
  /// @param tls as `sslmode` spells it
  public record DatabaseUrl(
      String host, int port, String name, String user, @Nullable String password, String tls) {
    @Override
    public String toString() {
      return "postgresql://" + user + "@" + host + ":" + port + "/" + name;
    }
  }
}
