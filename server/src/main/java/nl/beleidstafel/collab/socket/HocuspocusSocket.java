package nl.beleidstafel.collab.socket;

import io.vertx.core.buffer.Buffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.collab.Identities;
import nl.beleidstafel.collab.runtime.Broadcast;
import nl.beleidstafel.collab.runtime.PlanChannels;
import nl.beleidstafel.collab.runtime.Rooms;
import nl.beleidstafel.protocol.CloseReason;
import nl.beleidstafel.protocol.Message;
import nl.beleidstafel.protocol.Presence;
import nl.beleidstafel.protocol.ProtocolException;
import nl.beleidstafel.protocol.hocuspocus.Address;
import nl.beleidstafel.protocol.hocuspocus.Frame;
import nl.beleidstafel.protocol.hocuspocus.HocuspocusCodec;
import org.jspecify.annotations.Nullable;

/// One socket of the Hocuspocus dialect: many documents, each with a {@link DocumentSession} under
/// its address. The socket's event loop.
final class HocuspocusSocket implements SocketLine.Listener {
  private static final Buffer PING = heartbeat(new Message.Ping());
  private static final Buffer PONG = heartbeat(new Message.Pong());
  private static final Message NOBODY = new Message.Presence(Presence.encode(List.of()));

  private final SocketLine line;
  private final String cookieToken;
  private final AskedOnce identities;
  private final Rooms rooms;
  private final PlanChannels channels;
  private final long openedMs;
  private final Map<Address, DocumentSession> sessions = new LinkedHashMap<>();
  private boolean authenticated;
  private boolean tokenSeen;
  private boolean pingKnown = true;

  HocuspocusSocket(
      SocketLine line,
      String cookieToken,
      Identities identities,
      Rooms rooms,
      PlanChannels channels) {
    this.line = line;
    this.cookieToken = cookieToken;
    this.identities = new AskedOnce(identities, line);
    this.rooms = rooms;
    this.channels = channels;
    this.openedMs = line.nowMs();
  }

  @Override
  public void received(Bytes frame) {
    switch (HocuspocusCodec.open(frame)) {
      case Frame.Heartbeat(Message.Ping _) -> line.send(PONG);
      case Frame.Heartbeat _ -> {}
      case Frame.Addressed(Address address, Bytes body) -> received(address, body);
    }
  }

  /// A body that cannot be read ends its document where there is one, and the socket where nobody
  /// authenticated yet: there is nothing else to lose on it.
  private void received(Address address, Bytes body) {
    DocumentSession known = sessions.get(address);
    Message message;
    try {
      message = HocuspocusCodec.read(body);
    } catch (ProtocolException malformed) {
      if (known == null || !authenticated) {
        throw malformed;
      }
      known.malformed();
      return;
    }
    if (message instanceof Message.AuthToken token) {
      tokenSeen = true;
      pingKnown &= !token.providerVersion().isEmpty();
    }
    DocumentSession session = known == null ? admit(address, message) : known;
    if (session != null) {
      session.received(message);
    }
  }

  /// A session for a new address, where there is still room for one.
  private @Nullable DocumentSession admit(Address address, Message first) {
    if (first instanceof Message.Close) {
      return null;
    }
    if (sessions.size() >= Limits.SOCKET_DOCUMENTS_MAX) {
      sessions.values().removeIf(DocumentSession::closed);
    }
    if (sessions.size() >= Limits.SOCKET_DOCUMENTS_MAX) {
      if (first instanceof Message.AuthToken) {
        line.counters().refused(Refusal.TOO_MANY_DOCUMENTS);
        send(address, new Message.AuthDenied(Refusal.TOO_MANY_DOCUMENTS.word()));
      }
      return null;
    }
    var session =
        new DocumentSession(
            address.document(),
            cookieToken,
            line,
            new AddressPeer(address),
            identities,
            rooms,
            channels);
    sessions.put(address, session);
    return session;
  }

  /// Clients give up on a server that says nothing for 30 s. Providers from 4 on know a one-byte
  /// ping; the older ones would choke on it and get news that nobody came or went.
  @Override
  public void ticked(long nowMs) {
    if (!authenticated && nowMs - openedMs > Limits.SOCKET_UNAUTHENTICATED_MAX_MS) {
      line.close(CloseReason.TIMEOUT, Refusal.AUTHENTICATION_LATE);
      return;
    }
    List.copyOf(sessions.values()).forEach(session -> session.tick(nowMs));
    if (!authenticated || nowMs - line.sentMs() < Limits.SOCKET_PING_AFTER_MS) {
      return;
    }
    if (tokenSeen && pingKnown) {
      line.send(PING);
    } else {
      for (Map.Entry<Address, DocumentSession> entry : sessions.entrySet()) {
        if (entry.getValue().attached()) {
          send(entry.getKey(), NOBODY);
          return;
        }
      }
    }
  }

  @Override
  public void recheck(MemberId member) {
    identities.forget();
    List.copyOf(sessions.values()).forEach(session -> session.recheck(member));
  }

  @Override
  public void ended() {
    sessions.values().forEach(DocumentSession::left);
    sessions.clear();
  }

  private void send(Address address, Message message) {
    line.send(Frames.of(HocuspocusCodec.encode(address, message)));
  }

  private static Buffer heartbeat(Message message) {
    return Frames.of(HocuspocusCodec.encode(new Address("-"), message));
  }

  /// The provider behind one address.
  private final class AddressPeer implements Peer {
    private final Address address;

    AddressPeer(Address address) {
      this.address = address;
    }

    @Override
    public Optional<Buffer> encode(Message message) {
      return Optional.of(Frames.of(HocuspocusCodec.encode(address, message)));
    }

    @Override
    public Optional<Buffer> encode(Broadcast broadcast) {
      Buffer shared =
          broadcast.form(address, message -> Frames.of(HocuspocusCodec.encode(address, message)));
      return Optional.of(shared);
    }

    @Override
    public void deny(String word) {
      send(address, new Message.AuthDenied(word));
    }

    @Override
    public void close(String word) {
      send(address, new Message.Close(word));
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
      return true;
    }

    @Override
    public boolean echoesOwn() {
      return false;
    }
  }
}
