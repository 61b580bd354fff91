package nl.beleidstafel.plan;

import io.vertx.core.Future;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.Clock;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.collab.Collab;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.db.Tx;
import nl.beleidstafel.plan.OutlineRules.Place;
import nl.beleidstafel.plan.PlanStore.NewPlan;
import nl.beleidstafel.plan.template.Seeding;
import nl.beleidstafel.plan.template.Template;
import nl.beleidstafel.plan.template.TemplateSection;
import nl.beleidstafel.plan.template.Templates;
import nl.beleidstafel.rights.Rights;
import nl.beleidstafel.rights.Standing;

/// What can be done with plans. Any thread; nothing waits.
final class Plans {
  /// A plan as an actor sees it.
  record Shown(Plan plan, Standing standing) {}

  /// How making a plan ended.
  sealed interface Making {
    record Made(Shown shown) implements Making {}

    /// The actor's partner makes no plans.
    record NotAllowed() implements Making {}

    record TemplateUnknown() implements Making {}

    record TooMany() implements Making {}
  }

  /// How adding a section ended.
  sealed interface Adding {
    /// @param shown the plan with the section in it
    record Added(Shown shown, SectionId section) implements Adding {}

    record PlanAbsent() implements Adding {}

    /// The actor's partner does not coordinate the plan.
    record NotCoordinator() implements Adding {}

    record TooMany() implements Adding {}
  }

  private final Database database;
  private final PlanStore store;
  private final Collab collab;
  private final Rights rights;
  private final Templates templates;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Plans(
      Database database,
      PlanStore store,
      Collab collab,
      Rights rights,
      Templates templates,
      Clock clock) {
    this.database = database;
    this.store = store;
    this.collab = collab;
    this.rights = rights;
    this.templates = templates;
    this.clock = clock;
  }

  List<Template> templates() {
    return templates.all();
  }

  Future<List<PlanStore.Line>> list(Actor actor) {
    return store.list(actor.municipality());
  }

  /// Whether the actor's partner may make plans.
  Future<Boolean> mayMake(Actor actor) {
    return rights.mayMake(actor);
  }

  /// The plan, and what the actor may see of it: sections without a standing are not theirs to know
  /// of. The outline is read first, so that what is hidden meanwhile is not shown.
  Future<Optional<Shown>> find(Actor actor, PlanId id) {
    return store
        .find(actor.municipality(), id)
        .compose(found ->
            found.isEmpty()
                ? Future.succeededFuture(Optional.empty())
                : shown(actor, found.get()).map(Optional::of));
  }

  private Future<Shown> shown(Actor actor, Plan plan) {
    return rights.standing(actor, plan.outline()).map(standing -> new Shown(plan, standing));
  }

  Future<Making> make(Actor actor, String title, String templateId) {
    Optional<Template> template = templates.find(templateId);
    if (template.isEmpty()) {
      return Future.succeededFuture(new Making.TemplateUnknown());
    }
    // Two at once may both be the last one: a bound against abuse needs no lock.
    return rights
        .mayMake(actor)
        .compose(may ->
            may
                ? list(actor).compose(known -> make(actor, title, template.get(), known.size()))
                : Future.succeededFuture(new Making.NotAllowed()));
  }

  private Future<Making> make(Actor actor, String title, Template template, int known) {
    return known >= Limits.PLANS_OF_MUNICIPALITY_MAX
        ? Future.succeededFuture(new Making.TooMany())
        : make(actor, title, template, false)
            .compose(made -> shown(actor, made.orElseThrow()))
            .map(Making.Made::new);
  }

  /// Makes the demonstration's plan, unless there is a plan.
  Future<Void> makeDemonstration(Actor actor, String title) {
    return list(actor)
        .compose(known ->
            known.isEmpty()
                ? make(actor, title, templates.all().getFirst(), true).mapEmpty()
                : Future.succeededFuture());
  }

  Future<Adding> add(Actor actor, PlanId id, String title) {
    return database
        .<Growing>transaction(tx ->
            store
                .lock(tx, actor.municipality(), id)
                .compose(found ->
                    found.isEmpty()
                        ? Future.succeededFuture(new Growing.No(new Adding.PlanAbsent()))
                        : rights
                            .coordinates(tx, actor, id)
                            .compose(may ->
                                may
                                    ? add(tx, found.get(), title)
                                    : Future.succeededFuture(
                                        new Growing.No(new Adding.NotCoordinator())))))
        .compose(ended ->
            switch (ended) {
              case Growing.No(var adding) -> Future.succeededFuture(adding);
              case Growing.Grown(var plan, var section) ->
                  shown(actor, plan).map(shown -> new Adding.Added(shown, section));
            });
  }

  /// How the transaction ended.
  private sealed interface Growing {
    record Grown(Plan plan, SectionId section) implements Growing {}

    record No(Adding adding) implements Growing {}
  }

  private Future<Growing> add(Tx tx, Plan plan, String title) {
    if (plan.sections().size() >= Limits.SECTIONS_OF_PLAN_MAX) {
      return Future.succeededFuture(new Growing.No(new Adding.TooMany()));
    }
    Place place = OutlineRules.placeOfNew(plan.sections());
    Section section = section(place.key(), place.number(), title, Section.SECTION);
    List<Section> sections = new ArrayList<>(plan.sections());
    sections.add(place.position(), section);
    Plan grown = new Plan(plan.id(), plan.municipality(), plan.title(), plan.template(), sections);
    return collab
        .create(tx, section.document(), Seeding.blank(clientId()))
        .compose(_ -> store.insertAt(tx, plan.id(), section, place.position()))
        .compose(_ -> rights.added(tx, plan.municipality(), grown.outline(), section.id()))
        .map(_ -> new Growing.Grown(grown, section.id()));
  }

  private Future<Optional<Plan>> make(
      Actor actor, String title, Template template, boolean demonstration) {
    List<Section> sections = new ArrayList<>();
    List<Bytes> seeds = new ArrayList<>();
    for (TemplateSection each : template.sections()) {
      sections.add(section(each.key(), each.number(), each.title(), each.level()));
      seeds.add(Seeding.seed(each, () -> UUID.randomUUID().toString(), clientId()));
    }
    PlanId id = new PlanId(UUID.randomUUID());
    Plan plan = new Plan(id, actor.municipality(), title, template.id(), sections);
    NewPlan row =
        new NewPlan(
            id,
            actor.municipality(),
            title,
            template.id(),
            demonstration,
            actor.member(),
            clock.nowMs());
    return database.transaction(tx ->
        store
            .insert(tx, row)
            .compose(inserted ->
                inserted
                    ? fill(tx, plan, seeds)
                        .compose(_ -> rights.made(tx, actor, plan.outline(), demonstration))
                        .map(_ -> Optional.of(plan))
                    : Future.succeededFuture(Optional.empty())));
  }

  private Future<Void> fill(Tx tx, Plan plan, List<Bytes> seeds) {
    Future<Void> done = Future.succeededFuture();
    for (int i = 0; i < seeds.size(); i++) {
      DocumentId document = plan.sections().get(i).document();
      Bytes seed = seeds.get(i);
      done = done.compose(_ -> collab.create(tx, document, seed));
    }
    return done.compose(_ -> store.append(tx, plan.id(), plan.sections(), 0));
  }

  private static Section section(String key, String number, String title, int level) {
    return new Section(
        new SectionId(UUID.randomUUID()),
        key,
        number,
        title,
        level,
        new DocumentId(UUID.randomUUID()),
        Section.Status.OPEN);
  }

  /// A Yjs client id of the server's own: 32 random bits, as Yjs clients take them.
  private long clientId() {
    return Integer.toUnsignedLong(random.nextInt());
  }
}
