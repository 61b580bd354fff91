package nl.beleidstafel.collab.runtime;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.collab.Collab;
import nl.beleidstafel.collab.Level;
import nl.beleidstafel.collab.log.UpdateLog;
import nl.beleidstafel.collab.log.UpdateLog.Outcome;
import nl.beleidstafel.collab.room.Reason;
import nl.beleidstafel.collab.room.RoomEffect;
import nl.beleidstafel.collab.runtime.FlushQueue.No;
import nl.beleidstafel.db.StoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes the updates of all rooms of this node to the log, in group commits: while one commit
/// runs, what comes is gathered, and the next takes all of it. An idle writer writes at once. A
/// room may ask to be written no more often than its readers can be served.
///
/// What is given here is answered exactly once, whatever the database does; while it is away, what
/// is gathered waits, up to a bound. Runs on its own loop. Rules L8 to L16 of `docs/spec.md`.
final class LogWriter {
  private static final Logger LOG = LoggerFactory.getLogger(LogWriter.class);

  private final Loop loop;
  private final UpdateLog log;
  private final RoomCounters counters;
  private final Consumer<Boolean> storageAway;

  private final Map<FlushPart.Reply, FlushQueue> queues = new LinkedHashMap<>();

  /// Collected and not yet written, in order; the first is the one underway.
  private final Deque<Attempt> attempts = new ArrayDeque<>();

  private final List<Promise<Void>> whenFlushed = new ArrayList<>();

  private final List<Collab.Committed> listeners = new ArrayList<>();

  private boolean running;
  private boolean away;
  private int failures;
  private int waitingUpdates;
  private long waitingBytes;
  private Loop.@Nullable Timer timer;
  private long timerAtMs;

  /// Until then what comes is gathered: the last flush was large, and the next will be too.
  private long gatherUntilMs;

  /// @param storageAway told, on this loop, when the database stops answering and when it is back
  LogWriter(Loop loop, UpdateLog log, RoomCounters counters, Consumer<Boolean> storageAway) {
    this.loop = loop;
    this.log = log;
    this.counters = counters;
    this.storageAway = storageAway;
  }

  /// Parts that go to the log in one commit.
  ///
  /// @param doubtful whether they may be stored already
  private record Attempt(List<FlushPart> parts, boolean doubtful) {
    List<UpdateLog.Addition> additions() {
      List<UpdateLog.Addition> additions = new ArrayList<>(parts.size());
      parts.forEach(part -> part.shares().forEach(share -> additions.add(share.addition())));
      return additions;
    }
  }

  /// Takes a room's updates, in order. Any thread.
  ///
  /// @param holdMs how long to let pass after the room's last flush, for its readers' sake
  void submit(
      DocumentId document, List<RoomEffect.Append> entries, int holdMs, FlushPart.Reply reply) {
    loop.run(() -> accept(document, entries, holdMs, reply));
  }

  private void accept(
      DocumentId document, List<RoomEffect.Append> entries, int holdMs, FlushPart.Reply reply) {
    FlushQueue queue = queue(document, reply);
    queue.holdMs = holdMs;
    for (RoomEffect.Append entry : entries) {
      MemberId author = entry.author().member();
      No halted = queue.halted(author);
      if (halted != null) {
        reject(queue, author, List.of(entry.entry()), halted);
      } else if (waitingBytes + entry.update().length() > Limits.LOG_WAITING_MAX_BYTES) {
        reject(queue, author, List.of(entry.entry()), new No.Failed(Reason.OVERLOADED));
      } else {
        queue.entries.add(entry);
        waitingBytes += entry.update().length();
        waitingUpdates++;
      }
    }
    next();
  }

  private FlushQueue queue(DocumentId document, FlushPart.Reply reply) {
    return queues.computeIfAbsent(reply, _ -> new FlushQueue(document, reply));
  }

  /// The room took a no for the author: what it gives from here on stands on nothing refused. Any
  /// thread, in order with {@link #submit}.
  void resume(DocumentId document, MemberId author, FlushPart.Reply reply) {
    loop.run(() -> queue(document, reply).resume(author));
  }

  /// Answers with a no. All that the author has waiting may stand on it, and so has the same
  /// answer.
  private void reject(FlushQueue queue, MemberId author, List<Long> entries, No no) {
    List<Long> all = new ArrayList<>(entries);
    for (FlushPart part : queue.takeParked(author)) {
      done(part);
      part.shares().forEach(share -> all.addAll(share.entries()));
    }
    for (RoomEffect.Append entry : queue.takeWaiting(author)) {
      waitingBytes -= entry.update().length();
      waitingUpdates--;
      all.add(entry.entry());
    }
    queue.halt(author, no);
    switch (no) {
      case No.Refused(Level level) -> queue.reply.refused(author, all, level);
      case No.Failed(Reason reason) -> queue.reply.failed(author, all, reason);
    }
  }

  /// Tells the listener of each commit, on this writer's loop. Any thread.
  void onCommitted(Collab.Committed listener) {
    loop.run(() -> listeners.add(listener));
  }

  private void tellCommitted(DocumentId document, List<Outcome> outcomes) {
    long last = 0;
    for (Outcome outcome : outcomes) {
      last = outcome instanceof Outcome.Stored(long seq) ? Math.max(last, seq) : last;
    }
    if (last > 0) {
      for (Collab.Committed listener : listeners) {
        listener.committed(document, last);
      }
    }
  }

  /// Completes when nothing waits any more. Any thread.
  Future<Void> flushed() {
    Promise<Void> promise = Promise.promise();
    loop.run(() -> {
      whenFlushed.add(promise);
      next();
    });
    return promise.future();
  }

  private void tellFlushed() {
    if (waitingUpdates == 0 && !whenFlushed.isEmpty()) {
      List<Promise<Void>> told = List.copyOf(whenFlushed);
      whenFlushed.clear();
      told.forEach(Promise::complete);
    }
  }

  private void next() {
    if (running) {
      return;
    }
    if (attempts.isEmpty()) {
      collect();
    }
    Attempt attempt = attempts.peek();
    if (attempt == null) {
      tellFlushed();
      return;
    }
    running = true;
    counters.waiting(waitingUpdates, waitingBytes);
    if (attempt.doubtful()) {
      log.find(attempt.additions()).onComplete(found -> loop.run(() -> foundAgain(attempt, found)));
    } else {
      long startedNs = System.nanoTime();
      int updates = attempt.parts().stream().mapToInt(FlushPart::updates).sum();
      gatherUntilMs =
          loop.nowMs() + Math.min(Limits.FLUSH_GATHER_MAX_MS, updates * Limits.FLUSH_GATHER_MS);
      log.append(attempt.additions())
          .onComplete(answer -> loop.run(() -> appended(attempt, answer, startedNs)));
    }
  }

  /// Takes what is due into one attempt; sets a timer where something is not due yet.
  private void collect() {
    long nowMs = loop.nowMs();
    if (nowMs < gatherUntilMs && waitingUpdates > 0) {
      wakeAt(gatherUntilMs);
      return;
    }
    long nextDueMs = Long.MAX_VALUE;
    List<FlushPart> parts = new ArrayList<>();
    int additions = 0;
    long sizeBytes = 0;
    Iterator<Map.Entry<FlushPart.Reply, FlushQueue>> each = queues.entrySet().iterator();
    while (each.hasNext()) {
      Map.Entry<FlushPart.Reply, FlushQueue> next = each.next();
      FlushQueue queue = next.getValue();
      if (queue.notBeforeMs > nowMs) {
        nextDueMs = Math.min(nextDueMs, queue.isEmpty() ? nextDueMs : queue.notBeforeMs);
      } else if (queue.isEmpty()) {
        if (queue.isOver()) {
          each.remove();
        }
      } else if (additions >= Limits.FLUSH_ADDITIONS_MAX || sizeBytes >= Limits.FLUSH_MAX_BYTES) {
        nextDueMs = nowMs;
      } else {
        FlushPart part = queue.take(nowMs);
        parts.add(part);
        additions += part.shares().size();
        sizeBytes += part.sizeBytes();
      }
    }
    // Who was served goes to the end of the line.
    for (FlushPart part : parts) {
      FlushQueue queue = queues.remove(part.reply());
      if (queue != null) {
        queues.put(part.reply(), queue);
      }
    }
    if (!parts.isEmpty()) {
      attempts.add(new Attempt(parts, false));
    } else if (nextDueMs < Long.MAX_VALUE) {
      wakeAt(nextDueMs);
    }
  }

  private void wakeAt(long atMs) {
    Loop.Timer before = timer;
    if (before != null) {
      if (timerAtMs <= atMs) {
        return;
      }
      before.cancel();
    }
    timerAtMs = atMs;
    timer =
        loop.after(
            atMs - loop.nowMs(),
            () -> {
              timer = null;
              next();
            });
  }

  private void appended(Attempt attempt, AsyncResult<List<Outcome>> answer, long startedNs) {
    if (answer.failed()) {
      failed(attempt, answer.cause());
      return;
    }
    attempts.remove();
    succeeded();
    Iterator<Outcome> outcomes = answer.result().iterator();
    int updates = 0;
    for (FlushPart part : attempt.parts()) {
      List<Outcome> own = new ArrayList<>(part.shares().size());
      part.shares().forEach(_ -> own.add(outcomes.next()));
      updates += done(part);
      answer(part, own);
    }
    counters.committed(System.nanoTime() - startedNs, updates, answer.result().size());
    running = false;
    next();
  }

  private void answer(FlushPart part, List<Outcome> outcomes) {
    part.tellStored(outcomes);
    tellCommitted(part.document(), outcomes);
    for (int i = 0; i < outcomes.size(); i++) {
      if (outcomes.get(i) instanceof Outcome.Refused(Level level)) {
        FlushPart.Share share = part.shares().get(i);
        FlushQueue queue = queue(part.document(), part.reply());
        reject(queue, share.author(), share.entries(), new No.Refused(level));
      }
    }
  }

  private int done(FlushPart part) {
    waitingBytes -= part.sizeBytes();
    waitingUpdates -= part.updates();
    return part.updates();
  }

  private void succeeded() {
    failures = 0;
    if (away) {
      away = false;
      LOG.info("The log can be written again.");
      storageAway.accept(false);
    }
  }

  private void failed(Attempt attempt, Throwable cause) {
    counters.retried();
    if (!(cause instanceof StoreException store) || !store.retryable()) {
      int documents = attempt.parts().size();
      LOG.error("The database refused {} documents: {}", documents, cause.getMessage());
      attempts.remove();
      split(attempt);
      running = false;
      next();
    } else if (store.outcome() == StoreException.Outcome.UNKNOWN) {
      attempts.remove();
      attempts.addFirst(new Attempt(attempt.parts(), true));
      goAway(store);
    } else if (attempt.parts().size() > 1) {
      // One document's lock must not hold up the others.
      attempts.remove();
      split(attempt);
      running = false;
      next();
    } else if (store.sqlState().orElse("").startsWith("53")) {
      goAway(store);
    } else {
      attempts.remove();
      park(attempt.parts().getFirst());
      running = false;
      next();
    }
  }

  /// Replaces an attempt by one per document, or one per author; who is alone has failed.
  private void split(Attempt attempt) {
    List<FlushPart> parts =
        attempt.parts().size() > 1 ? attempt.parts() : attempt.parts().getFirst().split();
    if (parts.size() == 1) {
      FlushPart part = parts.getFirst();
      LOG.error("A row of document {} cannot be stored.", part.document());
      done(part);
      FlushPart.Share share = part.shares().getFirst();
      FlushQueue queue = queue(part.document(), part.reply());
      reject(queue, share.author(), share.entries(), new No.Failed(Reason.FAILED));
      return;
    }
    for (FlushPart part : parts.reversed()) {
      attempts.addFirst(new Attempt(List.of(part), false));
    }
  }

  private void park(FlushPart part) {
    FlushQueue queue = queue(part.document(), part.reply());
    queue.park(part, loop.nowMs() + Limits.LOG_RETRY_MIN_MS);
  }

  /// Waits a while, longer each time, before the first attempt is made again.
  private void goAway(StoreException cause) {
    if (!away) {
      away = true;
      LOG.warn("The log cannot be written: {}", cause.getMessage());
      storageAway.accept(true);
    }
    counters.waiting(waitingUpdates, waitingBytes);
    int delayMs = Limits.LOG_RETRY_MIN_MS << Math.min(failures, 10);
    failures++;
    loop.after(
        Math.min(delayMs, Limits.LOG_RETRY_MAX_MS),
        () -> {
          running = false;
          next();
        });
  }

  /// After a commit of which nobody knows: what is stored is answered, the rest written again.
  private void foundAgain(Attempt attempt, AsyncResult<List<Optional<Long>>> answer) {
    if (answer.failed()) {
      counters.retried();
      goAway(
          answer.cause() instanceof StoreException store
              ? store
              : new StoreException(String.valueOf(answer.cause().getMessage()), true));
      return;
    }
    attempts.remove();
    succeeded();
    Iterator<Optional<Long>> found = answer.result().iterator();
    List<FlushPart> missing = new ArrayList<>();
    for (FlushPart part : attempt.parts()) {
      for (FlushPart single : part.split()) {
        Optional<Long> seq = found.next();
        if (seq.isPresent()) {
          done(single);
          List<Outcome> stored = List.of(new Outcome.Stored(seq.get()));
          single.tellStored(stored);
          tellCommitted(single.document(), stored);
        } else {
          missing.add(single);
        }
      }
    }
    if (!missing.isEmpty()) {
      attempts.addFirst(new Attempt(missing, false));
    }
    running = false;
    next();
  }
}
