package nl.beleidstafel.collab.socket;

import nl.beleidstafel.collab.runtime.Broadcast;
import nl.beleidstafel.collab.runtime.Outbound;
import nl.beleidstafel.protocol.Message;
import org.jspecify.annotations.Nullable;

/// The way from a room back to one client. Rooms call it on their event loop; what it does happens
/// on the socket's. After {@link #shut} nothing more is written.
final class RoomOutbound implements Outbound {
  private final SocketLine line;
  private final Peer peer;
  private final DocumentSession session;
  private volatile boolean open = true;
  private volatile boolean muted;
  private @Nullable Runnable whenHeard;

  RoomOutbound(SocketLine line, Peer peer, DocumentSession session) {
    this.line = line;
    this.peer = peer;
    this.session = session;
  }

  @Override
  public void send(Message message) {
    if (open) {
      peer.encode(message).ifPresent(frame -> line.post(frame, this::isOpen));
    }
  }

  @Override
  public void publish(Broadcast broadcast) {
    if (open) {
      peer.encode(broadcast).ifPresent(frame -> line.post(frame, this::isOpen));
    }
  }

  @Override
  public boolean echoesOwn() {
    return peer.echoesOwn();
  }

  @Override
  public boolean writable() {
    return !muted && line.writable();
  }

  @Override
  public void onWritable(Runnable then) {
    line.loop()
        .execute(() -> {
          if (muted) {
            whenHeard = then;
          } else {
            line.whenWritable(then);
          }
        });
  }

  /// Shows the client nothing more of what happens in the room until {@link #unmute}; the room then
  /// makes up for it. The socket's event loop, like the next.
  void mute() {
    muted = true;
  }

  void unmute() {
    muted = false;
    Runnable then = whenHeard;
    whenHeard = null;
    if (then != null) {
      line.whenWritable(then);
    }
  }

  @Override
  public void closeDocument(String reason) {
    line.loop().execute(() -> session.closedByRoom(this, reason));
  }

  boolean isOpen() {
    return open;
  }

  void shut() {
    open = false;
  }
}
