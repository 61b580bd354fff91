package nl.beleidstafel.collab.room;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.collab.Level;
import nl.beleidstafel.protocol.Message;
import nl.beleidstafel.protocol.Presence;
import nl.beleidstafel.protocol.PresenceEntry;
import nl.beleidstafel.testkit.Actors;
import nl.beleidstafel.testkit.Edits;

/// A room and the hand that plays its world: who joins, what the log says, and what came of it.
final class RoomScript {
  static final UUID GENERATION = new UUID(7, 7);
  static final Bytes SEED = Edits.text(1, 0, "seed");
  static final Actor ANN = Actors.actor(1);
  static final Actor BEN = Actors.actor(2);

  final Room room;
  final List<RoomEffect> effects = new ArrayList<>();
  private final List<RoomEffect.Append> appends = new ArrayList<>();
  private long seq = 1;

  RoomScript() {
    room = new Room(GENERATION, 1, Bytes.EMPTY, List.of(SEED));
  }

  /// Gives the event and forgets what came of those before.
  List<RoomEffect> on(RoomEvent event) {
    effects.clear();
    effects.addAll(room.on(event));
    for (RoomEffect effect : effects) {
      if (effect instanceof RoomEffect.Append append) {
        appends.add(append);
      }
    }
    return effects;
  }

  RoomScript join(long session, Actor actor, Level level) {
    on(new RoomEvent.Joined(session, actor, level, false));
    return this;
  }

  List<RoomEffect> says(long session, Message message) {
    return on(new RoomEvent.Received(session, message));
  }

  List<RoomEffect> types(long session, Bytes update) {
    return says(session, new Message.Update(update));
  }

  /// What waits for the log.
  List<RoomEffect.Append> appends() {
    return appends;
  }

  /// Commits everything that waits, each update as a row of its own.
  List<RoomEffect> commit() {
    List<RoomEvent.Row> rows = new ArrayList<>();
    for (RoomEffect.Append append : appends) {
      rows.add(new RoomEvent.Row(++seq, append.update(), List.of(append.entry())));
    }
    appends.clear();
    return on(new RoomEvent.Committed(rows));
  }

  List<RoomEffect> saysPresence(long session, PresenceEntry... entries) {
    return says(session, new Message.Presence(Presence.encode(List.of(entries))));
  }

  /// What the last event sent to the session.
  List<Message> sentTo(long session) {
    List<Message> messages = new ArrayList<>();
    for (RoomEffect effect : effects) {
      if (effect instanceof RoomEffect.Send(long to, Message message) && to == session) {
        messages.add(message);
      }
    }
    return messages;
  }

  <E extends RoomEffect> List<E> all(Class<E> kind) {
    return effects.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  static Message.SyncStatus status(boolean applied) {
    return new Message.SyncStatus(applied);
  }

  static RoomEffect.CloseDocument closed(long session, Reason reason) {
    return new RoomEffect.CloseDocument(session, reason);
  }
}
