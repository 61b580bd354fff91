package nl.beleidstafel.identity;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.beleidstafel.base.Clock;
import nl.beleidstafel.base.Limits;

/// Slows down guessing: failures are counted per account, per address, and per both together, and
/// are forgotten one by one. An account is slowed for all only after many failures, so that a
/// stranger cannot easily lock its owner out. Any thread.
///
/// Each count is kept as the one instant at which it will be back at nothing (the generic cell rate
/// algorithm): it allows while that instant is no further away than `burst - 1` steps.
final class SignInLimiter {
  private record Rule(int burst, long stepMs) {}

  private static final Rule PAIR = new Rule(10, 30_000);
  private static final Rule ACCOUNT = new Rule(100, 30_000);
  private static final Rule ADDRESS = new Rule(200, 3_000);

  private final Clock clock;
  private final Map<String, Long> emptyAtMs = new ConcurrentHashMap<>();

  SignInLimiter(Clock clock) {
    this.clock = clock;
  }

  /// How long to wait before the next try, in milliseconds; 0 where it may be now. The same for
  /// accounts that exist and those that do not.
  long waitMs(String account, String address) {
    String network = network(address);
    return Math.max(
        waitMs(PAIR, "p " + account + " " + network),
        Math.max(waitMs(ACCOUNT, "a " + account), waitMs(ADDRESS, "n " + network)));
  }

  void failed(String account, String address) {
    String network = network(address);
    count(PAIR, "p " + account + " " + network);
    count(ACCOUNT, "a " + account);
    count(ADDRESS, "n " + network);
  }

  /// The owner came in: what was counted against them from here is forgiven.
  void succeeded(String account, String address) {
    emptyAtMs.remove("p " + account + " " + network(address));
  }

  /// How many counts are kept.
  int size() {
    return emptyAtMs.size();
  }

  private long waitMs(Rule rule, String key) {
    Long emptyAt = emptyAtMs.get(key);
    return emptyAt == null
        ? 0
        : Math.max(0, emptyAt - (rule.burst() - 1) * rule.stepMs() - clock.nowMs());
  }

  private void count(Rule rule, String key) {
    if (emptyAtMs.size() >= Limits.SIGN_IN_COUNTS_MAX) {
      makeRoom();
    }
    long now = clock.nowMs();
    emptyAtMs.merge(key, now + rule.stepMs(), (at, _) -> Math.max(at, now) + rule.stepMs());
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

  /// Who owns an IPv6 address owns its /64, so that is what is counted.
  private static String network(String address) {
    try {
      byte[] bytes = InetAddress.ofLiteral(address).getAddress();
      return HexFormat.of().formatHex(bytes.length == 16 ? Arrays.copyOf(bytes, 8) : bytes);
    } catch (IllegalArgumentException _) {
      return address.length() > 64 ? address.substring(0, 64) : address;
    }
  }
}
