package nl.beleidstafel.base;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// How often something may be done under a name: at once up to `burst` times, and then once in each
/// step. Any thread; memory is bounded.
///
/// Each count is kept as the one instant at which it will be back at nothing (the generic cell rate
/// algorithm): it allows while that instant is no further away than `burst - 1` steps.
public final class RateLimit {
  private final Clock clock;
  private final int burst;
  private final long stepMs;
  private final Map<String, Long> emptyAtMs = new ConcurrentHashMap<>();

  /// @param burst how many at once
  /// @param stepMs after how long one is forgotten
  public RateLimit(Clock clock, int burst, long stepMs) {
    this.clock = clock;
    this.burst = burst;
    this.stepMs = stepMs;
  }

  /// How long to wait before the next, in milliseconds; 0 where it may be now.
  public long waitMs(String name) {
    Long emptyAt = emptyAtMs.get(name);
    return emptyAt == null ? 0 : Math.max(0, emptyAt - (burst - 1) * stepMs - clock.nowMs());
  }

  public void count(String name) {
    if (emptyAtMs.size() >= Limits.SIGN_IN_COUNTS_MAX) {
      makeRoom();
    }
    long now = clock.nowMs();
    emptyAtMs.merge(name, now + stepMs, (at, _) -> Math.max(at, now) + stepMs);
  }

  /// Counts and allows, or refuses and counts nothing: how long to wait, or 0 where it was counted.
  public long take(String name) {
    long waitMs = waitMs(name);
    if (waitMs == 0) {
      count(name);
    }
    return waitMs;
  }

  /// What was counted under this name is forgiven.
  public void forget(String name) {
    emptyAtMs.remove(name);
  }

  /// Takes one count back.
  public void giveBack(String name) {
    emptyAtMs.computeIfPresent(name, (_, at) -> at - stepMs);
  }

  /// How many counts are kept.
  public int size() {
    return emptyAtMs.size();
  }

  /// Who owns an IPv6 address owns its /64, so that is what is counted.
  public static String network(String address) {
    try {
      byte[] bytes = InetAddress.ofLiteral(address).getAddress();
      return HexFormat.of().formatHex(bytes.length == 16 ? Arrays.copyOf(bytes, 8) : bytes);
    } catch (IllegalArgumentException _) {
      return address.length() > 64 ? address.substring(0, 64) : address;
    }
  }

  /// Forgets what is back at nothing, or else a tenth of all: an attacker with that many addresses
  /// shall cost us precision, not memory.
  private void makeRoom() {
    long now = clock.nowMs();
    emptyAtMs.values().removeIf(at -> at <= now);
    if (emptyAtMs.size() >= Limits.SIGN_IN_COUNTS_MAX) {
      emptyAtMs.keySet().stream()
          .limit(Limits.SIGN_IN_COUNTS_MAX / 10)
          .toList()
          .forEach(emptyAtMs::remove);
    }
  }
}
