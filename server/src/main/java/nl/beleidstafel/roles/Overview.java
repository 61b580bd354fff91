package nl.beleidstafel.roles;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.collab.Collab;
import nl.beleidstafel.collab.Level;
import nl.beleidstafel.rights.Outline;
import nl.beleidstafel.rights.Outlines;
import nl.beleidstafel.rights.Partner;
import nl.beleidstafel.rights.Partners;
import nl.beleidstafel.roles.RolesStore.Change;
import nl.beleidstafel.roles.RolesStore.Kept;
import org.jspecify.annotations.Nullable;

/// What a member sees of roles: the matrix of a plan, and their own page. Nothing in it is of a
/// section that they may not read. Any thread; nothing waits.
final class Overview {
  /// The roles of a plan, as the actor may know them.
  ///
  /// @param version 0 for who may not change the roles: it counts also what they do not see
  record PlanRoles(Outline outline, long version, List<Partner> partners, Views.RolesView view) {}

  /// A section of somebody's own page.
  ///
  /// @param change by somebody else since they looked; null where there is none
  /// @param changedBy null where the partner takes no part any more
  record Mine(
      Outline.Line line,
      Level level,
      List<String> roles,
      @Nullable Change change,
      @Nullable Partner changedBy) {}

  /// A plan on somebody's own page.
  record MyPlan(PlanId id, String title, List<Mine> sections) {}

  private final RolesStore store;
  private final Outlines outlines;
  private final Partners partners;
  private final Collab collab;
  private final Meanings meanings;

  Overview(
      RolesStore store, Outlines outlines, Partners partners, Collab collab, Meanings meanings) {
    this.store = store;
    this.outlines = outlines;
    this.partners = partners;
    this.collab = collab;
    this.meanings = meanings;
  }

  Future<Optional<PlanRoles>> roles(Actor actor, PlanId plan) {
    return outlines
        .find(actor.municipality(), plan)
        .compose(found ->
            found.isEmpty()
                ? Future.succeededFuture(Optional.empty())
                : partners
                    .of(actor.municipality())
                    .compose(all ->
                        store
                            .read(plan)
                            .map(kept -> Optional.of(roles(actor, found.get(), all, kept)))));
  }

  private PlanRoles roles(Actor actor, Outline outline, List<Partner> all, Kept kept) {
    var view = Views.roles(meanings, kept.matrix(), outline, actor.partner());
    return new PlanRoles(outline, view.mayEdit() ? kept.version() : 0, all, view);
  }

  /// Remembers that the actor looked at a section; false where they may not read it or there is
  /// none.
  Future<Boolean> visit(Actor actor, PlanId plan, SectionId section) {
    return outlines
        .find(actor.municipality(), plan)
        .compose(found -> {
          Optional<Outline.Line> line = found.flatMap(outline -> outline.line(section));
          if (line.isEmpty()) {
            return Future.succeededFuture(false);
          }
          DocumentId document = line.get().document();
          return collab
              .levels(actor, List.of(document))
              .compose(levels ->
                  levels.getFirst().allows(Level.READ)
                      ? store.visit(actor.member(), section, document).map(true)
                      : Future.succeededFuture(false));
        });
  }

  /// The sections in which the actor's partner has a role, in order of reading.
  Future<List<MyPlan>> mine(Actor actor) {
    return outlines
        .of(actor.municipality())
        .compose(all ->
            store
                .read(all.stream().map(Outline::plan).toList())
                .compose(kept -> mine(actor, all, kept)));
  }

  private Future<List<MyPlan>> mine(Actor actor, List<Outline> all, Map<PlanId, Kept> kept) {
    List<Outline.Line> lines = new ArrayList<>();
    Map<SectionId, List<String>> roles = new HashMap<>();
    for (Outline outline : all) {
      Matrix matrix = kept.getOrDefault(outline.plan(), Kept.NONE).matrix();
      for (Outline.Line line : outline.lines()) {
        List<String> own = Views.ids(RightsRules.roles(meanings, matrix, actor.partner(), line));
        if (!own.isEmpty() && !line.off()) {
          roles.put(line.section(), own);
          lines.add(line);
        }
      }
    }
    return collab
        .levels(actor, lines.stream().map(Outline.Line::document).toList())
        .compose(levels -> {
          Map<SectionId, Level> readable = new HashMap<>();
          for (int i = 0; i < lines.size(); i++) {
            if (levels.get(i).allows(Level.READ)) {
              readable.put(lines.get(i).section(), levels.get(i));
            }
          }
          lines.removeIf(line -> !readable.containsKey(line.section()));
          return store
              .changes(actor.member(), lines)
              .compose(changes ->
                  partners
                      .of(actor.municipality())
                      .map(known -> pages(all, roles, readable, changes, byId(known))));
        });
  }

  private static List<MyPlan> pages(
      List<Outline> all,
      Map<SectionId, List<String>> roles,
      Map<SectionId, Level> readable,
      Map<SectionId, Change> changes,
      Map<PartnerId, Partner> partners) {
    List<MyPlan> plans = new ArrayList<>();
    for (Outline outline : all) {
      List<Mine> sections = new ArrayList<>();
      for (Outline.Line line : outline.lines()) {
        Level level = readable.get(line.section());
        if (level != null) {
          Change change = changes.get(line.section());
          sections.add(
              new Mine(
                  line,
                  level,
                  roles.getOrDefault(line.section(), List.of()),
                  change,
                  change == null ? null : partners.get(change.partner())));
        }
      }
      plans.add(new MyPlan(outline.plan(), outline.title(), sections));
    }
    return plans;
  }

  private static Map<PartnerId, Partner> byId(List<Partner> partners) {
    Map<PartnerId, Partner> byId = new HashMap<>();
    partners.forEach(partner -> byId.put(partner.id(), partner));
    return byId;
  }
}
