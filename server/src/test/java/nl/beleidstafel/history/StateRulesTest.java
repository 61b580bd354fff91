package nl.beleidstafel.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StateRulesTest {
  /// Every state, for each kind of person: where they may move it to.
  @ParameterizedTest
  @CsvSource({
    "todo,   nobody,      ''",
    "todo,   writer,      DRAFT REVIEW",
    "todo,   coordinator, DRAFT REVIEW AGREED FIXED",
    "draft,  nobody,      ''",
    "draft,  writer,      TO_DO REVIEW",
    "draft,  coordinator, TO_DO REVIEW AGREED FIXED",
    "review, nobody,      ''",
    "review, writer,      TO_DO DRAFT",
    "review, coordinator, TO_DO DRAFT AGREED FIXED",
    "agreed, nobody,      ''",
    "agreed, writer,      ''",
    "agreed, coordinator, TO_DO DRAFT REVIEW FIXED",
    "fixed,  nobody,      ''",
    "fixed,  writer,      ''",
    "fixed,  coordinator, DRAFT",
  })
  void eachStepIsSomebodys_H1(String from, String who, String to) {
    Set<State> steps =
        StateRules.steps(
            State.of(from).orElseThrow(), who.equals("writer"), who.equals("coordinator"));
    assertEquals(
        to.isEmpty()
            ? Set.of()
            : Arrays.stream(to.split(" ")).map(State::valueOf).collect(Collectors.toSet()),
        steps);
  }

  @Test
  void whoCoordinatesAndWritesMayWhatWhoCoordinatesMay_H1() {
    for (State state : State.values()) {
      assertEquals(
          StateRules.steps(state, false, true), StateRules.steps(state, true, true), state.word());
    }
  }
}
