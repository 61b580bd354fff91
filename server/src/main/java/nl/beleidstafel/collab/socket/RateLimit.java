package nl.beleidstafel.collab.socket;

/// A bucket that refills with time: so much at once, so much per second for long. One thread.
final class RateLimit {
  private final long perSecond;
  private final long burst;
  // In thousandths, so that a millisecond refills exactly `perSecond`.
  private long leftMillis;
  private long refilledMs;

  RateLimit(long perSecond, long burst, long nowMs) {
    this.perSecond = perSecond;
    this.burst = burst;
    this.leftMillis = burst * 1000;
    this.refilledMs = nowMs;
  }

  /// Takes `amount` out; false where it is not there, and then the bucket is left as it was.
  boolean take(long amount, long nowMs) {
    long passedMs = Math.clamp(nowMs - refilledMs, 0, 1000 * burst / perSecond + 1);
    refilledMs = nowMs;
    leftMillis = Math.min(burst * 1000, leftMillis + passedMs * perSecond);
    if (leftMillis < amount * 1000) {
      return false;
    }
    leftMillis -= amount * 1000;
    return true;
  }
}
