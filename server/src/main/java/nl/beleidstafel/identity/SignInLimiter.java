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

  private final Rule pair;
  private final Rule account;
  private final Rule address;
  private final Clock clock;
  private final Map<String, Long> emptyAtMs = new ConcurrentHashMap<>();

  /// For passwords.
  SignInLimiter(Clock clock) {
    this(clock, new Rule(10, 30_000), new Rule(100, 30_000), new Rule(200, 3_000));
  }

  private SignInLimiter(Clock clock, Rule pair, Rule account, Rule address) {
    this.clock = clock;
    this.pair = pair;
    this.account = account;
    this.address = address;
  }

  /// For six digits, of which three are good at any moment: whoever has the password already gets a
  /// hundred tries a day, and the right code in one try of three hundred thousand.
  static SignInLimiter forCodes(Clock clock) {
    return new SignInLimiter(
        clock, new Rule(5, 60_000), new Rule(10, 900_000), new Rule(200, 3_000));
  }

  /// For what cannot be guessed, but makes the server work: many people may share an address.
  static SignInLimiter forWork(Clock clock) {
    return new SignInLimiter(clock, new Rule(60, 1_000), new Rule(10_000, 1), new Rule(200, 300));
  }

  /// How long to wait before the next try, in milliseconds; 0 where it may be now. The same for
  /// accounts that exist and those that do not.
  long waitMs(String account, String address) {
    String network = network(address);
    return Math.max(
        waitMs(pair, "p " + account + " " + network),
        Math.max(waitMs(this.account, "a " + account), waitMs(this.address, "n " + network)));
  }

  void failed(String account, String address) {
    String network = network(address);
    count(pair, "p " + account + " " + network);
    count(this.account, "a " + account);
    count(this.address, "n " + network);
  }

  /// Takes one failure back that was counted before it was known: so that many tries at once gain
  /// nothing, a try is counted first.
  void forgive(String account, String address) {
    String network = network(address);
    emptyAtMs.remove("p " + account + " " + network);
    emptyAtMs.computeIfPresent("a " + account, (_, at) -> at - this.account.stepMs());
    emptyAtMs.computeIfPresent("n " + network, (_, at) -> at - this.address.stepMs());
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
