package nl.beleidstafel.config;

import java.util.Optional;

/// Finds what somebody may have meant.
final class Nearest {
  private Nearest() {}

  /// The known name with the fewest changed letters, if those are few.
  static Optional<String> to(String name, Iterable<String> known) {
    String best = null;
    int least = Math.max(2, name.length() / 4) + 1;
    for (String candidate : known) {
      int distance = distance(name, candidate);
      if (distance < least) {
        best = candidate;
        least = distance;
      }
    }
    return Optional.ofNullable(best);
  }

  /// Letters to insert, delete or replace (Levenshtein).
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int kept = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(kept, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
