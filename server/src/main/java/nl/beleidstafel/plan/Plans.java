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
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.collab.Collab;
import nl.beleidstafel.collab.Level;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.db.Tx;
import nl.beleidstafel.plan.OutlineRules.Place;
import nl.beleidstafel.plan.PlanStore.NewPlan;
import nl.beleidstafel.plan.template.Seeding;
import nl.beleidstafel.plan.template.Template;
import nl.beleidstafel.plan.template.TemplateSection;
import nl.beleidstafel.plan.template.Templates;

/// What can be done with plans. Any thread; nothing waits.
final class Plans {
  /// How making a plan ended.
  sealed interface Making {
    record Made(Plan plan) implements Making {}

    record TemplateUnknown() implements Making {}

    record TooMany() implements Making {}
  }

  /// How adding a section ended.
  sealed interface Adding {
    record Added(Section section) implements Adding {}

    record PlanAbsent() implements Adding {}

    record TooMany() implements Adding {}
  }

  private final Database database;
  private final PlanStore store;
  private final Collab collab;
  private final Partners partners;
  private final Templates templates;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  /// Who takes part in a municipality's plans.
  @FunctionalInterface
  interface Partners {
    Future<List<PartnerId>> of(MunicipalityId municipality);
  }

  Plans(
      Database database,
      PlanStore store,
      Collab collab,
      Partners partners,
      Templates templates,
      Clock clock) {
    this.database = database;
    this.store = store;
    this.collab = collab;
    this.partners = partners;
    this.templates = templates;
    this.clock = clock;
  }

  List<Template> templates() {
    return templates.all();
  }

  Future<List<PlanStore.Line>> list(Actor actor) {
    return store.list(actor.municipality());
  }

  Future<Optional<Plan>> find(Actor actor, PlanId plan) {
    return store.find(actor.municipality(), plan);
  }

  Future<Making> make(Actor actor, String title, String templateId) {
    Optional<Template> template = templates.find(templateId);
    if (template.isEmpty()) {
      return Future.succeededFuture(new Making.TemplateUnknown());
    }
    // Two at once may both be the last one: a bound against abuse needs no lock.
    return list(actor)
        .compose(known ->
            known.size() >= Limits.PLANS_OF_MUNICIPALITY_MAX
                ? Future.succeededFuture(new Making.TooMany())
                : make(actor, title, template.get(), false)
                    .map(made -> new Making.Made(made.orElseThrow())));
  }

  /// Makes the demonstration's plan, unless there is a plan.
  Future<Void> makeDemonstration(Actor actor, String title) {
    return list(actor)
        .compose(known ->
            known.isEmpty()
                ? make(actor, title, templates.all().getFirst(), true).mapEmpty()
                : Future.succeededFuture());
  }

  Future<Adding> add(Actor actor, PlanId planId, String title) {
    return partners
        .of(actor.municipality())
        .compose(writers ->
            database.transaction(tx ->
                store
                    .lock(tx, actor.municipality(), planId)
                    .compose(plan ->
                        plan.isEmpty()
                            ? Future.succeededFuture(new Adding.PlanAbsent())
                            : add(tx, plan.get(), title, writers))));
  }

  private Future<Adding> add(Tx tx, Plan plan, String title, List<PartnerId> writers) {
    if (plan.sections().size() >= Limits.SECTIONS_OF_PLAN_MAX) {
      return Future.succeededFuture(new Adding.TooMany());
    }
    Place place = OutlineRules.placeOfNew(plan.sections());
    Section section = section(place.key(), place.number(), title, Section.SECTION);
    Bytes seed = Seeding.blank(clientId());
    return document(tx, section.document(), seed, writers)
        .compose(_ -> store.insertAt(tx, plan.id(), section, place.position()))
        .map(_ -> new Adding.Added(section));
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
    Plan plan = new Plan(id, actor.municipality(), title, sections);
    NewPlan row =
        new NewPlan(
            id,
            actor.municipality(),
            title,
            template.id(),
            demonstration,
            actor.member(),
            clock.nowMs());
    return partners
        .of(actor.municipality())
        .compose(writers -> database.transaction(tx -> store(tx, row, plan, seeds, writers)));
  }

  private Future<Optional<Plan>> store(
      Tx tx, NewPlan row, Plan plan, List<Bytes> seeds, List<PartnerId> writers) {
    return store
        .insert(tx, row)
        .compose(inserted ->
            inserted
                ? fill(tx, plan, seeds, writers).map(Optional.of(plan))
                : Future.succeededFuture(Optional.empty()));
  }

  private Future<Void> fill(Tx tx, Plan plan, List<Bytes> seeds, List<PartnerId> writers) {
    Future<Void> done = Future.succeededFuture();
    for (int i = 0; i < seeds.size(); i++) {
      DocumentId document = plan.sections().get(i).document();
      Bytes seed = seeds.get(i);
      done = done.compose(_ -> document(tx, document, seed, writers));
    }
    return done.compose(_ -> store.append(tx, plan.id(), plan.sections(), 0));
  }

  /// Until roles say otherwise, every partner writes everywhere.
  private Future<Void> document(Tx tx, DocumentId document, Bytes seed, List<PartnerId> writers) {
    Future<Void> done = collab.create(tx, document, seed);
    for (PartnerId writer : writers) {
      done = done.compose(_ -> collab.grant(tx, document, writer, Level.WRITE));
    }
    return done;
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
