package nl.beleidstafel.crdt.update;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.List;
import nl.beleidstafel.testkit.Seeds;
import org.junit.jupiter.api.Test;

final class IdSetTest {
  private static IdSet set(long... clocksAndLengths) {
    IdSet.Builder builder = new IdSet.Builder();
    for (int i = 0; i < clocksAndLengths.length; i += 2) {
      builder.add(1, clocksAndLengths[i], clocksAndLengths[i + 1]);
    }
    return builder.build();
  }

  @Test
  void aRangeInsideAnotherDoesNotCutItOff() {
    assertEquals(set(0, 10), set(0, 10, 2, 3));
    assertEquals(set(0, 10), set(2, 3, 0, 10));
  }

  @Test
  void rangesThatTouchAreOne() {
    assertEquals(set(0, 10), set(0, 5, 5, 5));
    assertEquals(2, set(0, 4, 5, 5).rangeCount(0));
  }

  @Test
  void itIsTheSetOfItsIds() {
    Seeds.each(
        200,
        random -> {
          BitSet expected = new BitSet();
          IdSet.Builder builder = new IdSet.Builder();
          for (int i = 0; i < 12; i++) {
            int from = random.nextInt(60);
            int length = random.nextInt(10);
            expected.set(from, from + length);
            builder.add(7, from, length);
          }
          IdSet set = builder.build();
          for (int clock = 0; clock < 80; clock++) {
            assertEquals(expected.get(clock), set.contains(7, clock));
          }
          assertEquals(set, IdSet.union(List.of(set, IdSet.EMPTY, set)));
          assertTrue(set.containsAll(set));
          assertFalse(set.contains(8, 0));
        });
  }
}
