package nl.beleidstafel.crdt.doc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.crdt.type.YText;
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
}
