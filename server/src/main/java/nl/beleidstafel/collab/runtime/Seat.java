package nl.beleidstafel.collab.runtime;

import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.collab.Level;
import nl.beleidstafel.collab.room.RoomEvent;
import nl.beleidstafel.protocol.Message;

/// A session as the runtime holds it: the socket's way in and out.
final class Seat implements Attachment {
  final long session;
  final Actor actor;
  final Outbound out;

  /// Whether its client takes nothing at present; changed on the room's loop only.
  boolean blocked;

  private final LiveRoom room;
  private volatile Level level;
  private volatile boolean ended;

  Seat(LiveRoom room, long session, Actor actor, Level level, Outbound out) {
    this.room = room;
    this.session = session;
    this.actor = actor;
    this.level = level;
    this.out = out;
  }

  @Override
  public Level level() {
    return level;
  }

  void level(Level now) {
    level = now;
  }

  /// Nothing more is taken from its client.
  void end() {
    ended = true;
  }

  @Override
  public void receive(Message message) {
    if (ended) {
      return;
    }
    var event = new RoomEvent.Received(session, message);
    if (message instanceof Message.Presence) {
      room.offerPresence(event);
    } else if (!room.offer(event, Limits.ROOM_MAILBOX_MAX)) {
      // What follows would stand on what was not taken.
      ended = true;
      room.overloaded(this);
    }
  }

  @Override
  public void detach() {
    if (!ended) {
      ended = true;
      room.leave(this);
    }
  }
}
