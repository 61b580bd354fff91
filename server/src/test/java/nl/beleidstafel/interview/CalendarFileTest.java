package nl.beleidstafel.interview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.beleidstafel.interview.CalendarFile.Appointment;
import nl.beleidstafel.interview.CalendarFile.Method;
import nl.beleidstafel.interview.CalendarFile.Party;
import org.junit.jupiter.api.Test;

/// Calendar files, line by line as RFC 5545 and RFC 5546 have them.
final class CalendarFileTest {
  private static final long NOW_MS = Instant.parse("2026-11-26T16:00:00Z").toEpochMilli();
  private static final long START_MS = Instant.parse("2026-12-01T13:30:00Z").toEpochMilli();
  private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-00000000002a");
  private static final Party NOOR = new Party("Noor \"de\" Vries", "noor@hier.test");

  private static Appointment appointment(String summary, String place) {
    return new Appointment(ID, 2, START_MS, 45, summary, place, "Regel 1\nRegel 2", NOOR);
  }

  private static List<String> lines(String file) {
    return List.of(file.split("\r\n", -1));
  }

  /// As a reader undoes the folding.
  private static List<String> unfolded(String file) {
    return lines(file.replace("\r\n ", ""));
  }

  @Test
  void anInvitationHasWhatCalendarsNeed_I8() {
    String file =
        CalendarFile.write(
            Method.REQUEST,
            appointment("Interview", "Kade 3"),
            new Party("Bram", "bram@ggd.test"),
            NOW_MS);
    assertEquals(
        List.of(
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Beleidstafel//Interviews//NL",
            "METHOD:REQUEST",
            "BEGIN:VEVENT",
            "UID:" + ID,
            "SEQUENCE:2",
            "DTSTAMP:20261126T160000Z",
            "DTSTART:20261201T133000Z",
            "DTEND:20261201T141500Z",
            "SUMMARY:Interview",
            "LOCATION:Kade 3",
            "DESCRIPTION:Regel 1\\nRegel 2",
            "STATUS:CONFIRMED",
            "ORGANIZER;CN=\"Noor 'de' Vries\":mailto:noor@hier.test",
            "ATTENDEE;CN=\"Bram\";ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE"
                + ":mailto:bram@ggd.test",
            "END:VEVENT",
            "END:VCALENDAR",
            ""),
        unfolded(file));
  }

  @Test
  void whatIsCancelledSaysSo_I9() {
    String file =
        CalendarFile.write(
            Method.CANCEL, appointment("X", ""), new Party("Bram", "bram@ggd.test"), NOW_MS);
    List<String> lines = unfolded(file);
    assertTrue(lines.contains("METHOD:CANCEL"));
    assertTrue(lines.contains("STATUS:CANCELLED"));
    assertFalse(file.contains("RSVP"));
    assertFalse(file.contains("LOCATION"), "it has no place");
  }

  @Test
  void signsWithAMeaningAreEscaped_I8() {
    String file =
        CalendarFile.write(Method.PUBLISH, appointment("A, B; C\\D", "Kade 3"), null, NOW_MS);
    assertTrue(unfolded(file).contains("SUMMARY:A\\, B\\; C\\\\D"), file);
    assertFalse(file.contains("ATTENDEE"));
  }

  /// A name of somebody's choice adds no line.
  @Test
  void nothingThatIsTypedBecomesALineOfItsOwn_I8() {
    String file =
        CalendarFile.write(
            Method.PUBLISH, appointment("A\r\nATTENDEE:mailto:x@y.test", "Kade"), null, NOW_MS);
    assertTrue(unfolded(file).stream().noneMatch(line -> line.startsWith("ATTENDEE")), file);
  }

  @Test
  void linesAreFoldedBetweenCharacters_I8() {
    String lengthy = "Gesprek over drugs – ".repeat(12) + "🧪".repeat(40);
    String file = CalendarFile.write(Method.PUBLISH, appointment(lengthy, "Kade"), null, NOW_MS);
    for (String line : lines(file)) {
      byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
      assertTrue(bytes.length <= 75, line);
      assertEquals(line, new String(bytes, StandardCharsets.UTF_8));
      assertFalse(line.contains("\uFFFD"), line);
    }
    assertTrue(unfolded(file).contains("SUMMARY:" + lengthy));
  }
}
