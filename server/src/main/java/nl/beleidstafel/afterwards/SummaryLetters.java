package nl.beleidstafel.afterwards;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import nl.beleidstafel.mail.Letter;

/// What whoever was spoken with is written. It holds no word of the talk.
final class SummaryLetters {
  private static final ZoneId DUTCH = ZoneId.of("Europe/Amsterdam");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.of("nl"));

  private SummaryLetters() {}

  static Letter summary(Talk talk, String email, String link, long correctUntilMs) {
    return new Letter(
        talk.municipality(),
        email,
        "De samenvatting van ons gesprek – " + talk.municipalityName(),
        """
        Beste lezer,

        Wij hebben met u gesproken. In de samenvatting staat wat wij daarvan onthouden.
        Wilt u lezen of het klopt? U kunt verbeteren wat er niet klopt, tot en met %s.

        %s

        Deze link is alleen voor u. Geef hem niet door: wie de link heeft, kan de samenvatting
        lezen. U hebt geen account nodig.

        English: open the link to read the summary of our talk, and to correct it.

        Met vriendelijke groet,
        %s
        """
            .formatted(day(correctUntilMs), link, talk.municipalityName()));
  }

  private static String day(long ms) {
    return DAY.format(LocalDate.ofInstant(Instant.ofEpochMilli(ms), DUTCH));
  }
}
