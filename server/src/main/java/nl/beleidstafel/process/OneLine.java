package nl.beleidstafel.process;

/// Text made safe for one line of a log.
final class OneLine {
  private static final String[] NAMED = {"\\n", "\\r", "\\t"};

  private OneLine() {}

  /// The text with every control character written out: line ends, terminal escapes, and the
  /// characters that turn the direction of reading.
  static String of(String text) {
    int first = firstUnsafe(text);
    if (first < 0) {
      return text;
    }
    StringBuilder safe = new StringBuilder(text.length() + 16).append(text, 0, first);
    for (int index = first; index < text.length(); index++) {
      char at = text.charAt(index);
      if (isSafe(at)) {
        safe.append(at);
      } else {
        int named = "\n\r\t".indexOf(at);
        safe.append(named >= 0 ? NAMED[named] : "\\u%04x".formatted((int) at));
      }
    }
    return safe.toString();
  }

  private static int firstUnsafe(String text) {
    for (int index = 0; index < text.length(); index++) {
      if (!isSafe(text.charAt(index))) {
        return index;
      }
    }
    return -1;
  }

  private static boolean isSafe(char at) {
    return switch (Character.getType(at)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
