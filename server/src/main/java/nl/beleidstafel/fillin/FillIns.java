package nl.beleidstafel.fillin;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Clock;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.collab.Channels;
import nl.beleidstafel.collab.Level;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.notice.Notice;
import nl.beleidstafel.notice.Notices;
import nl.beleidstafel.sections.Named;
import nl.beleidstafel.sections.People;
import nl.beleidstafel.sections.Place;
import nl.beleidstafel.sections.Places;
import org.jspecify.annotations.Nullable;

/// What people see of fill-ins and do with them beside the text. Virtual threads: waits. Whoever
/// may not read a section finds nothing of it. Rules F5 to F8 of `docs/spec.md`.
final class FillIns {
  static final ZoneId DUTCH = ZoneId.of("Europe/Amsterdam");

  /// How something that somebody wanted ended.
  enum Ended {
    DONE,
    /// There is no such section or fill-in for the actor.
    ABSENT,
    /// The actor neither writes here nor coordinates the plan.
    MAY_NOT,
    /// Whoever should fill it in may not read the section, or is not there.
    OWNER_UNKNOWN
  }

  /// A section's fill-ins and examples as an actor finds them.
  record Shown(Place place, List<FillIn> fillIns, List<FillIn.Example> examples) {
    boolean mayAssign() {
      return FillIns.mayAssign(place);
    }
  }

  private final Database database;
  private final FillInStore store;
  private final Projector projector;
  private final Places places;
  private final People people;
  private final Channels channels;
  private final Notices notices;
  private final Reminders reminders;
  private final Offers offers;
  private final Clock clock;

  FillIns(
      Database database,
      FillInStore store,
      Projector projector,
      Places places,
      People people,
      Channels channels,
      Notices notices,
      Reminders reminders,
      Offers offers,
      Clock clock) {
    this.database = database;
    this.store = store;
    this.projector = projector;
    this.places = places;
    this.people = people;
    this.channels = channels;
    this.notices = notices;
    this.reminders = reminders;
    this.offers = offers;
    this.clock = clock;
  }

  /// The day that it is where the plans are made.
  LocalDate today() {
    return LocalDate.ofInstant(Instant.ofEpochMilli(clock.nowMs()), DUTCH);
  }

  Optional<Shown> of(Actor actor, SectionId section) {
    Optional<Place> place = places.find(actor, section).await();
    if (place.isPresent()) {
      projector.catchUp(section).await();
    }
    return place.map(each -> shown(each, store.ofSection(section).await()));
  }

  private Shown shown(Place place, List<FillIn> fillIns) {
    return new Shown(place, fillIns, store.examples(place.section()).await());
  }

  /// By section, in reading order; empty where there is no such plan.
  Optional<List<Shown>> of(Actor actor, PlanId plan) {
    List<Place> readable = places.of(actor, plan).await();
    if (readable.isEmpty()) {
      return Optional.empty();
    }
    projector.catchUp(plan).await();
    Map<SectionId, List<FillIn>> bySection = new HashMap<>();
    store
        .ofPlan(plan)
        .await()
        .forEach(
            each -> bySection.computeIfAbsent(each.section(), _ -> new ArrayList<>()).add(each));
    List<Shown> shown = new ArrayList<>();
    for (Place place : readable) {
      shown.add(new Shown(place, bySection.getOrDefault(place.section(), List.of()), List.of()));
    }
    return Optional.of(shown);
  }

  /// What should be looked at again, in what the actor may read.
  Optional<List<Finding>> checks(Actor actor, PlanId plan) {
    return of(actor, plan)
        .map(shown ->
            CheckRules.of(
                shown.stream().flatMap(each -> each.fillIns().stream()).toList(),
                offers,
                today().getYear()));
  }

  static boolean mayAssign(Place place) {
    return place.level().allows(Level.WRITE) || place.coordinates();
  }

  /// Asks somebody to fill it in, or nobody any more, where neither partner nor date is given.
  Ended assign(Actor actor, SectionId section, String id, FillIn.Owner wanted) {
    Optional<Shown> found = of(actor, section);
    Optional<FillIn> fillIn =
        found.stream()
            .flatMap(each -> each.fillIns().stream())
            .filter(each -> each.id().equals(id))
            .findFirst();
    if (found.isEmpty() || fillIn.isEmpty()) {
      return Ended.ABSENT;
    }
    Place place = found.get().place();
    if (!mayAssign(place)) {
      return Ended.MAY_NOT;
    }
    Set<PartnerId> readers = places.readers(place.document()).await();
    List<Named> there = people.of(actor.municipality(), readers).await();
    FillIn.Owner owner = owner(wanted, there);
    PartnerId partner = owner.partner();
    if (partner == null ? wanted.member() != null : !isThere(owner, there)) {
      return Ended.OWNER_UNKNOWN;
    }
    database.inTransaction(tx -> {
      if (partner == null && owner.due() == null) {
        Optional<UUID> row = store.disown(tx, section, id).await();
        if (row.isPresent()) {
          reminders.plan(tx, row.get(), null).await();
        }
      } else {
        UUID row = store.own(tx, section, id, owner, actor.member(), clock.nowMs()).await();
        reminders.plan(tx, row, owner.due()).await();
        notices.tell(tx, asked(actor, place, row, owner, fillIn.get().owner(), there)).await();
      }
      tx.atEnd(() ->
          channels.tell(
              place.plan(), Channels.Event.FILL_INS_CHANGED, place.section(), 0, readers));
      return Ended.DONE;
    });
    return Ended.DONE;
  }

  /// With the partner of a member that is named alone.
  private static FillIn.Owner owner(FillIn.Owner wanted, List<Named> there) {
    MemberId member = wanted.member();
    if (member == null) {
      return wanted;
    }
    PartnerId partner =
        there.stream()
            .filter(each -> each.member().equals(member))
            .map(Named::partner)
            .findFirst()
            .orElse(null);
    return new FillIn.Owner(partner, member, wanted.due());
  }

  private static boolean isThere(FillIn.Owner owner, List<Named> there) {
    return there.stream()
        .anyMatch(each ->
            each.partner().equals(owner.partner())
                && (owner.member() == null || each.member().equals(owner.member())));
  }

  /// Those who were not asked before.
  private static List<Notice> asked(
      Actor actor,
      Place place,
      UUID row,
      FillIn.Owner owner,
      FillIn.@Nullable Owner before,
      List<Named> there) {
    if (before != null
        && Objects.equals(before.partner(), owner.partner())
        && Objects.equals(before.member(), owner.member())) {
      return List.of();
    }
    List<Notice> notices = new ArrayList<>();
    for (Named each : there) {
      boolean meant =
          owner.member() == null
              ? each.partner().equals(owner.partner())
              : each.member().equals(owner.member());
      if (meant && !each.member().equals(actor.member())) {
        notices.add(
            new Notice(
                Notice.Kind.FILL_IN_ASKED,
                actor.municipality(),
                each.member(),
                place.plan(),
                place.section(),
                row,
                actor.member()));
      }
    }
    return notices;
  }
}
