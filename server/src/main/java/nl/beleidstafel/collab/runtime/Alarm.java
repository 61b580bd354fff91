package nl.beleidstafel.collab.runtime;

import org.jspecify.annotations.Nullable;

/// Does something at the earliest of the times that were asked for, then not until it is asked for
/// again. On the loop.
final class Alarm {
  private final Loop loop;
  private final Runnable work;
  private Loop.@Nullable Timer timer;
  private long atMs;

  Alarm(Loop loop, Runnable work) {
    this.loop = loop;
    this.work = work;
  }

  /// After this time at the latest.
  void within(int delayMs) {
    long wantedMs = loop.nowMs() + delayMs;
    if (timer != null && atMs <= wantedMs) {
      return;
    }
    cancel();
    atMs = wantedMs;
    timer =
        loop.after(
            delayMs,
            () -> {
              timer = null;
              work.run();
            });
  }

  void cancel() {
    Loop.Timer running = timer;
    if (running != null) {
      running.cancel();
      timer = null;
    }
  }
}
