package nl.beleidstafel.crdt.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.crdt.doc.Doc;
import nl.beleidstafel.crdt.encoding.ByteWriter;
import nl.beleidstafel.crdt.type.XmlFragment;
import nl.beleidstafel.crdt.update.CrdtException;
import nl.beleidstafel.crdt.update.Updates;
import nl.beleidstafel.testkit.Seeds;
import org.junit.jupiter.api.Test;

/// A peer may send any bytes. Whatever they are, each decoder gives a value or throws {@link
/// CrdtException}: nothing else is thrown, nothing hangs, and what was taken in can be written out
/// again. Mutations of well-formed bytes reach deeper than random ones. `-Dseeds=` for longer runs.
final class HostileBytesTest {
  private static final int MUTATIONS_PER_SEED = 200;

  @Test
  void mutatedAndRandomBytesGiveAValueOrACrdtException() {
    Seeds.each(
        60,
        random -> {
          List<Bytes> corpus = Corpus.wellFormed(random);
          for (int i = 0; i < MUTATIONS_PER_SEED; i++) {
            Bytes bytes = mutated(corpus.get(random.nextInt(corpus.size())), random);
            decodeInEveryWay(bytes);
          }
          byte[] noise = new byte[random.nextInt(60)];
          random.nextBytes(noise);
          decodeInEveryWay(Bytes.wrap(noise));
        });
  }

  private static Bytes mutated(Bytes bytes, SplittableRandom random) {
    byte[] array = bytes.toArray();
    int changes = 1 + random.nextInt(4);
    for (int i = 0; i < changes && array.length > 0; i++) {
      int at = random.nextInt(array.length);
      switch (random.nextInt(6)) {
        case 0 -> array[at] = (byte) random.nextInt(256);
        case 1 -> array[at] ^= (byte) (1 << random.nextInt(8));
        case 2 -> array[at]++;
        case 3 -> array = Arrays.copyOf(array, at);
        case 4 -> array[at] = (byte) 0xff;
        default -> {
          byte[] longer = Arrays.copyOf(array, array.length + 1);
          System.arraycopy(array, at, longer, at + 1, array.length - at);
          array = longer;
        }
      }
    }
    return Bytes.wrap(array);
  }

  private static void decodeInEveryWay(Bytes bytes) {
    Corpus.TARGETS.values().forEach(target -> target.accept(bytes.toArray()));
  }

  /// 100,000 elements inside one another: an item of 10 bytes each.
  @Test
  void typesNestedDeeplyNeedNoStack() {
    int depth = 100_000;
    ByteWriter out = new ByteWriter();
    out.writeVarUint(1);
    out.writeVarUint(depth);
    out.writeVarUint(1);
    out.writeVarUint(0);
    for (int i = 0; i < depth; i++) {
      out.writeByte(7);
      out.writeVarUint(i == 0 ? 1 : 0);
      if (i == 0) {
        out.writeVarString("x");
      } else {
        out.writeVarUint(1);
        out.writeVarUint(i - 1);
      }
      out.writeVarUint(3);
      out.writeVarString("p");
    }
    out.writeVarUint(0);
    Doc doc = new Doc(2);
    doc.apply(out.toBytes());
    XmlFragment root = doc.xmlFragment("x");
    assertEquals(depth * 7, root.toXml().length());
    root.delete(0, 1);
    assertEquals("", root.toXml());
    assertEquals(2, doc.blockCount());
  }

  @Test
  void valuesNestedDeeplyAreRefused() {
    String start = "010100010800" + "01" + "01" + "78" + "01";
    Bytes nested = Bytes.ofHex(start + "7501".repeat(100_000) + "7e" + "00");
    assertThrows(CrdtException.class, () -> Updates.inspect(nested));
    Doc doc = new Doc(1);
    assertThrows(CrdtException.class, () -> doc.apply(nested));
    assertEquals(Updates.EMPTY, doc.encode());
  }

  /// 23 bytes of v2 that ask for 2^48 structs.
  @Test
  void aFewBytesCannotAskForAnyNumberOfStructs() {
    ByteWriter out = new ByteWriter();
    out.writeVarUint(0);
    column(out, "");
    column(out, "05");
    column(out, "");
    column(out, "");
    column(out, "00");
    column(out, "00");
    column(out, "");
    column(out, "");
    column(out, "41" + "ffffffffffff3f");
    out.writeVarUint(1);
    out.writeVarUint(1L << 48);
    out.writeVarUint(0);
    out.writeVarUint(0);
    assertThrows(CrdtException.class, () -> Updates.fromV2(out.toBytes()));
  }

  private static void column(ByteWriter out, String hex) {
    out.writeVarBytes(Bytes.ofHex(hex));
  }
}
