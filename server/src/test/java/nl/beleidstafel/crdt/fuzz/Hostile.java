package nl.beleidstafel.crdt.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.function.Consumer;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.crdt.doc.Doc;
import nl.beleidstafel.crdt.update.CrdtException;
import nl.beleidstafel.protocol.ProtocolException;

/// What every decoder owes to a peer who may send any bytes: it gives a value or refuses them with
/// the declared exception, and takes memory in proportion to what was sent.
final class Hostile {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /// What takes memory whatever the input: buffers, the exception.
  private static final long SLACK_BYTES = 256 * 1024;

  /// For what builds on what was taken in.
  static final long ANY = Long.MAX_VALUE / 2;

  private Hostile() {}

  /// Fails where the decoder throws anything undeclared or takes more than `bytesMax`. It is run
  /// again before that is said, because the first run loads classes.
  static void attempt(long bytesMax, Runnable decode) {
    if (taken(decode) > bytesMax + SLACK_BYTES) {
      long again = taken(decode);
      if (again > bytesMax + SLACK_BYTES) {
        throw new AssertionError(again + " bytes where " + bytesMax + " are allowed");
      }
    }
  }

  private static long taken(Runnable decode) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    try {
      decode.run();
    } catch (CrdtException | ProtocolException refused) {
      if (refused.getMessage() == null) {
        throw new AssertionError("a refusal without a reason", refused);
      }
    }
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }

  /// A document that had something before it took in the bytes.
  static Doc applied(Consumer<Doc> update) {
    Doc doc = new Doc(99);
    doc.text("t").insert(0, "wat er al was");
    update.accept(doc);
    return doc;
  }

  /// What a document took in it can write out, show and be edited with.
  static void use(Doc doc) {
    Bytes encoded = doc.encode();
    Doc again = new Doc(98);
    again.apply(encoded);
    // Not the deletions: an item whose two origins stand in different places has no one place.
    assertEquals(doc.stateVector(), again.stateVector());
    doc.encodeV2();
    doc.text("t").runs();
    doc.map("m").toJson();
    doc.array("a").toJson();
    doc.xmlFragment("x").toXml();
    doc.text("t").append("meer", Map.of());
    doc.xmlFragment("x").appendElement("p");
  }
}
