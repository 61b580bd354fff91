package nl.beleidstafel.afterwards;

import java.util.Collection;
import java.util.EnumSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// When what is kept of an interview goes. Pure. Rules E1 and E2 of `docs/spec.md`.
final class RetentionRules {
  private RetentionRules() {}

  /// From when the days count: the end of the talk. What was never ended counts from its beginning,
  /// and what never began from the day it was for, so that nothing stays because somebody forgot.
  static long fromMs(Talk talk) {
    Long closed = talk.closedAtMs();
    if (closed != null) {
      return closed;
    }
    Long started = talk.startedAtMs();
    if (started != null) {
      return started;
    }
    Long at = talk.atMs();
    return at == null ? talk.plannedAtMs() : Math.max(at, talk.plannedAtMs());
  }

  static long dueMs(Talk talk, Kept kept, AfterwardsConfig config) {
    return fromMs(talk) + TimeUnit.DAYS.toMillis(config.days(kept));
  }

  /// What is to go by now.
  ///
  /// @param gone what went before
  static Set<Kept> due(Talk talk, Collection<Kept> gone, AfterwardsConfig config, long nowMs) {
    Set<Kept> due = EnumSet.noneOf(Kept.class);
    for (Kept kept : Kept.values()) {
      if (!gone.contains(kept) && dueMs(talk, kept, config) <= nowMs) {
        due.add(kept);
      }
    }
    return due;
  }

  /// When the next goes; empty where nothing is left.
  static OptionalLong nextMs(
      Talk talk, Collection<Kept> gone, AfterwardsConfig config, long nowMs) {
    OptionalLong next = OptionalLong.empty();
    for (Kept kept : Kept.values()) {
      long due = dueMs(talk, kept, config);
      if (!gone.contains(kept) && due > nowMs && (next.isEmpty() || due < next.getAsLong())) {
        next = OptionalLong.of(due);
      }
    }
    return next;
  }
}
