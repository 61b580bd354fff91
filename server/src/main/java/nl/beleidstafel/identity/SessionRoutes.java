package nl.beleidstafel.identity;

import io.vertx.core.json.JsonObject;
import java.util.Objects;
import nl.beleidstafel.audit.Audit;
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

  private final SignIn signIn;
  private final Sessions sessions;
  private final IdentityStore store;
  private final SessionCookie cookie;
  private final SessionNotes notes;

  SessionRoutes(
      SignIn signIn,
      Sessions sessions,
      IdentityStore store,
      SessionCookie cookie,
      Audit audit) {
    notes = new SessionNotes(audit, store);
    this.signIn = signIn;
    this.sessions = sessions;
    this.store = store;
    this.cookie = cookie;
  }

  Routes routes() {
    return new Routes()
        .post("/v1/session", Guard.PUBLIC, this::open)
        .get("/v1/session", Guard.MEMBER, this::show)
        .delete("/v1/session", Guard.MEMBER, this::close);
  }

  private Answer open(Call call) {
    Fields fields = call.fields();
    String email = fields.text("email", Limits.NAME_LENGTH_MAX * 2);
    String password = fields.text("password", Limits.PASSWORD_LENGTH_MAX);
    return switch (signIn.attempt(email, password, call.address())) {
      case SignIn.Outcome.Opened(var member, var token) -> {
        notes.opened(member, call.address());
        yield Answer.ok(new JsonObject().put("token", token))
            .with("Set-Cookie", cookie.set(token, Limits.SESSION_AGE_MAX_MS / 1000));
      }
      case SignIn.Outcome.Wrong(var accounts) -> {
        notes.refused(accounts, call.address());
        yield WRONG;
      }
      case SignIn.Outcome.Slowed(var waitMs) -> Problem.tooMany(waitMs);
      case SignIn.Outcome.Busy() -> Problem.busy(1);
    };
  }

  private Answer show(Call call) {
    // Erased between the guard and here: then there is no session, either.
    return store
        .profile(call.actor().member())
        .await()
        .<Answer>map(profile -> Answer.ok(json(call.actor(), profile)))
        .orElseGet(Problem::sessionRequired);
  }

  private Answer close(Call call) {
    sessions.close(Objects.requireNonNull(call.token()), call.actor().member()).await();
    notes.closed(call.actor(), call.address());
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
