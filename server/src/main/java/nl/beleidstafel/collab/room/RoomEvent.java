package nl.beleidstafel.collab.room;

import java.util.List;
import java.util.Map;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.collab.Level;
import nl.beleidstafel.protocol.Message;
import org.jspecify.annotations.Nullable;

/// What happens to a room. Sessions, entries and tickets are numbers that the runtime and the room
/// give out; each is used once in a room's life.
public sealed interface RoomEvent {
  /// A session begins.
  ///
  /// @param level at least `READ`
  /// @param echoesOwn whether the client waits for its own updates to come back
  record Joined(long session, Actor actor, Level level, boolean echoesOwn) implements RoomEvent {}

  /// A session's client said something.
  record Received(long session, Message message) implements RoomEvent {}

  /// The server itself writes, for an actor; answered by `Settle`.
  ///
  /// @param onBehalfOf who proposed what the actor accepted; null where nobody did
  record Edited(long ticket, Actor actor, @Nullable MemberId onBehalfOf, Bytes update)
      implements RoomEvent {
    public Edited(long ticket, Actor actor, Bytes update) {
      this(ticket, actor, null, update);
    }
  }

  /// Rows of this document are in the log, for good.
  record Committed(List<Row> rows) implements RoomEvent {}

  /// Entries were not stored, because their author has only this level now. Until the room took
  /// this, nothing else of the author is stored either: it might stand on these.
  record AppendRefused(MemberId author, List<Long> entries, Level level) implements RoomEvent {}

  /// Entries were not stored and will not be; nor is, until the room took this, anything else of
  /// the author.
  record AppendFailed(MemberId author, List<Long> entries, Reason reason) implements RoomEvent {}

  /// What the log holds after the seq that `CatchUp` named, in order.
  record CaughtUp(List<Row> rows) implements RoomEvent {}

  /// What sessions may do now.
  record AccessChanged(Map<Long, Level> levels) implements RoomEvent {}

  /// A session's client does not take more; it misses this update (empty: none).
  record Blocked(long session, Bytes missed) implements RoomEvent {}

  /// A blocked client takes again.
  record Drained(long session) implements RoomEvent {}

  record Left(long session) implements RoomEvent {}

  /// Time passed: presence is published, expired presence removed.
  ///
  /// @param nowMs of any clock that never goes back
  record PresenceTick(long nowMs) implements RoomEvent {}

  /// The database went away, or is back.
  record StorageChanged(boolean away) implements RoomEvent {}

  /// A row of the log.
  ///
  /// @param entries the entries of this room that it stores; empty for rows of other nodes
  record Row(long seq, Bytes update, List<Long> entries) {}
}
