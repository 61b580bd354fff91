package nl.beleidstafel.partners;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.mail.Letter;

/// What this feature writes to people: plain, short, with the link alone on its line.
final class Letters {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.forLanguageTag("nl"))
          .withZone(ZoneId.of("Europe/Amsterdam"));

  private Letters() {}

  /// Asks somebody to take part for a partner.
  ///
  /// @param from who invites; the municipality itself where nobody is named
  static Letter invitation(
      MunicipalityId municipality,
      String municipalityName,
      String partnerName,
      String from,
      Invitation invitation,
      String link) {
    String task =
        invitation.administrator()
            ? "U wordt beheerder: u nodigt de partners uit en beheert wie meedoet.\n"
            : invitation.contact()
                ? "U bent daarbij de contactpersoon: u kunt zelf collega's uitnodigen.\n"
                : "";
    String body =
        """
        Beste %s,

        %s nodigt u uit om namens %s mee te werken aan het lokale
        drugsbeleid van %s, in Beleidstafel.
        %s
        Open deze link om mee te doen. De link werkt één keer, tot en met %s.

        %s

        Verwacht u deze mail niet? Dan hoeft u niets te doen.

        English: you are invited to work on the local drug policy of %s. Open the link to join.

        Met vriendelijke groet,
        %s
        """
            .formatted(
                invitation.name(),
                from,
                partnerName,
                municipalityName,
                task,
                day(invitation.expiresAtMs()),
                link,
                municipalityName,
                municipalityName);
    return new Letter(
        municipality, invitation.email(), "Uitnodiging van " + municipalityName, body);
  }

  /// Leads somebody without an account to what is asked of them.
  static Letter personalLink(
      MunicipalityId municipality,
      String municipalityName,
      String name,
      String email,
      String link,
      long expiresAtMs) {
    String body =
        """
        Beste %s,

        %s vraagt u mee te kijken naar het plan voor het lokale drugsbeleid.
        U hebt daarvoor geen account nodig. Deze link is van u alleen: stuur hem niet door.
        De link werkt tot en met %s.

        %s

        Verwacht u deze mail niet? Dan hoeft u niets te doen.

        English: %s asks you to look at its plan. This personal link needs no account.

        Met vriendelijke groet,
        %s
        """
            .formatted(
                name, municipalityName, day(expiresAtMs), link, municipalityName, municipalityName);
    return new Letter(municipality, email, "Uw persoonlijke link van " + municipalityName, body);
  }

  /// A moment as people in the Netherlands name its day.
  static String day(long ms) {
    return DAY.format(Instant.ofEpochMilli(ms));
  }
}
