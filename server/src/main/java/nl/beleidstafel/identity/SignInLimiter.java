package nl.beleidstafel.identity;

import nl.beleidstafel.base.Clock;
import nl.beleidstafel.base.RateLimit;

/// Slows down guessing: failures are counted per account, per address, and per both together, and
/// are forgotten one by one. An account is slowed for all only after many failures, so that a
/// stranger cannot easily lock its owner out. Any thread.
final class SignInLimiter {
  private final RateLimit pairs;
  private final RateLimit accounts;
  private final RateLimit networks;

  SignInLimiter(Clock clock) {
    pairs = new RateLimit(clock, 10, 30_000);
    accounts = new RateLimit(clock, 100, 30_000);
    networks = new RateLimit(clock, 200, 3_000);
  }

  /// How long to wait before the next try, in milliseconds; 0 where it may be now. The same for
  /// accounts that exist and those that do not.
  long waitMs(String account, String address) {
    String network = RateLimit.network(address);
    return Math.max(
        pairs.waitMs(account + " " + network),
        Math.max(accounts.waitMs(account), networks.waitMs(network)));
  }

  void failed(String account, String address) {
    String network = RateLimit.network(address);
    pairs.count(account + " " + network);
    accounts.count(account);
    networks.count(network);
  }

  /// The owner came in: what was counted against them from here is forgiven.
  void succeeded(String account, String address) {
    pairs.forget(account + " " + RateLimit.network(address));
  }

  /// How many counts are kept.
  int size() {
    return pairs.size() + accounts.size() + networks.size();
  }
}
