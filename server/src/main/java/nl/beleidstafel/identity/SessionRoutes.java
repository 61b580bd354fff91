package nl.beleidstafel.identity;

import io.vertx.core.json.JsonObject;
import java.util.Objects;
import java.util.Optional;
import nl.beleidstafel.audit.Audit;
import nl.beleidstafel.audit.Deed;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.http.Answer;
import nl.beleidstafel.http.Call;
import nl.beleidstafel.http.Fields;
import nl.beleidstafel.http.Guard;
import nl.beleidstafel.http.Problem;
import nl.beleidstafel.http.Routes;
import nl.beleidstafel.http.SessionCookie;
import nl.beleidstafel.http.Text;
import nl.beleidstafel.identity.IdentityStore.Profile;

/// Signing in, who am I, signing out.
final class SessionRoutes {
  private static final Problem WRONG =
      new Problem(
          401,
          "credentials-wrong",
          new Text("Inloggen is niet gelukt", "Signing in failed"),
          new Text(
              "Het e-mailadres of het wachtwoord klopt niet.",
              "The e-mail address or the password is not right."));

  private static final Problem SECOND_FACTOR_REQUIRED =
      new Problem(
          401,
          "second-factor-required",
          new Text("Nog een stap", "One more step"),
          new Text(
              "Vul de code van uw app in, of een herstelcode. Of log in met uw toegangssleutel.",
              "Enter the code of your app, or a recovery code. Or sign in with your passkey."));

  private static final Problem CODE_WRONG =
      new Problem(
          401,
          "code-wrong",
          new Text("De code klopt niet", "The code is not right"),
          new Text(
              "Deze code klopt niet (meer). Elke code werkt één keer: wacht op de volgende.",
              "This code is not right (any more). Each code works once: wait for the next."));

  private static final Problem PASSKEY_WRONG =
      new Problem(
          401,
          "passkey-wrong",
          new Text("Inloggen is niet gelukt", "Signing in failed"),
          new Text(
              "Deze toegangssleutel is hier niet bekend, of het duurde te lang. Probeer het opnieuw.",
              "This passkey is not known here, or it took too long. Try again."));

  private final SignIn signIn;
  private final PasskeySignIn passkeys;
  private final Sessions sessions;
  private final IdentityStore store;
  private final SessionCookie cookie;
  private final Audit audit;

  SessionRoutes(
      SignIn signIn,
      PasskeySignIn passkeys,
      Sessions sessions,
      IdentityStore store,
      SessionCookie cookie,
      Audit audit) {
    this.audit = audit;
    this.signIn = signIn;
    this.passkeys = passkeys;
    this.sessions = sessions;
    this.store = store;
    this.cookie = cookie;
  }

  Routes routes() {
    return new Routes()
        .post("/v1/session", Guard.PUBLIC, this::open)
        .post("/v1/session/passkey-challenge", Guard.PUBLIC, this::challenge)
        .post("/v1/session/passkey", Guard.PUBLIC, this::openByPasskey)
        .get("/v1/session", Guard.ENTERING, this::show)
        .delete("/v1/session", Guard.ENTERING, this::close);
  }

  private Answer open(Call call) {
    Fields fields = call.fields();
    String email = fields.text("email", Limits.NAME_LENGTH_MAX * 2);
    String password = fields.text("password", Limits.PASSWORD_LENGTH_MAX);
    Optional<String> code = fields.optionalText("code", Limits.CODE_LENGTH_MAX);
    return answer(signIn.attempt(email, password, code, call.address(), call.agent()), WRONG);
  }

  private Answer challenge(Call call) {
    long waitMs = passkeys.mayAsk(call.address());
    return waitMs > 0 ? Problem.tooMany(waitMs) : Answer.ok(passkeys.challenge());
  }

  private Answer openByPasskey(Call call) {
    JsonObject credential = call.fields().json("credential");
    return answer(passkeys.attempt(credential, call.address(), call.agent()), PASSKEY_WRONG);
  }

  private Answer answer(SignIn.Outcome outcome, Problem wrong) {
    return switch (outcome) {
      case SignIn.Outcome.Opened(var token) ->
          Answer.ok(new JsonObject().put("token", token))
              .with("Set-Cookie", cookie.set(token, Limits.SESSION_AGE_MAX_MS / 1000));
      case SignIn.Outcome.Wrong() -> wrong;
      case SignIn.Outcome.CodeRequired() -> SECOND_FACTOR_REQUIRED;
      case SignIn.Outcome.CodeWrong() -> CODE_WRONG;
      case SignIn.Outcome.Slowed(var waitMs) -> Problem.tooMany(waitMs);
      case SignIn.Outcome.Busy() -> Problem.busy(1);
    };
  }

  private Answer show(Call call) {
    String token = Objects.requireNonNull(call.token());
    boolean due = sessions.enteringOf(token).await().isPresent();
    Optional<SessionStore.Open> open = sessions.session(token).await();
    if (open.isEmpty()) {
      return Problem.sessionRequired();
    }
    JsonObject session =
        new JsonObject().put("kind", open.get().kind().word()).put("secondFactorDue", due);
    // Erased between the guard and here: then there is no session, either.
    return store
        .profile(call.actor().member())
        .await()
        .<Answer>map(profile -> Answer.ok(json(call.actor(), profile).put("session", session)))
        .orElseGet(Problem::sessionRequired);
  }

  private Answer close(Call call) {
    Actor actor = call.actor();
    sessions.close(Objects.requireNonNull(call.token()), actor.member()).await();
    audit.note(Deed.done(actor, "session.close", "member", actor.member(), call.address())).await();
    return Answer.empty().with("Set-Cookie", cookie.clear());
  }

  private static JsonObject json(Actor actor, Profile profile) {
    return new JsonObject()
        .put(
            "member",
            new JsonObject()
                .put("id", actor.member().toString())
                .put("name", actor.name())
                .put("email", profile.email())
                .put("administrator", actor.administrator())
                .put("operator", profile.operator())
                .put("contact", profile.contact())
                .put("byLink", actor.byLink()))
        .put(
            "partner",
            new JsonObject()
                .put("id", actor.partner().toString())
                .put("name", actor.partnerName())
                .put("badge", actor.badge())
                .put("colour", actor.colour()))
        .put(
            "municipality",
            new JsonObject()
                .put("id", actor.municipality().toString())
                .put("name", profile.municipality()));
  }
}
