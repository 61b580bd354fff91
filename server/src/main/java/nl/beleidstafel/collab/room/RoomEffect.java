package nl.beleidstafel.collab.room;

import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.collab.Level;
import nl.beleidstafel.protocol.Message;
import org.jspecify.annotations.Nullable;

/// What a room wants done. Effects are performed in the order given.
public sealed interface RoomEffect {
  /// Store the update. Answered once, by `Committed`, `AppendRefused` or `AppendFailed`; entries of
  /// one author are stored in the order given.
  ///
  /// @param onBehalfOf who proposed what the author accepted; null where nobody did
  record Append(long entry, Actor author, @Nullable MemberId onBehalfOf, Bytes update)
      implements RoomEffect {
    public Append(long entry, Actor author, Bytes update) {
      this(entry, author, null, update);
    }
  }

  record Send(long session, Message message) implements RoomEffect {}

  /// Send to every session that is not blocked. A session that does not take it is reported with
  /// `Blocked`.
  ///
  /// @param except a session that does not need it, or {@link #NOBODY}
  record Publish(Message message, long except) implements RoomEffect {
    public static final long NOBODY = -1;
  }

  /// What the session may do changed; it was told already.
  record LevelChanged(long session, Level level) implements RoomEffect {}

  /// End the session; the room forgot it.
  record CloseDocument(long session, Reason reason) implements RoomEffect {}

  /// Ask the log for everything after the seq; answered by `CaughtUp`.
  record CatchUp(long afterSeq) implements RoomEffect {}

  /// The answer to `Edited`: stored at this seq, which is 0 where there was nothing new.
  record Settle(long ticket, long seq) implements RoomEffect {}

  /// The other answer to `Edited`.
  record Reject(long ticket, Reason reason) implements RoomEffect {}

  /// Write down the whole state.
  record SaveSnapshot(long seq, Bytes state) implements RoomEffect {}

  /// Give a `PresenceTick` after this time at the latest.
  record Wake(int delayMs) implements RoomEffect {}

  /// An update or message was refused, or dropped: for the counters.
  record Refusal(Reason reason) implements RoomEffect {}
}
