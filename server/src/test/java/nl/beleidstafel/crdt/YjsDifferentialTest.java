package nl.beleidstafel.crdt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.crdt.doc.Branch;
import nl.beleidstafel.crdt.doc.RelativePosition;
import nl.beleidstafel.crdt.doc.RelativePosition.Side;
import nl.beleidstafel.testkit.Seeds;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The same scripts on real Yjs 13.6 and on ours; `-Dseeds=10000` runs more of them.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class YjsDifferentialTest {
  private final YjsOracle oracle = YjsOracle.start();

  @BeforeAll
  void begin() {
    oracle.closeDocs();
  }

  @AfterAll
  void end() {
    oracle.close();
    assertTrue(
        Replica.compared < 1000 || Replica.unequal * 2000 <= Replica.compared,
        () -> Replica.unequal + " of " + Replica.compared + " encodings differ before a reload");
  }

  @Test
  void oursFollowsWhatYjsWrites() {
    Seeds.each(200, random -> new DifferentialScript(oracle, random, false).run());
  }

  @Test
  void yjsFollowsWhatOursWrites() {
    Seeds.each(100, random -> new DifferentialScript(oracle, random, true).run());
  }

  @Test
  void positionsStayWhereTheyAreAsInYjs() {
    Map<String, Object> mix = Map.of("roots", List.of("t"), "format", true, "emoji", false);
    Seeds.each(
        20,
        random -> {
          oracle.closeDocs();
          Replica replica = new Replica(oracle, 0, 1 + random.nextInt(100), random.nextBoolean());
          replica.editInYjs(random.nextInt(), 30, mix);
          Branch text = replica.doc.text("t").branch();
          List<RelativePosition> positions = new ArrayList<>();
          for (int index = 0; index <= text.visibleLength(); index++) {
            for (Side side : Side.values()) {
              RelativePosition position = RelativePosition.at(text, index, side);
              int assoc = side == Side.LEFT ? -1 : 0;
              assertEquals(oracle.position(0, index, assoc), position.encode());
              assertEquals(position, RelativePosition.decode(position.encode()));
              positions.add(position);
            }
          }
          replica.editInYjs(random.nextInt(), 20, mix);
          for (RelativePosition position : positions) {
            assertEquals(
                oracle.resolve(0, position.encode()), position.indexIn(replica.doc).orElse(-1));
          }
        });
  }

  /// The known trap: where an edit falls between the halves of a pair, real Yjs shows U+FFFD on
  /// both sides of the cut. Ours follows it to the same characters.
  @Test
  void oursFollowsAnEditInsideASurrogatePair() {
    oracle.closeDocs();
    Replica replica = new Replica(oracle, 0, 1, true);
    Bytes pair = Bytes.ofHex("010101000401017404f09f988000");
    replica.receive(pair, false);
    Bytes deleteFirstHalf = Bytes.ofHex("00010101" + "0001");
    replica.receive(deleteFirstHalf, false);
    assertEquals("\ufffd", replica.doc.text("t").text());
    replica.compareEncoded();
  }
}
