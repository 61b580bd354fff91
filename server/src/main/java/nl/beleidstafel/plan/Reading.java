package nl.beleidstafel.plan;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.collab.Collab;
import nl.beleidstafel.crdt.doc.Doc;
import nl.beleidstafel.prose.CanonicalJson;
import nl.beleidstafel.prose.Prose;
import nl.beleidstafel.rights.Partner;
import nl.beleidstafel.rights.Partners;
import nl.beleidstafel.rights.Rights;
import nl.beleidstafel.rights.Standing;
import nl.beleidstafel.sections.Named;
import nl.beleidstafel.sections.People;
import nl.beleidstafel.sections.Tally;
import org.jspecify.annotations.Nullable;

/// A plan as a whole: how far it is, and what it says. Nothing in it is of a section that the actor
/// may not read. Any thread; nothing waits.
record Reading(
    Plans plans,
    PlanStore store,
    Collab collab,
    Rights rights,
    Partners partners,
    People people,
    List<Tally> tallies,
    SheetTexts sheets) {
  /// All that is known of a plan's sections, before it is shown to one actor.
  private record Known(
      Map<SectionId, Map<PartnerId, List<String>>> roles,
      List<Partner> partners,
      Map<SectionId, PlanStore.LastChange> changes,
      Map<MemberId, Named> names,
      Map<String, Map<SectionId, Map<String, Long>>> counts) {}

  /// How far the plan is, section by section; empty where there is no such plan.
  Future<Optional<JsonObject>> overview(Actor actor, PlanId id) {
    return plans
        .find(actor, id)
        .compose(found ->
            found.isEmpty()
                ? Future.succeededFuture(Optional.empty())
                : known(actor, found.get()).map(known -> Optional.of(json(found.get(), known))));
  }

  private Future<Known> known(Actor actor, Plans.Shown shown) {
    Plan plan = shown.plan();
    return rights
        .roles(plan.outline())
        .compose(roles ->
            partners
                .of(actor.municipality())
                .compose(all ->
                    store
                        .lastChanges(plan.id())
                        .compose(changes ->
                            people
                                .named(writers(shown, changes))
                                .compose(names ->
                                    counts(actor, plan.id())
                                        .map(counts ->
                                            new Known(roles, all, changes, names, counts))))));
  }

  private static Set<MemberId> writers(
      Plans.Shown shown, Map<SectionId, PlanStore.LastChange> changes) {
    Set<MemberId> writers = new HashSet<>();
    changes.forEach((section, change) -> {
      if (shown.standing().sections().containsKey(section)) {
        writers.add(change.member());
      }
    });
    return writers;
  }

  private Future<Map<String, Map<SectionId, Map<String, Long>>>> counts(Actor actor, PlanId plan) {
    Map<String, Map<SectionId, Map<String, Long>>> counts = new HashMap<>();
    Future<Void> done = Future.succeededFuture();
    for (Tally tally : tallies) {
      done =
          done.compose(_ ->
              tally
                  .count(actor, plan)
                  .map(found -> {
                    counts.put(tally.name(), found);
                    return null;
                  }));
    }
    return done.map(counts);
  }

  private JsonObject json(Plans.Shown shown, Known known) {
    JsonArray sections = new JsonArray();
    for (Section section : shown.plan().sections()) {
      Standing.Section standing = shown.standing().sections().get(section.id());
      if (standing != null && section.off() == null) {
        sections.add(
            PlanJson.section(section)
                .put("rights", standing.level().name().toLowerCase(Locale.ROOT))
                .put("mine", new JsonArray(standing.roles()))
                .put("changed", standing.changed())
                .put("roles", roles(section, known))
                .put("counts", counts(section, known))
                .put("last", last(section, known)));
      }
    }
    return new JsonObject()
        .put("counted", new JsonArray(tallies.stream().map(Tally::name).toList()))
        .put("sections", sections);
  }

  private static JsonArray roles(Section section, Known known) {
    Map<PartnerId, List<String>> here = known.roles().getOrDefault(section.id(), Map.of());
    JsonArray roles = new JsonArray();
    for (Partner partner : known.partners()) {
      List<String> own = here.get(partner.id());
      if (own != null) {
        roles.add(
            new JsonObject()
                .put(
                    "partner",
                    new JsonObject()
                        .put("id", partner.id().toString())
                        .put("name", partner.name())
                        .put("badge", partner.badge())
                        .put("colour", partner.colour()))
                .put("roles", new JsonArray(own)));
      }
    }
    return roles;
  }

  private static JsonObject counts(Section section, Known known) {
    JsonObject counts = new JsonObject();
    known
        .counts()
        .forEach((name, all) -> {
          JsonObject own = new JsonObject();
          all.getOrDefault(section.id(), Map.of()).forEach(own::put);
          counts.put(name, own);
        });
    return counts;
  }

  private static @Nullable JsonObject last(Section section, Known known) {
    PlanStore.LastChange change = known.changes().get(section.id());
    if (change == null) {
      return null;
    }
    Named named = known.names().get(change.member());
    return new JsonObject()
        .put("atMs", change.atMs())
        .put("by", named == null ? null : named.json());
  }

  /// The text of the plan, a page of it: as many sections as fit.
  ///
  /// @param after the last section of the page before; null for the first page
  Future<Optional<JsonObject>> text(Actor actor, PlanId id, @Nullable SectionId after) {
    return plans
        .find(actor, id)
        .compose(found -> {
          if (found.isEmpty()) {
            return Future.succeededFuture(Optional.empty());
          }
          List<Section> readable =
              found.get().plan().sections().stream()
                  .filter(each -> isReadable(found.get(), each))
                  .toList();
          int from = 0;
          for (int i = 0; i < readable.size(); i++) {
            from = readable.get(i).id().equals(after) ? i + 1 : from;
          }
          return text(readable, from, new JsonArray(), 0).map(Optional::of);
        });
  }

  private Future<JsonObject> text(List<Section> sections, int at, JsonArray items, int sizeBytes) {
    if (at == sections.size() || sizeBytes >= Limits.TEXT_PAGE_MAX_BYTES) {
      String next = at == sections.size() ? null : sections.get(at - 1).id().toString();
      return Future.succeededFuture(new JsonObject().put("items", items).put("next", next));
    }
    Section section = sections.get(at);
    return collab
        .read(section.document())
        .compose(update -> {
          String tree = tree(update);
          int treeBytes = tree.getBytes(StandardCharsets.UTF_8).length;
          boolean fits = treeBytes <= Limits.TEXT_OF_SECTION_MAX_BYTES;
          items.add(PlanJson.section(section).put("text", fits ? new JsonObject(tree) : null));
          return text(sections, at + 1, items, sizeBytes + (fits ? treeBytes : 0));
        });
  }

  /// What the sheet of one section shows, for who is about to open its document; empty where the
  /// actor may not read it, or where it is switched off.
  ///
  /// @param slug its key, with dashes for points
  Future<Optional<JsonObject>> sheet(Actor actor, PlanId id, String slug) {
    return plans
        .find(actor, id)
        .compose(found -> {
          Optional<Section> section = found.flatMap(shown -> readable(shown, slug));
          if (section.isEmpty()) {
            return Future.succeededFuture(Optional.empty());
          }
          Plans.Shown shown = found.orElseThrow();
          return sheets
              .of(section.get().document())
              .map(tree ->
                  Optional.of(
                      PlanJson.section(shown, section.get().id())
                          .orElseThrow()
                          .put("above", above(shown, section.get()))
                          .put("reader", actor.member().toString())
                          .put("sections", names(shown))
                          .put("text", tree.map(JsonObject::new).orElse(null))));
        });
  }

  /// The name of the part that it stands in, where that may be seen; else the plan's.
  private static String above(Plans.Shown shown, Section section) {
    return OutlineRules.partOf(shown.plan().sections(), section)
        .filter(part -> isReadable(shown, part))
        .map(part -> (part.number() + " " + part.title()).strip())
        .orElse(shown.plan().title());
  }

  /// What references in the text may lead to.
  private static JsonArray names(Plans.Shown shown) {
    JsonArray names = new JsonArray();
    for (Section section : shown.plan().sections()) {
      if (isReadable(shown, section)) {
        names.add(
            new JsonObject()
                .put("key", section.key())
                .put("number", section.number())
                .put("title", section.title()));
      }
    }
    return names;
  }

  private static boolean isReadable(Plans.Shown shown, Section section) {
    return section.off() == null && shown.standing().sections().containsKey(section.id());
  }

  private static Optional<Section> readable(Plans.Shown shown, String slug) {
    return shown.plan().sections().stream()
        .filter(each -> each.key().replace('.', '-').equals(slug))
        .filter(each -> isReadable(shown, each))
        .findFirst();
  }

  private static String tree(Bytes update) {
    Doc doc = new Doc(0);
    doc.apply(update);
    return CanonicalJson.of(ReadingRules.result(Prose.read(doc)));
  }
}
