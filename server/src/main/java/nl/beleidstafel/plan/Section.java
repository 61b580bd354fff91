package nl.beleidstafel.plan;

import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.SectionId;

/// A section in a plan's outline.
///
/// @param key unique in its plan, never changes
/// @param number `1`, `3.4`, `B1`, or empty
/// @param level 0 front matter, 1 part, 2 section, 3 annex
/// @param document where its text is
record Section(
    SectionId id,
    String key,
    String number,
    String title,
    int level,
    DocumentId document,
    Status status) {
  static final int PART = 1;
  static final int SECTION = 2;
  static final int ANNEX = 3;

  /// How far the work on a section is.
  enum Status {
    OPEN("todo"),
    DRAFT("draft"),
    REVIEW("review"),
    AGREED("agreed"),
    FIXED("fixed");

    private final String word;

    Status(String word) {
      this.word = word;
    }

    /// As the API and the database spell it.
    String word() {
      return word;
    }

    static Status of(String word) {
      for (Status status : values()) {
        if (status.word.equals(word)) {
          return status;
        }
      }
      throw new IllegalArgumentException("no status: " + word);
    }
  }
}
