package nl.beleidstafel.ask;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.beleidstafel.ask.Ask.Given;
import nl.beleidstafel.ask.Ask.Question;
import nl.beleidstafel.ask.AskSlice.Around;
import nl.beleidstafel.audit.Deed;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.collab.Channels;
import nl.beleidstafel.db.Tx;
import nl.beleidstafel.notice.Notice;
import nl.beleidstafel.rights.Outline;
import nl.beleidstafel.rights.Partner;
import nl.beleidstafel.sections.Named;
import nl.beleidstafel.sections.Place;

/// Asks and their answers, as people make and give them. Virtual threads: waits. Rules K1 to K5 of
/// `docs/spec.md`.
final class Asks {
  /// What a coordinator wants to know.
  record Wish(
      String title, String letter, LocalDate due, List<SectionId> sections, List<UUID> partners) {
    Wish {
      sections = List.copyOf(sections);
      partners = List.copyOf(partners);
    }
  }

  /// Asks of one plan as an actor finds them.
  ///
  /// @param places those sections that the actor may read, in reading order
  /// @param partners by id, all that are at the table
  record Shown(
      List<Ask> asks,
      Map<SectionId, Place> places,
      Map<PartnerId, Partner> partners,
      boolean coordinates) {}

  /// @param waitMs how long it takes until it may be done; 0 where that is not the matter
  /// @param id of what was made or changed
  record Outcome(Ended ended, UUID id, long waitMs) {
    static Outcome of(Ended ended) {
      return new Outcome(ended, new UUID(0, 0), 0);
    }
  }

  private final AskStore store;
  private final Around around;
  private final Reminders reminders;

  Asks(AskStore store, Around around, Reminders reminders) {
    this.store = store;
    this.around = around;
    this.reminders = reminders;
  }

  /// Empty where the actor sees nothing of the plan.
  Optional<Shown> of(Actor actor, PlanId plan) {
    List<Place> places = around.places().of(actor, plan).await();
    return places.isEmpty()
        ? Optional.empty()
        : Optional.of(shown(actor, places, store.of(plan).await()));
  }

  /// One ask alone; empty where the actor may not see it.
  Optional<Shown> find(Actor actor, UUID id) {
    Optional<Ask> ask = store.find(actor.municipality(), id).await();
    if (ask.isEmpty()) {
      return Optional.empty();
    }
    List<Place> places = around.places().of(actor, ask.get().plan()).await();
    return places.isEmpty()
        ? Optional.empty()
        : Optional.of(shown(actor, places, List.of(ask.get())))
            .filter(shown -> !shown.asks().isEmpty());
  }

  /// The open asks to the actor's partner, in all plans.
  List<Shown> mine(Actor actor) {
    Map<PlanId, List<Ask>> byPlan = new LinkedHashMap<>();
    for (Ask ask : store.of(actor.municipality(), actor.partner()).await()) {
      if (!ask.isClosed()) {
        byPlan.computeIfAbsent(ask.plan(), _ -> new ArrayList<>()).add(ask);
      }
    }
    List<Shown> mine = new ArrayList<>();
    byPlan.forEach((plan, asks) -> {
      Shown shown = shown(actor, around.places().of(actor, plan).await(), asks);
      List<Ask> asked =
          shown.asks().stream()
              .map(ask ->
                  ask.with(
                      ask.questions().stream()
                          .filter(each -> each.partner().equals(actor.partner()))
                          .toList()))
              .filter(ask -> !ask.questions().isEmpty())
              .toList();
      if (!asked.isEmpty()) {
        mine.add(new Shown(asked, shown.places(), shown.partners(), shown.coordinates()));
      }
    });
    return mine;
  }

  private Shown shown(Actor actor, List<Place> places, List<Ask> asks) {
    boolean coordinates = !places.isEmpty() && places.getFirst().coordinates();
    Map<SectionId, Place> readable = new LinkedHashMap<>();
    places.forEach(place -> readable.put(place.section(), place));
    Map<PartnerId, Partner> partners = partners(actor);
    List<Ask> visible = new ArrayList<>();
    for (Ask ask : asks) {
      List<Question> questions =
          ask.questions().stream()
              .filter(each -> readable.containsKey(each.section()))
              .filter(each -> coordinates || each.partner().equals(actor.partner()))
              .filter(each -> each.answer() != null || isThere(each, partners))
              .toList();
      if (coordinates || !questions.isEmpty()) {
        visible.add(ask.with(questions));
      }
    }
    return new Shown(visible, readable, partners, coordinates);
  }

  private static boolean isThere(Question question, Map<PartnerId, Partner> partners) {
    return question.readable() && partners.containsKey(question.partner());
  }

  private Map<PartnerId, Partner> partners(Actor actor) {
    Map<PartnerId, Partner> partners = new LinkedHashMap<>();
    around
        .partners()
        .of(actor.municipality())
        .await()
        .forEach(each -> partners.put(each.id(), each));
    return partners;
  }

  Outcome make(Actor actor, PlanId plan, Wish wish, String origin) {
    List<Place> places = around.places().of(actor, plan).await();
    if (places.isEmpty()) {
      return Outcome.of(Ended.ABSENT);
    }
    if (!places.getFirst().coordinates()) {
      return Outcome.of(Ended.COORDINATOR_ONLY);
    }
    long now = around.clock().nowMs();
    if (!isFit(wish.due(), now)) {
      return Outcome.of(Ended.DATE_UNFIT);
    }
    List<Place> asked =
        places.stream().filter(place -> wish.sections().contains(place.section())).toList();
    if (asked.isEmpty() || asked.size() < new HashSet<>(wish.sections()).size()) {
      return Outcome.of(Ended.SECTION_UNKNOWN);
    }
    Optional<List<Question>> questions = questions(actor, plan, asked, wish.partners());
    if (questions.isEmpty()) {
      return Outcome.of(Ended.PARTNER_UNFIT);
    }
    Ask ask =
        new Ask(
            UUID.randomUUID(),
            plan,
            wish.title(),
            wish.letter(),
            wish.due(),
            actor.member(),
            now,
            null,
            null,
            questions.get());
    return around
        .database()
        .inTransaction(tx -> {
          if (store.count(tx, plan).await() >= Limits.ASKS_OF_PLAN_MAX) {
            return Outcome.of(Ended.TOO_MANY);
          }
          store.insert(tx, ask).await();
          around.audit().note(tx, Deed.done(actor, "ask.send", "ask", ask.id(), origin)).await();
          tell(tx, actor, ask);
          reminders.plan(tx, ask, now).await();
          changed(tx, asked);
          return new Outcome(Ended.DONE, ask.id(), 0);
        });
  }

  private static boolean isFit(LocalDate due, long nowMs) {
    LocalDate today = AskRules.dayOf(nowMs);
    return !due.isBefore(today) && !due.isAfter(today.plusDays(Limits.ASK_DAYS_MAX));
  }

  /// Empty where a partner is not there, or may read none of the sections.
  private Optional<List<Question>> questions(
      Actor actor, PlanId plan, List<Place> asked, List<UUID> wanted) {
    Optional<Outline> outline = around.outlines().find(actor.municipality(), plan).await();
    if (outline.isEmpty() || wanted.isEmpty()) {
      return Optional.empty();
    }
    Map<SectionId, Map<PartnerId, List<String>>> roles =
        around.rights().roles(outline.get()).await();
    Map<SectionId, AskRules.Here> here = new HashMap<>();
    for (Place place : asked) {
      Set<PartnerId> withRole =
          roles.getOrDefault(place.section(), Map.of()).entrySet().stream()
              .filter(each -> !each.getValue().isEmpty())
              .map(Map.Entry::getKey)
              .collect(Collectors.toSet());
      here.put(
          place.section(),
          new AskRules.Here(around.places().readers(place.document()).await(), withRole));
    }
    List<SectionId> sections = asked.stream().map(Place::section).toList();
    Map<PartnerId, Partner> partners = partners(actor);
    List<Question> questions = new ArrayList<>();
    for (UUID id : new HashSet<>(wanted)) {
      PartnerId partner = new PartnerId(id);
      List<SectionId> own = AskRules.askedOf(partner, sections, here);
      if (!partners.containsKey(partner) || own.isEmpty()) {
        return Optional.empty();
      }
      own.forEach(
          section -> questions.add(new Question(UUID.randomUUID(), section, partner, true, null)));
    }
    return Optional.of(questions);
  }

  private void tell(Tx tx, Actor actor, Ask ask) {
    Set<PartnerId> partners =
        ask.questions().stream().map(Question::partner).collect(Collectors.toSet());
    List<Notice> notices = new ArrayList<>();
    for (Named each : around.people().speakers(actor.municipality(), partners).await()) {
      if (!each.member().equals(actor.member())) {
        notices.add(
            new Notice(
                Notice.Kind.ASK,
                actor.municipality(),
                each.member(),
                ask.plan(),
                null,
                ask.id(),
                actor.member()));
      }
    }
    around.notices().tell(tx, notices).await();
  }

  /// Another date, closing, opening again.
  Outcome change(Actor actor, UUID id, LocalDate due, boolean closed) {
    return managed(
        actor,
        id,
        (tx, ask, places) -> {
          long now = around.clock().nowMs();
          if (!due.equals(ask.due()) && !isFit(due, now)) {
            return Outcome.of(Ended.DATE_UNFIT);
          }
          Long closedAt = ask.closedAtMs();
          store.change(tx, id, due, closed ? closedAt == null ? now : closedAt : null).await();
          Ask left =
              new Ask(
                  id,
                  ask.plan(),
                  ask.title(),
                  ask.letter(),
                  due,
                  ask.by(),
                  ask.atMs(),
                  closed ? Long.valueOf(now) : null,
                  ask.remindedAtMs(),
                  ask.questions());
          reminders.plan(tx, left, now).await();
          changed(tx, placesOf(ask, places));
          return new Outcome(Ended.DONE, id, 0);
        });
  }

  /// Reminds by hand whoever has not answered, once in a while.
  Outcome remind(Actor actor, UUID id) {
    return managed(
        actor,
        id,
        (tx, ask, places) -> {
          long now = around.clock().nowMs();
          Long last = ask.remindedAtMs();
          if (ask.isClosed()) {
            return Outcome.of(Ended.CLOSED);
          }
          if (last != null && now - last < Limits.ASK_REMINDER_PAUSE_MS) {
            return new Outcome(Ended.TOO_SOON, id, last + Limits.ASK_REMINDER_PAUSE_MS - now);
          }
          if (reminders.tell(tx, ask, actor.municipality(), actor.member()).await() == 0) {
            return Outcome.of(Ended.NOBODY_WAITS);
          }
          store.reminded(tx, id, now).await();
          changed(tx, placesOf(ask, places));
          return new Outcome(Ended.DONE, id, 0);
        });
  }

  private interface Change {
    Outcome apply(Tx tx, Ask ask, List<Place> places);
  }

  private Outcome managed(Actor actor, UUID id, Change change) {
    Optional<Shown> found = find(actor, id);
    if (found.isEmpty()) {
      return Outcome.of(Ended.ABSENT);
    }
    Shown shown = found.get();
    if (!shown.coordinates()) {
      return Outcome.of(Ended.COORDINATOR_ONLY);
    }
    List<Place> places = List.copyOf(shown.places().values());
    return around
        .database()
        .inTransaction(tx -> {
          Optional<Ask> ask = store.lock(tx, id).await();
          return ask.isEmpty() ? Outcome.of(Ended.ABSENT) : change.apply(tx, ask.get(), places);
        });
  }

  /// Gives or changes the answer of the actor's partner.
  Outcome answer(Actor actor, UUID id, SectionId section, Verdict verdict, String text) {
    Optional<Shown> shown = find(actor, id);
    Place place = shown.map(each -> each.places().get(section)).orElse(null);
    if (place == null) {
      return Outcome.of(Ended.ABSENT);
    }
    return around
        .database()
        .inTransaction(tx -> {
          Ask ask = store.lock(tx, id).await().orElse(null);
          Question question =
              ask == null
                  ? null
                  : ask.questions().stream()
                      .filter(each -> each.section().equals(section))
                      .filter(each -> each.partner().equals(actor.partner()))
                      .findFirst()
                      .orElse(null);
          if (ask == null || question == null) {
            return Outcome.of(Ended.ABSENT);
          }
          if (ask.isClosed()) {
            return Outcome.of(Ended.CLOSED);
          }
          Given before = question.answer();
          Given answer = new Given(verdict, text, actor.member(), around.clock().nowMs());
          store.answer(tx, question.id(), answer).await();
          if (!ask.by().equals(actor.member()) && (before == null || before.verdict() != verdict)) {
            around
                .notices()
                .tell(
                    tx,
                    List.of(
                        new Notice(
                            Notice.Kind.ANSWER,
                            actor.municipality(),
                            ask.by(),
                            ask.plan(),
                            section,
                            id,
                            actor.member())))
                .await();
          }
          changed(tx, List.of(place));
          return new Outcome(Ended.DONE, id, 0);
        });
  }

  private static List<Place> placesOf(Ask ask, List<Place> places) {
    Set<SectionId> sections =
        ask.questions().stream().map(Question::section).collect(Collectors.toSet());
    return places.stream().filter(place -> sections.contains(place.section())).toList();
  }

  /// Tells of each section those who may read it.
  private void changed(Tx tx, List<Place> places) {
    Map<Place, Set<PartnerId>> readers = new LinkedHashMap<>();
    for (Place place : places) {
      readers.put(place, around.places().readers(place.document()).await());
    }
    tx.atEnd(() ->
        readers.forEach((place, partners) ->
            around
                .channels()
                .tell(place.plan(), Channels.Event.ASKS_CHANGED, place.section(), 0, partners)));
  }
}
