package nl.beleidstafel.identity;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import nl.beleidstafel.audit.Deed;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.http.Answer;
import nl.beleidstafel.http.Call;
import nl.beleidstafel.http.Fields;
import nl.beleidstafel.http.Guard;
import nl.beleidstafel.http.Problem;
import nl.beleidstafel.http.Routes;
import nl.beleidstafel.http.Text;
import org.jspecify.annotations.Nullable;

/// One's own second factor: what one has, setting it up, taking it away.
final class FactorRoutes {
  private static final Problem SET_UP_ALREADY =
      new Problem(
          409,
          "set-up-already",
          new Text("Dit is al ingesteld", "This is set up already"),
          new Text(
              "U hebt al een app met codes. Verwijder die eerst.",
              "You have an app with codes already. Remove it first."));

  private static final Problem CODE_WRONG =
      Problem.field(
          "code",
          new Text(
              "Deze code klopt niet (meer). Vul de code in die de app nu laat zien.",
              "This code is not right (any more). Enter the one that the app shows now."));

  private static final Problem PASSKEY_REFUSED =
      new Problem(
          400,
          "passkey-refused",
          new Text("De toegangssleutel is niet bewaard", "The passkey was not kept"),
          new Text(
              "Het duurde te lang, de sleutel is al bekend of uw apparaat gaf geen goed antwoord."
                  + " Probeer het opnieuw.",
              "It took too long, the passkey is known already or your device gave no good answer."
                  + " Try again."));

  private static final Problem NO_FACTOR =
      new Problem(
          409,
          "no-factor",
          new Text("Er is nog geen tweede factor", "There is no second factor yet"),
          new Text(
              "Stel eerst een app met codes of een toegangssleutel in.",
              "Set up an app with codes or a passkey first."));

  private final FactorStore store;
  private final Factors factors;
  private final Passkeys passkeys;
  private final IdentityStore people;
  private final SessionStore sessions;
  private final Fresh fresh;
  private final Consumer<MemberId> ended;

  FactorRoutes(
      FactorStore store,
      Factors factors,
      Passkeys passkeys,
      IdentityStore people,
      SessionStore sessions,
      Fresh fresh,
      Consumer<MemberId> ended) {
    this.store = store;
    this.factors = factors;
    this.passkeys = passkeys;
    this.people = people;
    this.sessions = sessions;
    this.fresh = fresh;
    this.ended = ended;
  }

  Routes routes() {
    return new Routes()
        .get("/v1/factors", Guard.ENTERING, this::show)
        .post("/v1/factors/totp", Guard.ENTERING, fresh.only(this::begin))
        .post("/v1/factors/totp/confirmation", Guard.ENTERING, fresh.only(this::confirm))
        .delete("/v1/factors/totp", Guard.MEMBER, fresh.only(this::removeApp))
        .post("/v1/factors/recovery-codes", Guard.MEMBER, fresh.only(this::renew))
        .post("/v1/factors/passkeys/challenge", Guard.ENTERING, fresh.only(this::challenge))
        .post("/v1/factors/passkeys", Guard.ENTERING, fresh.only(this::add))
        .delete("/v1/factors/passkeys/{id}", Guard.MEMBER, fresh.only(this::removePasskey));
  }

  private Answer show(Call call) {
    FactorStore.Factors has = store.factors(call.actor().member()).await();
    JsonArray keys = new JsonArray();
    for (FactorStore.Passkey passkey : has.passkeys()) {
      keys.add(
          new JsonObject()
              .put("id", passkey.id().toString())
              .put("name", passkey.name())
              .put("createdAt", time(passkey.createdAtMs()))
              .put("usedAt", time(passkey.usedAtMs())));
    }
    return Answer.ok(
        new JsonObject()
            .put("totpSince", time(has.totpSinceMs()))
            .put("passkeys", keys)
            .put("recoveryCodesLeft", has.recoveryCodes())
            .put("required", has.required())
            .put("mayChange", fresh.refusal(call).isEmpty()));
  }

  /// RFC 3339; null where it never was.
  static @Nullable String time(long ms) {
    return ms == 0 ? null : Instant.ofEpochMilli(ms).toString();
  }

  private Answer begin(Call call) {
    Actor actor = call.actor();
    return factors
        .begin(actor, email(actor))
        .<Answer>map(begun ->
            Answer.created(new JsonObject().put("secret", begun.secret()).put("uri", begun.uri())))
        .orElse(SET_UP_ALREADY);
  }

  private Answer confirm(Call call) {
    String code = call.fields().text("code", Limits.CODE_LENGTH_MAX);
    Factors.Confirmation confirmation = factors.confirm(call.actor(), code, call.address());
    return switch (confirmation.check()) {
      case Factors.Check.Right() -> {
        strengthen(call, SessionKind.SECOND_FACTOR);
        yield Answer.ok(codes(confirmation.recoveryCodes()));
      }
      case Factors.Check.Wrong() -> CODE_WRONG;
      case Factors.Check.Slowed(var waitMs) -> Problem.tooMany(waitMs);
    };
  }

  /// Whoever set it up has shown it; sessions that did not are ended.
  private void strengthen(Call call, SessionKind kind) {
    MemberId member = call.actor().member();
    if (sessions.strengthen(Fresh.tokenHash(call), member, kind).await() > 0) {
      ended.accept(member);
    }
  }

  private Answer removeApp(Call call) {
    Actor actor = call.actor();
    Deed deed = Deed.done(actor, "factor.remove", "member", actor.member(), call.address());
    return store.removeApp(deed, actor.member()).await() ? Answer.empty() : Problem.notFound();
  }

  private Answer renew(Call call) {
    Actor actor = call.actor();
    return store.factors(actor.member()).await().any()
        ? Answer.created(codes(factors.renewCodes(actor, call.address())))
        : NO_FACTOR;
  }

  private Answer challenge(Call call) {
    Actor actor = call.actor();
    return Answer.ok(passkeys.challengeForNew(actor, email(actor)));
  }

  private Answer add(Call call) {
    Fields fields = call.fields();
    String name = fields.line("name", Limits.PASSKEY_NAME_LENGTH_MAX);
    JsonObject credential = fields.json("credential");
    Optional<Passkeys.Added> added = passkeys.add(call.actor(), name, credential, call.address());
    added.ifPresent(_ -> strengthen(call, SessionKind.PASSKEY));
    return added
        .<Answer>map(passkey ->
            Answer.created(codes(passkey.recoveryCodes()).put("id", passkey.id().toString())))
        .orElse(PASSKEY_REFUSED);
  }

  private Answer removePasskey(Call call) {
    Actor actor = call.actor();
    return Fresh.id(call)
        .filter(id ->
            store
                .removePasskey(
                    Deed.done(actor, "passkey.remove", "passkey", id, call.address()),
                    actor.member(),
                    id)
                .await())
        .<Answer>map(_ -> Answer.empty())
        .orElseGet(Problem::notFound);
  }

  private static JsonObject codes(List<String> codes) {
    return new JsonObject().put("recoveryCodes", new JsonArray(codes));
  }

  private String email(Actor actor) {
    return people.profile(actor.member()).await().map(IdentityStore.Profile::email).orElse("");
  }
}
