package nl.beleidstafel.roles;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.collab.Level;
import nl.beleidstafel.http.Answer;
import nl.beleidstafel.http.Call;
import nl.beleidstafel.http.Fields;
import nl.beleidstafel.http.Guard;
import nl.beleidstafel.http.Problem;
import nl.beleidstafel.http.RefusedException;
import nl.beleidstafel.http.Routes;
import nl.beleidstafel.http.Text;
import nl.beleidstafel.roles.Roles.Outcome;
import nl.beleidstafel.roles.Roles.Wish;

/// Roles over HTTP: what they mean, who has which, what the coordinator changes.
final class RolesRoutes {
  private static final int ID_LENGTH = 36;

  private final Roles roles;
  private final Overview overview;
  private final RolesConfig config;

  RolesRoutes(Roles roles, Overview overview, RolesConfig config) {
    this.roles = roles;
    this.overview = overview;
    this.config = config;
  }

  Routes routes() {
    return new Routes()
        .get("/v1/roles", Guard.MEMBER, _ -> meanings())
        .get("/v1/plans/{id}/roles", Guard.MEMBER, this::show)
        // Before the one with a parameter, which would take its address.
        .get("/v1/plans/{id}/roles/defaults", Guard.MEMBER, this::preview)
        .post("/v1/plans/{id}/roles/defaults", Guard.MEMBER, this::fill)
        .put("/v1/plans/{id}/roles/{partner}", Guard.MEMBER, this::assign)
        .put("/v1/plans/{id}/sections/{section}/visibility", Guard.MEMBER, this::hide)
        .put("/v1/plans/{id}/sections/{section}/overrides/{partner}", Guard.MEMBER, this::override)
        .post("/v1/plans/{id}/sections/{section}/visit", Guard.MEMBER, this::visit)
        .get("/v1/my-page", Guard.MEMBER, this::mine);
  }

  private Answer meanings() {
    JsonArray items = new JsonArray();
    for (Meanings.Role role : config.meanings().roles()) {
      items.add(
          new JsonObject()
              .put("id", role.id())
              .put("label", role.label())
              .put("level", word(role.level()))
              .put("coordinates", role.coordinates()));
    }
    return Answer.ok(
        new JsonObject()
            .put("items", items)
            .put("withoutRole", word(config.meanings().withoutRole())));
  }

  private Answer show(Call call) {
    return overview
        .roles(call.actor(), call.id("id", PlanId::parse))
        .await()
        .<Answer>map(found -> Answer.ok(RolesJson.roles(found, config)))
        .orElseGet(Problem::notFound);
  }

  private Answer assign(Call call) {
    PlanId plan = call.id("id", PlanId::parse);
    PartnerId partner = call.id("partner", PartnerId::parse);
    Fields fields = call.fields();
    Wish wish = wish(call, plan, fields);
    Scope scope = scope(fields.text("scope", ID_LENGTH));
    int countMax = config.meanings().roles().size();
    Set<String> wanted = new HashSet<>(fields.texts("roles", countMax, Limits.NAME_LENGTH_MAX));
    return answer(roles.assign(wish, partner, scope, wanted).await(), false);
  }

  private static Scope scope(String word) {
    if (word.equals(Scope.PLAN.word())) {
      return Scope.PLAN;
    }
    try {
      return new Scope(SectionId.parse(word));
    } catch (IllegalArgumentException _) {
      throw new RefusedException(unknown("scope"));
    }
  }

  private Answer preview(Call call) {
    return switch (roles.preview(call.actor(), call.id("id", PlanId::parse)).await()) {
      case Roles.Preview.Found(var found) -> Answer.ok(RolesJson.preview(found));
      case Roles.Preview.Absent() -> Problem.notFound();
      case Roles.Preview.NotCoordinator() -> Problem.coordinatorRequired();
    };
  }

  private Answer fill(Call call) {
    PlanId plan = call.id("id", PlanId::parse);
    Fields fields = call.fields();
    Wish wish = wish(call, plan, fields);
    Set<PartnerId> only = new HashSet<>();
    if (fields.has("partners")) {
      List<String> ids = fields.texts("partners", Limits.PARTNERS_NAMED_MAX, ID_LENGTH);
      if (ids.isEmpty()) {
        throw new RefusedException(unknown("partners"));
      }
      for (String each : ids) {
        try {
          only.add(PartnerId.parse(each));
        } catch (IllegalArgumentException _) {
          throw new RefusedException(unknown("partners"));
        }
      }
    }
    return answer(roles.fill(wish, only).await(), true);
  }

  private Answer hide(Call call) {
    PlanId plan = call.id("id", PlanId::parse);
    SectionId section = call.id("section", SectionId::parse);
    Fields fields = call.fields();
    Wish wish = wish(call, plan, fields);
    return answer(roles.hide(wish, section, fields.flag("hidden")).await(), false);
  }

  private Answer override(Call call) {
    PlanId plan = call.id("id", PlanId::parse);
    SectionId section = call.id("section", SectionId::parse);
    PartnerId partner = call.id("partner", PartnerId::parse);
    Fields fields = call.fields();
    Wish wish = wish(call, plan, fields);
    if (!fields.has("level")) {
      throw new RefusedException(unknown("level"));
    }
    Optional<String> word = fields.optionalText("level", ID_LENGTH);
    return answer(
        roles.override(wish, section, partner, word.map(RolesRoutes::level).orElse(null)).await(),
        false);
  }

  private static Level level(String word) {
    for (Level level : Level.values()) {
      if (word(level).equals(word)) {
        return level;
      }
    }
    throw new RefusedException(unknown("level"));
  }

  private Answer visit(Call call) {
    PlanId plan = call.id("id", PlanId::parse);
    SectionId section = call.id("section", SectionId::parse);
    return overview.visit(call.actor(), plan, section).await()
        ? Answer.empty()
        : Problem.notFound();
  }

  private Answer mine(Call call) {
    return Answer.ok(RolesJson.mine(overview.mine(call.actor()).await()));
  }

  private static Wish wish(Call call, PlanId plan, Fields fields) {
    return new Wish(call.actor(), plan, fields.number("version"), call.address());
  }

  private static Answer answer(Outcome outcome, boolean withAdded) {
    return switch (outcome) {
      case Outcome.Done(long version, int added) -> {
        JsonObject body = new JsonObject().put("version", version);
        yield Answer.ok(withAdded ? body.put("added", added) : body);
      }
      case Outcome.Absent() -> Problem.notFound();
      case Outcome.NotCoordinator() -> Problem.coordinatorRequired();
      case Outcome.Meanwhile(long version) -> Problem.changedMeanwhile(version);
      case Outcome.Unknown(String field) -> unknown(field);
      case Outcome.LastCoordinator() ->
          new Problem(
              409,
              "last-coordinator",
              new Text("Het plan moet een coördinator houden", "The plan must keep a coordinator"),
              new Text(
                  "Geef eerst een andere organisatie de rol coördinerend voor het hele plan.",
                  "First give another organisation the coordinating role for the whole plan."));
      case Outcome.Leads() ->
          new Problem(
              409,
              "partner-leads",
              new Text("Dit kan niet voor een coördinator", "Not possible for a coordinator"),
              new Text(
                  "Wie het plan coördineert ziet alles. Haal eerst die rol weg.",
                  "Whoever coordinates the plan sees everything. Take that role away first."));
    };
  }

  private static Problem unknown(String field) {
    return Problem.field(
        field, new Text("Dit bestaat niet in dit plan.", "This does not exist in this plan."));
  }

  static String word(Level level) {
    return level.name().toLowerCase(Locale.ROOT);
  }
}
