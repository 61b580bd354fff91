package nl.beleidstafel.interview;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.beleidstafel.audit.Audit;
import nl.beleidstafel.audit.Deed;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.collab.Channels;
import nl.beleidstafel.collab.Collab;
import nl.beleidstafel.collab.Level;
import nl.beleidstafel.collab.MemberChannels;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.db.Tx;
import nl.beleidstafel.rights.Outlines;
import nl.beleidstafel.rights.Rights;
import nl.beleidstafel.sections.Named;
import nl.beleidstafel.sections.People;

/// Who is in a plan's core team, and so may open all its interviews. Who coordinates the plan says
/// so, which is noted; being coordinator alone opens nothing. On virtual threads. Rules I2 and I5
/// of `docs/spec.md`.
final class CoreTeams {
  /// What became of a change.
  enum Ended {
    DONE,
    /// There is no such plan for the actor.
    ABSENT,
    COORDINATOR_ONLY,
    /// There is nobody like that.
    MEMBER_UNKNOWN,
    /// Somebody must be in it.
    LAST,
    TOO_MANY
  }

  /// @param mayChange whether the actor coordinates the plan
  record Shown(boolean mayChange, List<Named> members) {}

  private final Database database;
  private final InterviewStore store;
  private final Outlines outlines;
  private final Rights rights;
  private final People people;
  private final Collab collab;
  private final MemberChannels channels;
  private final Audit audit;

  CoreTeams(
      Database database,
      InterviewStore store,
      Outlines outlines,
      Rights rights,
      People people,
      Collab collab,
      MemberChannels channels,
      Audit audit) {
    this.database = database;
    this.store = store;
    this.outlines = outlines;
    this.rights = rights;
    this.people = people;
    this.collab = collab;
    this.channels = channels;
    this.audit = audit;
  }

  /// Empty where there is no such plan for the actor.
  Optional<Shown> of(Actor actor, PlanId plan) {
    if (outlines.find(actor.municipality(), plan).await().isEmpty()) {
      return Optional.empty();
    }
    Set<MemberId> core = store.core(plan).await();
    List<Named> members =
        people.of(actor.municipality()).await().stream()
            .filter(each -> core.contains(each.member()))
            .toList();
    return Optional.of(new Shown(rights.coordinates(actor, plan).await(), members));
  }

  Ended join(Actor actor, PlanId plan, MemberId member, String origin) {
    return change(
        actor,
        plan,
        (tx, core) -> {
          boolean there =
              people.of(actor.municipality()).await().stream()
                  .anyMatch(each -> each.member().equals(member));
          if (!there) {
            return Ended.MEMBER_UNKNOWN;
          }
          if (core.size() >= Limits.CORE_TEAM_MAX) {
            return Ended.TOO_MANY;
          }
          if (store.join(tx, plan, member, actor.member()).await()) {
            note(tx, actor, "core-team.join", member, origin);
          }
          return Ended.DONE;
        });
  }

  Ended leave(Actor actor, PlanId plan, MemberId member, String origin) {
    return change(
        actor,
        plan,
        (tx, core) -> {
          if (!core.contains(member)) {
            return Ended.MEMBER_UNKNOWN;
          }
          if (core.size() == 1) {
            return Ended.LAST;
          }
          store.leave(tx, plan, member).await();
          note(tx, actor, "core-team.leave", member, origin);
          return Ended.DONE;
        });
  }

  private void note(Tx tx, Actor actor, String action, MemberId member, String origin) {
    audit.note(tx, Deed.done(actor, action, "member", member, origin)).await();
  }

  private interface Change {
    Ended apply(Tx tx, Set<MemberId> core);
  }

  private Ended change(Actor actor, PlanId plan, Change change) {
    return database.inTransaction(tx -> {
      if (outlines.lock(tx, actor.municipality(), plan).await().isEmpty()) {
        return Ended.ABSENT;
      }
      if (!rights.coordinates(tx, actor, plan).await()) {
        return Ended.COORDINATOR_ONLY;
      }
      Set<MemberId> before = store.core(tx, plan).await();
      Ended ended = change.apply(tx, before);
      if (ended == Ended.DONE) {
        settle(tx, actor, plan, before);
      }
      return ended;
    });
  }

  /// Lets the documents of all interviews follow.
  private void settle(Tx tx, Actor actor, PlanId plan, Set<MemberId> before) {
    Set<MemberId> core = store.core(tx, plan).await();
    Set<MemberId> told = new HashSet<>(before);
    told.addAll(core);
    Map<DocumentId, Map<MemberId, Level>> levels = new HashMap<>();
    for (Interview each : store.of(tx, actor.municipality(), plan).await()) {
      DocumentId document = each.document();
      if (document != null) {
        levels.put(document, InterviewRules.levels(each, core));
      }
      told.addAll(each.people().keySet());
    }
    collab.grantMembers(tx, levels).await();
    store.untell(tx, plan).await();
    tx.atEnd(() -> channels.tellMembers(plan, Channels.Event.INTERVIEWS_CHANGED, 0, told));
  }
}
