package nl.beleidstafel.collab.socket;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketFrame;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import nl.beleidstafel.base.Clock;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.collab.Identities;
import nl.beleidstafel.collab.runtime.Rooms;
import nl.beleidstafel.protocol.CloseReason;
import nl.beleidstafel.protocol.ProtocolException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The two doors for live documents: `GET /collab` in the Hocuspocus dialect and `GET
/// /yws/{document}?token=` in that of y-websocket. The HTTP server they are mounted on runs on
/// event loops and has {@link #configure} applied to its options.
///
/// An upgrade that names an `Origin` other than ours is refused with 403. One without `Origin` is
/// no browser's: it has to show a token, its cookie counts for nothing.
public final class SocketRoutes {
  private static final Logger LOG = LoggerFactory.getLogger(SocketRoutes.class);

  private final Vertx vertx;
  private final SocketSettings settings;
  private final Identities identities;
  private final Rooms rooms;
  private final SocketCounters counters;
  private final Clock clock;
  private final Set<SocketLine> open = ConcurrentHashMap.newKeySet();

  public SocketRoutes(
      Vertx vertx,
      SocketSettings settings,
      Identities identities,
      Rooms rooms,
      SocketCounters counters,
      Clock clock) {
    this.vertx = vertx;
    this.settings = settings;
    this.identities = identities;
    this.rooms = rooms;
    this.counters = counters;
    this.clock = clock;
  }

  /// What the sockets need of the server: frames up to the limit (Vert.x's own 64 KiB is less than
  /// one Step2), and no compression, because a shared frame is written to all sockets as it is and
  /// a small compressed one could unfold into any size.
  public static HttpServerOptions configure(HttpServerOptions options) {
    return options
        .setMaxWebSocketFrameSize(Limits.FRAME_SIZE_MAX_BYTES)
        .setMaxWebSocketMessageSize(Limits.FRAME_SIZE_MAX_BYTES)
        .setPerMessageWebSocketCompressionSupported(false)
        .setPerFrameWebSocketCompressionSupported(false)
        .setWebSocketClosingTimeout(5);
  }

  /// Mounts both routes.
  public void mount(Router router) {
    router.get("/collab").handler(this::hocuspocus);
    router.get("/yws/:document").handler(this::yWebsocket);
  }

  /// How many sockets are open. Any thread.
  public int openCount() {
    return open.size();
  }

  /// Says goodbye to every client; they come back elsewhere, or later. Any thread.
  public void closeAll() {
    open.forEach(line -> line.loop().execute(() -> line.close(CloseReason.GOING_AWAY, "")));
  }

  private void hocuspocus(RoutingContext request) {
    accept(
        request,
        (line, cookieToken) ->
            line.listen(new HocuspocusSocket(line, cookieToken, identities, rooms)));
  }

  private void yWebsocket(RoutingContext request) {
    String document = Objects.requireNonNullElse(request.pathParam("document"), "");
    String shown = request.queryParams().get("token");
    String token = shown == null || shown.length() > Limits.TOKEN_SIZE_MAX_BYTES ? "" : shown;
    accept(
        request,
        (line, cookieToken) -> {
          var socket = new YWebsocketSocket(line, document, cookieToken, identities, rooms);
          line.listen(socket);
          socket.start(token);
        });
  }

  /// Puts a dialect on a new line.
  private interface Dialect {
    void speak(SocketLine line, String cookieToken);
  }

  private void accept(RoutingContext request, Dialect dialect) {
    if (!"websocket".equalsIgnoreCase(request.request().getHeader(HttpHeaders.UPGRADE))) {
      request.response().setStatusCode(426).putHeader(HttpHeaders.UPGRADE, "websocket").end();
      return;
    }
    String origin = request.request().getHeader(HttpHeaders.ORIGIN);
    if (origin != null && !origin.equals(settings.publicOrigin())) {
      counters.refused(Refusal.ORIGIN);
      request.response().setStatusCode(403).end(Refusal.ORIGIN.word());
      return;
    }
    var cookie = request.request().getCookie(settings.cookieName());
    String cookieToken = origin == null || cookie == null ? "" : cookie.getValue();
    request
        .request()
        .toWebSocket()
        .onSuccess(socket -> open(socket, dialect, cookieToken))
        .onFailure(failure -> LOG.debug("an upgrade failed", failure));
  }

  private void open(ServerWebSocket socket, Dialect dialect, String cookieToken) {
    Context context = vertx.getOrCreateContext();
    var pipe = new WebSocketPipe(socket);
    var line = new SocketLine(pipe, task -> context.runOnContext(_ -> task.run()), clock, counters);
    var assembler = new FrameAssembler();
    open.add(line);
    counters.opened();
    long timer = vertx.setPeriodic(settings.tickMs(), _ -> line.tick());
    socket.frameHandler(frame -> receive(line, assembler, frame));
    socket.exceptionHandler(failure -> LOG.debug("a socket failed", failure));
    socket.closeHandler(_ -> {
      vertx.cancelTimer(timer);
      open.remove(line);
      counters.closed();
      line.end();
    });
    dialect.speak(line, cookieToken);
  }

  private static void receive(SocketLine line, FrameAssembler assembler, WebSocketFrame frame) {
    if (frame.isClose() || !line.admit(frame.binaryData().length())) {
      return;
    }
    try {
      assembler.add(frame).ifPresent(line::receive);
    } catch (ProtocolException refused) {
      boolean tooBig = refused.reason() == CloseReason.MESSAGE_TOO_BIG;
      line.close(refused.reason(), tooBig ? Refusal.TOO_BIG : Refusal.MALFORMED);
    }
  }
}
