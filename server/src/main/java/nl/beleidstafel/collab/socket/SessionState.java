package nl.beleidstafel.collab.socket;

import nl.beleidstafel.base.Actor;
import nl.beleidstafel.collab.runtime.Attachment;

/// Where one document on one socket stands.
///
/// ```
/// Waiting -> Authenticating -> Attached <-> Renewing
///    ^             |              |            |
///    +---- Auth ---+--> Closed <--+------------+
/// ```
sealed interface SessionState {
  /// Messages came, no token yet.
  record WaitingForToken(Waiting waiting) implements SessionState {}

  /// A token came; who it is and whether they may is being asked.
  record Authenticating(Waiting waiting, String token, RoomOutbound out) implements SessionState {}

  /// In the room.
  record Attached(
      Attachment attachment, Actor actor, String token, RoomOutbound out, long checkedMs)
      implements SessionState {
    Attached checked(Actor still, String nowToken, long nowMs) {
      return new Attached(attachment, still, nowToken, out, nowMs);
    }
  }

  /// In the room, but the token no longer counts: the client was asked for another, still reads,
  /// and what it writes waits.
  record Renewing(Attached session, Waiting waiting, long sinceMs) implements SessionState {}

  /// Denied or ended; only another token opens it again.
  record Closed() implements SessionState {}
}
