package nl.beleidstafel.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.beleidstafel.audit.Audit;
import nl.beleidstafel.audit.Deed;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.Clock;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.collab.Channels;
import nl.beleidstafel.collab.Collab;
import nl.beleidstafel.collab.Level;
import nl.beleidstafel.collab.Written;
import nl.beleidstafel.crdt.doc.Doc;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.db.Tx;
import nl.beleidstafel.notice.Notice;
import nl.beleidstafel.notice.Notices;
import nl.beleidstafel.prose.Prose;
import nl.beleidstafel.sections.Named;
import nl.beleidstafel.sections.People;
import nl.beleidstafel.sections.Place;
import nl.beleidstafel.sections.Places;
import nl.beleidstafel.sections.Seal;
import org.jspecify.annotations.Nullable;

/// Moves sections from state to state, fixes and reopens them, and gives their texts names. Virtual
/// threads: waits. Whoever may not read a section finds nothing; every other refusal is an answer.
/// Rules H1 to H6 of `docs/spec.md`.
final class History {
  /// How something that somebody wanted ended.
  sealed interface Outcome {
    record Done() implements Outcome {}

    /// There is no such section or plan for the actor.
    record Absent() implements Outcome {}

    /// The step is the coordinator's.
    record NotCoordinator() implements Outcome {}

    /// The actor does not write here.
    record NotWriter() implements Outcome {}

    /// There is no such step for anybody.
    record NoStep() implements Outcome {}

    /// Somebody else was first: it is in this state now.
    record Meanwhile(State state) implements Outcome {}

    record TooMany() implements Outcome {}

    /// The plan cannot be final: so many places still wait for words.
    record FillInsOpen(int count) implements Outcome {}
  }

  /// A section with its past, as an actor finds it.
  ///
  /// @param seen null where the actor was never here before
  record Past(
      Place place,
      State state,
      Set<State> steps,
      List<Version> versions,
      List<Sitting> sittings,
      HistoryStore.@Nullable Seen seen) {}

  private final Database database;
  private final HistoryStore store;
  private final Trees trees;
  private final Collab collab;
  private final Channels channels;
  private final Places places;
  private final People people;
  private final Notices notices;
  private final Audit audit;
  private final Clock clock;

  History(
      Database database,
      HistoryStore store,
      Trees trees,
      Collab collab,
      Channels channels,
      Places places,
      People people,
      Notices notices,
      Audit audit,
      Clock clock) {
    this.database = database;
    this.store = store;
    this.trees = trees;
    this.collab = collab;
    this.channels = channels;
    this.places = places;
    this.people = people;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
  }

  Optional<Past> of(Actor actor, SectionId section) {
    return places.find(actor, section).await().map(place -> past(actor, place));
  }

  private Past past(Actor actor, Place place) {
    State state = State.of(place.status()).orElseThrow();
    List<Sitting> sittings = Sitting.of(store.edits(place.document()).await());
    return new Past(
        place,
        state,
        StateRules.steps(state, writes(place), place.coordinates()),
        store.versions(place.section()).await(),
        sittings.subList(0, Math.min(sittings.size(), Limits.SITTINGS_LISTED_MAX)),
        store.seen(actor, place.section(), place.document()).await().orElse(null));
  }

  static boolean writes(Place place) {
    return place.level().allows(Level.WRITE);
  }

  /// What somebody wants of a section's state.
  ///
  /// @param from the state that the actor saw; null where any will do
  /// @param name of the version that fixing makes
  /// @param origin the network address of the request
  record Step(
      Actor actor, SectionId section, State to, @Nullable State from, String name, String origin) {}

  Outcome move(Step step) {
    Optional<Place> found = places.find(step.actor(), step.section()).await();
    if (found.isEmpty()) {
      return new Outcome.Absent();
    }
    Place place = found.get();
    // What the text is now is read before anything is held; what comes until then is little.
    long known = step.to() == State.FIXED ? place.seq() : 0;
    Doc doc = known > 0 ? trees.at(place.document(), known).await() : new Doc(0);
    Outcome outcome = database.inTransaction(tx -> move(tx, step, place, doc, known));
    if (outcome instanceof Outcome.NotCoordinator) {
      audit.note(deed(step, false)).await();
    }
    return outcome;
  }

  private static Deed deed(Step step, boolean done) {
    String action = step.to() == State.FIXED ? "section.fix" : "section.state";
    return done
        ? Deed.done(step.actor(), action, "section", step.section(), step.origin())
        : Deed.refused(step.actor(), action, "section", step.section(), step.origin());
  }

  private Outcome move(Tx tx, Step step, Place place, Doc doc, long known) {
    store.lockPlan(tx, place.plan()).await();
    Optional<State> found = store.state(tx, place.section()).await();
    if (found.isEmpty()) {
      return new Outcome.Absent();
    }
    State now = found.get();
    if (step.from() != null && step.from() != now) {
      return new Outcome.Meanwhile(now);
    }
    if (step.to() == now) {
      return new Outcome.Done();
    }
    if (!StateRules.steps(now, writes(place), place.coordinates()).contains(step.to())) {
      return refusal(now, step.to(), place);
    }
    if (step.to() == State.FIXED) {
      Outcome fixed = fix(tx, step, place, doc, known);
      if (!(fixed instanceof Outcome.Done)) {
        return fixed;
      }
    } else if (now == State.FIXED) {
      collab.freeze(tx, place.document(), false, Long.MAX_VALUE).await();
    }
    store.setState(tx, place.section(), step.to()).await();
    audit.note(tx, deed(step, true)).await();
    tell(tx, step.actor(), place, Notice.Kind.STATUS);
    changed(tx, place, true);
    return new Outcome.Done();
  }

  private static Outcome refusal(State now, State to, Place place) {
    if (place.coordinates()) {
      return new Outcome.NoStep();
    }
    boolean coordinators =
        StateRules.steps(now, true, true).contains(to)
            && !StateRules.steps(now, true, false).contains(to);
    return coordinators ? new Outcome.NotCoordinator() : new Outcome.NotWriter();
  }

  /// From here on nothing comes into the text: what the version holds is its last word.
  private Outcome fix(Tx tx, Step step, Place place, Doc doc, long known) {
    List<Written> tail = collab.freeze(tx, place.document(), true, known).await();
    tail.forEach(written -> doc.apply(written.update()));
    long seq = tail.isEmpty() ? known : tail.getLast().seq();
    return name(tx, place.section(), step.actor(), step.name(), seq, doc, true)
        .<Outcome>map(_ -> new Outcome.Done())
        .orElseGet(Outcome.TooMany::new);
  }

  /// Names the text of a document at a seq; empty where there are as many as there may be.
  private Optional<Version> name(
      Tx tx, SectionId section, Actor actor, String name, long seq, Doc doc, boolean fixed) {
    Bytes sha256 = Seal.sha256(Prose.read(doc));
    int number = store.newest(tx, section).await().map(Version::number).orElse(0) + 1;
    if (number > Limits.VERSIONS_MAX) {
      return Optional.empty();
    }
    Version version =
        new Version(
            UUID.randomUUID(),
            section,
            number,
            seq,
            name,
            sha256,
            fixed,
            actor.member(),
            clock.nowMs());
    store.insert(tx, version).await();
    return Optional.of(version);
  }

  /// Gives the text as it is now a name.
  Outcome nameSection(Actor actor, SectionId section, String name) {
    Optional<Place> found = places.find(actor, section).await();
    if (found.isEmpty()) {
      return new Outcome.Absent();
    }
    Place place = found.get();
    if (!writes(place) && !place.coordinates()) {
      return new Outcome.NotWriter();
    }
    Doc doc = trees.at(place.document(), place.seq()).await();
    return database.inTransaction(tx -> {
      store.lockPlan(tx, place.plan()).await();
      if (name(tx, section, actor, name, place.seq(), doc, false).isEmpty()) {
        return new Outcome.TooMany();
      }
      tell(tx, actor, place, Notice.Kind.VERSION);
      changed(tx, place, false);
      return new Outcome.Done();
    });
  }

  /// The named states of a plan with its sections as the actor may know them; empty where there is
  /// no such plan.
  Optional<PlanPast> ofPlan(Actor actor, PlanId plan) {
    List<Place> readable = places.of(actor, plan).await();
    return readable.isEmpty()
        ? Optional.empty()
        : Optional.of(new PlanPast(readable, store.versions(plan).await()));
  }

  /// A plan with its past.
  ///
  /// @param readable those of its sections that the actor may read, in order
  record PlanPast(List<Place> readable, List<PlanVersion> versions) {}

  /// Gives the plan as it is now a name: each section gets a version, but where its text already is
  /// one.
  Outcome namePlan(Actor actor, PlanId plan, String name, boolean isFinal) {
    List<Place> all = places.of(actor, plan).await();
    if (all.isEmpty()) {
      return new Outcome.Absent();
    }
    if (!all.getFirst().coordinates()) {
      return new Outcome.NotCoordinator();
    }
    Map<SectionId, Doc> docs = new HashMap<>();
    int open = 0;
    for (Place place : all) {
      Doc doc = trees.at(place.document(), place.seq()).await();
      docs.put(place.section(), doc);
      open += isFinal ? OpenFillIns.count(Prose.read(doc)) : 0;
    }
    if (open > 0) {
      return new Outcome.FillInsOpen(open);
    }
    return database.inTransaction(tx -> {
      store.lockPlan(tx, plan).await();
      int number = store.newestOfPlan(tx, plan).await() + 1;
      if (number > Limits.VERSIONS_MAX) {
        return new Outcome.TooMany();
      }
      List<Version> held = new ArrayList<>();
      for (Place place : all) {
        Version newest = store.newest(tx, place.section()).await().orElse(null);
        Doc doc = docs.getOrDefault(place.section(), new Doc(0));
        // A section with as many versions as there may be is held by its newest.
        held.add(
            newest != null && newest.seq() == place.seq()
                ? newest
                : name(tx, place.section(), actor, name, place.seq(), doc, false)
                    .orElseGet(() -> Objects.requireNonNull(newest)));
      }
      store
          .insert(
              tx,
              new PlanVersion(
                  UUID.randomUUID(),
                  plan,
                  number,
                  name,
                  isFinal,
                  actor.member(),
                  clock.nowMs(),
                  held))
          .await();
      Set<PartnerId> readers = new HashSet<>();
      all.forEach(place -> readers.addAll(changed(tx, place, false)));
      tell(tx, actor, plan, null, Notice.Kind.VERSION, readers);
      return new Outcome.Done();
    });
  }

  /// How many places of a section still wait for words: to be known before it is fixed.
  int openFillIns(Place place) {
    return OpenFillIns.count(Prose.read(trees.at(place.document(), place.seq()).await()));
  }

  /// Tells the open pages of a section's readers; who those are.
  private Set<PartnerId> changed(Tx tx, Place place, boolean outlineToo) {
    Set<PartnerId> readers = places.readers(place.document()).await();
    tx.atEnd(() -> {
      channels.tell(place.plan(), Channels.Event.HISTORY_CHANGED, place.section(), 0, readers);
      if (outlineToo) {
        channels.tell(place.plan(), Channels.Event.PLAN_CHANGED, 0, readers);
      }
    });
    return readers;
  }

  /// Those who write in a section are told, but who did it.
  private void tell(Tx tx, Actor actor, Place place, Notice.Kind kind) {
    Set<PartnerId> writers = places.writers(place.document()).await();
    tell(tx, actor, place.plan(), place.section(), kind, writers);
  }

  private void tell(
      Tx tx,
      Actor actor,
      PlanId plan,
      @Nullable SectionId section,
      Notice.Kind kind,
      Set<PartnerId> partners) {
    Set<MemberId> told = new HashSet<>(Set.of(actor.member()));
    List<Notice> list = new ArrayList<>();
    for (Named each : people.of(actor.municipality(), partners).await()) {
      if (told.add(each.member())) {
        list.add(
            new Notice(
                kind, actor.municipality(), each.member(), plan, section, null, actor.member()));
      }
    }
    notices.tell(tx, list).await();
  }
}
