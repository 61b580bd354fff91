package nl.beleidstafel.collab.socket;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Optional;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.collab.Identities;
import nl.beleidstafel.collab.room.Reason;
import nl.beleidstafel.collab.runtime.Broadcast;
import nl.beleidstafel.collab.runtime.PlanChannels;
import nl.beleidstafel.collab.runtime.Rooms;
import nl.beleidstafel.protocol.CloseReason;
import nl.beleidstafel.protocol.Message;
import nl.beleidstafel.protocol.Presence;
import nl.beleidstafel.protocol.ywebsocket.YWebsocketCodec;

/// One socket of the y-websocket dialect: one document, named in the path, whose end is the
/// socket's. The token came with the upgrade; to the session it is a first message. The socket's
/// event loop.
final class YWebsocketSocket implements SocketLine.Listener {
  /// What a shared message is called in the forms of a {@link Broadcast}.
  private static final String DIALECT = "y-websocket";

  private static final Message NOBODY = new Message.Presence(Presence.encode(List.of()));

  private final SocketLine line;
  private final DocumentSession session;
  private final long openedMs;
  private boolean authenticated;

  YWebsocketSocket(
      SocketLine line, String document, String cookieToken, Identities identities, Rooms rooms) {
    this.line = line;
    this.openedMs = line.nowMs();
    this.session =
        new DocumentSession(
            document,
            cookieToken,
            line,
            new SocketPeer(),
            identities,
            rooms,
            // This dialect has no words for what a channel says.
            PlanChannels.NONE);
  }

  /// Begins with the token of the upgrade, empty where there was none.
  void start(String token) {
    session.received(new Message.AuthToken(token, ""));
  }

  @Override
  public void received(Bytes frame) {
    List<Message> messages = YWebsocketCodec.decode(frame);
    if (line.admitMessages(messages.size() - 1)) {
      messages.forEach(session::received);
    }
  }

  /// Clients give up on a server that says nothing for 30 s, and one without presence of its own
  /// has no echo to keep it: it gets news that nobody came or went.
  @Override
  public void ticked(long nowMs) {
    if (!authenticated && nowMs - openedMs > Limits.SOCKET_UNAUTHENTICATED_MAX_MS) {
      line.close(CloseReason.TIMEOUT, Refusal.AUTHENTICATION_LATE);
      return;
    }
    session.tick(nowMs);
    if (session.attached() && nowMs - line.sentMs() >= Limits.SOCKET_PING_AFTER_MS) {
      encode(NOBODY).ifPresent(line::send);
    }
  }

  @Override
  public void recheck(MemberId member) {
    session.recheck(member);
  }

  @Override
  public void ended() {
    session.left();
  }

  private static Optional<Buffer> encode(Message message) {
    return YWebsocketCodec.encode(message).map(Frames::of);
  }

  /// The client on the other end.
  private final class SocketPeer implements Peer {
    @Override
    public Optional<Buffer> encode(Message message) {
      return YWebsocketSocket.encode(message);
    }

    @Override
    public Optional<Buffer> encode(Broadcast broadcast) {
      return broadcast.form(DIALECT, YWebsocketSocket::encode);
    }

    /// Codes from 4400 to 4499 keep the client from coming back in vain.
    @Override
    public void deny(String word) {
      encode(new Message.AuthDenied(word)).ifPresent(line::send);
      line.close(denial(word), word);
    }

    private static CloseReason denial(String word) {
      if (word.equals(Refusal.UNAUTHENTICATED.word())) {
        return CloseReason.UNAUTHORIZED;
      } else if (word.equals(Reason.FORBIDDEN.word()) || word.equals(Reason.ERASED.word())) {
        return CloseReason.FORBIDDEN;
      }
      return CloseReason.DOCUMENT_CLOSED;
    }

    @Override
    public void close(String word) {
      boolean lost = word.equals(Reason.ACCESS_LOST.word()) || word.equals(Reason.ERASED.word());
      line.close(lost ? CloseReason.FORBIDDEN : CloseReason.DOCUMENT_CLOSED, word);
    }

    @Override
    public void tryLater(String word) {
      line.close(CloseReason.TRY_LATER, word);
    }

    @Override
    public void joined() {
      authenticated = true;
    }

    @Override
    public boolean canRenew() {
      return false;
    }

    @Override
    public boolean echoesOwn() {
      return true;
    }
  }
}
