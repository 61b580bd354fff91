package nl.beleidstafel.ask;

import java.util.Arrays;
import java.util.Optional;

/// What a partner may say of a section.
enum Verdict {
  AGREE("agree", "agree", false),
  REMARKS("remarks", "remarks", true),
  OBJECTION("objection", "objection", true),
  NOT_OURS("not-ours", "notOurs", false);

  private final String word;
  private final String count;
  private final boolean needsText;

  Verdict(String word, String count, boolean needsText) {
    this.word = word;
    this.count = count;
    this.needsText = needsText;
  }

  static Optional<Verdict> of(String word) {
    return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
  }

  /// As the API and the database spell it.
  String word() {
    return word;
  }

  /// As the tally calls the number of them.
  String count() {
    return count;
  }

  /// Whether it says nothing without words.
  boolean needsText() {
    return needsText;
  }
}
