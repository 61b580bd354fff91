package nl.beleidstafel.interview;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One appointment as calendars read it. Pure. Sources: RFC 5545 (content), RFC 5546 (methods).
final class CalendarFile {
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final int LINE_MAX_BYTES = 75;
  private static final long MINUTE_MS = 60_000;

  /// What the file asks of a calendar.
  enum Method {
    /// Show it; nobody waits for an answer.
    PUBLISH,
    /// Show it, or how it is now, and ask whether they come.
    REQUEST,
    /// It does not take place, or not with them.
    CANCEL
  }

  /// Somebody with an address.
  record Party(String name, String email) {}

  /// The appointment.
  ///
  /// @param id stays the same in all its editions
  /// @param edition rises with each change
  /// @param place may be empty
  record Appointment(
      UUID id,
      int edition,
      long startMs,
      int minutes,
      String summary,
      String place,
      String description,
      Party organiser) {}

  private final StringBuilder text = new StringBuilder();

  private CalendarFile() {}

  /// @param attendee whom it goes to; null in a file for nobody in particular
  static String write(
      Method method, Appointment appointment, @Nullable Party attendee, long nowMs) {
    CalendarFile file = new CalendarFile();
    file.line("BEGIN:VCALENDAR");
    file.line("VERSION:2.0");
    file.line("PRODID:-//Beleidstafel//Interviews//NL");
    file.line("METHOD:" + method);
    file.line("BEGIN:VEVENT");
    file.line("UID:" + appointment.id());
    file.line("SEQUENCE:" + appointment.edition());
    file.line("DTSTAMP:" + utc(nowMs));
    file.line("DTSTART:" + utc(appointment.startMs()));
    file.line("DTEND:" + utc(appointment.startMs() + appointment.minutes() * MINUTE_MS));
    file.line("SUMMARY:" + escaped(appointment.summary()));
    if (!appointment.place().isEmpty()) {
      file.line("LOCATION:" + escaped(appointment.place()));
    }
    file.line("DESCRIPTION:" + escaped(appointment.description()));
    file.line("STATUS:" + (method == Method.CANCEL ? "CANCELLED" : "CONFIRMED"));
    Party organiser = appointment.organiser();
    file.line("ORGANIZER;CN=" + quoted(organiser.name()) + ":mailto:" + organiser.email());
    if (attendee != null) {
      String answers = method == Method.REQUEST ? ";PARTSTAT=NEEDS-ACTION;RSVP=TRUE" : "";
      file.line(
          "ATTENDEE;CN="
              + quoted(attendee.name())
              + ";ROLE=REQ-PARTICIPANT"
              + answers
              + ":mailto:"
              + attendee.email());
    }
    file.line("END:VEVENT");
    file.line("END:VCALENDAR");
    return file.text.toString();
  }

  private static String utc(long ms) {
    return UTC.format(Instant.ofEpochMilli(ms));
  }

  /// Text as a value (3.3.11).
  private static String escaped(String value) {
    return value
        .replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replace("\r", "")
        .replace("\n", "\\n");
  }

  /// Text as a parameter (3.2), which knows no escape.
  private static String quoted(String value) {
    return '"' + value.replace('"', '\'') + '"';
  }

  /// A line ends in CR LF and is folded at 75 bytes, never within a character (3.1).
  private void line(String content) {
    int bytes = 0;
    for (int at = 0; at < content.length(); ) {
      int codePoint = content.codePointAt(at);
      String character = Character.toString(codePoint);
      int size = character.getBytes(StandardCharsets.UTF_8).length;
      if (bytes + size > LINE_MAX_BYTES) {
        text.append("\r\n ");
        bytes = 1;
      }
      text.append(character);
      bytes += size;
      at += character.length();
    }
    text.append("\r\n");
  }
}
