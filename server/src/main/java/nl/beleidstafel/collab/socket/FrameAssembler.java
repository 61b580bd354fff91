package nl.beleidstafel.collab.socket;

import io.netty.buffer.ByteBuf;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocketFrame;
import io.vertx.core.internal.buffer.BufferInternal;
import java.util.Optional;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.protocol.CloseReason;
import nl.beleidstafel.protocol.ProtocolException;
import org.jspecify.annotations.Nullable;

/// Puts the pieces of a message together. Vert.x's own assembly copies a message twice and forgets
/// one that grows too large without a word to the peer. One thread.
final class FrameAssembler {
  private @Nullable Buffer pieces;

  /// The whole message where this frame ends one; empty for pieces and for control frames. Throws
  /// {@link ProtocolException} on text, and on a message above the frame limit.
  Optional<Bytes> add(WebSocketFrame frame) {
    if (frame.isText()) {
      throw new ProtocolException(CloseReason.RESET, "messages are binary");
    }
    if (!frame.isBinary() && !frame.isContinuation()) {
      return Optional.empty();
    }
    Buffer piece = frame.binaryData();
    Buffer before = pieces;
    if (before == null && frame.isFinal()) {
      return Optional.of(bytes(piece));
    }
    int length = (before == null ? 0 : before.length()) + piece.length();
    if (length > Limits.FRAME_SIZE_MAX_BYTES) {
      pieces = null;
      throw new ProtocolException(CloseReason.MESSAGE_TOO_BIG, "message too big");
    }
    Buffer joined = before == null ? Buffer.buffer() : before;
    joined.appendBuffer(piece);
    pieces = frame.isFinal() ? null : joined;
    return frame.isFinal() ? Optional.of(bytes(joined)) : Optional.empty();
  }

  /// A view: Vert.x gives each frame heap memory of its own and never writes to it again.
  private static Bytes bytes(Buffer buffer) {
    ByteBuf memory = ((BufferInternal) buffer).getByteBuf();
    return memory.hasArray()
        ? Bytes.wrap(
            memory.array(), memory.arrayOffset() + memory.readerIndex(), memory.readableBytes())
        : Bytes.wrap(buffer.getBytes());
  }
}
