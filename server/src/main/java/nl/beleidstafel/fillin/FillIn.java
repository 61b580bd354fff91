package nl.beleidstafel.fillin;

import java.time.LocalDate;
import java.util.List;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.base.SectionId;
import org.jspecify.annotations.Nullable;

/// A fill-in as its rows tell of it. Immutable.
///
/// @param kind as documents spell it
/// @param owner null where nobody is asked
record FillIn(
    SectionId section,
    String id,
    @Nullable String parent,
    String kind,
    String label,
    @Nullable String unit,
    @Nullable String register,
    State state,
    String value,
    List<String> entries,
    @Nullable Owner owner) {
  FillIn {
    entries = List.copyOf(entries);
  }

  enum State {
    OPEN,
    FILLED,
    /// It was filled, and is plain text now.
    RESOLVED
  }

  /// Who fills it in, and by when.
  ///
  /// @param partner null where only a date was set
  /// @param member one of the partner's people; null for all of them
  record Owner(@Nullable PartnerId partner, @Nullable MemberId member, @Nullable LocalDate due) {}

  /// An example, and who decided on it.
  record Example(
      String id, String decision, @Nullable MemberId by, @Nullable Long atMs, String value) {}

  /// How many of a section are open, filled, and resolved.
  record Count(long open, long filled, long resolved) {
    static final Count NONE = new Count(0, 0, 0);

    long total() {
      return open + filled + resolved;
    }
  }
}
