package nl.beleidstafel.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class OneLineTest {
  @Test
  void plainTextPasses() {
    assertEquals("Zoë, 3 ‰ – \"ok\" 🙂", OneLine.of("Zoë, 3 ‰ – \"ok\" 🙂"));
  }

  @Test
  void controlCharactersAreWrittenOut() {
    assertEquals("a\\nb\\r\\tc\\u001b[31m", OneLine.of("a\nb\r\tc\u001b[31m"));
    assertEquals("\\u2028\\u202e\\u0000", OneLine.of("\u2028\u202e\u0000"));
  }
}
