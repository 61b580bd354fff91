package nl.beleidstafel.interview;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.UnaryOperator;
import nl.beleidstafel.interview.CalendarFile.Appointment;
import nl.beleidstafel.interview.CalendarFile.Method;
import nl.beleidstafel.interview.CalendarFile.Party;
import nl.beleidstafel.interview.Interview.Planned;

/// What people read who are invited to an interview: plain and short, with each link alone on its
/// line. Who is spoken with learns nothing of the plan but what the talk is about.
///
/// @param address of a path in the app
record InvitationLetters(UnaryOperator<String> address) {
  private static final Locale DUTCH = Locale.of("nl", "NL");
  private static final ZoneId HERE = ZoneId.of("Europe/Amsterdam");
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("EEEE d MMMM yyyy 'om' HH.mm 'uur'", DUTCH).withZone(HERE);

  /// Who reads it.
  enum Reader {
    /// Leads the talk, or writes along.
    MEMBER,
    RESPONDENT
  }

  /// A mail, without whom it goes to.
  record Words(String subject, String body) {}

  /// The appointment as this reader's calendar shows it.
  Appointment appointment(
      Interview interview, long startMs, int edition, Party organiser, String town, Reader reader) {
    Planned planned = interview.planned();
    String summary =
        switch (reader) {
          case MEMBER -> "Interview met " + planned.organisation();
          case RESPONDENT -> "Gesprek met " + town;
        };
    String description =
        switch (reader) {
          case MEMBER -> address.apply(path(interview));
          case RESPONDENT -> "Een gesprek over drugspreventie in " + town + ".";
        };
    return new Appointment(
        interview.id().value(),
        edition,
        startMs,
        planned.minutes(),
        summary,
        planned.place(),
        description,
        organiser);
  }

  /// @param first whether they did not have it in their calendar yet
  Words words(
      Interview interview,
      Appointment appointment,
      Method method,
      boolean first,
      Party to,
      String town,
      Reader reader) {
    boolean off = method == Method.CANCEL;
    String begin = off ? "Gaat niet door: " : first ? "Uitnodiging: " : "Gewijzigd: ";
    StringBuilder body = new StringBuilder("Beste ").append(greeting(to)).append(",\n\n");
    body.append(opening(interview, off, first, town, reader)).append("\n\n");
    body.append("Wanneer: ").append(MOMENT.format(Instant.ofEpochMilli(appointment.startMs())));
    body.append("\nDuur: ").append(appointment.minutes()).append(" minuten\n");
    if (!appointment.place().isEmpty()) {
      body.append("Waar: ").append(appointment.place()).append('\n');
    }
    body.append("\nBij deze mail zit een bestand voor uw agenda.\n");
    if (reader == Reader.MEMBER && !off) {
      body.append("\nHier staat de afspraak met de vragen:\n\n")
          .append(address.apply(path(interview)))
          .append('\n');
    }
    if (reader == Reader.RESPONDENT) {
      body.append("\nHebt u een vraag? Mail dan ")
          .append(appointment.organiser().name())
          .append(": ")
          .append(appointment.organiser().email())
          .append('\n');
    }
    body.append("\nMet vriendelijke groet,\n").append(town).append('\n');
    return new Words(begin + appointment.summary(), body.toString());
  }

  private static String greeting(Party to) {
    return to.name().isEmpty() ? "gesprekspartner" : to.name();
  }

  private static String opening(
      Interview interview, boolean off, boolean first, String town, Reader reader) {
    return switch (reader) {
      case MEMBER -> {
        String with = "het interview met " + interview.planned().organisation();
        yield off
            ? "U hoeft niet naar " + with + "."
            : first ? "U doet mee aan " + with + "." : "De afspraak voor " + with + " is anders.";
      }
      case RESPONDENT ->
          off
              ? "Ons gesprek over drugspreventie gaat niet door."
              : first
                  ? town + " nodigt u uit voor een gesprek over drugspreventie."
                  : "De afspraak voor ons gesprek over drugspreventie is anders.";
    };
  }

  private static String path(Interview interview) {
    return "/plannen/" + interview.plan() + "/interviews/" + interview.id();
  }
}
