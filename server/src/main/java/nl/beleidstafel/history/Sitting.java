package nl.beleidstafel.history;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.MemberId;

/// A time in which people wrote in a section without a long pause.
///
/// @param fromSeq the last update before it
/// @param toSeq its last update
/// @param by who wrote, first the first
record Sitting(long fromSeq, long toSeq, long fromMs, long toMs, Set<MemberId> by) {
  /// Something that was written.
  record Edit(long seq, long atMs, MemberId by) {}

  Sitting {
    by = Collections.unmodifiableSet(new LinkedHashSet<>(by));
  }

  /// The sittings of these edits, newest first.
  ///
  /// @param newestFirst edits without gaps
  static List<Sitting> of(List<Edit> newestFirst) {
    List<Sitting> sittings = new ArrayList<>();
    int end = 0;
    for (int i = 1; i <= newestFirst.size(); i++) {
      boolean ends =
          i == newestFirst.size()
              || newestFirst.get(i - 1).atMs() - newestFirst.get(i).atMs()
                  > Limits.SITTING_PAUSE_MAX_MS;
      if (ends) {
        sittings.add(sitting(newestFirst.subList(end, i)));
        end = i;
      }
    }
    return sittings;
  }

  private static Sitting sitting(List<Edit> newestFirst) {
    Edit first = newestFirst.getLast();
    Edit last = newestFirst.getFirst();
    Set<MemberId> by = new LinkedHashSet<>();
    newestFirst.reversed().forEach(edit -> by.add(edit.by()));
    return new Sitting(first.seq() - 1, last.seq(), first.atMs(), last.atMs(), by);
  }
}
