package nl.beleidstafel.collab.socket;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.ServerWebSocketHandshake;
import io.vertx.core.http.WebSocketFrame;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.http.WebSocketInternal;
import io.vertx.core.net.SocketAddress;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.beleidstafel.base.Clock;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.collab.Identities;
import nl.beleidstafel.collab.runtime.PlanChannels;
import nl.beleidstafel.collab.runtime.Rooms;
import nl.beleidstafel.protocol.CloseReason;
import nl.beleidstafel.protocol.ProtocolException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The two doors for live documents: `/collab` in the Hocuspocus dialect and
/// `/yws/{document}?token=` in that of y-websocket. The HTTP server runs on event loops; {@link
/// #configure} its options before it is made and {@link #attach} before it listens.
///
/// An upgrade that names an `Origin` other than ours is refused with 403, one to any other path
/// with 404, one from an address that has too many sockets with 429. One without `Origin` is no
/// browser's: it has to show a token, its cookie counts for nothing.
public final class SocketRoutes {
  private static final Logger LOG = LoggerFactory.getLogger(SocketRoutes.class);

  private static final long GONE_CHECK_MS = 20;

  private final Vertx vertx;
  private final SocketSettings settings;
  private final Identities identities;
  private final Rooms rooms;
  private final PlanChannels channels;
  private final SocketCounters counters;
  private final Clock clock;
  private final AtomicBoolean watching = new AtomicBoolean();
  private final Set<SocketLine> open = ConcurrentHashMap.newKeySet();
  private final Places<ClientAddress> addresses;
  private final Places<MemberId> members;

  /// Where the machine itself takes its places.
  private final Places<MemberId> uncounted = new Places<>(Integer.MAX_VALUE);

  public SocketRoutes(
      Vertx vertx,
      SocketSettings settings,
      Identities identities,
      Rooms rooms,
      PlanChannels channels,
      SocketCounters counters,
      Clock clock) {
    this.vertx = vertx;
    this.settings = settings;
    this.identities = identities;
    this.rooms = rooms;
    this.channels = channels;
    this.counters = counters;
    this.clock = clock;
    addresses = new Places<>(settings.ofAddressMax());
    members = new Places<>(settings.ofMemberMax());
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

  /// Takes the WebSockets of this server; its other requests are not touched.
  public void attach(HttpServer server) {
    server.webSocketHandshakeHandler(this::decide).webSocketHandler(this::open);
    if (!watching.getAndSet(true)) {
      vertx.setPeriodic(
          Math.min(settings.tickMs(), Limits.SOCKET_DUE_CHECK_MS), _ -> tickThoseDue());
    }
  }

  private void tickThoseDue() {
    for (SocketLine line : open) {
      if (line.isDue()) {
        line.loop().execute(line::tick);
      }
    }
  }

  /// How many sockets are open. Any thread.
  public int openCount() {
    return open.size();
  }

  /// Asks about this member's tokens on all sockets at once instead of at the next round: called
  /// when a session was ended. Any thread.
  public void recheck(MemberId member) {
    open.forEach(line -> line.loop().execute(() -> line.recheck(member)));
  }

  /// Says goodbye to every client; they come back elsewhere, or later. Completes when all are gone,
  /// and at the latest after `Limits.SOCKET_GOODBYE_MAX_MS`. Any thread.
  public Future<Void> closeAll() {
    open.forEach(line -> line.loop().execute(() -> line.close(CloseReason.GOING_AWAY, "")));
    Promise<Void> gone = Promise.promise();
    long deadlineMs = clock.nowMs() + Limits.SOCKET_GOODBYE_MAX_MS;
    vertx.setPeriodic(
        1,
        Math.min(settings.tickMs(), GONE_CHECK_MS),
        timer -> {
          if (open.isEmpty() || clock.nowMs() > deadlineMs) {
            vertx.cancelTimer(timer);
            gone.tryComplete();
          }
        });
    return gone.future();
  }

  private void decide(ServerWebSocketHandshake handshake) {
    String origin = handshake.headers().get(HttpHeaders.ORIGIN);
    Future<?> answered;
    if (UpgradeRequest.of(handshake.uri()).isEmpty()) {
      answered = handshake.reject(404);
    } else if (origin != null && !settings.ownOrigin().test(origin)) {
      counters.refused(Refusal.ORIGIN);
      answered = handshake.reject(403);
    } else if (address(handshake.headers(), handshake.remoteAddress())
        .filter(addresses::full)
        .isPresent()) {
      counters.refused(Refusal.TOO_MANY_SOCKETS);
      answered = handshake.reject(429);
    } else {
      answered = handshake.accept();
    }
    answered.onFailure(failure -> LOG.debug("an upgrade failed", failure));
  }

  private Optional<ClientAddress> address(MultiMap headers, @Nullable SocketAddress remote) {
    return ClientAddress.of(settings.addressOf().apply(headers, remote));
  }

  private void open(ServerWebSocket socket) {
    ContextInternal context = (ContextInternal) vertx.getOrCreateContext();
    Optional<ClientAddress> address = address(socket.headers(), socket.remoteAddress());
    boolean welcome = address.map(addresses::take).orElse(true);
    var line =
        new SocketLine(
            new WebSocketPipe(socket),
            new SocketLoop(context),
            clock,
            counters,
            address.isPresent() ? members : uncounted);
    var assembler = new FrameAssembler();
    open.add(line);
    counters.opened();
    long timer = vertx.setPeriodic(settings.tickMs(), _ -> line.tick());
    FrameGuard.install(
        ((WebSocketInternal) socket).channelHandlerContext().pipeline(),
        tooBig -> line.loop().execute(() -> refuse(line, tooBig)));
    socket.frameHandler(frame -> receive(line, assembler, frame));
    socket.exceptionHandler(failure -> LOG.debug("a socket failed", failure));
    socket.closeHandler(_ -> {
      vertx.cancelTimer(timer);
      open.remove(line);
      counters.closed();
      line.end();
      if (welcome) {
        address.ifPresent(addresses::giveBack);
      }
    });
    if (!welcome) {
      line.close(CloseReason.TRY_LATER, Refusal.TOO_MANY_SOCKETS);
      return;
    }
    String cookieToken = UpgradeRequest.cookieToken(socket.headers(), settings.cookieName());
    switch (UpgradeRequest.of(socket.uri()).orElseThrow()) {
      case UpgradeRequest.Hocuspocus() ->
          line.listen(new HocuspocusSocket(line, cookieToken, identities, rooms, channels));
      case UpgradeRequest.YWebsocket(String document, String token) -> {
        var dialect = new YWebsocketSocket(line, document, cookieToken, identities, rooms);
        line.listen(dialect);
        dialect.start(token);
      }
    }
  }

  private static void receive(SocketLine line, FrameAssembler assembler, WebSocketFrame frame) {
    if (frame.isClose() || !line.admit(frame.binaryData().length())) {
      return;
    }
    try {
      assembler.add(frame).ifPresent(line::receive);
    } catch (ProtocolException refused) {
      refuse(line, refused.reason() == CloseReason.MESSAGE_TOO_BIG);
    }
  }

  private static void refuse(SocketLine line, boolean tooBig) {
    if (tooBig) {
      line.close(CloseReason.MESSAGE_TOO_BIG, Refusal.TOO_BIG);
    } else {
      line.close(CloseReason.RESET, Refusal.MALFORMED);
    }
  }
}
