package nl.beleidstafel.plan;

import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.SectionId;
import org.jspecify.annotations.Nullable;

/// A section in a plan's outline.
///
/// @param key unique in its plan, never changes
/// @param number `1`, `3.4`, `B1`, or empty
/// @param level 0 front matter, 1 part, 2 section, 3 annex
/// @param document where its text is
/// @param off null while it is part of the plan
record Section(
    SectionId id,
    String key,
    String number,
    String title,
    int level,
    DocumentId document,
    Status status,
    @Nullable Off off) {
  static final int FRONT = 0;
  static final int PART = 1;
  static final int SECTION = 2;
  static final int ANNEX = 3;

  /// That it is switched off.
  ///
  /// @param atMs the same for what was switched off together
  /// @param elsewhere where its subject stands instead; may be empty
  record Off(long atMs, String elsewhere) {}

  Section numbered(String fresh) {
    return new Section(id, key, fresh, title, level, document, status, off);
  }

  Section titled(String fresh) {
    return new Section(id, key, number, fresh, level, document, status, off);
  }

  Section with(@Nullable Off fresh) {
    return new Section(id, key, number, title, level, document, status, fresh);
  }

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
