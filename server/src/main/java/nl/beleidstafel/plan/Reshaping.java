package nl.beleidstafel.plan;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.beleidstafel.audit.Audit;
import nl.beleidstafel.audit.Deed;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Clock;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.collab.Collab;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.db.Tx;
import nl.beleidstafel.rights.Rights;

/// What a coordinator does with the outline of a plan. Each change is one transaction: the outline,
/// the documents' rights and the audit log are written together. Any thread; nothing waits.
record Reshaping(
    Database database, PlanStore store, Collab collab, Rights rights, Audit audit, Clock clock) {
  /// How a change ended.
  sealed interface Outcome {
    /// @param plan as it is now
    record Done(Plan plan) implements Outcome {}

    /// There is no such plan or section.
    record Absent() implements Outcome {}

    record NotCoordinator() implements Outcome {}

    /// Somebody else changed the outline since.
    record Meanwhile(long version) implements Outcome {}

    /// The order is none of these sections.
    record NotAnOutline() implements Outcome {}

    /// Nothing of the plan would be left.
    record Nothing() implements Outcome {}

    /// A section of the model plan is switched off, not deleted.
    record NotOwn() implements Outcome {}

    /// Somebody wrote in it, or said something about it.
    record NotEmpty() implements Outcome {}
  }

  /// What a change is asked for.
  ///
  /// @param version of the outline that the actor saw
  /// @param origin the network address of the request
  record Wish(Actor actor, PlanId plan, long version, String origin) {}

  /// What a change comes to.
  private sealed interface Decision {
    record To(List<Section> sections) implements Decision {}

    record No(Outcome outcome) implements Decision {}
  }

  /// Sets the order of the sections, and their numbers.
  ///
  /// @param numbers one for each of the order; empty keeps all
  Future<Outcome> arrange(Wish wish, List<SectionId> order, List<String> numbers) {
    return change(
        wish,
        deed(wish, "outline.arrange"),
        plan ->
            OutlineRules.arranged(plan.sections(), order, numbers)
                .<Decision>map(Decision.To::new)
                .orElseGet(() -> new Decision.No(new Outcome.NotAnOutline())));
  }

  /// Numbers all sections anew.
  Future<Outcome> renumber(Wish wish) {
    return change(
        wish,
        deed(wish, "outline.renumber"),
        plan -> new Decision.To(OutlineRules.renumbered(plan.sections())));
  }

  Future<Outcome> rename(Wish wish, SectionId section, String title) {
    return change(
        wish,
        section,
        "section.rename",
        plan ->
            plan.sections().stream()
                .map(each -> each.id().equals(section) ? each.titled(title) : each)
                .toList());
  }

  /// Switches a section off without losing anything, or says anew where its subject stands.
  Future<Outcome> switchOff(Wish wish, SectionId section, String elsewhere) {
    return change(
        wish,
        section,
        "section.switch-off",
        plan -> {
          Section.Off before = plan.section(section).map(Section::off).orElse(null);
          if (before == null) {
            Section.Off off = new Section.Off(clock.nowMs(), elsewhere);
            return OutlineRules.switchedOff(plan.sections(), section, off);
          }
          Section.Off off = new Section.Off(before.atMs(), elsewhere);
          return plan.sections().stream()
              .map(each -> each.id().equals(section) ? each.with(off) : each)
              .toList();
        });
  }

  Future<Outcome> switchOn(Wish wish, SectionId section) {
    return change(
        wish,
        section,
        "section.switch-on",
        plan -> OutlineRules.switchedOn(plan.sections(), section));
  }

  /// Deletes a section that somebody added, as long as nothing was done with it.
  ///
  /// @param seq of its document, when it was seen to be empty
  Future<Outcome> delete(Wish wish, SectionId id, long seq) {
    return changeIn(
        wish,
        sectionDeed(wish, "section.delete", id),
        (tx, plan) -> {
          Optional<Section> found = plan.section(id);
          if (found.isEmpty()) {
            return no(new Outcome.Absent());
          }
          if (!OutlineRules.isOwn(found.get())) {
            return no(new Outcome.NotOwn());
          }
          List<Section> rest = new ArrayList<>(plan.sections());
          rest.remove(found.get());
          return isNothing(rest)
              ? no(new Outcome.Nothing())
              : delete(tx, plan, found.get(), seq, rest);
        });
  }

  private Future<Decision> delete(Tx tx, Plan plan, Section section, long seq, List<Section> rest) {
    tx.atEnd(() -> collab.accessChanged(section.document()));
    return store
        .hold(tx, section.document())
        .compose(now ->
            now == seq
                ? store.delete(tx, plan.id(), section).map(_ -> new Decision.To(rest))
                : no(new Outcome.NotEmpty()));
  }

  private static boolean isNothing(List<Section> sections) {
    return sections.stream().allMatch(each -> each.off() != null);
  }

  private Future<Outcome> change(
      Wish wish, SectionId section, String action, Function<Plan, List<Section>> edit) {
    return change(
        wish,
        sectionDeed(wish, action, section),
        plan ->
            plan.section(section).isEmpty()
                ? new Decision.No(new Outcome.Absent())
                : new Decision.To(edit.apply(plan)));
  }

  private Future<Outcome> change(Wish wish, Deed deed, Function<Plan, Decision> decide) {
    return changeIn(wish, deed, (_, plan) -> Future.succeededFuture(decide.apply(plan)));
  }

  /// What is decided inside the transaction.
  private interface Deciding {
    Future<Decision> decide(Tx tx, Plan plan);
  }

  private Future<Outcome> changeIn(Wish wish, Deed deed, Deciding deciding) {
    Actor actor = wish.actor();
    return database
        .<Outcome>transaction(tx ->
            store
                .lock(tx, actor.municipality(), wish.plan())
                .compose(found ->
                    found.isEmpty()
                        ? ended(new Outcome.Absent())
                        : rights
                            .coordinates(tx, actor, wish.plan())
                            .compose(may ->
                                may
                                    ? change(tx, wish, found.get(), deed, deciding)
                                    : ended(new Outcome.NotCoordinator()))))
        .compose(outcome ->
            outcome instanceof Outcome.NotCoordinator
                ? audit.note(refused(wish, deed)).map(outcome)
                : Future.succeededFuture(outcome));
  }

  private Future<Outcome> change(Tx tx, Wish wish, Plan plan, Deed deed, Deciding deciding) {
    if (plan.version() != wish.version()) {
      return ended(new Outcome.Meanwhile(plan.version()));
    }
    return deciding
        .decide(tx, plan)
        .compose(decision ->
            switch (decision) {
              case Decision.No(var outcome) -> ended(outcome);
              case Decision.To(var sections) when sections.equals(plan.sections()) ->
                  ended(new Outcome.Done(plan));
              case Decision.To(var sections) when isNothing(sections) ->
                  ended(new Outcome.Nothing());
              case Decision.To(var sections) -> write(tx, plan, plan.with(sections), deed);
            });
  }

  private Future<Outcome> write(Tx tx, Plan before, Plan after, Deed deed) {
    return store
        .replace(tx, before, after)
        .compose(_ -> rights.reshaped(tx, before.municipality(), before.outline(), after.outline()))
        .compose(_ -> audit.note(tx, deed))
        .map(_ -> new Outcome.Done(after));
  }

  private static Future<Outcome> ended(Outcome outcome) {
    return Future.succeededFuture(outcome);
  }

  private static Future<Decision> no(Outcome outcome) {
    return Future.succeededFuture(new Decision.No(outcome));
  }

  private static Deed deed(Wish wish, String action) {
    return Deed.done(wish.actor(), action, "plan", wish.plan(), wish.origin());
  }

  private static Deed sectionDeed(Wish wish, String action, SectionId section) {
    return Deed.done(wish.actor(), action, "section", section, wish.origin());
  }

  private static Deed refused(Wish wish, Deed deed) {
    return Deed.refused(
        wish.actor(), deed.action(), deed.objectKind(), deed.object(), wish.origin());
  }
}
