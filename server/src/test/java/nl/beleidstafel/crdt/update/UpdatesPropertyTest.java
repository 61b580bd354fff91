package nl.beleidstafel.crdt.update;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.crdt.doc.Compaction;
import nl.beleidstafel.crdt.doc.Doc;
import nl.beleidstafel.testkit.Seeds;
import org.junit.jupiter.api.Test;

/// The laws of merging and cutting, on the logs of three editors who hear of one another.
final class UpdatesPropertyTest {
  private static final int SEEDS = 150;

  @Test
  void mergeIsAssociativeCommutativeAndIdempotent() {
    Seeds.each(
        SEEDS,
        random -> {
          List<Bytes> log = log(random);
          Bytes whole = Updates.merge(log);
          Collections.shuffle(log, new Random(random.nextLong()));
          assertEquals(whole, Updates.merge(log), "commutative");
          int cut = 1 + random.nextInt(log.size() - 1);
          Bytes left = Updates.merge(log.subList(0, cut));
          Bytes right = Updates.merge(log.subList(cut, log.size()));
          assertEquals(whole, Updates.merge(List.of(left, right)), "associative");
          assertEquals(whole, Updates.merge(List.of(whole, whole, left)), "idempotent");
        });
  }

  @Test
  void aDifferenceCompletesWhatIsThere() {
    Seeds.each(
        SEEDS,
        random -> {
          List<Bytes> log = log(random);
          Bytes whole = Updates.merge(log);
          Bytes part = Updates.merge(log.subList(0, random.nextInt(log.size())));
          Bytes rest = Updates.diff(whole, Updates.stateVectorOf(part));
          assertEquals(document(List.of(whole)), document(List.of(part, rest)));
          assertEquals(whole, Updates.merge(List.of(part, rest)));
        });
  }

  @Test
  void aSnapshotAndATailAreTheWholeLog() {
    Seeds.each(
        SEEDS,
        random -> {
          List<Bytes> log = log(random);
          int cut = random.nextInt(log.size());
          Doc early = new Doc(0);
          early.apply(Updates.merge(log.subList(0, cut)));
          List<Bytes> tail = new ArrayList<>(log.subList(cut, log.size()));
          tail.addFirst(early.encode());
          assertEquals(document(log), document(tail));
          assertEquals(document(log), document(List.of(Updates.merge(tail))));
        });
  }

  /// Of a key that had a value before, only the integrated item knows; like Yjs, a converter drops
  /// the bit that says so. Therefore no keys here.
  @Test
  void decodingAndEncodingIsTheIdentity() {
    Seeds.each(
        SEEDS,
        random -> {
          List<Bytes> log = log(random, false);
          for (Bytes update : log) {
            assertEquals(update, Updates.fromV2(Updates.toV2(update)));
            assertEquals(update, Updates.diff(update, StateVector.EMPTY));
            assertEquals(update, Updates.merge(List.of(update, Updates.EMPTY)));
          }
          Bytes state = document(log);
          Doc doc = new Doc(0);
          doc.apply(state);
          assertEquals(state, doc.encode());
          assertEquals(doc.encodeV2(), Updates.toV2(state));
        });
  }

  @Test
  void compactionChangesNothingThatCanBeSeen() {
    Seeds.each(
        SEEDS,
        random -> {
          List<Bytes> log = log(random);
          Doc before = new Doc(0);
          log.forEach(before::apply);
          Doc after = new Doc(0);
          after.apply(Compaction.compact(log));
          assertEquals(before.text("t").runs(), after.text("t").runs());
          assertEquals(before.snapshot(), after.snapshot());
        });
  }

  /// A document that was loaded anew, so that blocks are joined as far as they can be.
  private static Bytes document(List<Bytes> updates) {
    Doc doc = new Doc(0);
    updates.forEach(doc::apply);
    Doc again = new Doc(0);
    again.apply(doc.encode());
    return again.encode();
  }

  private static List<Bytes> log(SplittableRandom random) {
    return log(random, true);
  }

  private static List<Bytes> log(SplittableRandom random, boolean keys) {
    List<Doc> docs = List.of(new Doc(1), new Doc(2), new Doc(3));
    List<Bytes> log = new ArrayList<>();
    for (int i = 0; i < 15; i++) {
      Doc doc = docs.get(random.nextInt(docs.size()));
      if (random.nextInt(3) == 0) {
        doc.apply(docs.get(random.nextInt(docs.size())).encode());
      }
      Bytes update = doc.transact(_ -> edit(doc, random, keys));
      if (!update.equals(Updates.EMPTY)) {
        log.add(update);
      }
    }
    log.add(docs.getFirst().transact(_ -> docs.getFirst().text("t").insert(0, "z")));
    return log;
  }

  private static void edit(Doc doc, SplittableRandom random, boolean keys) {
    int length = doc.text("t").length();
    int index = random.nextInt(length + 1);
    switch (random.nextInt(keys ? 5 : 4)) {
      case 0 -> doc.text("t").delete(index, Math.min(3, length - index));
      case 1 -> doc.text("t").format(index, Math.min(3, length - index), Map.of("b", true));
      case 4 -> doc.map("m").set("k", List.of(index, 1.5));
      default -> doc.text("t").insert(index, "wijk é😀".substring(0, 1 + random.nextInt(6)));
    }
  }
}
