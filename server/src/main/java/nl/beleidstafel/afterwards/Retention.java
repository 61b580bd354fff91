package nl.beleidstafel.afterwards;

import io.vertx.core.Future;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import nl.beleidstafel.audit.Audit;
import nl.beleidstafel.audit.Deed;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.InterviewId;
import nl.beleidstafel.collab.Collab;
import nl.beleidstafel.crdt.update.CrdtException;
import nl.beleidstafel.db.Tx;
import nl.beleidstafel.schedule.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Erases what is kept of interviews when its time is over, and before that drops from their
/// documents what was deleted in them. A row falls due when an interview is made, begins and ends
/// (a trigger of the database sees to it), and then when the next thing is to go. Any thread;
/// nothing waits. Rules E1 to E3 of `docs/spec.md`.
record Retention(
    AfterwardsStore store, Erasure erasure, Collab collab, Audit audit, AfterwardsConfig config)
    implements Job {
  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
  private static final long BUSY_PAUSE_MS = 10_000;

  @Override
  public String kind() {
    return "interview-retention";
  }

  @Override
  public Future<Optional<Long>> run(Tx tx, UUID subject, long dueMs, long nowMs) {
    InterviewId interview = new InterviewId(subject);
    // Whoever changes the interview may wait for the row that this job holds.
    return store
        .lockIfFree(tx, interview)
        .compose(talk ->
            talk.map(found -> run(tx, found, nowMs))
                .orElseGet(() -> store.exists(tx, interview).map(there -> busy(there, nowMs))));
  }

  private static Optional<Long> busy(boolean there, long nowMs) {
    return there ? Optional.of(nowMs + BUSY_PAUSE_MS) : Optional.empty();
  }

  private Future<Optional<Long>> run(Tx tx, Talk talk, long nowMs) {
    return store
        .gone(tx, talk.id())
        .compose(gone -> {
          Set<Kept> due = RetentionRules.due(talk, gone.keySet(), config, nowMs);
          return erase(tx, talk, due, nowMs)
              .compose(_ -> compact(tx, talk, gone, due))
              .map(_ -> next(talk, gone, due, nowMs));
        });
  }

  private Future<Void> erase(Tx tx, Talk talk, Set<Kept> due, long nowMs) {
    if (due.isEmpty()) {
      return Future.succeededFuture();
    }
    return erasure
        .erase(tx, talk, due, nowMs)
        .compose(_ ->
            audit.note(
                tx,
                new Deed(
                    talk.municipality(),
                    null,
                    "interview.expire",
                    "interview",
                    talk.id().toString(),
                    Deed.Result.DONE,
                    "")));
  }

  private Future<Void> compact(Tx tx, Talk talk, Map<Kept, Long> gone, Set<Kept> due) {
    DocumentId document = talk.document();
    return document == null
            || !talk.closed()
            || gone.containsKey(Kept.NOTES)
            || due.contains(Kept.NOTES)
        ? Future.succeededFuture()
        : collab.compact(tx, document).recover(failure -> uncompacted(talk, failure));
  }

  /// What cannot be compacted must not keep the rest from its end: it goes whole, later. Nothing
  /// was written then, so the transaction is as good as it was.
  private static Future<Void> uncompacted(Talk talk, Throwable failure) {
    if (!(failure instanceof CrdtException)) {
      return Future.failedFuture(failure);
    }
    LOG.error("The document of interview {} cannot be compacted", talk.id(), failure);
    return Future.succeededFuture();
  }

  private Optional<Long> next(Talk talk, Map<Kept, Long> gone, Set<Kept> due, long nowMs) {
    Set<Kept> all = new HashSet<>(gone.keySet());
    all.addAll(due);
    OptionalLong next = RetentionRules.nextMs(talk, all, config, nowMs);
    return next.isPresent() ? Optional.of(next.getAsLong()) : Optional.empty();
  }
}
