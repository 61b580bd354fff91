package nl.beleidstafel.suggestion;

/// Bounds of suggestions, beside those that all features share.
final class Bounds {
  /// A suggestion: some thousand words, or a table. As text it fits into a JSON body.
  static final int SIZE_MAX_BYTES = 40_000;

  /// Sittings in which one suggestion was written: each has a client id of its own.
  static final int CLIENTS_MAX = 50;

  /// Suggestions of one section that wait for an answer.
  static final int OPEN_MAX = 200;

  /// Suggestions of one section.
  static final int OF_SECTION_MAX = 2_000;

  /// Characters of why something is proposed, and of why it is declined.
  static final int REASON_LENGTH_MAX = 1_000;

  /// Characters kept of what a suggestion takes away, and of what it brings.
  static final int WORDS_LENGTH_MAX = 2_000;

  /// After this time, somebody else finishes what whoever said yes began.
  static final long ACCEPTING_MAX_MS = 10_000;

  private Bounds() {}
}
