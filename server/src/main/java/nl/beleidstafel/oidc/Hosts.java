package nl.beleidstafel.oidc;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/// The hosts of providers that the operator allowed: no request goes anywhere else, whatever an
/// administrator types or a provider says of itself.
///
/// @param allowed as `host` or `host:port`, in lower case
public record Hosts(Set<String> allowed) {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  public Hosts {
    allowed = Set.copyOf(allowed);
  }

  /// The address, if it may be asked: https, or http on this machine itself, without a name and
  /// password in it.
  ///
  /// @throws OidcException with {@link Fault#HOST}
  public URI checked(String address) {
    try {
      URI uri = new URI(address);
      String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
      boolean safe =
          "https".equals(uri.getScheme())
              || ("http".equals(uri.getScheme()) && LOOPBACK.contains(host));
      boolean known = allowed.contains(uri.getPort() < 0 ? host : host + ":" + uri.getPort());
      if (safe && known && uri.getRawUserInfo() == null && uri.getRawFragment() == null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      throw new OidcException(Fault.HOST, "an address cannot be read", e);
    }
    throw new OidcException(Fault.HOST, "the operator did not allow the host of an address");
  }
}
