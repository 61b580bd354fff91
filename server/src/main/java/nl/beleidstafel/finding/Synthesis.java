package nl.beleidstafel.finding;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Clock;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.db.Tx;
import nl.beleidstafel.talks.Note;
import nl.beleidstafel.talks.Notes;
import org.jspecify.annotations.Nullable;

/// Makes findings of notes, and themes of findings. Virtual threads: waits. Who may not do it finds
/// nothing; every other refusal is an answer. Rules V5 to V8 of `docs/spec.md`.
final class Synthesis {
  /// @param id of what was made, changed or taken away; null where nothing was
  /// @param version that it has; 0 where there is none
  record Outcome(Ended ended, @Nullable UUID id, long version) {
    static Outcome no(Ended ended) {
      return new Outcome(ended, null, 0);
    }

    static Outcome changed(long version) {
      return new Outcome(Ended.CHANGED, null, version);
    }

    static Outcome done(UUID id, long version) {
      return new Outcome(Ended.DONE, id, version);
    }
  }

  /// What somebody makes of notes.
  record Wish(String text, @Nullable UUID theme, Set<UUID> notes) {
    Wish {
      notes = Set.copyOf(notes);
    }
  }

  private final Database database;
  private final FindingStore store;
  private final Access.Doors doors;
  private final Notes notes;
  private final Telling telling;
  private final Clock clock;

  Synthesis(
      Database database,
      FindingStore store,
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
    if (!readable(actor, plan).containsAll(wish.notes())) {
      return Outcome.no(Ended.NOTE_ABSENT);
    }
    Finding made =
        new Finding(
            UUID.randomUUID(),
            plan,
            1,
            wish.text(),
            wish.theme(),
            wish.notes(),
            0,
            actor.member(),
            clock.nowMs());
    return database.inTransaction(tx -> {
      if (!isThere(plan, wish.theme())) {
        return Outcome.no(Ended.OTHER_ABSENT);
      }
      if (store.countFindings(tx, plan).await() >= Limits.FINDINGS_OF_PLAN_MAX) {
        return Outcome.no(Ended.TOO_MANY);
      }
      store.insert(tx, made).await();
      return done(tx, plan, made.id(), 1);
    });
  }

  /// Notes that the actor may not see stay behind it, whatever they wish.
  Outcome change(Actor actor, UUID id, long version, Wish wish) {
    Optional<Finding> found = store.finding(id).await();
    if (found.isEmpty() || !works(actor, found.get().plan())) {
      return Outcome.no(Ended.ABSENT);
    }
    PlanId plan = found.get().plan();
    Set<UUID> readable = readable(actor, plan);
    return database.inTransaction(tx -> {
      Finding before = store.lock(tx, id).await().orElse(null);
      if (before == null) {
        return Outcome.no(Ended.ABSENT);
      }
      if (before.version() != version) {
        return Outcome.changed(before.version());
      }
      Set<UUID> kept = new HashSet<>(before.notes());
      kept.removeAll(readable);
      Set<UUID> after = new HashSet<>(wish.notes());
      after.removeAll(kept);
      if (!readable.containsAll(after)) {
        return Outcome.no(Ended.NOTE_ABSENT);
      }
      after.addAll(kept);
      if (!isThere(plan, wish.theme())) {
        return Outcome.no(Ended.OTHER_ABSENT);
      }
      if (after.size() > Limits.NOTES_OF_FINDING_MAX) {
        return Outcome.no(Ended.TOO_MANY);
      }
      store.update(tx, changed(before, wish, after), clock.nowMs()).await();
      return done(tx, plan, id, version + 1);
    });
  }

  private static Finding changed(Finding before, Wish wish, Set<UUID> notes) {
    return new Finding(
        before.id(),
        before.plan(),
        before.version(),
        wish.text(),
        wish.theme(),
        notes,
        before.withdrawn(),
        before.by(),
        before.atMs());
  }

  /// What stands behind a claim in a text is not taken away.
  Outcome remove(Actor actor, UUID id) {
    Optional<Finding> found = store.finding(id).await();
    if (found.isEmpty() || !works(actor, found.get().plan())) {
      return Outcome.no(Ended.ABSENT);
    }
    return database.inTransaction(tx -> {
      if (store.lock(tx, id).await().isEmpty()) {
        return Outcome.no(Ended.ABSENT);
      }
      if (store.isUsed(tx, id).await()) {
        return Outcome.no(Ended.IN_USE);
      }
      store.deleteFinding(tx, id).await();
      return done(tx, found.get().plan(), id, 0);
    });
  }

  Outcome makeTheme(Actor actor, PlanId plan, String title, String description) {
    if (!works(actor, plan)) {
      return Outcome.no(Ended.ABSENT);
    }
    Theme made = new Theme(UUID.randomUUID(), plan, 1, title, description);
    return database.inTransaction(tx -> {
      if (store.countThemes(tx, plan).await() >= Limits.THEMES_OF_PLAN_MAX) {
        return Outcome.no(Ended.TOO_MANY);
      }
      store.insert(tx, made).await();
      return done(tx, plan, made.id(), 1);
    });
  }

  Outcome changeTheme(Actor actor, UUID id, long version, String title, String description) {
    Optional<Theme> found = store.theme(id).await();
    if (found.isEmpty() || !works(actor, found.get().plan())) {
      return Outcome.no(Ended.ABSENT);
    }
    PlanId plan = found.get().plan();
    Theme after = new Theme(id, plan, version, title, description);
    return database.inTransaction(tx ->
        store.update(tx, after, version).await()
            ? done(tx, plan, id, version + 1)
            : store
                .theme(id)
                .await()
                .map(now -> Outcome.changed(now.version()))
                .orElseGet(() -> Outcome.no(Ended.ABSENT)));
  }

  Outcome removeTheme(Actor actor, UUID id) {
    Optional<Theme> found = store.theme(id).await();
    if (found.isEmpty() || !works(actor, found.get().plan())) {
      return Outcome.no(Ended.ABSENT);
    }
    return database.inTransaction(tx -> {
      if (store.isUsed(tx, id).await()) {
        return Outcome.no(Ended.IN_USE);
      }
      store.deleteTheme(tx, id).await();
      return done(tx, found.get().plan(), id, 0);
    });
  }

  private Outcome done(Tx tx, PlanId plan, UUID id, long version) {
    telling.atEnd(tx, plan).await();
    return Outcome.done(id, version);
  }

  private boolean works(Actor actor, PlanId plan) {
    return doors.of(actor, plan).await().filter(Access::works).isPresent();
  }

  private Set<UUID> readable(Actor actor, PlanId plan) {
    List<Note> found = notes.readable(actor, plan).await();
    return found.stream().map(Note::id).collect(Collectors.toSet());
  }

  private boolean isThere(PlanId plan, @Nullable UUID theme) {
    return theme == null
        || store.theme(theme).await().filter(found -> found.plan().equals(plan)).isPresent();
  }
}
