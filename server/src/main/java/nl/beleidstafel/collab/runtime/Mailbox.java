package nl.beleidstafel.collab.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// Events for one reader on one loop. Any thread may put events in; all that came together are
/// taken together, so that a busy reader works in batches.
final class Mailbox<E> {
  private final Loop loop;
  private final int batchMax;
  private final Consumer<List<E>> reader;
  private final Queue<E> events = new ConcurrentLinkedQueue<>();
  private final AtomicInteger length = new AtomicInteger();
  private final AtomicBoolean scheduled = new AtomicBoolean();

  Mailbox(Loop loop, int batchMax, Consumer<List<E>> reader) {
    this.loop = loop;
    this.batchMax = batchMax;
    this.reader = reader;
  }

  /// Puts the event in, unless as many as `lengthMax` wait; then false.
  boolean offer(E event, int lengthMax) {
    if (length.get() >= lengthMax) {
      return false;
    }
    put(event);
    return true;
  }

  /// Puts the event in, however many wait: for what must not be lost and cannot be many.
  void put(E event) {
    length.incrementAndGet();
    events.add(event);
    schedule();
  }

  int length() {
    return length.get();
  }

  private void schedule() {
    if (scheduled.compareAndSet(false, true)) {
      loop.run(this::drain);
    }
  }

  private void drain() {
    List<E> batch = new ArrayList<>(Math.min(batchMax, length.get()));
    E event = events.poll();
    while (event != null) {
      batch.add(event);
      event = batch.size() < batchMax ? events.poll() : null;
    }
    length.addAndGet(-batch.size());
    // Whoever puts an event in from here on schedules anew; what came before is seen below.
    scheduled.set(false);
    if (!events.isEmpty()) {
      schedule();
    }
    if (!batch.isEmpty()) {
      reader.accept(batch);
    }
  }
}
