package nl.beleidstafel.prose;

import java.util.ArrayList;
import java.util.List;

/// Where words, and what stands between them, begin and end.
public final class WordTokens {
  private WordTokens() {}

  /// The ends of the stretches that the text consists of: words, white space, and single characters
  /// of every other kind. No stretch ends inside a surrogate pair.
  public static List<Integer> ends(CharSequence text) {
    List<Integer> ends = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int kind = kind(Character.codePointAt(text, at));
      at += Character.charCount(Character.codePointAt(text, at));
      while (kind != OTHER && at < text.length() && kind(Character.codePointAt(text, at)) == kind) {
        at += Character.charCount(Character.codePointAt(text, at));
      }
      ends.add(at);
    }
    return ends;
  }

  private static final int OTHER = 0;
  private static final int WORD = 1;
  private static final int SPACE = 2;

  private static int kind(int codePoint) {
    if (Character.isLetterOrDigit(codePoint)
        || Character.getType(codePoint) == Character.NON_SPACING_MARK) {
      return WORD;
    }
    return Character.isWhitespace(codePoint) ? SPACE : OTHER;
  }
}
