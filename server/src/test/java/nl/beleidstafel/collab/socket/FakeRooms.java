package nl.beleidstafel.collab.socket;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.collab.Level;
import nl.beleidstafel.collab.room.Reason;
import nl.beleidstafel.collab.runtime.Attachment;
import nl.beleidstafel.collab.runtime.Broadcast;
import nl.beleidstafel.collab.runtime.Outbound;
import nl.beleidstafel.collab.runtime.Refused;
import nl.beleidstafel.collab.runtime.Rooms;
import nl.beleidstafel.protocol.Message;
import org.jspecify.annotations.Nullable;

/// Rooms that only remember: what came, from whom, and the way back. One thread.
final class FakeRooms implements Rooms {
  /// What the next attach answers instead of an attachment.
  @Nullable Reason refusal;

  /// Where set, attaches wait for it.
  @Nullable Future<Void> gate;

  final List<Session> sessions = new ArrayList<>();
  private final Map<DocumentId, List<Session>> open = new HashMap<>();

  @Override
  public Future<Attachment> attach(DocumentId document, Actor actor, Outbound out) {
    Future<Void> ready = gate == null ? Future.succeededFuture() : gate;
    return ready.compose(_ -> {
      if (refusal != null) {
        return Future.failedFuture(new Refused(refusal));
      }
      var session = new Session(document, actor, out);
      sessions.add(session);
      open.computeIfAbsent(document, _ -> new ArrayList<>()).add(session);
      out.send(new Message.AuthGranted(session.level != Level.WRITE));
      return Future.succeededFuture(session);
    });
  }

  Session last() {
    return sessions.getLast();
  }

  void publish(DocumentId document, Message message) {
    var broadcast = new Broadcast(message);
    open.getOrDefault(document, List.of()).forEach(session -> session.out.publish(broadcast));
  }

  /// One session, as the room sees it.
  static final class Session implements Attachment {
    final DocumentId document;
    final Actor actor;
    final Outbound out;
    final List<Message> received = new ArrayList<>();
    Level level = Level.WRITE;
    boolean detached;

    Session(DocumentId document, Actor actor, Outbound out) {
      this.document = document;
      this.actor = actor;
      this.out = out;
    }

    @Override
    public Level level() {
      return level;
    }

    @Override
    public void receive(Message message) {
      received.add(message);
      switch (message) {
        case Message.SyncStep1 _ -> out.send(new Message.SyncStep2(Bytes.ofHex("0000")));
        case Message.SyncStep2 _, Message.Update _ -> out.send(new Message.SyncStatus(true));
        case Message.Presence _,
            Message.QueryPresence _,
            Message.Stateless _,
            Message.AuthToken _,
            Message.AuthRequest _,
            Message.AuthDenied _,
            Message.AuthGranted _,
            Message.Close _,
            Message.SyncStatus _,
            Message.Ping _,
            Message.Pong _ -> {}
      }
    }

    @Override
    public void detach() {
      detached = true;
    }
  }
}
