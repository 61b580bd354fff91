package nl.beleidstafel.plan;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.plan.template.Register;
import nl.beleidstafel.plan.template.Registers;
import nl.beleidstafel.plan.template.Template;
import nl.beleidstafel.plan.template.TemplateSection;
import nl.beleidstafel.rights.Person;
import nl.beleidstafel.rights.Standing;
import org.jspecify.annotations.Nullable;

/// Plans as the API shows them.
///
/// @param nameOf a municipality's name
record PlanJson(Function<MunicipalityId, Future<Optional<String>>> nameOf) {
  /// Views of registers that are asked for before a plan is made.
  static final List<String> CHOICES = List.of("settings", "vulnerable-groups");

  /// The version of the editor's schema that the documents are written in.
  private static final int SCHEMA_VERSION = 2;

  JsonObject plan(Plans.Shown shown) {
    Plan plan = shown.plan();
    return new JsonObject()
        .put("id", plan.id().toString())
        .put("title", plan.title())
        .put(
            "municipality",
            new JsonObject().put("name", nameOf.apply(plan.municipality()).await().orElse("")))
        .put("period", period(plan.period()))
        .put("schemaVersion", SCHEMA_VERSION)
        .put("version", plan.version())
        .put("mayCoordinate", shown.standing().mayCoordinate())
        .put("coordinators", coordinators(shown.standing()))
        .put("sections", sections(shown, false))
        .put("off", sections(shown, true));
  }

  private static @Nullable JsonObject period(Plan.@Nullable Period period) {
    return period == null
        ? null
        : new JsonObject().put("from", period.from()).put("to", period.to());
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
  private static JsonArray sections(Plans.Shown shown, boolean off) {
    JsonArray sections = new JsonArray();
    List<Section> all = shown.plan().sections();
    for (int i = 0; i < all.size(); i++) {
      int position = i;
      if ((all.get(i).off() != null) == off) {
        section(shown, all.get(i))
            .map(json -> off ? json.put("position", position) : json)
            .ifPresent(sections::add);
      }
    }
    return sections;
  }

  static Optional<JsonObject> section(Plans.Shown shown, SectionId id) {
    return shown.plan().section(id).flatMap(section -> section(shown, section));
  }

  private static Optional<JsonObject> section(Plans.Shown shown, Section section) {
    Standing.Section standing = shown.standing().sections().get(section.id());
    if (standing == null) {
      return Optional.empty();
    }
    JsonObject json =
        section(section)
            .put("rights", standing.level().name().toLowerCase(Locale.ROOT))
            .put("roles", new JsonArray(standing.roles()))
            .put("hidden", standing.hidden())
            .put("changed", standing.changed())
            .put("part", part(shown, section));
    Section.Off off = section.off();
    return Optional.of(off == null ? json : json.put("elsewhere", off.elsewhere()));
  }

  /// The part that the section stands in, where it may be seen.
  private static @Nullable String part(Plans.Shown shown, Section section) {
    return OutlineRules.partOf(shown.plan().sections(), section)
        .filter(part -> shown.standing().sections().containsKey(part.id()))
        .map(part -> part.id().toString())
        .orElse(null);
  }

  static JsonObject section(Section section) {
    return named(section.key(), section.number(), section.title(), section.level())
        .put("id", section.id().toString())
        .put("documentId", section.document().toString())
        .put("status", section.status().word());
  }

  private static JsonObject named(String key, String number, String title, int level) {
    return new JsonObject()
        .put("key", key)
        .put("number", number)
        .put("title", title)
        .put("level", level);
  }

  static JsonObject template(Template template, Registers registers) {
    JsonArray sections = new JsonArray();
    for (TemplateSection each : template.sections()) {
      sections.add(named(each.key(), each.number(), each.title(), each.level()));
    }
    JsonObject json =
        new JsonObject()
            .put("id", template.id())
            .put("title", template.title())
            .put("description", template.description())
            .put("sections", sections);
    for (String view : CHOICES) {
      JsonArray choices = new JsonArray();
      for (Register.Choice choice :
          registers.view(view).map(Register.View::choices).orElse(List.of())) {
        choices.add(new JsonObject().put("id", choice.entry()).put("label", choice.label()));
      }
      json.put(view, choices);
    }
    return json;
  }
}
