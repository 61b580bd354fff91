package nl.beleidstafel.process;

import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What was started, to be stopped in the opposite order within a bounded time. Any thread.
public final class Lifecycle {
  /// Ends one thing; may wait.
  @FunctionalInterface
  public interface Step {
    void stop() throws Exception;
  }

  private record Named(String name, Step step) {}

  private static final Logger LOG = LoggerFactory.getLogger(Lifecycle.class);
  private static final long STEP_MIN_MS = 2_000;
  private static final Executor THREADS = task -> Thread.ofVirtual().name("stop").start(task);

  private final Deque<Named> steps = new ConcurrentLinkedDeque<>();
  private final AtomicBoolean stopping = new AtomicBoolean();
  private final long stopMs;

  /// Nothing is started yet.
  ///
  /// @param stopMs how long all steps together may take; each gets at least two seconds
  public Lifecycle(long stopMs) {
    this.stopMs = stopMs;
  }

  /// Remembers how to end what was just started. Where the stop has begun meanwhile, it is ended at
  /// once.
  public void onStop(String name, Step step) {
    Named named = new Named(name, step);
    steps.push(named);
    if (stopping.get() && steps.remove(named)) {
      run(named, STEP_MIN_MS);
    }
  }

  public boolean stopping() {
    return stopping.get();
  }

  /// Ends everything, the newest first, and returns when that is done. A step that fails or takes
  /// too long does not keep the others from their end. A second call does nothing.
  public void stop() {
    if (stopping.getAndSet(true)) {
      return;
    }
    long deadlineNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(stopMs);
    for (Named next = steps.poll(); next != null; next = steps.poll()) {
      long leftMs = TimeUnit.NANOSECONDS.toMillis(deadlineNs - System.nanoTime());
      run(next, Math.max(leftMs, STEP_MIN_MS));
    }
  }

  private static void run(Named named, long timeoutMs) {
    CompletableFuture<Void> done =
        CompletableFuture.runAsync(
            () -> {
              try {
                named.step.stop();
              } catch (Exception failure) {
                throw new IllegalStateException(failure);
              }
            },
            THREADS);
    try {
      done.get(timeoutMs, TimeUnit.MILLISECONDS);
      LOG.debug("Stopped: {}", named.name);
    } catch (TimeoutException _) {
      LOG.warn("{} did not stop within {} ms, going on", named.name, timeoutMs);
    } catch (ExecutionException failure) {
      LOG.warn("{} did not stop in order", named.name, failure.getCause());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
