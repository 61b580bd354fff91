package nl.beleidstafel.suggestion;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.Clock;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.collab.Channels;
import nl.beleidstafel.collab.Collab;
import nl.beleidstafel.collab.Level;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.db.Tx;
import nl.beleidstafel.notice.Notice;
import nl.beleidstafel.notice.Notices;
import nl.beleidstafel.sections.Named;
import nl.beleidstafel.sections.People;
import nl.beleidstafel.sections.Place;
import nl.beleidstafel.sections.Places;
import nl.beleidstafel.suggestion.Suggestion.Decided;
import nl.beleidstafel.suggestion.Suggestion.State;
import nl.beleidstafel.suggestion.SuggestionRules.Fault;
import nl.beleidstafel.suggestion.SuggestionRules.Judged;
import org.jspecify.annotations.Nullable;

/// What people do with suggestions. Virtual threads: waits. Whoever may not read the section finds
/// nothing; every other refusal is an answer. Rules U1 to U9 of `docs/spec.md`.
final class Suggestions {
  /// How something that somebody wanted ended.
  enum Ended {
    DONE,
    /// There is no such section or suggestion for the actor.
    ABSENT,
    /// The actor reads here, and that is all.
    READS_ONLY,
    /// The actor does not write here.
    NOT_WRITER,
    /// It is somebody else's.
    NOT_YOURS,
    /// The text is fixed.
    FIXED,
    /// It got an answer already.
    DECIDED,
    /// The block that it belongs in is gone.
    PLACE_GONE,
    /// There are as many as there may be.
    TOO_MANY
  }

  /// @param fault why the update is no suggestion; null where it is one
  /// @param left the suggestion as it is afterwards; null where there is none, or nothing was done
  record Outcome(Ended ended, @Nullable Fault fault, @Nullable Left left) {
    static Outcome no(Ended ended) {
      return new Outcome(ended, null, null);
    }

    static Outcome done(@Nullable Left left) {
      return new Outcome(Ended.DONE, null, left);
    }
  }

  /// @param place where it stands, as the actor finds it
  record Left(Place place, Suggestion suggestion) {}

  /// The suggestions of a section as an actor finds them.
  record Shown(Place place, List<Suggestion> suggestions) {}

  private final Database database;
  private final SuggestionStore store;
  private final Places places;
  private final People people;
  private final Collab collab;
  private final Channels channels;
  private final Notices notices;
  private final Clock clock;
  private final Random random = new SecureRandom();

  Suggestions(
      Database database,
      SuggestionStore store,
      Places places,
      People people,
      Collab collab,
      Channels channels,
      Notices notices,
      Clock clock) {
    this.database = database;
    this.store = store;
    this.places = places;
    this.people = people;
    this.collab = collab;
    this.channels = channels;
    this.notices = notices;
    this.clock = clock;
  }

  /// Also finishes what somebody accepted and could not finish.
  Optional<Shown> of(Actor actor, SectionId section) {
    Optional<Place> found = places.find(actor, section).await();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Place place = found.get();
    List<Suggestion> suggestions = store.of(section).await();
    if (suggestions.stream().anyMatch(this::isStuck)) {
      for (Suggestion each : suggestions) {
        if (isStuck(each)) {
          finish(actor, place, each);
        }
      }
      suggestions = store.of(section).await();
    }
    return Optional.of(new Shown(place, suggestions));
  }

  private boolean isStuck(Suggestion suggestion) {
    Decided decided = suggestion.decided();
    return suggestion.state() == State.ACCEPTING
        && decided != null
        && decided.atMs() + Bounds.ACCEPTING_MAX_MS <= clock.nowMs();
  }

  Outcome propose(Actor actor, SectionId section, Bytes update, String reason) {
    Optional<Place> found = places.find(actor, section).await();
    if (found.isEmpty()) {
      return Outcome.no(Ended.ABSENT);
    }
    Place place = found.get();
    if (!place.level().allows(Level.COMMENT)) {
      return Outcome.no(Ended.READS_ONLY);
    }
    Bytes state = collab.read(place.document()).await();
    return switch (SuggestionRules.judge(state, update, this::clientId)) {
      case Judged.Unfit(Fault fault) -> new Outcome(Ended.DONE, fault, null);
      case Judged.Fit fit ->
          propose(
              actor,
              place,
              new Suggestion(
                  UUID.randomUUID(),
                  section,
                  fit.update(),
                  fit.effect(),
                  reason,
                  place.seq(),
                  actor.member(),
                  actor.partner(),
                  clock.nowMs(),
                  State.OPEN,
                  null));
    };
  }

  private Outcome propose(Actor actor, Place place, Suggestion suggestion) {
    Audience audience = audience(actor, place);
    return database.inTransaction(tx -> {
      Map<State, Long> counts = store.count(tx, place.section()).await();
      long all = counts.values().stream().mapToLong(Long::longValue).sum();
      if (all >= Bounds.OF_SECTION_MAX || counts.getOrDefault(State.OPEN, 0L) >= Bounds.OPEN_MAX) {
        return Outcome.no(Ended.TOO_MANY);
      }
      store.insert(tx, suggestion).await();
      List<Notice> told = new ArrayList<>();
      for (Named each : audience.people()) {
        if (audience.writers().contains(each.partner()) && !each.member().equals(actor.member())) {
          told.add(notice(Notice.Kind.SUGGESTION, actor, place, suggestion, each.member()));
        }
      }
      notices.tell(tx, told).await();
      changed(tx, place, audience.readers());
      return Outcome.done(new Left(place, suggestion));
    });
  }

  /// As Yjs chooses them: 32 bits.
  private long clientId() {
    return Integer.toUnsignedLong(random.nextInt());
  }

  /// First it is said that it is accepted, then the text takes it, then it is said to be done: who
  /// comes later finishes what stopped in between, and taking it twice is taking it once.
  Outcome accept(Actor actor, UUID id) {
    Optional<Left> found = find(actor, id);
    if (found.isEmpty()) {
      return Outcome.no(Ended.ABSENT);
    }
    Place place = found.get().place();
    if (!place.level().allows(Level.WRITE)) {
      return Outcome.no(mayNotWrite(place));
    }
    Suggestion suggestion = found.get().suggestion();
    if (suggestion.state() == State.OPEN
        && !SuggestionRules.isPlaceThere(
            collab.read(place.document()).await(), suggestion.update())) {
      return Outcome.no(Ended.PLACE_GONE);
    }
    Suggestion claimed = database.inTransaction(tx -> claim(tx, actor, id));
    return claimed == null ? Outcome.no(Ended.ABSENT) : goOn(actor, place, claimed);
  }

  private Outcome goOn(Actor actor, Place place, Suggestion claimed) {
    return switch (claimed.state()) {
      case ACCEPTED -> Outcome.done(new Left(place, claimed));
      case OPEN, DECLINED -> Outcome.no(Ended.DECIDED);
      case ACCEPTING -> {
        Decided decided = claimed.decided();
        boolean own = decided != null && decided.by().equals(actor.member());
        yield own || isStuck(claimed)
            ? finish(actor, place, claimed)
            : Outcome.done(new Left(place, claimed));
      }
    };
  }

  private static Ended mayNotWrite(Place place) {
    return place.status().equals("fixed") ? Ended.FIXED : Ended.NOT_WRITER;
  }

  /// The suggestion afterwards; null where it is gone.
  private @Nullable Suggestion claim(Tx tx, Actor actor, UUID id) {
    Suggestion found = store.lock(tx, id).await().orElse(null);
    if (found == null || found.state() != State.OPEN) {
      return found;
    }
    Decided decided = new Decided(actor.member(), actor.partner(), clock.nowMs(), "");
    store.move(tx, id, State.ACCEPTING, decided).await();
    return store.lock(tx, id).await().orElse(null);
  }

  /// Lets the text take what was accepted, in the name of who accepted it.
  ///
  /// @param actor who wants it finished
  private Outcome finish(Actor actor, Place place, Suggestion claimed) {
    Decided decided = claimed.decided();
    if (decided == null) {
      return Outcome.no(Ended.DECIDED);
    }
    Actor author = writer(actor, decided);
    try {
      if (claimed.by().equals(decided.by())) {
        collab.append(place.document(), author, claimed.update()).await();
      } else {
        collab.append(place.document(), author, claimed.by(), claimed.update()).await();
      }
    } catch (RuntimeException failure) {
      // The right may have gone, or the text been fixed, since it was asked for.
      Level level = collab.levels(author, List.of(place.document())).await().getFirst();
      if (level.allows(Level.WRITE)) {
        throw failure;
      }
      settle(actor, place, claimed, State.OPEN);
      return Outcome.no(mayNotWrite(places.find(actor, place.section()).await().orElse(place)));
    }
    return settle(actor, place, claimed, State.ACCEPTED);
  }

  /// Only what the log keeps of an author is of them; their name is nobody's concern here.
  private static Actor writer(Actor actor, Decided decided) {
    return actor.member().equals(decided.by())
        ? actor
        : new Actor(actor.municipality(), decided.partner(), decided.by(), "", "", "", 0, false);
  }

  private Outcome settle(Actor actor, Place place, Suggestion claimed, State state) {
    Audience audience = audience(actor, place);
    return database.inTransaction(tx -> {
      Suggestion found = store.lock(tx, claimed.id()).await().orElse(null);
      if (found == null) {
        return Outcome.no(Ended.ABSENT);
      }
      Decided decided = found.decided();
      if (found.state() == State.ACCEPTING && decided != null) {
        store.move(tx, found.id(), state, state == State.ACCEPTED ? decided : null).await();
        if (state == State.ACCEPTED) {
          tellProposer(tx, place, found, writer(actor, decided), audience);
        }
        changed(tx, place, audience.readers());
      }
      Suggestion left = store.lock(tx, claimed.id()).await().orElse(found);
      return Outcome.done(new Left(place, left));
    });
  }

  /// Whoever writes there and who coordinates the plan answer.
  Outcome decline(Actor actor, UUID id, String reason) {
    return change(
        actor,
        id,
        (tx, place, suggestion, audience) -> {
          if (!mayDecide(place)) {
            return Ended.NOT_WRITER;
          }
          if (suggestion.state() != State.OPEN) {
            return Ended.DECIDED;
          }
          Decided decided = new Decided(actor.member(), actor.partner(), clock.nowMs(), reason);
          store.move(tx, id, State.DECLINED, decided).await();
          tellProposer(tx, place, suggestion, actor, audience);
          return Ended.DONE;
        });
  }

  /// Takes a no back.
  Outcome reopen(Actor actor, UUID id) {
    return change(
        actor,
        id,
        (tx, place, suggestion, _) -> {
          if (!mayDecide(place)) {
            return Ended.NOT_WRITER;
          }
          if (suggestion.state() != State.DECLINED) {
            return Ended.DECIDED;
          }
          store.move(tx, id, State.OPEN, null).await();
          return Ended.DONE;
        });
  }

  /// What nobody answered yet, its proposer takes back: nothing is left of it.
  Outcome withdraw(Actor actor, UUID id) {
    return change(
        actor,
        id,
        (tx, _, suggestion, _) -> {
          if (!suggestion.by().equals(actor.member())) {
            return Ended.NOT_YOURS;
          }
          if (suggestion.state() != State.OPEN) {
            return Ended.DECIDED;
          }
          store.delete(tx, id).await();
          return Ended.DONE;
        });
  }

  static boolean mayDecide(Place place) {
    return place.level().allows(Level.WRITE) || place.coordinates();
  }

  private interface Change {
    Ended apply(Tx tx, Place place, Suggestion suggestion, Audience audience);
  }

  private Optional<Left> find(Actor actor, UUID id) {
    return store
        .find(id)
        .await()
        .flatMap(suggestion ->
            places
                .find(actor, suggestion.section())
                .await()
                .map(place -> new Left(place, suggestion)));
  }

  private Outcome change(Actor actor, UUID id, Change change) {
    Optional<Left> found = find(actor, id);
    if (found.isEmpty()) {
      return Outcome.no(Ended.ABSENT);
    }
    Place place = found.get().place();
    Audience audience = audience(actor, place);
    return database.inTransaction(tx -> {
      Optional<Suggestion> suggestion = store.lock(tx, id).await();
      if (suggestion.isEmpty()) {
        return Outcome.no(Ended.ABSENT);
      }
      Ended ended = change.apply(tx, place, suggestion.get(), audience);
      if (ended != Ended.DONE) {
        return Outcome.no(ended);
      }
      changed(tx, place, audience.readers());
      Suggestion left = store.lock(tx, id).await().orElse(null);
      return Outcome.done(left == null ? null : new Left(place, left));
    });
  }

  /// Who hears of what happens in a section.
  ///
  /// @param people those who may read it
  private record Audience(Set<PartnerId> readers, Set<PartnerId> writers, List<Named> people) {}

  private Audience audience(Actor actor, Place place) {
    Set<PartnerId> readers = places.readers(place.document()).await();
    return new Audience(
        readers,
        places.writers(place.document()).await(),
        people.of(actor.municipality(), readers).await());
  }

  private void tellProposer(
      Tx tx, Place place, Suggestion suggestion, Actor by, Audience audience) {
    Set<MemberId> here = new HashSet<>();
    audience.people().forEach(each -> here.add(each.member()));
    MemberId proposer = suggestion.by();
    if (here.contains(proposer) && !proposer.equals(by.member())) {
      notices
          .tell(
              tx, List.of(notice(Notice.Kind.SUGGESTION_DECIDED, by, place, suggestion, proposer)))
          .await();
    }
  }

  private static Notice notice(
      Notice.Kind kind, Actor by, Place place, Suggestion suggestion, MemberId to) {
    return new Notice(
        kind, by.municipality(), to, place.plan(), place.section(), suggestion.id(), by.member());
  }

  private void changed(Tx tx, Place place, Set<PartnerId> readers) {
    tx.atEnd(() ->
        channels.tell(
            place.plan(), Channels.Event.SUGGESTIONS_CHANGED, place.section(), 0, readers));
  }
}
