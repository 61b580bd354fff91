package nl.beleidstafel.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EmailTest {
  @Test
  void addressesThatDifferInCaseAreOne() {
    assertEquals(Email.parse("regie@demo.test"), Email.parse("  Regie@DEMO.Test \n"));
    assertEquals(Optional.of(new Email("é@x")), Email.parse("É@x"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "@",
        "a@",
        "@b",
        "a@b@c",
        "a b@c",
        "a@b\u0000",
        "a\u202e@b",
        "a@b\nc",
        "\ud800@b",
        "a,c@b",
        "a@b>",
        "\"a\"@b",
        "a@b;c"
      })
  void whatCannotBeAnAddressIsNone(String text) {
    assertTrue(Email.parse(text).isEmpty());
  }

  @Test
  void longOnesAreNone() {
    assertTrue(Email.parse("a".repeat(10_000) + "@b").isEmpty());
  }
}
