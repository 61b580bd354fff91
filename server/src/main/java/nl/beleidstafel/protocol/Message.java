package nl.beleidstafel.protocol;

import nl.beleidstafel.base.Bytes;

/// One message between a client and the server about one document, free of its dialect. Source:
/// y-protocols `PROTOCOL.md`, hocuspocus `packages/common`.
public sealed interface Message {
  /// "This is what I have": the state vector, encoded.
  record SyncStep1(Bytes stateVector) implements Message {}

  /// The answer to a step 1: everything the other misses, as update v1.
  record SyncStep2(Bytes update) implements Message {}

  /// A change, as update v1.
  record Update(Bytes update) implements Message {}

  /// Presence of one or more clients, in the encoding of y-protocols' awareness.
  record Presence(Bytes presence) implements Message {}

  /// "Send me everybody's presence."
  record QueryPresence() implements Message {}

  /// A client shows who it is.
  ///
  /// @param providerVersion empty where the client does not say (Hocuspocus before 4)
  record AuthToken(String token, String providerVersion) implements Message {}

  /// The server asks for the token again.
  record AuthRequest() implements Message {}

  record AuthDenied(String reason) implements Message {}

  record AuthGranted(boolean readOnly) implements Message {}

  /// Text of the application, outside the document.
  record Stateless(String payload) implements Message {}

  /// Ends this document on this socket, not the socket.
  record Close(String reason) implements Message {}

  /// The answer to each Step2 or Update: durable, or refused.
  record SyncStatus(boolean applied) implements Message {}

  record Ping() implements Message {}

  record Pong() implements Message {}
}
