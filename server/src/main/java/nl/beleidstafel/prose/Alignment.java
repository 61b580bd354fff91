package nl.beleidstafel.prose;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;
import nl.beleidstafel.base.Limits;

/// What two lists have in common, in order: as many pairs as there can be, where the lists are not
/// longer than {@link Limits#ALIGNMENT_PAIRS_MAX} allows; beyond that, what they begin and end
/// with.
public final class Alignment {
  private Alignment() {}

  /// For each of the first list the place of its partner in the second, or -1; places rise.
  public static <A, B> int[] of(List<A> first, List<B> second, BiPredicate<A, B> alike) {
    int[] partners = new int[first.size()];
    Arrays.fill(partners, -1);
    int from = 0;
    int shorter = Math.min(first.size(), second.size());
    while (from < shorter && alike.test(first.get(from), second.get(from))) {
      partners[from] = from;
      from++;
    }
    int firstEnd = first.size();
    int secondEnd = second.size();
    while (firstEnd > from
        && secondEnd > from
        && alike.test(first.get(firstEnd - 1), second.get(secondEnd - 1))) {
      partners[--firstEnd] = --secondEnd;
    }
    int rows = firstEnd - from;
    int columns = secondEnd - from;
    if (rows > 0 && columns > 0 && (long) rows * columns <= Limits.ALIGNMENT_PAIRS_MAX) {
      middle(first.subList(from, firstEnd), second.subList(from, secondEnd), alike, partners, from);
    }
    return partners;
  }

  /// The longest common subsequence: `most[i][j]` pairs in what is behind `i` and `j`.
  private static <A, B> void middle(
      List<A> first, List<B> second, BiPredicate<A, B> alike, int[] partners, int offset) {
    int rows = first.size();
    int columns = second.size();
    int[][] most = new int[rows + 1][columns + 1];
    for (int i = rows - 1; i >= 0; i--) {
      for (int j = columns - 1; j >= 0; j--) {
        most[i][j] =
            alike.test(first.get(i), second.get(j))
                ? most[i + 1][j + 1] + 1
                : Math.max(most[i + 1][j], most[i][j + 1]);
      }
    }
    int i = 0;
    int j = 0;
    while (i < rows && j < columns) {
      if (alike.test(first.get(i), second.get(j))) {
        partners[offset + i++] = offset + j++;
      } else if (most[i + 1][j] >= most[i][j + 1]) {
        i++;
      } else {
        j++;
      }
    }
  }
}
