package nl.beleidstafel.crdt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.LongUnaryOperator;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.crdt.doc.Doc;
import nl.beleidstafel.crdt.update.Updates;
import nl.beleidstafel.testkit.Seeds;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What real Yjs writes on forks of a document, taken in under other client ids: the law that
/// suggestions stand on.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class YjsForksTest {
  /// Without formats: where those meet, each Yjs takes superfluous marks away by itself, and tells
  /// the others.
  private static final Map<String, Object> MIX =
      Map.of("roots", List.of("t", "x", "m", "a"), "format", false, "emoji", true);

  private final YjsOracle oracle = YjsOracle.start();

  @BeforeAll
  void begin() {
    oracle.closeDocs();
  }

  @AfterAll
  void end() {
    oracle.close();
  }

  /// What a fork has that the document lacks, under its own ids and under given ones.
  private record Fork(Bytes own, Bytes renamed) {}

  private Bytes base(SplittableRandom random) {
    oracle.closeDocs();
    oracle.open(0, 1, true);
    oracle.edit(0, random.nextInt(), 40, MIX);
    return oracle.encode(0, null).getFirst();
  }

  private Fork fork(int number, Bytes base, SplittableRandom random) {
    oracle.open(number, 100 + number, true);
    oracle.apply(number, base);
    Bytes before = oracle.vector(number);
    oracle.edit(number, random.nextInt(), 1 + random.nextInt(15), MIX);
    Bytes own = oracle.encode(number, before).getFirst();
    // Half of the new ids are below the old ones, half above.
    long name = random.nextBoolean() ? 1L + number * 7L : (1L << 31) + number;
    return new Fork(own, Updates.renamed(own, client -> client == 100 + number ? name : client));
  }

  @Test
  void otherIdsChangeNothingThatCanBeSeen_U3() {
    Seeds.each(
        60,
        random -> {
          Bytes base = base(random);
          Fork fork = fork(1, base, random);
          Object seen = show(2, base, List.of(fork.own()));
          assertEquals(seen, show(3, base, List.of(fork.renamed())));
          assertEquals(
              Updates.renamed(fork.own(), LongUnaryOperator.identity()),
              Updates.renamed(
                  fork.renamed(),
                  client -> client == 8 || client == (1L << 31) + 1 ? 101 : client));
        });
  }

  @Test
  void anySetInAnyOrderConverges_U5() {
    Seeds.each(
        60,
        random -> {
          Bytes base = base(random);
          List<Bytes> changes = new ArrayList<>();
          for (int number = 1; number <= 4; number++) {
            Fork fork = fork(number, base, random);
            if (random.nextInt(4) > 0) {
              changes.add(fork.renamed());
            }
          }
          // Somebody writes in the document meanwhile.
          Bytes before = oracle.vector(0);
          oracle.edit(0, random.nextInt(), 10, MIX);
          changes.add(oracle.encode(0, before).getFirst());
          Object first = show(10, base, shuffled(changes, random));
          List<Bytes> twice = new ArrayList<>(changes);
          twice.addAll(changes);
          assertEquals(first, show(11, base, shuffled(twice, random)));
          Doc server = new Doc(0);
          server.apply(base);
          shuffled(changes, random).forEach(server::apply);
          assertFalse(server.hasPending());
          assertEquals(first, show(12, server.encode(), List.of()));
        });
  }

  private Object show(int number, Bytes base, List<Bytes> changes) {
    // Without collecting, and with an id that writes nothing: Yjs cleans up format marks by itself.
    oracle.open(number, 1_000 + number, false);
    YjsOracle.State state = oracle.apply(number, base);
    for (Bytes change : changes) {
      state = oracle.apply(number, change);
    }
    assertFalse(state.pending(), "something waits in the end");
    return state.content();
  }

  private static List<Bytes> shuffled(List<Bytes> updates, SplittableRandom random) {
    List<Bytes> shuffled = new ArrayList<>(updates);
    for (int i = shuffled.size() - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      Bytes moved = shuffled.get(i);
      shuffled.set(i, shuffled.get(other));
      shuffled.set(other, moved);
    }
    return shuffled;
  }
}
