package nl.beleidstafel.discussion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.crdt.YjsOracle;
import nl.beleidstafel.crdt.doc.Doc;
import nl.beleidstafel.prose.Prose;
import nl.beleidstafel.testkit.Seeds;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Anchors that one browser made, while three browsers edit at the same time: every browser, with
/// real Yjs, and the server find the same words. `-Dseeds=10000` runs more scripts.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AnchorsTogetherTest {
  private static final int BROWSERS = 3;
  private static final int ANCHORS = 6;
  private static final Map<String, Object> MIX =
      Map.of("roots", List.of(Prose.ROOT), "format", true, "emoji", false);

  private final YjsOracle oracle = YjsOracle.start();
  private int kept;
  private int gone;

  @AfterAll
  void end() {
    oracle.close();
  }

  @Test
  void everyBrowserAndTheServerFindTheSameWords_T1() {
    Seeds.each(60, this::oneScript);
    assertTrue(kept > gone / 10 && gone > kept / 10, kept + " kept and " + gone + " gone");
  }

  private void oneScript(SplittableRandom random) {
    oracle.closeDocs();
    for (int browser = 0; browser < BROWSERS; browser++) {
      oracle.open(browser, browser + 1, random.nextBoolean());
    }
    Doc server = new Doc(0);
    List<Bytes> begin = oracle.begin(0).written();
    for (int browser = 1; browser < BROWSERS; browser++) {
      receive(browser, begin);
    }
    begin.forEach(server::apply);
    List<List<Bytes>> anchors = new ArrayList<>();
    for (int round = 0; round < 2; round++) {
      for (int each = 0; each < ANCHORS; each++) {
        anchors.add(oracle.anchor(random.nextInt(BROWSERS), random.nextInt()));
      }
      List<List<Bytes>> written = new ArrayList<>();
      for (int browser = 0; browser < BROWSERS; browser++) {
        written.add(oracle.edit(browser, random.nextInt(), 1 + random.nextInt(6), MIX).written());
      }
      exchange(random, written, server);
      compare(anchors, server);
    }
  }

  /// Everybody gets what the others wrote, each in another order; what Yjs cleans up after it goes
  /// round too.
  private void exchange(SplittableRandom random, List<List<Bytes>> written, Doc server) {
    List<List<Bytes>> more = written;
    while (more.stream().anyMatch(each -> !each.isEmpty())) {
      List<List<Bytes>> next = new ArrayList<>();
      for (int browser = 0; browser < BROWSERS; browser++) {
        List<Bytes> others = new ArrayList<>();
        for (int other = 0; other < BROWSERS; other++) {
          if (other != browser) {
            others.addAll(more.get(other));
          }
        }
        Collections.shuffle(others, new Random(random.nextLong()));
        next.add(receive(browser, others));
      }
      more.forEach(updates -> updates.forEach(server::apply));
      more = next;
    }
  }

  private List<Bytes> receive(int browser, List<Bytes> updates) {
    List<Bytes> written = new ArrayList<>();
    updates.forEach(update -> written.addAll(oracle.apply(browser, update).written()));
    return written;
  }

  private void compare(List<List<Bytes>> anchors, Doc server) {
    for (List<Bytes> anchor : anchors) {
      String expected = oracle.words(0, anchor);
      for (int browser = 1; browser < BROWSERS; browser++) {
        assertEquals(expected, oracle.words(browser, anchor), "browser " + browser);
      }
      String found =
          AnchorRules.quote(server, Anchor.decode(anchor.get(0), anchor.get(1))).orElse("");
      assertEquals(expected, found, "the server");
      if (found.isEmpty()) {
        gone++;
      } else {
        kept++;
      }
    }
  }
}
