package nl.beleidstafel.crdt.fuzz;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What Jazzer found, given to its target again: no input breaks it or takes too much memory.
final class FuzzCorpusTest {
  @TestFactory
  Stream<DynamicTest> everyKeptInputIsTakenOrRefused() {
    return Corpus.TARGETS.keySet().stream()
        .map(target ->
            DynamicTest.dynamicTest(
                target,
                () -> {
                  List<byte[]> inputs = Corpus.read(target);
                  assertTrue(inputs.size() >= 50, "the corpus is there");
                  inputs.forEach(Corpus.TARGETS.get(target));
                }));
  }

  @Test
  void theMeasureSeesWhatIsTaken() {
    assertThrows(AssertionError.class, () -> Hostile.attempt(0, () -> use(new byte[1 << 20])));
    assertThrows(
        IllegalStateException.class,
        () ->
            Hostile.attempt(
                Hostile.ANY,
                () -> {
                  throw new IllegalStateException("undeclared");
                }));
  }

  private static void use(byte[] bytes) {
    assertTrue(bytes.length > 0);
  }
}
