package nl.beleidstafel.db;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Where a PostgreSQL database is and as whom to speak to it. Printing one never shows the
/// password.
///
/// @param password null where the server asks for none
public record DatabaseAddress(
    String host, int port, String name, String user, @Nullable String password, Tls tls) {
  /// How the connection is protected, in PostgreSQL's own words. `VERIFY_FULL` trusts what the JDK
  /// trusts.
  public enum Tls {
    DISABLE,
    PREFER,
    REQUIRE,
    VERIFY_FULL;

    /// As `sslmode=` of a connection URL spells it.
    public String word() {
      return switch (this) {
        case DISABLE -> "disable";
        case PREFER -> "prefer";
        case REQUIRE -> "require";
        case VERIFY_FULL -> "verify-full";
      };
    }
  }

  /// Another database on the same server, for the same user.
  public DatabaseAddress named(String other) {
    return new DatabaseAddress(host, port, other, user, password, tls);
  }

  /// The URL that JDBC understands, without user and password.
  String jdbcUrl() {
    return "jdbc:postgresql://"
        + (host.contains(":") ? "[" + host + "]" : host)
        + ":"
        + port
        + "/"
        + URLEncoder.encode(name, StandardCharsets.UTF_8)
        + "?sslmode="
        + tls.word()
        + (tls == Tls.VERIFY_FULL ? "&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory" : "")
        + "&connectTimeout=5&ApplicationName=beleidstafel";
  }

  @Override
  public String toString() {
    return "postgresql://" + user + "@" + host + ":" + port + "/" + name;
  }
}
