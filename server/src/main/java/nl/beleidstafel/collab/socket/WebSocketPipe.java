package nl.beleidstafel.collab.socket;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketFrame;
import io.vertx.core.internal.http.WebSocketInternal;

/// A {@link Pipe} over a Vert.x WebSocket.
final class WebSocketPipe implements Pipe {
  private final ServerWebSocket socket;

  WebSocketPipe(ServerWebSocket socket) {
    this.socket = socket;
  }

  @Override
  public Future<Void> write(Buffer piece, boolean first, boolean last) {
    return socket.writeFrame(
        first
            ? WebSocketFrame.binaryFrame(piece, last)
            : WebSocketFrame.continuationFrame(piece, last));
  }

  @Override
  public void ping() {
    socket.writePing(Buffer.buffer());
  }

  @Override
  public void close(int code, String text) {
    socket.close((short) code, text);
  }

  /// A close frame waits behind all that the client does not read; the channel's own close does
  /// not.
  @Override
  public void cut() {
    var _ = ((WebSocketInternal) socket).channelHandlerContext().channel().close();
  }

  @Override
  public void pause() {
    socket.pause();
  }

  @Override
  public void resume() {
    socket.resume();
  }
}
