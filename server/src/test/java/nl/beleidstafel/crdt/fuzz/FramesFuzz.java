package nl.beleidstafel.crdt.fuzz;

import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.protocol.Presence;
import nl.beleidstafel.protocol.hocuspocus.Frame;
import nl.beleidstafel.protocol.hocuspocus.HocuspocusCodec;
import nl.beleidstafel.protocol.ywebsocket.YWebsocketCodec;

/// Frames of both dialects, and presence.
public final class FramesFuzz {
  private static final long MULTIPLE = 200;

  private FramesFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    Bytes bytes = Bytes.wrap(input);
    long bytesMax = MULTIPLE * input.length;
    Hostile.attempt(
        bytesMax,
        () -> {
          if (HocuspocusCodec.open(bytes) instanceof Frame.Addressed addressed) {
            HocuspocusCodec.read(addressed.body());
          }
        });
    Hostile.attempt(bytesMax, () -> YWebsocketCodec.decode(bytes));
    Hostile.attempt(bytesMax, () -> Presence.decode(bytes));
  }
}
