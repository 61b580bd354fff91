package nl.beleidstafel.notice;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.UUID;
import nl.beleidstafel.db.Tx;
import nl.beleidstafel.schedule.Job;

/// Forgets old notices, each day. Rule N9 of `docs/spec.md`.
record NoticeRetention(NoticeStore store) implements Job {
  static final String KIND = "notice-retention";
  static final UUID ALL = new UUID(0, 0);
  private static final long DAY_MS = 24L * 3600 * 1000;
  private static final long SEEN_KEPT_MS = 90 * DAY_MS;
  private static final long TOLD_KEPT_MS = 365 * DAY_MS;

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Future<Optional<Long>> run(Tx tx, UUID subject, long dueMs, long nowMs) {
    return store
        .forget(tx, nowMs - SEEN_KEPT_MS, nowMs - TOLD_KEPT_MS)
        .map(Optional.of(nowMs + DAY_MS));
  }
}
