package nl.beleidstafel.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// When mails leave.
final class DeliveryRulesTest {
  @ParameterizedTest
  @CsvSource({
    // Within a working day, at its edges, in the night.
    "2026-11-26T12:00,2026-11-26T12:00",
    "2026-11-26T07:00,2026-11-26T07:00",
    "2026-11-26T06:59,2026-11-26T07:00",
    "2026-11-26T19:59,2026-11-26T19:59",
    "2026-11-26T20:00,2026-11-27T07:00",
    "2026-11-26T23:30,2026-11-27T07:00",
    // Friday evening waits for Monday.
    "2026-11-27T20:00,2026-11-30T07:00",
    "2026-11-28T12:00,2026-11-30T07:00",
    "2026-11-29T23:59,2026-11-30T07:00",
    // Over the night in which the clock goes forward.
    "2026-03-28T22:00,2026-03-30T07:00",
  })
  void quietHoursPutMailsOff_N7(String at, String open) {
    assertEquals(open, say(DeliveryRules.nextOpen(Preferences.USUAL, ms(at))));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-26T07:59,2026-11-26T08:00",
    "2026-11-26T08:00,2026-11-27T08:00",
    "2026-11-26T12:00,2026-11-27T08:00",
    "2026-11-27T12:00,2026-11-30T07:00",
    "2026-10-23T12:00,2026-10-26T07:00",
  })
  void theMailOfTheDayComesOnce_N7(String at, String digest) {
    assertEquals(digest, say(DeliveryRules.nextDigest(Preferences.USUAL, ms(at))));
  }

  @Test
  void withoutQuietHoursAllIsOpen_N7() {
    Preferences always = new Preferences(Map.of(), 0, 0, 0, true);
    for (String at : new String[] {"2026-11-28T03:00", "2026-11-29T00:00", "2026-11-26T23:59"}) {
      assertEquals(at, say(DeliveryRules.nextOpen(always, ms(at))));
    }
    Preferences noon = new Preferences(Map.of(), 0, 12 * 60, 13 * 60, true);
    assertEquals("2026-11-26T13:00", say(DeliveryRules.nextOpen(noon, ms("2026-11-26T12:30"))));
    assertEquals("2026-11-26T13:01", say(DeliveryRules.nextOpen(noon, ms("2026-11-26T13:01"))));
  }

  private static long ms(String local) {
    return LocalDateTime.parse(local).atZone(DeliveryRules.ZONE).toInstant().toEpochMilli();
  }

  private static String say(long ms) {
    return Instant.ofEpochMilli(ms).atZone(DeliveryRules.ZONE).toLocalDateTime().toString();
  }
}
