package nl.beleidstafel.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.testkit.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SealingTest {
  private static final Bytes SECRET = Bytes.wrap(new byte[] {1, 2, 3, 4, 5, 6, 7, 8});

  @TempDir private Path folder = Path.of("");

  @Test
  void whatWasSealedOpensForItsOwnerAlone() {
    Sealing sealing = Sealing.passing();
    Bytes sealed = sealing.seal(SECRET, "ann");
    assertEquals(Optional.of(SECRET), sealing.open(sealed, "ann"));
    assertEquals(Optional.empty(), sealing.open(sealed, "ben"), "moved to another row");
    assertEquals(Optional.empty(), Sealing.passing().open(sealed, "ann"), "the key is lost");
    assertNotEquals(sealed, sealing.seal(SECRET, "ann"), "no two look alike");
  }

  @Test
  void whatWasChangedInAnyBitOpensNoMore() {
    Sealing sealing = Sealing.passing();
    byte[] sealed = sealing.seal(SECRET, "ann").toArray();
    Seeds.each(
        100,
        random -> {
          byte[] changed = sealed.clone();
          changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
          assertEquals(Optional.empty(), sealing.open(Bytes.wrap(changed), "ann"));
        });
    for (int length = 0; length < sealed.length; length++) {
      Bytes cut = Bytes.wrap(java.util.Arrays.copyOf(sealed, length));
      assertEquals(Optional.empty(), sealing.open(cut, "ann"));
    }
  }

  @Test
  void aKeyIsReplacedByPuttingTheNewOneAboveIt() throws IOException {
    Path file = folder.resolve("deep/secrets.key");
    Sealing first = Sealing.with(file);
    Bytes sealed = first.seal(SECRET, "ann");
    assertFalse(first.isOld(sealed));
    String old = Files.readString(file);
    Path other = folder.resolve("other.key");
    Sealing.with(other);
    Files.writeString(file, Files.readString(other) + old);
    Sealing both = Sealing.with(file);
    assertEquals(Optional.of(SECRET), both.open(sealed, "ann"));
    assertTrue(both.isOld(sealed));
    assertFalse(both.isOld(both.seal(SECRET, "ann")));
    Files.writeString(file, Files.readString(other));
    assertEquals(Optional.empty(), Sealing.with(file).open(sealed, "ann"), "too early");
  }

  @Test
  void theFileIsMadeOnceForItsOwnerAlone() throws IOException {
    Path file = folder.resolve("secrets.key");
    Sealing.with(file);
    String key = Files.readString(file);
    Sealing.with(file);
    assertEquals(key, Files.readString(file));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "not base64!", "c2hvcnQ="})
  void aFileWithoutGoodKeysIsExplained(String content) throws IOException {
    Path file = folder.resolve("secrets.key");
    Files.writeString(file, content);
    IOException refusal = assertThrows(IOException.class, () -> Sealing.with(file));
    assertTrue(String.valueOf(refusal.getMessage()).contains("must hold"));
  }

  @Test
  void keysOfTheSameLengthAreToldApart() {
    Bytes one = Bytes.wrap(new byte[32]);
    Bytes sealed = Sealing.with(List.of(one)).seal(SECRET, "ann");
    byte[] two = new byte[32];
    two[31] = 1;
    assertEquals(Optional.empty(), Sealing.with(List.of(Bytes.wrap(two))).open(sealed, "ann"));
  }
}
