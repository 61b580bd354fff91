package nl.beleidstafel.collab.runtime;

import nl.beleidstafel.protocol.Message;

/// The way back to one client for one document; implemented by the socket. Every method is called
/// on the room's event loop, which is not always the socket's, and none may block or throw. What is
/// sent in order arrives in order. Messages that a dialect has no words for (`SyncStatus` in
/// y-websocket) are dropped by it.
public interface Outbound {
  /// A message for this session only.
  void send(Message message);

  /// A message for many sessions: the same bytes for all of one dialect and address.
  void publish(Broadcast broadcast);

  /// Whether this dialect's clients wait for their own updates to come back (y-websocket).
  boolean echoesOwn();

  /// False while more is queued for this client than it takes. The room then sends it no updates
  /// and no presence, and one diff when it is writable again; answers to its own messages still
  /// come, so the socket stops reading from a client that does not read.
  boolean writable();

  /// Calls once, from any thread, as soon as the client is writable again.
  void onWritable(Runnable then);

  /// Ends this document on this socket, not the socket; the session is already gone from the room.
  /// Reasons: the words of {@link nl.beleidstafel.collab.room.Reason}.
  void closeDocument(String reason);
}
