package nl.beleidstafel.collab.socket;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;

/// The raw way to one client: a WebSocket, or a test's picture of one. Used on the socket's event
/// loop.
interface Pipe {
  /// Sends a message or a piece of one; completes when the network took all of it.
  Future<Void> write(Buffer piece, boolean first, boolean last);

  void ping();

  /// Says goodbye with code and text.
  void close(int code, String text);

  /// Cuts the connection without goodbye.
  void cut();

  void pause();

  void resume();
}
