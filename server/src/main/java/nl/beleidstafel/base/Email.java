package nl.beleidstafel.base;

import java.util.Locale;
import java.util.Optional;

/// An e-mail address, normalised: without space around it, in lower case.
public record Email(String value) {
  private static final int LENGTH_MAX = 254;

  /// The address that the text is; empty where it cannot be one. Deliverability is for the mail
  /// server to say, so this asks only for one at sign between printable characters.
  public static Optional<Email> parse(String text) {
    String value = text.strip().toLowerCase(Locale.ROOT);
    int at = value.indexOf('@');
    boolean fits =
        value.length() <= LENGTH_MAX
            && at > 0
            && at < value.length() - 1
            && at == value.lastIndexOf('@')
            && value.codePoints().allMatch(Email::fits);
    return fits ? Optional.of(new Email(value)) : Optional.empty();
  }

  private static boolean fits(int codePoint) {
    // What has a meaning of its own in the header of a mail would make it several addresses.
    if ("<>()[],;:\\\"".indexOf(codePoint) >= 0) {
      return false;
    }
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SPACE_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
