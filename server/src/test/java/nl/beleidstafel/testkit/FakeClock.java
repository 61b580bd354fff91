package nl.beleidstafel.testkit;

import java.util.concurrent.atomic.AtomicLong;
import nl.beleidstafel.base.Clock;

/// A clock that stands still until it is advanced. Any thread.
public final class FakeClock implements Clock {
  private final AtomicLong nowMs = new AtomicLong(1_790_000_000_000L);

  @Override
  public long nowMs() {
    return nowMs.get();
  }

  public void advanceMs(long by) {
    nowMs.addAndGet(by);
  }

  public void advanceSeconds(long by) {
    advanceMs(by * 1000);
  }
}
