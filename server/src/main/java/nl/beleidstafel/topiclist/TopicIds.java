package nl.beleidstafel.topiclist;

/// What the ids of groups and questions look like: notes hang on them.
final class TopicIds {
  private static final String GENERAL = "general";
  private static final String ADDED = "added-";
  private static final int LENGTH_MAX = 50;

  private TopicIds() {}

  /// Lower-case letters, digits and dashes, and nothing that an interview uses itself.
  static boolean isFit(String id) {
    return id.length() <= LENGTH_MAX
        && id.matches("[a-z0-9]+(-[a-z0-9]+)*")
        && !id.equals(GENERAL)
        && !id.startsWith(ADDED);
  }
}
