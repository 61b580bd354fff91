package nl.beleidstafel.base;

import java.util.UUID;

/// Names an interview. Random, so that it cannot be guessed.
public record InterviewId(UUID value) {
  /// Reads the 36-character text form; throws {@link IllegalArgumentException} on anything else.
  public static InterviewId parse(String text) {
    return new InterviewId(Ids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
