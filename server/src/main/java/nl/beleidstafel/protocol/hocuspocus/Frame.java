package nl.beleidstafel.protocol.hocuspocus;

import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.protocol.Message;

/// What one WebSocket frame holds.
public sealed interface Frame {
  /// A message about one document. The body is read on its own, so that a bad body ends the
  /// document it names and not the socket.
  ///
  /// @param body type and content, for {@link HocuspocusCodec#read}
  record Addressed(Address address, Bytes body) implements Frame {}

  /// One byte without address: {@link Message.Ping} or {@link Message.Pong}.
  record Heartbeat(Message message) implements Frame {}
}
