package nl.beleidstafel.identity;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.function.Consumer;
import nl.beleidstafel.audit.Audit;
import nl.beleidstafel.audit.Deed;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.Clock;
import nl.beleidstafel.base.Email;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.RateLimit;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.db.Tx;
import nl.beleidstafel.http.HttpSettings;
import nl.beleidstafel.http.Problem;
import nl.beleidstafel.http.RefusedException;
import nl.beleidstafel.http.Text;
import nl.beleidstafel.identity.AccountStore.Change;
import nl.beleidstafel.identity.AccountStore.Owner;
import nl.beleidstafel.mail.Letter;
import nl.beleidstafel.mail.Outbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Forgotten and changed passwords, changed addresses. Virtual threads: waits, and refuses by
/// throwing; only {@link #forgotten} does not wait, so that its time tells nothing.
final class Accounts {
  private static final Logger LOG = LoggerFactory.getLogger(Accounts.class);

  private static final Problem LINK_GONE =
      Problem.linkNotValid(
          new Text(
              "De link is al gebruikt, verlopen of niet compleet. Vraag een nieuwe aan.",
              "The link was used, has expired or is not complete. Ask for a new one."));

  private static final Problem ADDRESS_TAKEN =
      Problem.conflict(
          "address-taken",
          new Text("Dit adres is al in gebruik", "This address is in use"),
          new Text(
              "Iemand anders in uw gemeente gebruikt dit e-mailadres. Kies een ander.",
              "Somebody else in your municipality uses this e-mail address. Choose another."));

  /// What the object is built of.
  record Parts(
      Database database,
      AccountStore store,
      Passwords passwords,
      Secrets secrets,
      SignInLimiter limiter,
      Audit audit,
      Outbox outbox,
      Clock clock,
      HttpSettings settings,
      Consumer<MemberId> ended) {}

  private final Parts parts;
  private final RateLimit askers;
  private final RateLimit mailboxes;

  Accounts(Parts parts) {
    this.parts = parts;
    askers =
        new RateLimit(
            parts.clock(), Limits.RESETS_OF_NETWORK_BURST, Limits.RESETS_OF_NETWORK_STEP_MS);
    mailboxes =
        new RateLimit(
            parts.clock(), Limits.MAILS_TO_ADDRESS_BURST, Limits.MAILS_TO_ADDRESS_STEP_MS);
  }

  /// Sends a link to whoever is known by this address. Says nothing of whether anybody is: what
  /// there is to do is done after the answer.
  void forgotten(String typed, String origin) {
    long waitMs = askers.take(RateLimit.network(origin));
    if (waitMs > 0) {
      throw new RefusedException(Problem.tooMany(waitMs));
    }
    Optional<Email> email = Email.parse(typed);
    // A mailbox that has had enough gets no more, and nobody is told.
    if (email.isPresent() && mailboxes.take(email.get().value()) == 0) {
      parts
          .store()
          .owners(email.get())
          .compose(
              owners -> Future.all(owners.stream().map(owner -> sendReset(owner, origin)).toList()))
          .onFailure(failure -> LOG.error("A link for a forgotten password was not sent", failure));
    }
  }

  private Future<Void> sendReset(Owner owner, String origin) {
    String token = parts.secrets().token();
    long now = parts.clock().nowMs();
    String link = parts.settings().link("/wachtwoord#token=" + token);
    return parts
        .database()
        .transaction(tx ->
            parts
                .store()
                .keepReset(tx, Secrets.hash(token), owner.member(), now, now + Limits.RESET_MAX_MS)
                .compose(_ -> parts.outbox().put(tx, AccountLetters.forgotten(owner, link)))
                .compose(_ -> note(tx, owner, "password.forgotten", origin)));
  }

  /// Sets a new password with a link, and ends all sessions. False where too many passwords are
  /// being hashed.
  boolean reset(String token, String password, String origin) {
    guess(origin);
    Optional<String> hash = parts.passwords().hash(password).await();
    if (hash.isEmpty()) {
      return false;
    }
    MemberId member =
        parts
            .database()
            .inTransaction(tx -> {
              MemberId found =
                  parts
                      .store()
                      .takeReset(tx, Secrets.hash(token), parts.clock().nowMs())
                      .await()
                      .orElseThrow(() -> missed(origin));
              Owner owner = parts.store().owner(found).await().orElseThrow(() -> missed(origin));
              replace(tx, owner, hash.get(), Optional.empty(), "password.reset", origin);
              return found;
            });
    parts.ended().accept(member);
    return true;
  }

  /// Sets a new password for who knows the present one, and ends their other sessions. False where
  /// too many passwords are being hashed.
  boolean change(Actor actor, String present, String password, Bytes session, String origin) {
    confirm(actor, present, origin).ifPresent(Accounts::refuse);
    Optional<String> hash = parts.passwords().hash(password).await();
    if (hash.isEmpty()) {
      return false;
    }
    Owner owner = self(actor);
    parts
        .database()
        .inTransaction(tx -> {
          replace(tx, owner, hash.get(), Optional.of(session), "password.change", origin);
          return owner;
        });
    parts.ended().accept(actor.member());
    return true;
  }

  private void replace(
      Tx tx, Owner owner, String hash, Optional<Bytes> kept, String action, String origin) {
    parts.store().setPassword(tx, owner.member(), hash).await();
    parts.store().endSessions(tx, owner.member(), kept).await();
    parts.outbox().put(tx, AccountLetters.passwordChanged(owner)).await();
    note(tx, owner, action, origin).await();
  }

  /// Asks the owner of the new address whether it is theirs. That somebody else of the municipality
  /// has it is said to that mailbox only, when its link is opened.
  void wish(Actor actor, Email email, String password, String origin) {
    confirm(actor, password, origin).ifPresent(Accounts::refuse);
    long waitMs = mailboxes.take(email.value());
    if (waitMs > 0) {
      throw new RefusedException(Problem.tooMany(waitMs));
    }
    Owner owner = self(actor);
    String token = parts.secrets().token();
    String link = parts.settings().link("/account#adres=" + token);
    Letter letter = AccountLetters.confirmAddress(owner, email, link);
    parts
        .database()
        .inTransaction(tx -> {
          parts
              .store()
              .keepChange(
                  tx,
                  Secrets.hash(token),
                  new Change(actor.member(), email),
                  parts.clock().nowMs() + Limits.RESET_MAX_MS)
              .await();
          parts.outbox().put(tx, letter).await();
          return note(tx, owner, "address.wish", origin).await();
        });
  }

  /// Changes the address with the link that came to the new one, and tells the old one.
  void confirmAddress(String token, String origin) {
    guess(origin);
    parts
        .database()
        .inTransaction(tx -> {
          Change change =
              parts
                  .store()
                  .takeChange(tx, Secrets.hash(token), parts.clock().nowMs())
                  .await()
                  .orElseThrow(() -> missed(origin));
          Owner owner =
              parts.store().owner(change.member()).await().orElseThrow(() -> missed(origin));
          if (!parts.store().setEmail(tx, change.member(), change.email()).await()) {
            throw new RefusedException(ADDRESS_TAKEN);
          }
          parts.outbox().put(tx, AccountLetters.addressChanged(owner)).await();
          return note(tx, owner, "address.change", origin).await();
        });
  }

  /// Whether this is the actor's own password; who has none needs none.
  Optional<Problem> confirm(Actor actor, String password, String origin) {
    Owner owner = self(actor);
    if (owner.passwordHash().isEmpty()) {
      return Optional.empty();
    }
    long waitMs = parts.limiter().waitMs(owner.email(), origin);
    if (waitMs > 0) {
      return Optional.of(Problem.tooMany(waitMs));
    }
    Optional<Boolean> right =
        parts
            .passwords()
            .run(() -> parts.passwords().verify(password, owner.passwordHash()))
            .await();
    if (right.isEmpty()) {
      return Optional.of(Problem.busy(1));
    }
    if (right.get()) {
      parts.limiter().succeeded(owner.email(), origin);
      return Optional.empty();
    }
    parts.limiter().failed(owner.email(), origin);
    return Optional.of(
        Problem.field(
            "password", new Text("Dit is niet uw wachtwoord.", "This is not your password.")));
  }

  private Owner self(Actor actor) {
    return parts
        .store()
        .owner(actor.member())
        .await()
        .orElseThrow(() -> new RefusedException(Problem.sessionRequired()));
  }

  private void guess(String origin) {
    long waitMs = parts.limiter().waitMs("link", origin);
    if (waitMs > 0) {
      throw new RefusedException(Problem.tooMany(waitMs));
    }
  }

  private RefusedException missed(String origin) {
    parts.limiter().failed("link", origin);
    return new RefusedException(LINK_GONE);
  }

  private static void refuse(Problem problem) {
    throw new RefusedException(problem);
  }

  private Future<Void> note(Tx tx, Owner owner, String action, String origin) {
    return parts
        .audit()
        .note(
            tx,
            new Deed(
                owner.municipality(),
                owner.member(),
                action,
                "member",
                owner.member().toString(),
                Deed.Result.DONE,
                origin));
  }
}
