package nl.beleidstafel.plan;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.http.Answer;
import nl.beleidstafel.http.Call;
import nl.beleidstafel.http.Fields;
import nl.beleidstafel.http.Guard;
import nl.beleidstafel.http.Problem;
import nl.beleidstafel.http.RefusedException;
import nl.beleidstafel.http.Routes;
import nl.beleidstafel.http.Text;
import org.jspecify.annotations.Nullable;

/// Plans over HTTP.
final class PlanRoutes {
  private static final String TITLE = "title";
  private static final int YEAR_MIN = 2000;
  private static final int YEAR_MAX = 2100;

  private final Plans plans;
  private final PlanJson json;

  PlanRoutes(Plans plans, PlanJson json) {
    this.plans = plans;
    this.json = json;
  }

  Routes routes() {
    return new Routes()
        .get("/v1/templates", Guard.MEMBER, _ -> templates())
        .get("/v1/templates/{id}", Guard.MEMBER, this::template)
        .get("/v1/plans", Guard.MEMBER, this::list)
        .post("/v1/plans", Guard.MEMBER, this::make)
        .get("/v1/plans/{id}", Guard.MEMBER, this::show)
        .post("/v1/plans/{id}/sections", Guard.MEMBER, this::add);
  }

  private Answer templates() {
    return items(
        plans.templates().stream()
            .map(each ->
                new JsonObject()
                    .put("id", each.id())
                    .put(TITLE, each.title())
                    .put("description", each.description()))
            .toList());
  }

  private Answer template(Call call) {
    return plans.templates().stream()
        .filter(each -> each.id().equals(call.path("id")))
        .findFirst()
        .<Answer>map(each -> Answer.ok(PlanJson.template(each, plans.registers())))
        .orElseGet(Problem::notFound);
  }

  private Answer list(Call call) {
    List<JsonObject> items =
        plans.list(call.actor()).await().stream()
            .map(each -> new JsonObject().put("id", each.id().toString()).put(TITLE, each.title()))
            .toList();
    return Answer.ok(
        new JsonObject()
            .put("items", new JsonArray(items))
            .put("mayMake", plans.mayMake(call.actor()).await()));
  }

  private Answer make(Call call) {
    return switch (plans.make(call.actor(), wanted(call.fields())).await()) {
      case Plans.Making.Made(var shown) ->
          Answer.created("/v1/plans/" + shown.plan().id(), json.plan(shown));
      case Plans.Making.Unknown(String field) -> unknown(field);
      case Plans.Making.NotAllowed() ->
          new Problem(
              403,
              "municipality-required",
              new Text("Alleen de gemeente maakt plannen", "Only the municipality makes plans"),
              new Text(
                  "Vraag de gemeente om dit plan te maken.",
                  "Ask the municipality to make this plan."));
      case Plans.Making.TemplateUnknown() ->
          Problem.field(
              "template", new Text("Dit modelplan bestaat niet.", "There is no such model plan."));
      case Plans.Making.TooMany() ->
          tooMany(
              new Text(
                  "Een gemeente kan hooguit "
                      + Limits.PLANS_OF_MUNICIPALITY_MAX
                      + " plannen hebben.",
                  "A municipality can have "
                      + Limits.PLANS_OF_MUNICIPALITY_MAX
                      + " plans at most."));
    };
  }

  private static Plans.Wanted wanted(Fields fields) {
    Map<String, Set<String>> chosen = new LinkedHashMap<>();
    for (String view : PlanJson.CHOICES) {
      chosen.put(view, names(fields, view));
    }
    Set<PartnerId> without = new HashSet<>();
    for (String id : names(fields, "without")) {
      try {
        without.add(PartnerId.parse(id));
      } catch (IllegalArgumentException _) {
        throw new RefusedException(unknown("without"));
      }
    }
    return new Plans.Wanted(
        fields.line(TITLE, Limits.NAME_LENGTH_MAX),
        fields.text("template", Limits.NAME_LENGTH_MAX),
        period(fields),
        off(fields),
        chosen,
        without);
  }

  private static Set<String> names(Fields fields, String field) {
    return fields.given(field)
        ? new HashSet<>(fields.texts(field, Limits.PARTNERS_NAMED_MAX, Limits.NAME_LENGTH_MAX))
        : Set.of();
  }

  private static Plan.@Nullable Period period(Fields fields) {
    if (!fields.given("from") && !fields.given("to")) {
      return null;
    }
    long from = fields.number("from");
    long to = fields.number("to");
    if (from < YEAR_MIN || to < from || to > YEAR_MAX) {
      throw new RefusedException(
          Problem.field(
              from < YEAR_MIN || from > YEAR_MAX ? "from" : "to",
              new Text(
                  "Geef een eerste en een laatste jaar, van 2000 tot en met 2100.",
                  "Give a first and a last year, from 2000 up to and including 2100.")));
    }
    return new Plan.Period((int) from, (int) to);
  }

  private static Map<String, String> off(Fields fields) {
    Map<String, String> off = new LinkedHashMap<>();
    if (fields.given("off")) {
      JsonObject json = fields.json("off");
      if (json.size() > Limits.SECTIONS_OF_PLAN_MAX) {
        throw new RefusedException(unknown("off"));
      }
      Fields elsewhere = fields.inside("off");
      for (String key : json.fieldNames()) {
        boolean isSaid = json.getValue(key) instanceof String said && !said.isBlank();
        off.put(key, isSaid ? elsewhere.line(key, Limits.NAME_LENGTH_MAX) : "");
      }
    }
    return off;
  }

  private static Problem unknown(String field) {
    return Problem.field(
        field, new Text("Dit staat niet in het modelplan.", "This is not part of the model plan."));
  }

  private Answer show(Call call) {
    return plans
        .find(call.actor(), call.id("id", PlanId::parse))
        .await()
        .<Answer>map(shown -> Answer.ok(json.plan(shown)))
        .orElseGet(Problem::notFound);
  }

  private Answer add(Call call) {
    PlanId id = call.id("id", PlanId::parse);
    String title = call.fields().line(TITLE, Limits.NAME_LENGTH_MAX);
    return switch (plans.add(call.actor(), id, title).await()) {
      case Plans.Adding.Added(var shown, var section) ->
          PlanJson.section(shown, section)
              .<Answer>map(Answer::created)
              .orElseGet(Problem::notFound);
      case Plans.Adding.PlanAbsent() -> Problem.notFound();
      case Plans.Adding.NotCoordinator() -> Problem.coordinatorRequired();
      case Plans.Adding.TooMany() ->
          tooMany(
              new Text(
                  "Een plan kan hooguit " + Limits.SECTIONS_OF_PLAN_MAX + " paragrafen hebben.",
                  "A plan can have " + Limits.SECTIONS_OF_PLAN_MAX + " sections at most."));
    };
  }

  private static Problem tooMany(Text detail) {
    return new Problem(409, "too-many", new Text("Het is vol", "It is full"), detail);
  }

  private static Answer items(List<JsonObject> items) {
    return Answer.ok(new JsonObject().put("items", new JsonArray(items)));
  }
}
