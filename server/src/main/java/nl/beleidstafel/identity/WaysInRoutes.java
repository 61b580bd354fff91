package nl.beleidstafel.identity;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.function.Consumer;
import nl.beleidstafel.audit.Deed;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.http.Answer;
import nl.beleidstafel.http.Call;
import nl.beleidstafel.http.Guard;
import nl.beleidstafel.http.HttpSettings;
import nl.beleidstafel.http.Problem;
import nl.beleidstafel.http.Routes;
import nl.beleidstafel.http.Text;
import nl.beleidstafel.mail.Letter;

/// What an administrator decides of the ways in to their municipality: whether a second factor is
/// required, and a new start for a colleague who has lost theirs.
final class WaysInRoutes {
  private static final Problem OWN_FIRST =
      new Problem(
          409,
          "own-factor-first",
          new Text("Stel eerst zelf een tweede factor in", "Set up your own second factor first"),
          new Text(
              "Anders kunt u zelf niet verder. Dat kan bij uw account, onder beveiliging.",
              "Or you could not go on yourself. You can do it in your account, under security."));

  private static final Problem NOT_ONESELF =
      new Problem(
          409,
          "not-oneself",
          new Text("Dit kan niet voor uzelf", "Not for yourself"),
          new Text(
              "Gebruik een herstelcode, of vraag het aan een andere beheerder.",
              "Use a recovery code, or ask another administrator."));

  private final FactorStore store;
  private final Fresh fresh;
  private final HttpSettings settings;
  private final Consumer<MemberId> ended;

  WaysInRoutes(FactorStore store, Fresh fresh, HttpSettings settings, Consumer<MemberId> ended) {
    this.store = store;
    this.fresh = fresh;
    this.settings = settings;
    this.ended = ended;
  }

  Routes routes() {
    return new Routes()
        .get("/v1/sign-in-settings", Guard.ADMINISTRATOR, this::show)
        .put("/v1/sign-in-settings", Guard.ADMINISTRATOR, fresh.only(this::change))
        .get("/v1/factors/members", Guard.ADMINISTRATOR, this::colleagues)
        .delete("/v1/members/{id}/factors", Guard.ADMINISTRATOR, fresh.only(this::reset));
  }

  private Answer show(Call call) {
    boolean required = store.required(call.actor().municipality()).await();
    return Answer.ok(new JsonObject().put("secondFactorRequired", required));
  }

  private Answer change(Call call) {
    Actor actor = call.actor();
    boolean required = call.fields().flag("secondFactorRequired");
    if (required && !store.factors(actor.member()).await().any()) {
      return OWN_FIRST;
    }
    Deed deed =
        Deed.done(
            actor,
            required ? "second-factor.require" : "second-factor.leave-free",
            "municipality",
            actor.municipality(),
            call.address());
    store.require(deed, actor.municipality(), required).await();
    return Answer.ok(new JsonObject().put("secondFactorRequired", required));
  }

  private Answer colleagues(Call call) {
    JsonArray items = new JsonArray();
    for (FactorStore.Colleague each : store.colleagues(call.actor().municipality()).await()) {
      items.add(
          new JsonObject()
              .put("id", each.member().toString())
              .put("name", each.name())
              .put("email", each.email())
              .put("partner", each.partner())
              .put("secondFactor", each.any()));
    }
    return Answer.ok(new JsonObject().put("items", items));
  }

  private Answer reset(Call call) {
    Actor actor = call.actor();
    Optional<MemberId> named = Fresh.id(call).map(MemberId::new);
    if (named.isEmpty()) {
      return Problem.notFound();
    }
    MemberId member = named.get();
    if (member.equals(actor.member())) {
      return NOT_ONESELF;
    }
    Deed deed = Deed.done(actor, "factor.reset", "member", member, call.address());
    boolean done =
        store
            .reset(
                deed,
                actor,
                member,
                (name, email, municipality) -> letter(actor, name, email, municipality))
            .await();
    if (done) {
      ended.accept(member);
    }
    return done ? Answer.empty() : Problem.notFound();
  }

  private Letter letter(Actor actor, String name, String email, String municipality) {
    String body =
        """
        Beste %s,

        Een beheerder van %s heeft uw tweede factor voor Beleidstafel gewist. U bent overal \
        uitgelogd. Log opnieuw in met uw wachtwoord. Stel daarna weer een tweede factor in:

        %s

        Hebt u hier niet om gevraagd? Neem dan meteen contact op met uw beheerder.

        ---

        Dear %s,

        An administrator of %s has erased your second factor for Beleidstafel, and ended your \
        sessions. Sign in with your password and set up a second factor again at the address \
        above. If you did not ask for this, contact your administrator at once.
        """
            .formatted(
                name, municipality, settings.link("/account/beveiliging"), name, municipality);
    return new Letter(
        actor.municipality(), email, "Uw tweede factor is gewist / Second factor erased", body);
  }
}
