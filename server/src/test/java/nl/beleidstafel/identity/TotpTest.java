package nl.beleidstafel.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.testkit.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TotpTest {
  private static final Bytes SECRET =
      Bytes.wrap("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

  /// RFC 6238, appendix B, the rows of SHA-1.
  @ParameterizedTest
  @CsvSource({
    "59,94287082",
    "1111111109,07081804",
    "1111111111,14050471",
    "1234567890,89005924",
    "2000000000,69279037",
    "20000000000,65353130"
  })
  void theVectorsOfTheStandard(long seconds, String code) {
    assertEquals(code, Totp.code(SECRET, seconds / 30, 8));
    assertEquals(
        OptionalLong.of(seconds / 30), Totp.stepOf(SECRET, code.substring(2), seconds * 1000));
  }

  /// RFC 4648, section 10.
  @ParameterizedTest
  @CsvSource({"f,MY", "fo,MZXQ", "foo,MZXW6", "foob,MZXW6YQ", "foobar,MZXW6YTBOI"})
  void theVectorsOfBase32(String plain, String text) {
    assertEquals(text, Totp.text(Bytes.wrap(plain.getBytes(StandardCharsets.US_ASCII))));
  }

  @Test
  void aClockThatIsOffByOneStepIsForgivenAndNoMore() {
    Seeds.each(
        200,
        random -> {
          long step = 1_000_000L + random.nextInt(50_000_000);
          String code = Totp.code(SECRET, step);
          for (long off = -3; off <= 3; off++) {
            long nowMs = (step + off) * 30_000 + random.nextInt(30_000);
            boolean taken = Totp.stepOf(SECRET, code, nowMs).isPresent();
            assertEquals(Math.abs(off) <= 1, taken, "off by " + off);
          }
        });
  }

  @ParameterizedTest
  @CsvSource(value = {"''", "12345", "1234567", "abcdef", "-00001", "١٢٣٤٥٦"})
  void whatIsNoCodeIsOfNoStep(String code) {
    assertEquals(OptionalLong.empty(), Totp.stepOf(SECRET, code, 59_000));
  }
}
