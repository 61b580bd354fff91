package nl.beleidstafel.collab.socket;

import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.internal.buffer.BufferInternal;
import nl.beleidstafel.base.Bytes;

/// Bytes as Vert.x buffers, without a copy: many sockets write the same memory, nobody changes it.
final class Frames {
  private Frames() {}

  static Buffer of(Bytes bytes) {
    return BufferInternal.buffer(
        Unpooled.wrappedBuffer(bytes.backingArray(), bytes.arrayOffset(), bytes.length()));
  }
}
