package nl.beleidstafel.partners;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.http.Answer;
import nl.beleidstafel.http.Call;
import nl.beleidstafel.http.Fields;
import nl.beleidstafel.http.Guard;
import nl.beleidstafel.http.Routes;

/// The partners of a municipality.
final class PartnerRoutes {
  private final Partners partners;
  private final Map<String, String> kinds;

  PartnerRoutes(Partners partners, Map<String, String> kinds) {
    this.partners = partners;
    this.kinds = kinds;
  }

  Routes routes() {
    return new Routes()
        .get("/v1/partners", Guard.MEMBER, this::list)
        .post("/v1/partners", Guard.ADMINISTRATOR, this::add)
        .put("/v1/partners/{id}", Guard.ADMINISTRATOR, this::change)
        .delete("/v1/partners/{id}", Guard.ADMINISTRATOR, this::remove);
  }

  private Answer list(Call call) {
    JsonArray items = new JsonArray();
    partners.list(call.actor()).forEach(partner -> items.add(json(partner)));
    JsonArray known = new JsonArray();
    kinds.forEach((id, label) -> {
      if (!id.equals(Partner.MUNICIPALITY)) {
        known.add(new JsonObject().put("id", id).put("label", label));
      }
    });
    return Answer.ok(new JsonObject().put("items", items).put("kinds", known));
  }

  private Answer add(Call call) {
    Fields fields = call.fields();
    Optional<Invitations.Guest> contact =
        fields.given("contact")
            ? Optional.of(InvitationRoutes.guest(fields.object("contact")))
            : Optional.empty();
    Partner made = partners.add(call.actor(), wish(fields), contact, call.address());
    return Answer.created(json(made));
  }

  private Answer change(Call call) {
    Fields fields = call.fields();
    PartnerId id = PathIds.partner(call.path("id"));
    return Answer.ok(json(partners.change(call.actor(), id, wish(fields), call.address())));
  }

  private Answer remove(Call call) {
    partners.remove(call.actor(), PathIds.partner(call.path("id")), call.address());
    return Answer.empty();
  }

  private static Partners.Wish wish(Fields fields) {
    return new Partners.Wish(
        fields.text("kind", 50),
        fields.name("name"),
        fields.given("badge") ? Optional.of(fields.text("badge", 10)) : Optional.empty(),
        fields.given("colour")
            ? Optional.of(fields.whole("colour", 0, Partner.COLOUR_COUNT - 1))
            : Optional.empty());
  }

  private JsonObject json(Partner partner) {
    return new JsonObject()
        .put("id", partner.id().toString())
        .put("kind", partner.kind())
        .put("kindLabel", kinds.getOrDefault(partner.kind(), partner.kind()))
        .put("name", partner.name())
        .put("badge", partner.badge())
        .put("colour", partner.colour());
  }
}
