package nl.beleidstafel.roles;

import io.vertx.core.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.collab.Collab;
import nl.beleidstafel.collab.Level;
import nl.beleidstafel.db.Tx;
import nl.beleidstafel.rights.Outline;
import nl.beleidstafel.rights.Partner;
import nl.beleidstafel.rights.Partners;
import nl.beleidstafel.rights.Person;
import nl.beleidstafel.rights.Rights;
import nl.beleidstafel.rights.Standing;
import nl.beleidstafel.roles.Roles.Situation;
import nl.beleidstafel.roles.RolesStore.Change;
import nl.beleidstafel.roles.RolesStore.Kept;

/// What plans ask about rights.
final class RolesRights implements Rights {
  /// The kind of partner that makes plans.
  static final String MUNICIPALITY = "municipality";

  private final RolesStore store;
  private final Partners partners;
  private final Collab collab;
  private final Opening opening;
  private final RolesConfig config;

  RolesRights(
      RolesStore store, Partners partners, Collab collab, Opening opening, RolesConfig config) {
    this.store = store;
    this.partners = partners;
    this.collab = collab;
    this.opening = opening;
    this.config = config;
  }

  @Override
  public Future<Boolean> mayMake(Actor actor) {
    return partners
        .of(actor.municipality())
        .map(all ->
            all.stream()
                .anyMatch(partner ->
                    partner.id().equals(actor.partner()) && partner.kind().equals(MUNICIPALITY)));
  }

  @Override
  public Future<Standing> standing(Actor actor, Outline outline) {
    return collab
        .levels(actor, outline.lines().stream().map(Outline.Line::document).toList())
        .compose(levels -> {
          Map<Outline.Line, Level> readable = readable(outline, levels);
          return store
              .read(outline.plan())
              .compose(kept ->
                  store
                      .changes(actor.member(), List.copyOf(readable.keySet()))
                      .compose(changes ->
                          coordinators(actor, kept.matrix())
                              .map(people ->
                                  standing(
                                      actor.partner(), kept.matrix(), people, readable, changes))));
        });
  }

  private Future<List<Person>> coordinators(Actor actor, Matrix matrix) {
    Set<PartnerId> leading =
        matrix.roles().keySet().stream()
            .filter(partner -> RightsRules.coordinates(config.meanings(), matrix, partner))
            .collect(Collectors.toSet());
    return partners.people(actor.municipality(), leading);
  }

  static Map<Outline.Line, Level> readable(Outline outline, List<Level> levels) {
    Map<Outline.Line, Level> readable = new HashMap<>();
    for (int i = 0; i < levels.size(); i++) {
      if (levels.get(i).allows(Level.READ)) {
        readable.put(outline.lines().get(i), levels.get(i));
      }
    }
    return readable;
  }

  private Standing standing(
      PartnerId partner,
      Matrix matrix,
      List<Person> coordinators,
      Map<Outline.Line, Level> readable,
      Map<SectionId, Change> changes) {
    Meanings meanings = config.meanings();
    Map<SectionId, Standing.Section> sections = new HashMap<>();
    readable.forEach((line, level) ->
        sections.put(
            line.section(),
            new Standing.Section(
                level,
                Views.ids(RightsRules.roles(meanings, matrix, partner, line)),
                RightsRules.knowsHidden(meanings, matrix, partner, line),
                changes.containsKey(line.section()))));
    return new Standing(RightsRules.coordinates(meanings, matrix, partner), coordinators, sections);
  }

  @Override
  public Future<Boolean> coordinates(Actor actor, PlanId plan) {
    return store.read(plan).map(kept -> coordinates(actor, kept));
  }

  @Override
  public Future<Boolean> coordinates(Tx tx, Actor actor, PlanId plan) {
    return store.read(tx, plan).map(kept -> coordinates(actor, kept));
  }

  private boolean coordinates(Actor actor, Kept kept) {
    return RightsRules.coordinates(config.meanings(), kept.matrix(), actor.partner());
  }

  @Override
  public Future<Void> made(
      Tx tx, Actor maker, Outline outline, boolean demonstration, Set<PartnerId> without) {
    return partners
        .lock(tx, maker.municipality())
        .compose(all -> {
          Matrix matrix = Matrix.EMPTY;
          for (Partner partner : all) {
            if (!without.contains(partner.id())) {
              matrix =
                  matrix.adding(
                      partner.id(),
                      demonstration
                          ? RolesConfig.cells(outline, DemonstrationRoles.of(partner.kind()))
                          : config.cells(outline, partner.kind()));
            }
          }
          String coordinating = config.meanings().coordinating().id();
          Matrix led = matrix.adding(maker.partner(), Map.of(Scope.PLAN, Set.of(coordinating)));
          return store
              .write(tx, outline.plan(), Matrix.EMPTY, led)
              .compose(_ -> collab.grantAll(tx, opening.grants(led, outline.lines(), all)));
        });
  }

  @Override
  public Future<Void> reshaped(Tx tx, MunicipalityId municipality, Outline before, Outline after) {
    return partners
        .of(tx, municipality)
        .compose(all ->
            store
                .read(tx, after.plan())
                .compose(kept -> opening.reshape(tx, new Situation(before, all, kept), after)))
        .mapEmpty();
  }

  @Override
  public Future<Map<SectionId, Map<PartnerId, List<String>>>> roles(Outline outline) {
    return store.read(outline.plan()).map(kept -> roles(outline, kept.matrix()));
  }

  private Map<SectionId, Map<PartnerId, List<String>>> roles(Outline outline, Matrix matrix) {
    Map<SectionId, Map<PartnerId, List<String>>> roles = new HashMap<>();
    for (Outline.Line line : outline.lines()) {
      Map<PartnerId, List<String>> here = new HashMap<>();
      for (PartnerId partner : matrix.roles().keySet()) {
        List<String> own = Views.ids(RightsRules.roles(config.meanings(), matrix, partner, line));
        if (!own.isEmpty()) {
          here.put(partner, own);
        }
      }
      roles.put(line.section(), here);
    }
    return roles;
  }
}
