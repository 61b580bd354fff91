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

  /// For passwords.
  SignInLimiter(Clock clock) {
    this(
        new RateLimit(clock, 10, 30_000),
        new RateLimit(clock, 100, 30_000),
        new RateLimit(clock, 200, 3_000));
  }

  private SignInLimiter(RateLimit pairs, RateLimit accounts, RateLimit networks) {
    this.pairs = pairs;
    this.accounts = accounts;
    this.networks = networks;
  }

  /// For six digits, of which three are good at any moment: whoever has the password already gets a
  /// hundred tries a day, and the right code in one try of three hundred thousand.
  static SignInLimiter forCodes(Clock clock) {
    return new SignInLimiter(
        new RateLimit(clock, 5, 60_000),
        new RateLimit(clock, 10, 900_000),
        new RateLimit(clock, 200, 3_000));
  }

  /// For what cannot be guessed, but makes the server work: many people may share an address.
  static SignInLimiter forWork(Clock clock) {
    return new SignInLimiter(
        new RateLimit(clock, 60, 1_000),
        new RateLimit(clock, 10_000, 1),
        new RateLimit(clock, 200, 300));
  }

  /// Takes one failure back that was counted before it was known: so that many tries at once gain
  /// nothing, a try is counted first.
  void forgive(String account, String address) {
    String network = RateLimit.network(address);
    pairs.forget(account + " " + network);
    accounts.giveBack(account);
    networks.giveBack(network);
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
