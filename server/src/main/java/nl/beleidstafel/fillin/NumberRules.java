package nl.beleidstafel.fillin;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Numbers as people write them in Dutch: a comma before decimals, points between thousands. Pure;
/// `web/src/fillins/numbers.ts` says the same.
final class NumberRules {
  private static final Pattern NUMBER =
      Pattern.compile("-?(\\d{1,15}|\\d{1,3}(\\.\\d{3}){1,4})(,\\d{1,10})?");
  private static final Pattern YEARS =
      Pattern.compile("((?:19|20)\\d\\d)(?:\\s*(?:[-–]|tot en met|t/m)\\s*((?:19|20)\\d\\d))?");

  private NumberRules() {}

  /// Empty where it is no number.
  static OptionalDouble number(String text) {
    String words = text.strip();
    return NUMBER.matcher(words).matches()
        ? OptionalDouble.of(Double.parseDouble(words.replace(".", "").replace(',', '.')))
        : OptionalDouble.empty();
  }

  /// A number from 0 to 100, with or without a sign behind it.
  static boolean isPercentage(String text) {
    OptionalDouble number = number(text.strip().replaceAll("\\s*%$", ""));
    return number.isPresent() && number.getAsDouble() >= 0 && number.getAsDouble() <= 100;
  }

  /// The year, or the last one of a period such as `2027–2030`; empty where it is no year of now,
  /// or the period runs backwards.
  static OptionalInt year(String text) {
    Matcher years = YEARS.matcher(text.strip());
    if (!years.matches()) {
      return OptionalInt.empty();
    }
    int first = Integer.parseInt(years.group(1));
    int last = years.group(2) == null ? first : Integer.parseInt(years.group(2));
    return last < first ? OptionalInt.empty() : OptionalInt.of(last);
  }
}
