package nl.beleidstafel.partners;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A partner's two letters and colour, no other partner's of the municipality; pure.
final class MarkRules {
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

  private MarkRules() {}

  /// Two letters or digits, in capitals; empty for anything else.
  static Optional<String> badge(String text) {
    String badge = text.strip().toUpperCase(Locale.ROOT);
    return badge.codePointCount(0, badge.length()) == 2
            && badge.codePoints().allMatch(Character::isLetterOrDigit)
        ? Optional.of(badge)
        : Optional.empty();
  }

  /// A free mark for a name: its initials, its first letters, or else whatever is free.
  static String propose(String name, List<Partner> known) {
    Set<String> taken = known.stream().map(Partner::badge).collect(Collectors.toSet());
    List<String> wishes = new ArrayList<>();
    String letters = letters(name);
    List<String> words =
        List.of(name.split("[\\s-]+")).stream()
            .map(MarkRules::letters)
            .filter(word -> !word.isEmpty())
            .toList();
    if (words.size() > 1) {
      wishes.add(first(words.get(0), 1) + first(words.get(1), 1));
    }
    wishes.add(first(letters, 2));
    String initial = letters.isEmpty() ? "P" : first(letters, 1);
    letters.codePoints().skip(1).forEach(each -> wishes.add(initial + Character.toString(each)));
    LETTERS.chars().forEach(each -> wishes.add(initial + (char) each));
    LETTERS
        .chars()
        .forEach(one -> LETTERS.chars().forEach(two -> wishes.add("" + (char) one + (char) two)));
    return wishes.stream()
        .flatMap(wish -> badge(wish).stream())
        .filter(wish -> !taken.contains(wish))
        .findFirst()
        .orElseThrow();
  }

  /// The colour that fewest have.
  static int colour(List<Partner> known) {
    int best = 0;
    long fewest = Long.MAX_VALUE;
    for (int colour = 0; colour < Partner.COLOUR_COUNT; colour++) {
      int wanted = colour;
      long count = known.stream().filter(each -> each.colour() == wanted).count();
      if (count < fewest) {
        fewest = count;
        best = colour;
      }
    }
    return best;
  }

  private static String letters(String text) {
    return text.codePoints()
        .filter(Character::isLetterOrDigit)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString()
        .toUpperCase(Locale.ROOT);
  }

  private static String first(String text, int count) {
    return text.codePointCount(0, text.length()) <= count
        ? text
        : text.substring(0, text.offsetByCodePoints(0, count));
  }
}
