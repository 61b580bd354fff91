package nl.beleidstafel.crdt.doc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.crdt.type.YText;
import nl.beleidstafel.crdt.update.Content;
import nl.beleidstafel.crdt.update.CrdtException;
import nl.beleidstafel.crdt.update.StateVector;
import nl.beleidstafel.crdt.update.Updates;
import org.junit.jupiter.api.Test;

final class DocTest {
  private final Doc writer = new Doc(1);
  private final YText text = writer.text("t");
  private final Bytes first = writer.transact(_ -> text.insert(0, "een"));
  private final Bytes second = writer.transact(_ -> text.insert(3, " twee"));
  private final Bytes deletion = writer.transact(_ -> text.delete(0, 4));

  @Test
  void whatComesTooEarlyWaitsAndHeals() {
    Doc reader = new Doc(2);
    assertFalse(reader.ready(Updates.inspect(second)));
    reader.apply(deletion);
    reader.apply(second);
    assertTrue(reader.hasPending());
    assertEquals("", reader.text("t").text());
    assertTrue(reader.ready(Updates.inspect(first)));
    reader.apply(first);
    assertFalse(reader.hasPending());
    assertEquals("twee", reader.text("t").text());
    assertEquals(writer.encode(), reader.encode());
  }

  @Test
  void whatWaitsIsEncodedToo() {
    Doc reader = new Doc(2);
    reader.apply(second);
    Doc next = new Doc(3);
    next.apply(reader.encode());
    assertTrue(next.hasPending());
    next.apply(first);
    assertEquals("een twee", next.text("t").text());
  }

  @Test
  void coversKnowsInsertionsAndDeletions() {
    Doc reader = new Doc(2);
    reader.apply(Updates.merge(List.of(first, second)));
    assertTrue(reader.covers(Updates.inspect(first)));
    assertFalse(reader.covers(Updates.inspect(deletion)));
    assertTrue(reader.ready(Updates.inspect(deletion)));
    reader.apply(deletion);
    assertTrue(reader.covers(Updates.inspect(deletion)));
    assertTrue(reader.covers(Updates.inspect(writer.encode())));
  }

  @Test
  void malformedBytesChangeNothing() {
    Doc reader = new Doc(2);
    reader.apply(first);
    Bytes before = reader.encode();
    Bytes cut = second.slice(0, second.length() - 1);
    assertThrows(CrdtException.class, () -> reader.apply(cut));
    assertEquals(before, reader.encode());
  }

  @Test
  void aTransactionWithoutChangeGivesTheEmptyUpdate() {
    assertEquals(Updates.EMPTY, writer.transact(_ -> {}));
  }

  @Test
  void aDifferenceIsWhatOneLacks() {
    Doc reader = new Doc(2);
    reader.apply(first);
    reader.apply(writer.encode(reader.stateVector()));
    assertEquals(writer.encode(), reader.encode());
    assertEquals(writer.encode(), writer.encode(StateVector.EMPTY));
  }

  @Test
  void keptDeletionsCanStillBeRead() {
    Doc keeper = new Doc(2, DocOptions.KEEP_DELETED);
    keeper.apply(Updates.merge(List.of(first, second)));
    keeper.apply(deletion);
    assertTrue(keeper.encode().length() > writer.encode().length());
    assertEquals(writer.text("t").text(), keeper.text("t").text());
  }

  @Test
  void ourEditsNeverFallInsideASurrogatePair() {
    Doc doc = new Doc(5);
    YText emoji = doc.text("e");
    emoji.insert(0, "a😀b");
    emoji.insert(2, "x");
    assertEquals("ax😀b", emoji.text());
    emoji.format(3, 1, Map.of("bold", true));
    assertEquals("😀", emoji.runs().get(1).insert());
    emoji.delete(3, 1);
    assertEquals("axb", emoji.text());
    emoji.insert(0, "\ud83d");
    assertEquals("\ufffdaxb", emoji.text());
  }

  /// Yjs looks at the deleted range and one pair on each side of it. How far one looks shows in the
  /// encoded bytes only until the document is loaded anew, so it has a test of its own.
  @Test
  void deletedBlocksJoinOnBothSidesOfADeletion() {
    for (int next : new int[] {0, 1}) {
      Doc doc = new Doc(5);
      YText letters = doc.text("e");
      letters.insert(0, "abc");
      letters.delete(1, 1);
      assertEquals(3, doc.blockCount());
      // Blocks of their own already, so that no split makes anybody look.
      letters.delete(next, 1);
      assertEquals(2, doc.blockCount(), next == 0 ? "a joins b behind it" : "c joins b before it");
      letters.delete(0, 1);
      assertEquals(1, doc.blockCount());
    }
  }

  @Test
  void whatWaitsIsBoundedAndGoesOnWaiting() {
    Doc reader = new Doc(2);
    reader.apply(second);
    Doc large = new Doc(3);
    Bytes unseen = large.transact(_ -> large.text("t").insert(0, "x"));
    Bytes huge =
        large.transact(_ -> large.text("t").insert(1, "y".repeat(Limits.PENDING_SIZE_MAX_BYTES)));
    assertThrows(CrdtException.class, () -> reader.apply(huge));
    assertTrue(reader.hasPending());
    reader.apply(unseen);
    reader.apply(first);
    assertFalse(reader.hasPending());
    assertTrue(reader.text("t").text().contains("een twee"));
  }

  @Test
  void aSubdocumentIsKeptAsItIs() {
    // As yjs 13.6 wrote it: an array "a" that holds a document of guid "g" without options.
    Bytes update = Bytes.ofHex("01010100090101610167760000");
    Doc keeper = new Doc(2);
    keeper.apply(update);
    assertEquals(update, keeper.encode());
    assertEquals(List.of(new Content.Document("g", Map.of())), keeper.array("a").values());
    assertEquals(update, Updates.fromV2(keeper.encodeV2()));
  }
}
