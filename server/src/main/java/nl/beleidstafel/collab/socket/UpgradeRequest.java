package nl.beleidstafel.collab.socket;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.beleidstafel.base.Limits;

/// What a client asks for when it opens a socket.
sealed interface UpgradeRequest {
  /// `/collab`: documents are named on the socket.
  record Hocuspocus() implements UpgradeRequest {}

  /// `/yws/{document}?token=`.
  ///
  /// @param token empty where there is none that could be one
  record YWebsocket(String document, String token) implements UpgradeRequest {}

  String HOCUSPOCUS_PATH = "/collab";
  String Y_WEBSOCKET_PATH = "/yws/";

  /// Empty where nothing of ours is asked for.
  static Optional<UpgradeRequest> of(String uri) {
    var target = new QueryStringDecoder(uri);
    String path = target.rawPath();
    if (path.equals(HOCUSPOCUS_PATH)) {
      return Optional.of(new Hocuspocus());
    } else if (!path.startsWith(Y_WEBSOCKET_PATH)) {
      return Optional.empty();
    }
    return Optional.of(new YWebsocket(path.substring(Y_WEBSOCKET_PATH.length()), token(target)));
  }

  private static String token(QueryStringDecoder target) {
    try {
      List<String> shown = target.parameters().getOrDefault("token", List.of());
      boolean usable =
          shown.size() == 1 && shown.getFirst().length() <= Limits.TOKEN_SIZE_MAX_BYTES;
      return usable ? shown.getFirst() : "";
    } catch (IllegalArgumentException malformed) {
      return "";
    }
  }

  /// The token in the browser's cookie. Empty where it is not there exactly once, and where the
  /// request names no origin: such a request is no browser's, and a cookie alone does not prove
  /// that the user wants it.
  static String cookieToken(MultiMap headers, String cookieName) {
    String prefix = cookieName + "=";
    List<String> found =
        headers.getAll(HttpHeaders.COOKIE).stream()
            .flatMap(header -> Arrays.stream(header.split(";")))
            .map(String::strip)
            .filter(pair -> pair.startsWith(prefix))
            .map(pair -> pair.substring(prefix.length()))
            .toList();
    return headers.contains(HttpHeaders.ORIGIN) && found.size() == 1 ? found.getFirst() : "";
  }
}
