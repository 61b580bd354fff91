package nl.beleidstafel.protocol;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.crdt.encoding.ByteWriter;
import nl.beleidstafel.protocol.hocuspocus.Frame;
import nl.beleidstafel.protocol.hocuspocus.HocuspocusCodec;
import nl.beleidstafel.protocol.ywebsocket.YWebsocketCodec;
import org.junit.jupiter.api.Test;

/// Small frames that promise much cost little.
final class AllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /// What a refusal itself and the test's own objects take.
  private static final long SLACK_BYTES = 64 * 1024;

  @Test
  void promisesAreNotAllocated_P13() {
    Bytes huge = Bytes.ofHex("ffffffffffffff0f");
    assertCheap(16, () -> Presence.decode(huge));
    assertCheap(16, () -> YWebsocketCodec.decode(joined(0, 2, huge)));
    assertCheap(16, () -> HocuspocusCodec.read(joined(1, 2, huge)));
    assertCheap(16, () -> HocuspocusCodec.open(huge));
  }

  @Test
  void aLargeUpdateIsNotCopied_P13() {
    var writer = new ByteWriter();
    writer.writeVarString("document");
    writer.writeVarUint(0);
    writer.writeVarUint(2);
    writer.writeVarBytes(Bytes.wrap(new byte[8 * 1024 * 1024]));
    Bytes frame = writer.toBytes();
    assertCheap(
        0,
        () -> {
          var addressed = (Frame.Addressed) HocuspocusCodec.open(frame);
          HocuspocusCodec.read(addressed.body());
        });
  }

  @Test
  void manyEntriesCostASmallMultiple_P13() {
    var writer = new ByteWriter();
    writer.writeVarUint(1000);
    for (int i = 0; i < 1000; i++) {
      writer.writeVarUint(i);
      writer.writeVarUint(1);
      writer.writeVarString("{}");
    }
    Bytes presence = writer.toBytes();
    assertCheap(40L * presence.length(), () -> Presence.decode(presence));
  }

  private static Bytes joined(int first, int second, Bytes rest) {
    var writer = new ByteWriter();
    for (int one : List.of(first, second)) {
      writer.writeVarUint(one);
    }
    writer.writeBytes(rest);
    return writer.toBytes();
  }

  private static void assertCheap(long bytesMax, Runnable decoding) {
    run(decoding);
    long before = THREADS.getCurrentThreadAllocatedBytes();
    run(decoding);
    long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
    assertTrue(allocated <= bytesMax + SLACK_BYTES, () -> allocated + " bytes");
  }

  private static void run(Runnable decoding) {
    try {
      decoding.run();
    } catch (ProtocolException refused) {
      assertTrue(refused.getStackTrace().length == 0);
    }
  }
}
