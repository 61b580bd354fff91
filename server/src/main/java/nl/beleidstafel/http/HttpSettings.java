package nl.beleidstafel.http;

import io.vertx.core.MultiMap;
import io.vertx.core.net.SocketAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where the server listens, and where the world finds it: everything that follows from an address
/// follows from here.
///
/// @param host the address to bind
/// @param port 0 for any free one
/// @param publicUrl scheme, host and port as people type it, without a path
/// @param behindProxy a reverse proxy of ours stands in front: the last address of
///   `X-Forwarded-For` is the caller's
public record HttpSettings(String host, int port, URI publicUrl, boolean behindProxy) {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  public HttpSettings {
    String scheme = publicUrl.getScheme();
    if (publicUrl.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
      throw new IllegalArgumentException("public-url must be http(s)://host[:port]");
    }
  }

  /// The public URL is https: cookies, HSTS and what follows from it.
  public boolean secure() {
    return "https".equals(publicUrl.getScheme());
  }

  /// The public URL without a slash at its end, to put a path behind.
  public String link(String path) {
    return origin(publicUrl.getHost()) + path;
  }

  /// Whether a page of this origin is ours. All names of the loopback are one where the public URL
  /// is one of them.
  public boolean isOwnOrigin(@Nullable String origin) {
    return origin != null && origins().contains(origin.toLowerCase(Locale.ROOT));
  }

  /// The caller's address: the other end of the connection, or what our own proxy says of it. Empty
  /// where neither is known.
  public String callerAddress(MultiMap headers, @Nullable SocketAddress remote) {
    String forwarded = headers.get("X-Forwarded-For");
    if (behindProxy && forwarded != null) {
      return forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
    }
    String host = remote == null ? null : remote.hostAddress();
    return host == null ? "" : host;
  }

  /// The origin that a browser's WebSocket of our own pages goes to.
  String webSocketOrigin() {
    return (secure() ? "wss" : "ws") + link("").substring(publicUrl.getScheme().length());
  }

  private Set<String> origins() {
    String host = publicUrl.getHost();
    Stream<String> hosts = LOOPBACK.contains(host) ? LOOPBACK.stream() : Stream.of(host);
    return hosts.map(this::origin).collect(Collectors.toUnmodifiableSet());
  }

  private String origin(String host) {
    int number = publicUrl.getPort();
    boolean usual = number < 0 || number == (secure() ? 443 : 80);
    return (publicUrl.getScheme() + "://" + host).toLowerCase(Locale.ROOT)
        + (usual ? "" : ":" + number);
  }
}
