package nl.beleidstafel.mail;

import nl.beleidstafel.base.Check;
import nl.beleidstafel.base.Email;
import nl.beleidstafel.base.MunicipalityId;
import org.jspecify.annotations.Nullable;

/// A mail to one person, in plain text.
///
/// @param municipality on whose behalf it is sent
/// @param recipient an e-mail address
/// @param subject one line; what is longer than a mailbox shows is cut
/// @param body lines end in `\n`; links stand alone on a line
/// @param calendar a calendar file that goes with it; null where none does
public record Letter(
    MunicipalityId municipality,
    String recipient,
    String subject,
    String body,
    @Nullable String calendar) {
  private static final int SUBJECT_LENGTH_MAX = 120;
  private static final int BODY_LENGTH_MAX = 20_000;

  /// Without a calendar file.
  public Letter(MunicipalityId municipality, String recipient, String subject, String body) {
    this(municipality, recipient, subject, body, null);
  }

  /// A line break in an address or a subject would be a header of somebody's choice.
  public Letter {
    Check.that(Email.parse(recipient).isPresent(), "no address for a letter");
    Check.that(
        subject.codePoints().noneMatch(Character::isISOControl), "a subject of several lines");
    Check.that(body.length() <= BODY_LENGTH_MAX, "a letter too long");
    Check.that(
        calendar == null || calendar.length() <= BODY_LENGTH_MAX, "a calendar file too long");
    if (subject.codePointCount(0, subject.length()) > SUBJECT_LENGTH_MAX) {
      subject = subject.substring(0, subject.offsetByCodePoints(0, SUBJECT_LENGTH_MAX - 1)) + "…";
    }
  }
}
