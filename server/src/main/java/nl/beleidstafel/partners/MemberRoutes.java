package nl.beleidstafel.partners;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.http.Answer;
import nl.beleidstafel.http.Call;
import nl.beleidstafel.http.Fields;
import nl.beleidstafel.http.Guard;
import nl.beleidstafel.http.Routes;
import nl.beleidstafel.http.SessionCookie;

/// The people of a municipality, and oneself.
final class MemberRoutes {
  private final Members members;
  private final SessionCookie cookie;

  MemberRoutes(Members members, SessionCookie cookie) {
    this.members = members;
    this.cookie = cookie;
  }

  Routes routes() {
    return new Routes()
        .get("/v1/members", Guard.MEMBER, this::list)
        .put("/v1/members/{id}", Guard.ADMINISTRATOR, this::change)
        .delete("/v1/members/{id}", Guard.ACCOUNT, this::remove)
        .put("/v1/member", Guard.ACCOUNT, this::rename)
        .get("/v1/member/export", Guard.ACCOUNT, this::export)
        .post("/v1/member/erasure", Guard.ACCOUNT, this::erase);
  }

  private Answer list(Call call) {
    Actor actor = call.actor();
    Standing standing = members.standing(actor);
    JsonArray items = new JsonArray();
    members.list(actor, standing).forEach(person -> items.add(json(person, standing)));
    return Answer.ok(new JsonObject().put("items", items));
  }

  private Answer change(Call call) {
    Fields fields = call.fields();
    members.change(
        call.actor(),
        PathIds.member(call.path("id")),
        fields.flag("administrator"),
        fields.flag("contact"),
        fields.given("operator") ? Optional.of(fields.flag("operator")) : Optional.empty(),
        call.address());
    return Answer.empty();
  }

  private Answer remove(Call call) {
    boolean erase = call.query("erase").filter("true"::equals).isPresent();
    members.remove(call.actor(), PathIds.member(call.path("id")), erase, call.address());
    return Answer.empty();
  }

  private Answer rename(Call call) {
    members.rename(call.actor(), call.fields().name("name"), call.address());
    return Answer.empty();
  }

  private Answer export(Call call) {
    String about = members.about(call.actor(), call.address());
    return new Answer.Raw(
            200, "application/json", Bytes.wrap(about.getBytes(StandardCharsets.UTF_8)), Map.of())
        .with("Content-Disposition", "attachment; filename=\"mijn-gegevens.json\"");
  }

  private Answer erase(Call call) {
    String password = call.fields().text("password", Limits.PASSWORD_LENGTH_MAX);
    members.erase(call.actor(), password, call.address());
    return Answer.empty().with("Set-Cookie", cookie.clear());
  }

  /// Addresses are for who leads the partner; others see names.
  private static JsonObject json(Person person, Standing standing) {
    JsonObject json =
        new JsonObject()
            .put("id", person.id().toString())
            .put("partner", person.partner().toString())
            .put("name", person.name().orElse(null))
            .put("administrator", person.administrator())
            .put("operator", person.operator())
            .put("contact", person.contact())
            .put("account", person.account())
            .put("removed", person.removed());
    if (standing.leads(person.partner())) {
      person.email().ifPresent(email -> json.put("email", email));
      person
          .linkUntilMs()
          .ifPresent(ms -> json.put("linkUntil", Instant.ofEpochMilli(ms).toString()));
    }
    return json;
  }
}
