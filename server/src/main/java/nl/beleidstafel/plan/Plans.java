package nl.beleidstafel.plan;

import io.vertx.core.Future;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.Clock;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.collab.Collab;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.db.Tx;
import nl.beleidstafel.plan.OutlineRules.Place;
import nl.beleidstafel.plan.PlanStore.NewPlan;
import nl.beleidstafel.plan.template.Choices;
import nl.beleidstafel.plan.template.Registers;
import nl.beleidstafel.plan.template.Seeding;
import nl.beleidstafel.plan.template.Template;
import nl.beleidstafel.plan.template.TemplateSection;
import nl.beleidstafel.plan.template.Templates;
import nl.beleidstafel.rights.Rights;
import nl.beleidstafel.rights.Standing;
import org.jspecify.annotations.Nullable;

/// What can be done with plans. Any thread; nothing waits.
final class Plans {
  /// A plan as an actor sees it.
  record Shown(Plan plan, Standing standing) {}

  /// What a new plan is to be.
  ///
  /// @param template the id of a model plan
  /// @param off sections that are switched off from the start, by key, with where their subjects
  ///   stand instead
  /// @param chosen entries of registers that the municipality chose, by the register's view
  /// @param without partners that begin without a role
  record Wanted(
      String title,
      String template,
      Plan.@Nullable Period period,
      Map<String, String> off,
      Map<String, Set<String>> chosen,
      Set<PartnerId> without) {
    static Wanted plain(String title, String template) {
      return new Wanted(title, template, null, Map.of(), Map.of(), Set.of());
    }
  }

  /// How making a plan ended.
  sealed interface Making {
    record Made(Shown shown) implements Making {}

    /// The actor's partner makes no plans.
    record NotAllowed() implements Making {}

    record TemplateUnknown() implements Making {}

    /// A word of the request that names nothing.
    record Unknown(String field) implements Making {}

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

  Registers registers() {
    return templates.registers();
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

  Future<Shown> shown(Actor actor, Plan plan) {
    return rights.standing(actor, plan.outline()).map(standing -> new Shown(plan, standing));
  }

  Future<Making> make(Actor actor, Wanted wanted) {
    Optional<Template> template = templates.find(wanted.template());
    if (template.isEmpty()) {
      return Future.succeededFuture(new Making.TemplateUnknown());
    }
    Optional<String> unknown = unknown(template.get(), wanted);
    if (unknown.isPresent()) {
      return Future.succeededFuture(new Making.Unknown(unknown.get()));
    }
    // Two at once may both be the last one: a bound against abuse needs no lock.
    return rights
        .mayMake(actor)
        .compose(may ->
            may
                ? list(actor).compose(known -> make(actor, wanted, template.get(), known.size()))
                : Future.succeededFuture(new Making.NotAllowed()));
  }

  private Optional<String> unknown(Template template, Wanted wanted) {
    boolean keys =
        wanted.off().keySet().stream().allMatch(key -> template.section(key).isPresent());
    if (!keys || wanted.off().size() == template.sections().size()) {
      return Optional.of("off");
    }
    return wanted.chosen().entrySet().stream()
        .filter(entry -> !templates.registers().hasAll(entry.getKey(), entry.getValue()))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private Future<Making> make(Actor actor, Wanted wanted, Template template, int known) {
    return known >= Limits.PLANS_OF_MUNICIPALITY_MAX
        ? Future.succeededFuture(new Making.TooMany())
        : make(actor, wanted, template, false)
            .compose(made -> shown(actor, made.orElseThrow()))
            .map(Making.Made::new);
  }

  /// Makes the demonstration's plan, unless there is a plan; whether it did.
  Future<Boolean> makeDemonstration(Actor actor, String title) {
    Template template = templates.all().getFirst();
    return list(actor)
        .compose(known ->
            known.isEmpty()
                ? make(actor, Wanted.plain(title, template.id()), template, true)
                    .map(Optional::isPresent)
                : Future.succeededFuture(false));
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
    Plan grown = plan.with(sections);
    return collab
        .create(tx, section.document(), Seeding.blank(clientId()))
        .compose(_ -> store.insertAt(tx, plan.id(), section, place.position()))
        .compose(_ -> rights.reshaped(tx, plan.municipality(), plan.outline(), grown.outline()))
        .map(_ -> new Growing.Grown(grown, section.id()));
  }

  private Future<Optional<Plan>> make(
      Actor actor, Wanted wanted, Template template, boolean demonstration) {
    List<Section> sections = new ArrayList<>();
    List<Bytes> seeds = new ArrayList<>();
    Choices choices = templates.registers().choices(wanted.chosen());
    for (TemplateSection each : template.sections()) {
      sections.add(section(each.key(), each.number(), each.title(), each.level()));
      seeds.add(Seeding.seed(each, choices, () -> UUID.randomUUID().toString(), clientId()));
    }
    PlanId id = new PlanId(UUID.randomUUID());
    Plan plan =
        new Plan(
            id,
            actor.municipality(),
            wanted.title(),
            template.id(),
            1,
            wanted.period(),
            switchedOff(sections, wanted.off()));
    NewPlan row =
        new NewPlan(
            id,
            actor.municipality(),
            wanted.title(),
            template.id(),
            demonstration,
            actor.member(),
            clock.nowMs(),
            wanted.period());
    return database.transaction(tx ->
        store
            .insert(tx, row)
            .compose(inserted ->
                inserted
                    ? fill(tx, plan, seeds)
                        .compose(_ ->
                            rights.made(tx, actor, plan.outline(), demonstration, wanted.without()))
                        .map(_ -> Optional.of(plan))
                    : Future.succeededFuture(Optional.empty())));
  }

  private List<Section> switchedOff(List<Section> sections, Map<String, String> off) {
    long nowMs = clock.nowMs();
    List<Section> fresh =
        sections.stream()
            .map(each -> {
              String elsewhere = off.get(each.key());
              return elsewhere == null ? each : each.with(new Section.Off(nowMs, elsewhere));
            })
            .toList();
    for (Section section : fresh) {
      Section.Off its = section.off();
      fresh = its == null ? fresh : OutlineRules.switchedOff(fresh, section.id(), its);
    }
    return fresh;
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
        Section.Status.OPEN,
        null);
  }

  /// A Yjs client id of the server's own: 32 random bits, as Yjs clients take them.
  private long clientId() {
    return Integer.toUnsignedLong(random.nextInt());
  }
}
