package nl.beleidstafel.collab.runtime;

/// One thread's worth of work in order: an event loop, or in tests a queue with a clock that is
/// advanced.
interface Loop {
  /// Runs the task later, on this loop, after all that was given before. Any thread.
  void run(Runnable task);

  /// Runs the task on this loop when the time has passed. Called on this loop.
  Timer after(long delayMs, Runnable task);

  /// Milliseconds of a clock that never goes back.
  long nowMs();

  /// A task that waits for its time.
  @FunctionalInterface
  interface Timer {
    /// Does nothing where it ran already.
    void cancel();
  }
}
