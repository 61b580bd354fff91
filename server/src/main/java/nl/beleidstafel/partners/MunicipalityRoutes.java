package nl.beleidstafel.partners;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import nl.beleidstafel.base.Clock;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.http.Answer;
import nl.beleidstafel.http.Call;
import nl.beleidstafel.http.Fields;
import nl.beleidstafel.http.Guard;
import nl.beleidstafel.http.Routes;

/// Municipalities, for the operator.
final class MunicipalityRoutes {
  private final Municipalities municipalities;
  private final Clock clock;

  MunicipalityRoutes(Municipalities municipalities, Clock clock) {
    this.municipalities = municipalities;
    this.clock = clock;
  }

  Routes routes() {
    return new Routes()
        .get("/v1/municipalities", Guard.ADMINISTRATOR, this::list)
        .post("/v1/municipalities", Guard.ADMINISTRATOR, this::add)
        .post("/v1/municipalities/{id}/invitation", Guard.ADMINISTRATOR, this::invite);
  }

  private Answer list(Call call) {
    JsonArray items = new JsonArray();
    municipalities.list(call.actor()).forEach(line -> items.add(json(line)));
    return Answer.ok(new JsonObject().put("items", items));
  }

  private Answer add(Call call) {
    Fields fields = call.fields();
    MunicipalityId id =
        municipalities.add(
            call.actor(),
            fields.name("name"),
            InvitationRoutes.guest(fields.object("administrator")),
            call.address());
    return Answer.created(new JsonObject().put("id", id.toString()));
  }

  private Answer invite(Call call) {
    municipalities.invite(
        call.actor(),
        PathIds.municipality(call.path("id")),
        InvitationRoutes.guest(call.fields()),
        call.address());
    return Answer.empty();
  }

  private JsonObject json(Municipalities.Line line) {
    JsonObject json =
        new JsonObject()
            .put("id", line.town().id().toString())
            .put("name", line.town().name())
            .put("createdAt", Instant.ofEpochMilli(line.town().createdAtMs()).toString())
            .put("inhabited", line.town().inhabited());
    line.waiting()
        .ifPresent(each -> json.put("invitation", InvitationRoutes.json(each, clock.nowMs())));
    return json;
  }
}
