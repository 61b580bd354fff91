package nl.beleidstafel.interview;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.beleidstafel.audit.Audit;
import nl.beleidstafel.audit.Deed;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Clock;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.InterviewId;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.collab.Channels;
import nl.beleidstafel.collab.Collab;
import nl.beleidstafel.collab.MemberChannels;
import nl.beleidstafel.crdt.update.Updates;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.db.Tx;
import nl.beleidstafel.interview.Interview.Kept;
import nl.beleidstafel.interview.Interview.Part;
import nl.beleidstafel.interview.Interview.Planned;
import nl.beleidstafel.interview.Interview.Respondent;
import nl.beleidstafel.interview.Interview.State;
import nl.beleidstafel.notice.Notices;
import nl.beleidstafel.rights.Outlines;
import nl.beleidstafel.rights.Partner;
import nl.beleidstafel.rights.Partners;
import nl.beleidstafel.sections.People;
import nl.beleidstafel.talks.TopicList;
import nl.beleidstafel.talks.TopicLists;
import org.jspecify.annotations.Nullable;

/// Plans interviews, begins and ends them. What follows for the rights on their documents is
/// written in the same transaction, after locking the plan. On virtual threads. Rules I1 to I7 of
/// `docs/spec.md`.
final class Planning {
  /// What it asks others for.
  record Neighbours(
      Outlines outlines,
      Partners partners,
      People people,
      TopicLists lists,
      Set<String> kinds,
      Notices notices) {
    Neighbours {
      kinds = Set.copyOf(kinds);
    }
  }

  /// What somebody wants.
  ///
  /// @param planned its organisation and kind are the partner's, where there is one
  /// @param list an id; null keeps the one there is, as it was
  record Wish(Planned planned, @Nullable String list, Map<MemberId, Part> people) {
    Wish {
      people = Map.copyOf(people);
    }
  }

  /// Those of a plan that an actor may open.
  record Shown(boolean core, List<Interview> interviews) {}

  /// One with what else is kept of it.
  record Whole(
      boolean core,
      Interview interview,
      TopicList topics,
      Respondent respondent,
      InvitedStore.Invited invited) {}

  private final Database database;
  private final InterviewStore store;
  private final Neighbours neighbours;
  private final Invitations invitations;
  private final Collab collab;
  private final MemberChannels channels;
  private final Audit audit;
  private final Clock clock;

  Planning(
      Database database,
      InterviewStore store,
      Neighbours neighbours,
      Invitations invitations,
      Collab collab,
      MemberChannels channels,
      Audit audit,
      Clock clock) {
    this.database = database;
    this.store = store;
    this.neighbours = neighbours;
    this.invitations = invitations;
    this.collab = collab;
    this.channels = channels;
    this.audit = audit;
    this.clock = clock;
  }

  /// Empty where there is no such plan for the actor.
  Optional<Shown> of(Actor actor, PlanId plan) {
    if (neighbours.outlines().find(actor.municipality(), plan).await().isEmpty()) {
      return Optional.empty();
    }
    Set<MemberId> core = store.core(plan).await();
    List<Interview> open =
        store.of(actor.municipality(), plan).await().stream()
            .filter(each -> InterviewRules.mayOpen(each, core, actor.member()))
            .toList();
    return Optional.of(new Shown(core.contains(actor.member()), open));
  }

  /// Empty where there is none, or the actor may not open it.
  Optional<Whole> find(Actor actor, InterviewId id) {
    Optional<Interview> found = store.find(actor.municipality(), id).await();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Set<MemberId> core = store.core(found.get().plan()).await();
    return InterviewRules.mayOpen(found.get(), core, actor.member())
        ? Optional.of(
            new Whole(
                core.contains(actor.member()),
                found.get(),
                store.topics(id).await(),
                store.respondent(id).await(),
                invitations.store().invited(id).await()))
        : Optional.empty();
  }

  /// The core team plans.
  Outcome create(Actor actor, PlanId plan, Wish wish, String origin) {
    if (neighbours.outlines().find(actor.municipality(), plan).await().isEmpty()) {
      return new Outcome.Absent();
    }
    if (!store.core(plan).await().contains(actor.member())) {
      return new Outcome.CoreOnly();
    }
    Checked checked = check(actor, wish, Set.of());
    String unknown = checked.unknown();
    if (unknown != null) {
      return new Outcome.Unknown(unknown);
    }
    TopicLists.Found list = checked.list();
    if (list == null) {
      return new Outcome.Unknown("list");
    }
    Interview made =
        new Interview(
            new InterviewId(UUID.randomUUID()),
            plan,
            new DocumentId(UUID.randomUUID()),
            1,
            checked.planned(),
            kept(list),
            wish.people(),
            State.PLANNED,
            actor.member(),
            clock.nowMs(),
            null,
            null);
    return database.inTransaction(tx -> {
      if (neighbours.outlines().lock(tx, actor.municipality(), plan).await().isEmpty()) {
        return new Outcome.Absent();
      }
      Set<MemberId> core = store.core(tx, plan).await();
      if (!core.contains(actor.member())) {
        return new Outcome.CoreOnly();
      }
      if (store.of(tx, actor.municipality(), plan).await().size()
          >= Limits.INTERVIEWS_OF_PLAN_MAX) {
        return new Outcome.TooMany();
      }
      DocumentId document = made.document();
      if (document != null) {
        // Nothing is written yet: notes make the roots they stand in.
        collab.create(tx, document, Updates.EMPTY).await();
      }
      store.insert(tx, made, list.content()).await();
      settle(tx, made, core, Set.of());
      neighbours.notices().tell(tx, InterviewNotices.of(actor, null, made)).await();
      note(tx, actor, "interview.plan", made, origin);
      return new Outcome.Done(made);
    });
  }

  /// Who may open it changes what is settled; only the core team changes who takes part, because
  /// who takes part reads all of it.
  Outcome change(Actor actor, InterviewId id, long version, Wish wish, String origin) {
    Optional<Interview> known = store.find(actor.municipality(), id).await();
    Checked checked =
        check(actor, wish, known.map(each -> each.people().keySet()).orElse(Set.of()));
    return change(
        actor,
        id,
        version,
        (tx, now, core) -> {
          String unknown = checked.unknown();
          if (unknown != null) {
            return new Outcome.Unknown(unknown);
          }
          boolean others = !wish.people().equals(now.people());
          if (others && !core.contains(actor.member())) {
            return new Outcome.CoreOnly();
          }
          TopicLists.Found list = checked.list();
          if (list != null && now.state() != State.PLANNED) {
            return new Outcome.Unfit();
          }
          if (list != null) {
            store.topics(tx, id, list.content()).await();
          }
          note(tx, actor, others ? "interview.people" : "interview.change", now, origin);
          return new Outcome.Done(
              new Interview(
                  id,
                  now.plan(),
                  now.document(),
                  now.version(),
                  checked.planned(),
                  list == null ? now.list() : kept(list),
                  wish.people(),
                  now.state(),
                  now.by(),
                  now.plannedAtMs(),
                  now.startedAtMs(),
                  now.closedAtMs()));
        });
  }

  /// Begins, ends, cancels it, or takes that back.
  Outcome move(Actor actor, InterviewId id, long version, State to, String origin) {
    return change(
        actor,
        id,
        version,
        (tx, now, core) -> {
          if (!InterviewRules.follows(now.state(), to)) {
            return new Outcome.Unfit();
          }
          if (InterviewRules.ofCoreTeam(now.state(), to) && !core.contains(actor.member())) {
            return new Outcome.CoreOnly();
          }
          note(tx, actor, "interview." + to.word(), now, origin);
          return new Outcome.Done(now.in(to, clock.nowMs()));
        });
  }

  /// Keeps who they speak with, or nobody any more.
  Outcome respondent(Actor actor, InterviewId id, long version, Respondent respondent) {
    return change(
        actor,
        id,
        version,
        (tx, now, _) -> {
          store.respondent(tx, id, respondent).await();
          return new Outcome.Done(now);
        });
  }

  /// Invites who takes part and was not invited yet.
  ///
  /// @param alsoRespondent who is spoken with, too, where there is an address
  Outcome invite(Actor actor, InterviewId id, long version, boolean alsoRespondent) {
    return change(
        actor,
        id,
        version,
        (tx, now, _) -> {
          Long startMs = now.planned().atMs();
          if (startMs == null || (now.state() != State.PLANNED && now.state() != State.RUNNING)) {
            return new Outcome.Unfit();
          }
          invitations.invite(tx, actor, now, startMs, alsoRespondent);
          return new Outcome.Done(now);
        });
  }

  /// The appointment as a calendar file; empty where the actor may not open the interview.
  Optional<Filed> file(Actor actor, InterviewId id) {
    return find(actor, id)
        .map(whole ->
            new Filed(
                database.inTransaction(tx -> invitations.file(tx, actor, whole.interview()))));
  }

  /// @param file null while the appointment has no time
  record Filed(@Nullable String file) {}

  private interface Change {
    /// What it should become, or why not.
    Outcome apply(Tx tx, Interview now, Set<MemberId> core);
  }

  private Outcome change(Actor actor, InterviewId id, long version, Change change) {
    Optional<Interview> known = store.find(actor.municipality(), id).await();
    if (known.isEmpty()) {
      return new Outcome.Absent();
    }
    PlanId plan = known.get().plan();
    return database.inTransaction(tx -> {
      neighbours.outlines().lock(tx, actor.municipality(), plan).await();
      Optional<Interview> found = store.lock(tx, id).await();
      Set<MemberId> core = store.core(tx, plan).await();
      if (found.isEmpty() || !InterviewRules.mayOpen(found.get(), core, actor.member())) {
        return new Outcome.Absent();
      }
      Interview now = found.get();
      if (now.state() == State.ERASED) {
        return new Outcome.Unfit();
      }
      if (now.version() != version) {
        return new Outcome.Meanwhile(now.version());
      }
      Respondent before = invitations.store().respondent(tx, id).await();
      Outcome outcome = change.apply(tx, now, core);
      if (outcome instanceof Outcome.Done(Interview next)) {
        store.change(tx, next).await();
        settle(tx, next, core, now.people().keySet());
        store.untell(tx, plan).await();
        invitations.follow(tx, actor, now, next, before);
        neighbours.notices().tell(tx, InterviewNotices.of(actor, now, next)).await();
        return new Outcome.Done(store.lock(tx, id).await().orElse(next));
      }
      return outcome;
    });
  }

  /// Lets the document follow, and tells all whom it concerns: those who may open it now, and who
  /// could before.
  private void settle(Tx tx, Interview interview, Set<MemberId> core, Set<MemberId> before) {
    DocumentId document = interview.document();
    if (document != null) {
      collab.grantMembers(tx, Map.of(document, InterviewRules.levels(interview, core))).await();
    }
    Set<MemberId> told = new HashSet<>(core);
    told.addAll(interview.people().keySet());
    told.addAll(before);
    tx.atEnd(() ->
        channels.tellMembers(
            interview.plan(), Channels.Event.INTERVIEWS_CHANGED, interview.version(), told));
  }

  private void note(Tx tx, Actor actor, String action, Interview interview, String origin) {
    audit.note(tx, Deed.done(actor, action, "interview", interview.id(), origin)).await();
  }

  private static Kept kept(TopicLists.Found list) {
    return new Kept(list.list(), list.version(), list.content().title());
  }

  /// A wish that was looked at.
  ///
  /// @param unknown the field that names what is not there; null where all is
  /// @param list null where none was asked for
  private record Checked(
      @Nullable String unknown, Planned planned, TopicLists.@Nullable Found list) {}

  /// @param already who takes part now: they may stay, also when they have left
  private Checked check(Actor actor, Wish wish, Set<MemberId> already) {
    Planned planned = wish.planned();
    PartnerId partner = planned.partner();
    if (partner != null) {
      Optional<Partner> found =
          neighbours.partners().of(actor.municipality()).await().stream()
              .filter(each -> each.id().equals(partner))
              .findFirst();
      if (found.isEmpty()) {
        return new Checked("partner", planned, null);
      }
      planned = planned.with(found.get().name(), found.get().kind());
    }
    if (!neighbours.kinds().contains(planned.partnerKind())) {
      return new Checked("partnerKind", planned, null);
    }
    Set<MemberId> fit = new HashSet<>(already);
    neighbours.people().of(actor.municipality()).await().forEach(each -> fit.add(each.member()));
    if (!fit.containsAll(wish.people().keySet())) {
      return new Checked("interviewers", planned, null);
    }
    String list = wish.list();
    if (list == null) {
      return new Checked(null, planned, null);
    }
    TopicLists.Found found =
        neighbours.lists().find(actor.municipality(), list, null).await().orElse(null);
    return new Checked(found == null ? "list" : null, planned, found);
  }
}
