package nl.beleidstafel.suggestion;

import java.util.Locale;
import java.util.UUID;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.base.SectionId;
import org.jspecify.annotations.Nullable;

/// A change that waits for a yes, or got an answer. Instants are milliseconds since 1970.
///
/// @param update v1, under client ids that nobody else has
/// @param effect what it did to the text when it was made
/// @param reason why; may be empty
/// @param seq of the document when it was made
/// @param decided null while it is open
record Suggestion(
    UUID id,
    SectionId section,
    Bytes update,
    Effect effect,
    String reason,
    long seq,
    MemberId by,
    PartnerId partner,
    long atMs,
    State state,
    @Nullable Decided decided) {
  /// Where it is on its way.
  enum State {
    OPEN,
    /// Somebody said yes, and the text may or may not hold it already.
    ACCEPTING,
    ACCEPTED,
    DECLINED;

    /// As the API and the table spell it.
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  /// What sort of change it is.
  enum Kind {
    /// Other words in the place of some.
    WORDING,
    INSERTION,
    REMOVAL,
    /// Only how the text looks, or what a node says of itself.
    FORMAT,
    /// Paragraphs, lists and other blocks come or go.
    BLOCK,
    /// A table, or rows and cells of one.
    TABLE;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Kind of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  /// What it does to the text.
  ///
  /// @param struck the words that go, perhaps cut
  /// @param added the words that come, perhaps cut
  record Effect(Kind kind, String struck, String added) {}

  /// @param reason why it was declined; empty otherwise
  record Decided(MemberId by, PartnerId partner, long atMs, String reason) {}
}
