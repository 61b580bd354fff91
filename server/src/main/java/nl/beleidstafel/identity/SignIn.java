package nl.beleidstafel.identity;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import nl.beleidstafel.audit.Audit;
import nl.beleidstafel.audit.Deed;
import nl.beleidstafel.base.Email;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.identity.IdentityStore.Account;
import org.jspecify.annotations.Nullable;

/// From address and password to a session. Whether an account exists cannot be told: the same
/// queries, the same hashing, the same answer. Virtual threads: waits.
final class SignIn {
  sealed interface Outcome {
    record Opened(String token) implements Outcome {}

    /// No such account, no password, or a wrong one.
    record Wrong() implements Outcome {}

    /// Too many failures.
    ///
    /// @param waitMs until the next try
    record Slowed(long waitMs) implements Outcome {}

    /// The password is right, and a second factor is due.
    record CodeRequired() implements Outcome {}

    /// The password is right, the code is not.
    record CodeWrong() implements Outcome {}

    /// Too many others sign in at this moment.
    record Busy() implements Outcome {}
  }

  private sealed interface Verdict {
    record Right(Account account) implements Verdict {}

    record Wrong() implements Verdict {}

    record Slowed(long waitMs) implements Verdict {}
  }

  private final IdentityStore store;
  private final Sessions sessions;
  private final Passwords passwords;
  private final SignInLimiter limiter;
  private final FactorStore factorStore;
  private final Factors factors;
  private final Audit audit;

  SignIn(
      IdentityStore store,
      Sessions sessions,
      Passwords passwords,
      SignInLimiter limiter,
      FactorStore factorStore,
      Factors factors,
      Audit audit) {
    this.store = store;
    this.sessions = sessions;
    this.passwords = passwords;
    this.limiter = limiter;
    this.factorStore = factorStore;
    this.factors = factors;
    this.audit = audit;
  }

  /// Tries once.
  ///
  /// @param email as typed
  /// @param code of the second factor, as typed; empty where none was given
  /// @param address where the request came from
  /// @param agent what the browser says of itself
  Outcome attempt(
      String email, String password, Optional<String> code, String address, String agent) {
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
      case Verdict.Right(var account) -> proved(account, code, address, agent);
      case Verdict.Wrong() -> {
        note(accounts, address).await();
        yield new Outcome.Wrong();
      }
      case Verdict.Slowed(var ms) -> new Outcome.Slowed(ms);
    };
  }

  /// The password is right: from here on whoever asks may know what this account has.
  private Outcome proved(Account account, Optional<String> code, String address, String agent) {
    if (!factorStore.factors(account.member()).await().any()) {
      return opened(account, SessionKind.PASSWORD, address, agent);
    }
    if (code.isEmpty()) {
      return new Outcome.CodeRequired();
    }
    return switch (factors.check(account.municipality(), account.member(), code.get(), address)) {
      case Factors.Check.Right() -> opened(account, SessionKind.SECOND_FACTOR, address, agent);
      case Factors.Check.Wrong() -> {
        note(List.of(account), address).await();
        yield new Outcome.CodeWrong();
      }
      case Factors.Check.Slowed(var ms) -> new Outcome.Slowed(ms);
    };
  }

  private Outcome opened(Account account, SessionKind kind, String address, String agent) {
    String token = sessions.open(account.member(), kind, agent).await();
    audit.note(deed(account, account.member(), Deed.Result.DONE, address)).await();
    return new Outcome.Opened(token);
  }

  /// Notes a failure: as much work for an address that nobody has as for one that somebody has.
  private Future<Void> note(List<Account> accounts, String address) {
    List<Deed> deeds =
        accounts.isEmpty()
            ? List.of(
                new Deed(null, null, "session.open", "member", "", Deed.Result.REFUSED, address))
            : accounts.stream()
                .map(account -> deed(account, null, Deed.Result.REFUSED, address))
                .toList();
    return Future.all(deeds.stream().map(audit::note).toList()).mapEmpty();
  }

  private static Deed deed(
      Account account, @Nullable MemberId actor, Deed.Result result, String address) {
    return new Deed(
        account.municipality(),
        actor,
        "session.open",
        "member",
        account.member().toString(),
        result,
        address);
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
        return new Verdict.Right(account);
      }
    }
    limiter.failed(email.value(), address);
    return new Verdict.Wrong();
  }
}
