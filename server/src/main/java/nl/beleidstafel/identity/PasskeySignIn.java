package nl.beleidstafel.identity;

import io.vertx.core.json.JsonObject;
import java.util.Optional;
import nl.beleidstafel.audit.Audit;
import nl.beleidstafel.audit.Deed;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.identity.IdentityStore.Profile;

/// From a passkey to a session, without an address or a password. Virtual threads: waits.
final class PasskeySignIn {
  /// Stands for every passkey in the counts: none can be named before it is known to be good.
  private static final String ANY = "passkey";

  private final Passkeys passkeys;
  private final IdentityStore store;
  private final Sessions sessions;
  private final SignInLimiter guesses;
  private final SignInLimiter questions;
  private final Audit audit;

  PasskeySignIn(
      Passkeys passkeys,
      IdentityStore store,
      Sessions sessions,
      SignInLimiter guesses,
      SignInLimiter questions,
      Audit audit) {
    this.passkeys = passkeys;
    this.store = store;
    this.sessions = sessions;
    this.guesses = guesses;
    this.questions = questions;
    this.audit = audit;
  }

  /// How long this address must wait before it may have another challenge, in milliseconds.
  long mayAsk(String address) {
    long waitMs = questions.waitMs(ANY, address);
    if (waitMs == 0) {
      questions.failed(ANY, address);
    }
    return waitMs;
  }

  JsonObject challenge() {
    return passkeys.challengeForSignIn();
  }

  SignIn.Outcome attempt(JsonObject credential, String address, String agent) {
    long waitMs = guesses.waitMs(ANY, address);
    if (waitMs > 0) {
      return new SignIn.Outcome.Slowed(waitMs);
    }
    guesses.failed(ANY, address);
    Optional<Profile> known =
        passkeys.signedIn(credential).flatMap(member -> store.profile(member).await());
    if (known.isEmpty()) {
      return new SignIn.Outcome.Wrong();
    }
    guesses.forgive(ANY, address);
    Actor actor = known.get().actor();
    MemberId member = actor.member();
    String token = sessions.open(member, SessionKind.PASSKEY, agent).await();
    audit.note(Deed.done(actor, "session.open", "member", member, address)).await();
    return new SignIn.Outcome.Opened(token);
  }
}
