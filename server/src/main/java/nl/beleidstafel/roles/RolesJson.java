package nl.beleidstafel.roles;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.collab.Level;
import nl.beleidstafel.rights.Outline;
import nl.beleidstafel.rights.Partner;
import nl.beleidstafel.roles.Overview.Mine;
import nl.beleidstafel.roles.Overview.MyPlan;
import nl.beleidstafel.roles.Overview.PlanRoles;
import org.jspecify.annotations.Nullable;

/// What the routes answer, as JSON. Lists are in an order that says nothing: partners as they are
/// listed, sections as they are read.
final class RolesJson {
  private RolesJson() {}

  static JsonObject roles(PlanRoles roles, RolesConfig config) {
    JsonArray partners = new JsonArray();
    JsonArray assignments = new JsonArray();
    for (Partner partner : roles.partners()) {
      partners.add(
          mark(partner)
              .put("id", partner.id().toString())
              .put("kind", partner.kind())
              .put("kindLabel", config.kinds().getOrDefault(partner.kind(), partner.kind())));
      assignments.addAll(assignments(roles, partner));
    }
    JsonArray sections = new JsonArray();
    for (Outline.Line line : roles.outline().lines()) {
      Boolean hidden = roles.view().hidden().get(line.section());
      if (hidden != null) {
        sections.add(
            new JsonObject()
                .put("id", line.section().toString())
                .put("hidden", hidden)
                .put("overrides", overrides(roles, line.section())));
      }
    }
    return new JsonObject()
        .put("version", roles.version())
        .put("mayEdit", roles.view().mayEdit())
        .put("partners", partners)
        .put("assignments", assignments)
        .put("sections", sections);
  }

  private static JsonArray assignments(PlanRoles roles, Partner partner) {
    JsonArray assignments = new JsonArray();
    var row = roles.view().cells().get(partner.id());
    if (row == null) {
      return assignments;
    }
    List<Scope> scopes = new ArrayList<>(List.of(Scope.PLAN));
    roles.outline().lines().forEach(line -> scopes.add(new Scope(line.section())));
    for (Scope scope : scopes) {
      for (String role : new TreeSet<>(row.getOrDefault(scope, Set.of()))) {
        assignments.add(assignment(partner.id(), scope, role));
      }
    }
    return assignments;
  }

  private static JsonArray overrides(PlanRoles roles, SectionId section) {
    JsonArray overrides = new JsonArray();
    for (Partner partner : roles.partners()) {
      Level level = roles.view().overrides().get(new Cell(section, partner.id()));
      if (level != null) {
        overrides.add(
            new JsonObject()
                .put("partner", partner.id().toString())
                .put("level", RolesRoutes.word(level)));
      }
    }
    return overrides;
  }

  static JsonObject preview(List<Roles.Preview.Role> roles) {
    JsonArray items = new JsonArray();
    for (Roles.Preview.Role role : roles) {
      items.add(assignment(role.partner(), role.scope(), role.role()));
    }
    return new JsonObject().put("items", items);
  }

  private static JsonObject assignment(PartnerId partner, Scope scope, String role) {
    return new JsonObject()
        .put("partner", partner.toString())
        .put("scope", scope.word())
        .put("role", role);
  }

  static JsonObject mine(List<MyPlan> plans) {
    JsonArray items = new JsonArray();
    for (MyPlan plan : plans) {
      JsonArray sections = new JsonArray();
      plan.sections().forEach(section -> sections.add(section(section)));
      items.add(
          new JsonObject()
              .put("id", plan.id().toString())
              .put("title", plan.title())
              .put("sections", sections));
    }
    return new JsonObject().put("plans", items);
  }

  private static JsonObject section(Mine mine) {
    RolesStore.@Nullable Change change = mine.change();
    Partner by = mine.changedBy();
    return new JsonObject()
        .put("id", mine.line().section().toString())
        .put("key", mine.line().key())
        .put("number", mine.line().number())
        .put("title", mine.line().title())
        .put("roles", new JsonArray(mine.roles()))
        .put("rights", RolesRoutes.word(mine.level()))
        .put("changed", change != null)
        .put("changedAt", change == null ? null : Instant.ofEpochMilli(change.atMs()).toString())
        .put("changedBy", by == null ? null : new JsonObject().put("partner", mark(by)));
  }

  private static JsonObject mark(Partner partner) {
    return new JsonObject()
        .put("name", partner.name())
        .put("badge", partner.badge())
        .put("colour", partner.colour());
  }
}
