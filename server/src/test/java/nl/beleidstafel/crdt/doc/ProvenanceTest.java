package nl.beleidstafel.crdt.doc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.crdt.doc.Provenance.Run;
import nl.beleidstafel.crdt.update.CrdtException;
import nl.beleidstafel.crdt.update.Updates;
import org.junit.jupiter.api.Test;

final class ProvenanceTest {
  private final Doc ggd = new Doc(1);
  private final Doc politie = new Doc(2);
  private final Bytes first = ggd.transact(_ -> ggd.text("t").insert(0, "Wij doen veel samen."));
  private final Bytes second;
  private final Bytes third;

  ProvenanceTest() {
    politie.apply(first);
    second =
        politie.transact(_ -> {
          politie.text("t").delete(9, 5);
          politie.text("t").insert(9, "alles ");
        });
    ggd.apply(second);
    third = ggd.transact(_ -> ggd.text("t").delete(0, 4));
  }

  private Provenance<String> log() {
    Provenance<String> log = new Provenance<>();
    log.add("ggd", first);
    log.add("politie", second);
    log.add("politie", second); // a repeat changes nothing
    log.add("ggd later", third);
    return log;
  }

  @Test
  void everyRunHasItsWriterAndItsDeleter() {
    Provenance<String> log = log();
    Doc now = log.documentAt(log.size());
    assertEquals(
        List.of(
            new Run<>("Wij ", "ggd", "ggd later", true),
            new Run<>("doen ", "ggd", null, false),
            new Run<>("veel ", "ggd", "politie", true),
            new Run<>("alles ", "politie", null, false),
            new Run<>("samen.", "ggd", null, false)),
        log.runs(now.text("t").branch()));
  }

  @Test
  void theDocumentOfAnySeqCanBeRead() {
    Provenance<String> log = log();
    assertEquals("", log.documentAt(0).text("t").text());
    assertEquals("Wij doen veel samen.", log.documentAt(1).text("t").text());
    assertEquals("Wij doen alles samen.", log.documentAt(3).text("t").text());
    assertEquals("doen alles samen.", log.documentAt(4).text("t").text());
  }

  @Test
  void compactionLeavesNoByteOfWhatWasDeleted() {
    Bytes compact = Compaction.compact(List.of(first, second, third));
    Doc doc = new Doc(3);
    doc.apply(compact);
    assertEquals(ggd.text("t").text(), doc.text("t").text());
    assertEquals(ggd.snapshot(), doc.snapshot());
    String bytes = new String(compact.toArray(), StandardCharsets.ISO_8859_1);
    assertFalse(bytes.contains("veel"));
    assertFalse(bytes.contains("Wij"));
    assertEquals(compact, Compaction.compact(List.of(compact)));
  }

  @Test
  void aLogWithAHoleIsNotCompacted() {
    assertThrows(CrdtException.class, () -> Compaction.compact(List.of(second, third)));
    assertEquals(Updates.EMPTY, Compaction.compact(List.of()));
  }
}
