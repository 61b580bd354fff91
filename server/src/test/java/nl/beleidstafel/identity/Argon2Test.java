package nl.beleidstafel.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class Argon2Test {
  /// From the reference implementation's `src/test.c` (phc-winner-argon2): `password`, `somesalt`.
  private static final String REFERENCE =
      "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";

  @Test
  void agreesWithTheReferenceImplementation() {
    assertTrue(Argon2.verify("password", REFERENCE));
    assertFalse(Argon2.verify("passwore", REFERENCE));
  }

  @Test
  void hashesComeBackWithTheirParameters() {
    byte[] salt = new byte[Argon2.SALT_BYTES];
    String hash = Argon2.hash("wachtwoord é🙂\u0000", salt);
    assertTrue(hash.startsWith("$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$"), hash);
    assertTrue(Argon2.verify("wachtwoord é🙂\u0000", hash));
    assertFalse(Argon2.verify("wachtwoord é🙂", hash));
    assertEquals(hash, Argon2.hash("wachtwoord é🙂\u0000", salt));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "demo-demo-demo",
        "$2a$10$abcdefghijklmnopqrstuv",
        "$argon2i$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
        "$argon2id$v=19$m=99999999,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"
      })
  void whatIsNoHashOfOursIsABug(String text) {
    assertThrows(IllegalArgumentException.class, () -> Argon2.verify("x", text));
  }
}
