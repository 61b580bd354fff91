package nl.beleidstafel.collab.socket;

import nl.beleidstafel.base.Actor;
import nl.beleidstafel.collab.Identities;
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
  ///
  /// @param endsAtMs when the token counts no more unless something is done with it
  record Attached(
      Attachment attachment,
      Actor actor,
      String token,
      RoomOutbound out,
      long checkedMs,
      long endsAtMs)
      implements SessionState {
    Attached checked(Identities.Session still, String nowToken, long nowMs) {
      return new Attached(attachment, still.actor(), nowToken, out, nowMs, still.endsAtMs());
    }

    /// Not to be asked about again at once.
    Attached asked(long nowMs, long nextMs) {
      return new Attached(attachment, actor, token, out, nowMs, nextMs);
    }
  }

  /// In the room, but the token no longer counts: the client was asked for another, is shown
  /// nothing until it came, and what it writes waits.
  record Renewing(Attached session, Waiting waiting, long sinceMs) implements SessionState {}

  /// Denied or ended; only another token opens it again.
  record Closed() implements SessionState {}
}
