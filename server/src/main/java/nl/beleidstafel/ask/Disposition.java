package nl.beleidstafel.ask;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.SectionId;

/// What was done with something that was said, and why.
///
/// @param subject the question, thread or suggestion that it is about
record Disposition(
    SectionId section,
    Kind kind,
    UUID subject,
    Outcome outcome,
    String reason,
    MemberId by,
    long atMs) {
  /// In which form it was said.
  enum Kind {
    ANSWER("answer"),
    THREAD("thread"),
    SUGGESTION("suggestion");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    static Optional<Kind> of(String word) {
      return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }

    String word() {
      return word;
    }
  }

  /// What was done with it.
  enum Outcome {
    ADOPTED("adopted"),
    PARTLY("partly"),
    NOT_ADOPTED("not-adopted"),
    NOTED("noted");

    private final String word;

    Outcome(String word) {
      this.word = word;
    }

    static Optional<Outcome> of(String word) {
      return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }

    String word() {
      return word;
    }
  }
}
