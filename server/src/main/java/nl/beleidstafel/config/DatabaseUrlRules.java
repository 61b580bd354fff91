package nl.beleidstafel.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.beleidstafel.config.Configuration.DatabaseUrl;
import org.jspecify.annotations.Nullable;

/// Reads `postgresql://user:password@host:port/name?sslmode=...`; pure. What it says never repeats
/// the URL, because it may hold a password.
final class DatabaseUrlRules {
  private static final int PORT_PRESET = 5432;
  private static final String NAME_PRESET = "beleidstafel";
  private static final List<String> TLS = List.of("disable", "prefer", "require", "verify-full");

  private DatabaseUrlRules() {}

  /// What was read, or what is wrong with it.
  sealed interface Read {
    record Good(DatabaseUrl url) implements Read {}

    /// @param what ends the sentence "database.url ..."
    record Bad(String what) implements Read {}
  }

  /// @param password takes the place of one in the URL; null to keep that
  static Read read(String text, @Nullable String password) {
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException _) {
      return new Read.Bad(
          "is no URL: write postgresql://user@host:5432/name, special characters as %40 and so on");
    }
    if (!"postgresql".equals(uri.getScheme()) && !"postgres".equals(uri.getScheme())) {
      return new Read.Bad("must begin with postgresql://");
    }
    String host = uri.getHost();
    if (host == null) {
      return new Read.Bad("names no host: write postgresql://user@host:5432/name");
    }
    String tls = "prefer";
    String query = uri.getRawQuery();
    if (query != null && !query.isEmpty()) {
      tls = query.startsWith("sslmode=") ? query.substring("sslmode=".length()) : "";
      if (!TLS.contains(tls)) {
        return new Read.Bad("may only end in ?sslmode=disable, prefer, require or verify-full");
      }
    }
    return new Read.Good(url(uri, host, password, tls));
  }

  private static DatabaseUrl url(URI uri, String host, @Nullable String password, String tls) {
    String user = NAME_PRESET;
    String secret = password;
    String who = uri.getRawUserInfo();
    if (who != null && !who.isEmpty()) {
      int colon = who.indexOf(':');
      user = decoded(colon < 0 ? who : who.substring(0, colon));
      if (secret == null && colon >= 0) {
        secret = decoded(who.substring(colon + 1));
      }
    }
    String path = uri.getRawPath();
    String name = path == null || path.length() <= 1 ? user : decoded(path.substring(1));
    String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    int port = uri.getPort() < 0 ? PORT_PRESET : uri.getPort();
    return new DatabaseUrl(bare, port, name, user, secret, tls);
  }

  private static String decoded(String part) {
    return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
