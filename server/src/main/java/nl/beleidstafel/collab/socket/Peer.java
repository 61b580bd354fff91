package nl.beleidstafel.collab.socket;

import io.vertx.core.buffer.Buffer;
import java.util.Optional;
import nl.beleidstafel.collab.runtime.Broadcast;
import nl.beleidstafel.protocol.Message;

/// The client behind one document on one socket, in its dialect.
interface Peer {
  /// The message as a frame; empty where the dialect has no words for it. Any thread.
  Optional<Buffer> encode(Message message);

  /// The shared message as a frame, made once for all sessions of this dialect and address. The
  /// room's event loop.
  Optional<Buffer> encode(Broadcast broadcast);

  /// Tells the client that it may not, with a word.
  void deny(String word);

  /// Ends the document for the client, with a word.
  void close(String word);

  /// Ends the whole connection because the server cannot answer now; the client comes back.
  void tryLater(String word);

  /// The client is in the room.
  void joined();

  /// Whether the client can be asked for a new token.
  boolean canRenew();

  /// Whether the client waits for its own updates to come back.
  boolean echoesOwn();
}
