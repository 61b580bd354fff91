package nl.beleidstafel.collab.runtime;

import nl.beleidstafel.collab.Level;
import nl.beleidstafel.protocol.Message;

/// One session in one room, as its socket holds it. Any thread may call it; one caller's messages
/// keep their order.
public interface Attachment {
  /// What the actor may do now; changes while the session is open. Never `NONE`.
  Level level();

  /// Gives the client's message to the room: `SyncStep1`, `SyncStep2`, `Update`, `Presence`,
  /// `QueryPresence`, `Stateless`. Others are not the room's matter and are ignored. Never blocks
  /// and never fails: where the room cannot take it, it ends the session through {@link
  /// Outbound#closeDocument}.
  void receive(Message message);

  /// Ends the session; nothing is sent to its `Outbound` afterwards, except what the room had
  /// decided before it heard of it. Does nothing when repeated, or after the room closed it.
  void detach();
}
