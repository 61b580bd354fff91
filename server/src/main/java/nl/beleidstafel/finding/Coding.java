package nl.beleidstafel.finding;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Clock;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.finding.Synthesis.Outcome;
import nl.beleidstafel.talks.Notes;
import org.jspecify.annotations.Nullable;

/// The codebook of a plan, and which notes have which code. Virtual threads: waits. Rule V9 of
/// `docs/spec.md`.
final class Coding {
  /// What a code should be.
  record Wish(@Nullable UUID parent, String name, String description) {}

  private final Database database;
  private final CodeStore store;
  private final Access.Doors doors;
  private final Notes notes;
  private final Telling telling;
  private final Clock clock;

  Coding(
      Database database,
      CodeStore store,
      Access.Doors doors,
      Notes notes,
      Telling telling,
      Clock clock) {
    this.database = database;
    this.store = store;
    this.doors = doors;
    this.notes = notes;
    this.telling = telling;
    this.clock = clock;
  }

  Outcome make(Actor actor, PlanId plan, Wish wish) {
    if (!works(actor, plan)) {
      return Outcome.no(Ended.ABSENT);
    }
    Code made =
        new Code(UUID.randomUUID(), plan, 1, wish.parent(), wish.name(), wish.description());
    return database.inTransaction(tx -> {
      List<Code> all = store.lockAll(tx, plan).await();
      if (all.size() >= Limits.CODES_OF_PLAN_MAX) {
        return Outcome.no(Ended.TOO_MANY);
      }
      Ended fits = fits(all, made);
      if (fits != Ended.DONE) {
        return Outcome.no(fits);
      }
      store.insert(tx, made).await();
      telling.atEnd(tx, plan).await();
      return Outcome.done(made.id(), 1);
    });
  }

  Outcome change(Actor actor, UUID id, long version, Wish wish) {
    Optional<Code> found = store.code(id).await();
    if (found.isEmpty() || !works(actor, found.get().plan())) {
      return Outcome.no(Ended.ABSENT);
    }
    PlanId plan = found.get().plan();
    Code after = new Code(id, plan, version, wish.parent(), wish.name(), wish.description());
    return database.inTransaction(tx -> {
      List<Code> all = store.lockAll(tx, plan).await();
      Optional<Code> before = all.stream().filter(code -> code.id().equals(id)).findFirst();
      if (before.isEmpty()) {
        return Outcome.no(Ended.ABSENT);
      }
      if (before.get().version() != version) {
        return Outcome.changed(before.get().version());
      }
      Ended fits = fits(all, after);
      if (fits != Ended.DONE) {
        return Outcome.no(fits);
      }
      store.update(tx, after).await();
      telling.atEnd(tx, plan).await();
      return Outcome.done(id, version + 1);
    });
  }

  /// Whether there is a place for it: codes are one below another at most, and each has a name of
  /// its own.
  private static Ended fits(List<Code> all, Code wanted) {
    String name = wanted.name().toLowerCase(Locale.ROOT);
    UUID parent = wanted.parent();
    boolean parentThere = parent == null;
    for (Code each : all) {
      boolean self = each.id().equals(wanted.id());
      if (!self && each.name().toLowerCase(Locale.ROOT).equals(name)) {
        return Ended.TAKEN;
      }
      if (parent != null && each.id().equals(parent)) {
        if (self || each.parent() != null) {
          return Ended.TOO_DEEP;
        }
        parentThere = true;
      }
      if (parent != null && wanted.id().equals(each.parent())) {
        return Ended.TOO_DEEP;
      }
    }
    return parentThere ? Ended.DONE : Ended.OTHER_ABSENT;
  }

  /// What notes have, and what other codes stand under, is not taken away.
  Outcome remove(Actor actor, UUID id) {
    Optional<Code> found = store.code(id).await();
    if (found.isEmpty() || !works(actor, found.get().plan())) {
      return Outcome.no(Ended.ABSENT);
    }
    PlanId plan = found.get().plan();
    return database.inTransaction(tx -> {
      List<Code> all = store.lockAll(tx, plan).await();
      if (store.isUsed(tx, id).await() || all.stream().anyMatch(each -> id.equals(each.parent()))) {
        return Outcome.no(Ended.IN_USE);
      }
      store.delete(tx, id).await();
      telling.atEnd(tx, plan).await();
      return Outcome.done(id, 0);
    });
  }

  /// @param on whether the note has the code from now on
  Outcome set(Actor actor, PlanId plan, UUID note, UUID code, boolean on) {
    if (!works(actor, plan)) {
      return Outcome.no(Ended.ABSENT);
    }
    boolean there =
        notes.readable(actor, plan).await().stream().anyMatch(each -> each.id().equals(note));
    if (!there) {
      return Outcome.no(Ended.ABSENT);
    }
    return database.inTransaction(tx -> {
      Optional<Code> found =
          store.lockAll(tx, plan).await().stream()
              .filter(each -> each.id().equals(code))
              .findFirst();
      if (found.isEmpty()) {
        return Outcome.no(Ended.ABSENT);
      }
      if (on && store.countOf(tx, plan, note).await() >= Limits.CODES_OF_NOTE_MAX) {
        return Outcome.no(Ended.TOO_MANY);
      }
      store.set(tx, found.get(), note, on, actor.member(), clock.nowMs()).await();
      telling.atEnd(tx, plan).await();
      return Outcome.done(code, found.get().version());
    });
  }

  private boolean works(Actor actor, PlanId plan) {
    return doors.of(actor, plan).await().filter(Access::works).isPresent();
  }
}
