package nl.beleidstafel.crdt.update;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import nl.beleidstafel.base.Bytes;
import org.junit.jupiter.api.Test;

/// Updates without a document, on bytes that yjs 13.6.33 wrote: client 5 types, formats, deletes,
/// and fills a map and an array.
final class UpdatesTest {
  private static final Bytes STATE =
      Bytes.ofHex(
          "010c050004010174016884050002c3a981050102840503066f20f09f9880c60500050104626f6c64"
              + "0474727565c605080501046c696e6b0f7b2268726566223a22785c2279227dc60503050404626f6c"
              + "64046e756c6cc6050a0504046c696e6b046e756c6c2801016d01610175077d017cc02000007e7b7e"
              + "37e43c8800759c770173787602017a7d0101627f03010361727202010287050d03017088050e0277"
              + "01717c538000000105010202");
  private static final Bytes MERGED =
      Bytes.ofHex(
          "01090500040101740b68c3a96c6c6f20f09f9880c60500050104626f6c640474727565c605080501"
              + "046c696e6b0f7b2268726566223a22785c2279227dc60503050404626f6c64046e756c6cc6050a05"
              + "04046c696e6b046e756c6c2801016d01610175077d017cc02000007e7b7e37e43c8800759c770173"
              + "787602017a7d0101627f03010361727202010287050d03017088050e027701717c53800000010501"
              + "0202");
  private static final Bytes STATE_V2 =
      Bytes.ofHex(
          "000300030202450c0900020446104a0e06020402000600110400840081008400c603280003008700"
              + "8829207468c3a96f20f09f9880626f6c646c696e6b626f6c646c696e6b6d61617272704101440341"
              + "0003010101010303020102010c00787601046872656677037822797e7e75077d017cc02000007e7b"
              + "7e37e43c8800759c770173787602017a7d0101627f0201027701717c538000000105010201");
  private static final List<Bytes> SINGLE =
      Stream.of(
              "01010500040101740b68c3a96c6c6f20f09f988000",
              "01040508c60500050104626f6c640474727565c605080501046c696e6b0f7b2268726566223a2278"
                  + "5c2279227dc60503050404626f6c64046e756c6cc6050a0504046c696e6b046e756c6c00",
              "000105010202",
              "0101050c2801016d01610175077d017cc02000007e7b7e37e43c8800759c770173787602017a7d01"
                  + "01627f00",
              "0103050d03010361727202010287050d03017088050e027701717c5380000000")
          .map(Bytes::ofHex)
          .toList();

  @Test
  void mergeGivesTheBytesOfYjs() {
    assertEquals(MERGED, Updates.merge(SINGLE));
    assertEquals(MERGED, Updates.merge(SINGLE.reversed()));
  }

  @Test
  void mergeOfNothingIsTheEmptyUpdate() {
    assertEquals(Updates.EMPTY, Updates.merge(List.of()));
    assertEquals(Updates.EMPTY, Updates.merge(List.of(Updates.EMPTY, Updates.EMPTY)));
  }

  @Test
  void versionsConvertIntoEachOther() {
    assertEquals(STATE_V2, Updates.toV2(STATE));
    assertEquals(STATE, Updates.fromV2(STATE_V2));
  }

  @Test
  void diffAgainstNothingIsTheWhole() {
    assertEquals(STATE, Updates.diff(STATE, StateVector.EMPTY));
  }

  @Test
  void diffCutsAStructThatIsHalfKnown() {
    StateVector.Builder have = new StateVector.Builder();
    have.set(5, 3);
    UpdateSummary rest = Updates.inspect(Updates.diff(MERGED, have.build()));
    assertEquals(3, rest.inserts().fromAt(0, 0));
    assertEquals(3, rest.needs().get(5));
  }

  @Test
  void aMissingUpdateLeavesAHole() {
    Bytes holed = Updates.merge(List.of(SINGLE.getFirst(), SINGLE.getLast()));
    UpdateSummary summary = Updates.inspect(holed);
    assertEquals(2, summary.inserts().rangeCount(0));
    assertEquals(summary.inserts().fromAt(0, 1), summary.needs().get(5));
    assertEquals(summary.inserts().toAt(0, 0), Updates.stateVectorOf(holed).get(5));
  }

  @Test
  void aWholeUpdateNeedsNothing() {
    assertEquals(StateVector.EMPTY, Updates.inspect(STATE).needs());
    assertFalse(Updates.inspect(STATE).isEmpty());
    assertTrue(Updates.inspect(Updates.EMPTY).isEmpty());
  }

  @Test
  void everyCutOffUpdateIsRefused() {
    for (int length = 0; length < STATE.length(); length++) {
      Bytes cut = STATE.slice(0, length);
      assertThrows(CrdtException.class, () -> Updates.inspect(cut), () -> "length " + cut.length());
    }
  }

  @Test
  void moreBytesThanTheUpdateAreRefused() {
    assertThrows(CrdtException.class, () -> Updates.inspect(Bytes.ofHex("000000")));
  }

  @Test
  void clocksBeyond53BitsAreRefused() {
    assertThrows(
        CrdtException.class, () -> Updates.inspect(Bytes.ofHex("010105ffffffffffffff1f00")));
  }
}
