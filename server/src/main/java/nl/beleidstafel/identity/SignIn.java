package nl.beleidstafel.identity;

import java.util.List;
import java.util.Optional;
import nl.beleidstafel.base.Email;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.identity.IdentityStore.Account;

/// From address and password to a session. Whether an account exists cannot be told: the same
/// queries, the same hashing, the same answer. Virtual threads: waits.
final class SignIn {
  sealed interface Outcome {
    record Opened(MemberId member, String token) implements Outcome {}

    /// No such account, no password, or a wrong one.
    ///
    /// @param accounts those that were tried; for the audit log, never for the answer
    record Wrong(List<MemberId> accounts) implements Outcome {}

    /// Too many failures.
    ///
    /// @param waitMs until the next try
    record Slowed(long waitMs) implements Outcome {}

    /// Too many others sign in at this moment.
    record Busy() implements Outcome {}
  }

  private sealed interface Verdict {
    record Right(MemberId member) implements Verdict {}

    record Wrong() implements Verdict {}

    record Slowed(long waitMs) implements Verdict {}
  }

  private final IdentityStore store;
  private final Sessions sessions;
  private final Passwords passwords;
  private final SignInLimiter limiter;

  SignIn(IdentityStore store, Sessions sessions, Passwords passwords, SignInLimiter limiter) {
    this.store = store;
    this.sessions = sessions;
    this.passwords = passwords;
    this.limiter = limiter;
  }

  /// Tries once.
  ///
  /// @param email as typed
  /// @param address where the request came from
  Outcome attempt(String email, String password, String address) {
    // What is no address has no account, but costs and counts like one.
    Email wanted = Email.parse(email).orElse(new Email("?"));
    long waitMs = limiter.waitMs(wanted.value(), address);
    if (waitMs > 0) {
      return new Outcome.Slowed(waitMs);
    }
    List<Account> accounts = store.accounts(wanted).await();
    Optional<Verdict> verdict =
        passwords.run(() -> judge(wanted, accounts, password, address)).await();
    if (verdict.isEmpty()) {
      return new Outcome.Busy();
    }
    return switch (verdict.get()) {
      case Verdict.Right(var member) ->
          new Outcome.Opened(member, sessions.open(member).await());
      case Verdict.Wrong() ->
          new Outcome.Wrong(accounts.stream().map(Account::member).toList());
      case Verdict.Slowed(var ms) -> new Outcome.Slowed(ms);
    };
  }

  /// On a thread for passwords, few at once: so asking the limiter again here lets hardly more
  /// guesses through than it means to, however many arrive together.
  private Verdict judge(Email email, List<Account> accounts, String password, String address) {
    long waitMs = limiter.waitMs(email.value(), address);
    if (waitMs > 0) {
      return new Verdict.Slowed(waitMs);
    }
    if (accounts.isEmpty()) {
      passwords.verify(password, Optional.empty());
    }
    for (Account account : accounts) {
      if (passwords.verify(password, account.passwordHash())) {
        limiter.succeeded(email.value(), address);
        return new Verdict.Right(account.member());
      }
    }
    limiter.failed(email.value(), address);
    return new Verdict.Wrong();
  }
}
