package nl.beleidstafel.plan;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.http.Answer;
import nl.beleidstafel.http.Call;
import nl.beleidstafel.http.Fields;
import nl.beleidstafel.http.Guard;
import nl.beleidstafel.http.Problem;
import nl.beleidstafel.http.Routes;
import nl.beleidstafel.http.Text;
import nl.beleidstafel.rights.Person;
import nl.beleidstafel.rights.Standing;

/// Plans over HTTP.
final class PlanRoutes {
  /// The version of the editor's schema that the documents are written in.
  private static final int SCHEMA_VERSION = 1;

  private static final String TITLE = "title";

  private final Plans plans;
  private final Function<MunicipalityId, Future<Optional<String>>> nameOf;

  PlanRoutes(Plans plans, Function<MunicipalityId, Future<Optional<String>>> nameOf) {
    this.plans = plans;
    this.nameOf = nameOf;
  }

  Routes routes() {
    return new Routes()
        .get("/v1/templates", Guard.MEMBER, _ -> templates())
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
    Fields fields = call.fields();
    String title = fields.line(TITLE, Limits.NAME_LENGTH_MAX);
    String template = fields.text("template", Limits.NAME_LENGTH_MAX);
    return switch (plans.make(call.actor(), title, template).await()) {
      case Plans.Making.Made(var shown) ->
          Answer.created("/v1/plans/" + shown.plan().id(), json(shown));
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

  private Answer show(Call call) {
    return plans
        .find(call.actor(), call.id("id", PlanId::parse))
        .await()
        .<Answer>map(shown -> Answer.ok(json(shown)))
        .orElseGet(Problem::notFound);
  }

  private Answer add(Call call) {
    PlanId id = call.id("id", PlanId::parse);
    String title = call.fields().line(TITLE, Limits.NAME_LENGTH_MAX);
    return switch (plans.add(call.actor(), id, title).await()) {
      case Plans.Adding.Added(var shown, var section) ->
          sections(shown).stream()
              .map(JsonObject.class::cast)
              .filter(each -> each.getString("id").equals(section.toString()))
              .<Answer>map(Answer::created)
              .findFirst()
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

  private JsonObject json(Plans.Shown shown) {
    Plan plan = shown.plan();
    String municipality = nameOf.apply(plan.municipality()).await().orElse("");
    return new JsonObject()
        .put("id", plan.id().toString())
        .put(TITLE, plan.title())
        .put("municipality", new JsonObject().put("name", municipality))
        .put("schemaVersion", SCHEMA_VERSION)
        .put("mayCoordinate", shown.standing().mayCoordinate())
        .put("coordinators", coordinators(shown.standing()))
        .put("sections", sections(shown));
  }

  private static JsonArray coordinators(Standing standing) {
    JsonArray coordinators = new JsonArray();
    for (Person person : standing.coordinators()) {
      coordinators.add(
          new JsonObject().put("name", person.name()).put("partner", person.partner()));
    }
    return coordinators;
  }

  /// Those that may be seen, and nothing in the place of the others.
  private static JsonArray sections(Plans.Shown shown) {
    JsonArray sections = new JsonArray();
    for (Section section : shown.plan().sections()) {
      Standing.Section standing = shown.standing().sections().get(section.id());
      if (standing != null) {
        sections.add(
            json(section)
                .put("rights", standing.level().name().toLowerCase(Locale.ROOT))
                .put("roles", new JsonArray(standing.roles()))
                .put("hidden", standing.hidden())
                .put("changed", standing.changed()));
      }
    }
    return sections;
  }

  private static JsonObject json(Section section) {
    return new JsonObject()
        .put("id", section.id().toString())
        .put("key", section.key())
        .put("number", section.number())
        .put(TITLE, section.title())
        .put("level", section.level())
        .put("documentId", section.document().toString())
        .put("status", section.status().word());
  }
}
