package nl.beleidstafel.collab.runtime;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/// One thread, a clock that jumps to the next thing to do, and loops on it that keep their order
/// but not each other's pace.
final class SimulatedTime {
  private record Task(long atMs, long order, Runnable work) {}

  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>(Comparator.comparingLong(Task::atMs).thenComparingLong(Task::order));
  private final SplittableRandom random;
  private long nowMs;
  private long lastOrder;

  SimulatedTime(SplittableRandom random) {
    this.random = random;
  }

  long nowMs() {
    return nowMs;
  }

  void after(long delayMs, Runnable work) {
    tasks.add(new Task(nowMs + delayMs, ++lastOrder, work));
  }

  /// Does the next thing, if there is one before the time.
  boolean step(long untilMs) {
    Task next = tasks.peek();
    if (next == null || next.atMs > untilMs) {
      nowMs = Math.max(nowMs, untilMs);
      return false;
    }
    tasks.remove();
    nowMs = next.atMs;
    next.work.run();
    return true;
  }

  void runFor(long durationMs) {
    long untilMs = nowMs + durationMs;
    while (step(untilMs)) {}
  }

  /// A loop that does nothing any more once `alive` is false.
  Loop loop(BooleanSupplier alive) {
    return new Loop() {
      private long lastAtMs;

      @Override
      public void run(Runnable task) {
        lastAtMs = Math.max(lastAtMs, nowMs + random.nextInt(2));
        SimulatedTime.this.after(lastAtMs - nowMs, () -> ifAlive(task));
      }

      @Override
      public Timer after(long delayMs, Runnable task) {
        boolean[] cancelled = {false};
        SimulatedTime.this.after(
            delayMs,
            () -> {
              if (!cancelled[0]) {
                ifAlive(task);
              }
            });
        return () -> cancelled[0] = true;
      }

      private void ifAlive(Runnable task) {
        if (alive.getAsBoolean()) {
          task.run();
        }
      }

      @Override
      public long nowMs() {
        return nowMs;
      }
    };
  }
}
