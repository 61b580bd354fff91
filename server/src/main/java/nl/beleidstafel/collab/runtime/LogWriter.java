package nl.beleidstafel.collab.runtime;

import io.vertx.core.AsyncResult;
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
import nl.beleidstafel.collab.log.UpdateLog;
import nl.beleidstafel.collab.log.UpdateLog.Outcome;
import nl.beleidstafel.collab.room.Reason;
import nl.beleidstafel.collab.room.RoomEffect;
import nl.beleidstafel.db.StoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes the updates of all rooms of this node to the log, in group commits: while one commit
/// runs, what comes is gathered, and the next takes all of it. An idle writer writes at once. A
/// room may ask to be written no more often than its readers can be served.
///
/// What is given here is answered exactly once, whatever the database does; while it is away, what
/// is gathered waits, up to a bound. Runs on its own loop. Rules L10 to L19 of `docs/spec.md`.
final class LogWriter {
  private static final Logger LOG = LoggerFactory.getLogger(LogWriter.class);

  private final Loop loop;
  private final UpdateLog log;
  private final RoomCounters counters;
  private final Consumer<Boolean> storageAway;

  private final Map<FlushPart.Reply, Queue> queues = new LinkedHashMap<>();

  /// Collected and not yet written, in order; the first is the one underway.
  private final Deque<Attempt> attempts = new ArrayDeque<>();

  private boolean running;
  private boolean away;
  private int failures;
  private int waitingUpdates;
  private long waitingBytes;
  private Loop.@Nullable Timer timer;

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

  /// What one room has waiting.
  private static final class Queue {
    private final DocumentId document;
    private List<RoomEffect.Append> entries = new ArrayList<>();

    /// Came back because the document is locked: to be written before `entries`.
    private final Deque<FlushPart> parked = new ArrayDeque<>();

    private long notBeforeMs;
    private int holdMs;

    Queue(DocumentId document) {
      this.document = document;
    }

    boolean isEmpty() {
      return entries.isEmpty() && parked.isEmpty();
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
    Queue queue = queues.computeIfAbsent(reply, _ -> new Queue(document));
    queue.holdMs = holdMs;
    List<Long> refused = new ArrayList<>();
    for (RoomEffect.Append entry : entries) {
      // Once one is refused, those behind it would stand on nothing.
      if (!refused.isEmpty()
          || waitingBytes + entry.update().length() > Limits.LOG_WAITING_MAX_BYTES) {
        refused.add(entry.entry());
      } else {
        queue.entries.add(entry);
        waitingBytes += entry.update().length();
        waitingUpdates++;
      }
    }
    if (!refused.isEmpty()) {
      reply.failed(refused, Reason.OVERLOADED);
    }
    next();
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
      return;
    }
    running = true;
    counters.waiting(waitingUpdates, waitingBytes);
    if (attempt.doubtful()) {
      log.find(attempt.additions()).onComplete(found -> loop.run(() -> foundAgain(attempt, found)));
    } else {
      long startedNs = System.nanoTime();
      log.append(attempt.additions())
          .onComplete(answer -> loop.run(() -> appended(attempt, answer, startedNs)));
    }
  }

  /// Takes what is due into one attempt; sets a timer where something is not due yet.
  private void collect() {
    long nowMs = loop.nowMs();
    long nextDueMs = Long.MAX_VALUE;
    List<FlushPart> parts = new ArrayList<>();
    int additions = 0;
    long sizeBytes = 0;
    Iterator<Map.Entry<FlushPart.Reply, Queue>> each = queues.entrySet().iterator();
    while (each.hasNext()) {
      Map.Entry<FlushPart.Reply, Queue> next = each.next();
      Queue queue = next.getValue();
      if (queue.notBeforeMs > nowMs) {
        nextDueMs = Math.min(nextDueMs, queue.isEmpty() ? nextDueMs : queue.notBeforeMs);
      } else if (queue.isEmpty()) {
        each.remove();
      } else if (additions >= Limits.FLUSH_ADDITIONS_MAX || sizeBytes >= Limits.FLUSH_MAX_BYTES) {
        nextDueMs = nowMs;
      } else {
        FlushPart part = take(queue, next.getKey(), nowMs);
        parts.add(part);
        additions += part.shares().size();
        sizeBytes += part.sizeBytes();
      }
    }
    // Who was served goes to the end of the line.
    for (FlushPart part : parts) {
      Queue queue = queues.remove(part.reply());
      if (queue != null) {
        queues.put(part.reply(), queue);
      }
    }
    if (!parts.isEmpty()) {
      attempts.add(new Attempt(parts, false));
    } else if (nextDueMs < Long.MAX_VALUE) {
      wakeAfter(nextDueMs - nowMs);
    }
  }

  private FlushPart take(Queue queue, FlushPart.Reply reply, long nowMs) {
    FlushPart parked = queue.parked.poll();
    if (parked != null) {
      return parked;
    }
    FlushPart part = FlushPart.of(queue.document, queue.entries, reply);
    queue.entries = new ArrayList<>();
    queue.notBeforeMs = nowMs + queue.holdMs;
    return part;
  }

  private void wakeAfter(long delayMs) {
    Loop.Timer before = timer;
    if (before != null) {
      before.cancel();
    }
    timer = loop.after(delayMs, this::next);
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
      part.answer(own);
    }
    counters.committed(System.nanoTime() - startedNs, updates, answer.result().size());
    running = false;
    next();
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
      LOG.error("An append of {} documents was refused.", attempt.parts().size(), cause);
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
      part.fail(Reason.FAILED);
      return;
    }
    for (FlushPart part : parts.reversed()) {
      attempts.addFirst(new Attempt(List.of(part), false));
    }
  }

  private void park(FlushPart part) {
    Queue queue = queues.computeIfAbsent(part.reply(), _ -> new Queue(part.document()));
    queue.parked.add(part);
    queue.notBeforeMs = loop.nowMs() + Limits.LOG_RETRY_MIN_MS;
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
          single.answer(List.of(new Outcome.Stored(seq.get())));
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
