package nl.beleidstafel.discussion;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Clock;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.collab.Channels;
import nl.beleidstafel.collab.Collab;
import nl.beleidstafel.collab.Level;
import nl.beleidstafel.crdt.doc.Doc;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.db.Tx;
import nl.beleidstafel.notice.Notice;
import nl.beleidstafel.notice.Notices;
import nl.beleidstafel.sections.Named;
import nl.beleidstafel.sections.People;
import nl.beleidstafel.sections.Place;
import nl.beleidstafel.sections.Places;
import org.jspecify.annotations.Nullable;

/// What people do in threads. Virtual threads: waits. Whoever may not read the section finds
/// nothing; every other refusal is an answer. Rules T1 to T6 of `docs/spec.md`.
final class Discussion {
  /// How something that somebody wanted ended.
  enum Ended {
    DONE,
    /// There is no such section, thread or comment for the actor.
    ABSENT,
    /// The actor reads here, and that is all.
    READS_ONLY,
    /// It is somebody else's.
    NOT_YOURS,
    /// The words that it should be about are not in the text.
    ANCHOR_GONE,
    /// Somebody is mentioned who may not read the section.
    MENTION_UNKNOWN,
    /// There are as many as there may be.
    TOO_MANY
  }

  /// @param left the thread as it is afterwards; null where nothing was done, or nothing is left
  record Outcome(Ended ended, @Nullable Left left) {
    static Outcome no(Ended ended) {
      return new Outcome(ended, null);
    }
  }

  /// @param place where it stands, as the actor finds it
  record Left(Place place, Talk talk) {}

  /// What somebody says.
  record Words(String text, List<MemberId> mentions) {
    private static final Words NONE = new Words("", List.of());

    Words {
      mentions = List.copyOf(mentions);
    }
  }

  /// The threads of a section as an actor finds them.
  record Shown(Place place, List<Talk> talks) {}

  private final Database database;
  private final DiscussionStore store;
  private final Places places;
  private final People people;
  private final Collab collab;
  private final Channels channels;
  private final Notices notices;
  private final Clock clock;

  Discussion(
      Database database,
      DiscussionStore store,
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

  Optional<Shown> of(Actor actor, SectionId section) {
    return places
        .find(actor, section)
        .await()
        .map(place -> new Shown(place, store.of(section).await()));
  }

  /// @param anchor null for the section as a whole
  Outcome begin(Actor actor, SectionId section, @Nullable Anchor anchor, Words words) {
    Optional<Place> found = places.find(actor, section).await();
    if (found.isEmpty()) {
      return Outcome.no(Ended.ABSENT);
    }
    Place place = found.get();
    if (!place.level().allows(Level.COMMENT)) {
      return Outcome.no(Ended.READS_ONLY);
    }
    String quote = "";
    if (anchor != null) {
      Doc doc = new Doc(0);
      doc.apply(collab.read(place.document()).await());
      Optional<String> read = AnchorRules.quote(doc, anchor);
      if (read.isEmpty()) {
        return Outcome.no(Ended.ANCHOR_GONE);
      }
      quote = read.get();
    }
    Audience audience = audience(actor, place);
    if (!audience.mayAllRead(words)) {
      return Outcome.no(Ended.MENTION_UNKNOWN);
    }
    long now = clock.nowMs();
    Talk.Comment comment = comment(actor, words, now);
    Talk talk =
        new Talk(
            UUID.randomUUID(),
            section,
            anchor == null ? null : anchor.from().encode(),
            anchor == null ? null : anchor.to().encode(),
            quote,
            place.seq(),
            actor.member(),
            actor.partner(),
            now,
            null,
            null,
            List.of(comment));
    return database.inTransaction(tx -> {
      if (store.count(tx, section).await() >= Limits.THREADS_OF_SECTION_MAX) {
        return Outcome.no(Ended.TOO_MANY);
      }
      store.insert(tx, talk).await();
      store.insert(tx, talk.id(), comment).await();
      tell(tx, actor, place, talk, comment, audience);
      changed(tx, place, audience);
      return new Outcome(Ended.DONE, new Left(place, talk));
    });
  }

  Outcome reply(Actor actor, UUID thread, Words words) {
    return change(
        actor,
        Level.COMMENT,
        thread,
        words,
        (tx, place, talk, audience) -> {
          if (talk.comments().size() >= Limits.COMMENTS_OF_THREAD_MAX) {
            return Ended.TOO_MANY;
          }
          Talk.Comment comment = comment(actor, words, clock.nowMs());
          store.insert(tx, thread, comment).await();
          if (talk.resolvedBy() != null) {
            store.resolve(tx, thread, null, clock.nowMs()).await();
          }
          tell(tx, actor, place, talk, comment, audience);
          return Ended.DONE;
        });
  }

  Outcome edit(Actor actor, UUID comment, Words words) {
    return ofComment(
        actor,
        Level.COMMENT,
        comment,
        words,
        (tx, place, talk, own) -> {
          if (own.removed()) {
            return Ended.ABSENT;
          }
          store.edit(tx, comment, words.text(), words.mentions(), clock.nowMs()).await();
          Telling telling = new Telling(actor, place, talk);
          telling.mentioned(
              words.mentions().stream().filter(each -> !own.mentions().contains(each)));
          notices.tell(tx, telling.list).await();
          return Ended.DONE;
        });
  }

  /// A comment that was answered leaves its place; a thread that nobody else spoke in goes. Whoever
  /// may only read by now still takes back their own words.
  Outcome remove(Actor actor, UUID comment) {
    return ofComment(
        actor,
        Level.READ,
        comment,
        Words.NONE,
        (tx, _, talk, own) -> {
          boolean alone =
              talk.comments().stream()
                  .allMatch(each -> each.id().equals(own.id()) || each.removed());
          if (alone) {
            store.delete(tx, talk.id()).await();
          } else {
            store.remove(tx, comment, clock.nowMs()).await();
          }
          return Ended.DONE;
        });
  }

  /// Who began a thread, who writes in the section and who coordinates the plan decide that it is
  /// done with.
  Outcome resolve(Actor actor, UUID thread, boolean resolved) {
    return change(
        actor,
        Level.COMMENT,
        thread,
        Words.NONE,
        (tx, place, talk, _) -> {
          if (!mayResolve(actor, place, talk)) {
            return Ended.NOT_YOURS;
          }
          store.resolve(tx, thread, resolved ? actor.member() : null, clock.nowMs()).await();
          return Ended.DONE;
        });
  }

  static boolean mayResolve(Actor actor, Place place, Talk talk) {
    return talk.by().equals(actor.member())
        || place.level().allows(Level.WRITE)
        || place.coordinates();
  }

  private interface Change {
    Ended apply(Tx tx, Place place, Talk talk, Audience audience);
  }

  private interface OwnChange {
    Ended apply(Tx tx, Place place, Talk talk, Talk.Comment own);
  }

  private Outcome ofComment(
      Actor actor, Level needed, UUID comment, Words words, OwnChange change) {
    Optional<UUID> thread = store.threadOf(comment).await();
    return thread.isEmpty()
        ? Outcome.no(Ended.ABSENT)
        : change(
            actor,
            needed,
            thread.get(),
            words,
            (tx, place, talk, _) -> {
              for (Talk.Comment each : talk.comments()) {
                if (each.id().equals(comment)) {
                  return each.by().equals(actor.member())
                      ? change.apply(tx, place, talk, each)
                      : Ended.NOT_YOURS;
                }
              }
              return Ended.ABSENT;
            });
  }

  private Outcome change(Actor actor, Level needed, UUID thread, Words words, Change change) {
    Optional<SectionId> section = store.sectionOf(thread).await();
    Optional<Place> found = section.flatMap(each -> places.find(actor, each).await());
    if (found.isEmpty()) {
      return Outcome.no(Ended.ABSENT);
    }
    Place place = found.get();
    if (!place.level().allows(needed)) {
      return Outcome.no(Ended.READS_ONLY);
    }
    Audience audience = audience(actor, place);
    if (!audience.mayAllRead(words)) {
      return Outcome.no(Ended.MENTION_UNKNOWN);
    }
    return database.inTransaction(tx -> {
      Optional<Talk> talk = store.lock(tx, thread).await();
      if (talk.isEmpty()) {
        return Outcome.no(Ended.ABSENT);
      }
      Ended ended = change.apply(tx, place, talk.get(), audience);
      if (ended != Ended.DONE) {
        return Outcome.no(ended);
      }
      changed(tx, place, audience);
      Talk left = store.lock(tx, thread).await().orElse(null);
      return new Outcome(ended, left == null ? null : new Left(place, left));
    });
  }

  /// Who hears of what is said in a section.
  ///
  /// @param people those who may read it
  private record Audience(Set<PartnerId> readers, Set<PartnerId> writers, List<Named> people) {
    boolean mayAllRead(Words words) {
      Set<MemberId> reading = new HashSet<>();
      people.forEach(each -> reading.add(each.member()));
      return reading.containsAll(words.mentions());
    }
  }

  private Audience audience(Actor actor, Place place) {
    Set<PartnerId> readers = places.readers(place.document()).await();
    return new Audience(
        readers,
        places.writers(place.document()).await(),
        people.of(actor.municipality(), readers).await());
  }

  private static Talk.Comment comment(Actor actor, Words words, long now) {
    return new Talk.Comment(
        UUID.randomUUID(),
        actor.member(),
        actor.partner(),
        words.text(),
        words.mentions(),
        now,
        null,
        false);
  }

  private void changed(Tx tx, Place place, Audience audience) {
    tx.atEnd(() ->
        channels.tell(
            place.plan(),
            Channels.Event.DISCUSSION_CHANGED,
            place.section(),
            0,
            audience.readers()));
  }

  /// Each is told once: that they are mentioned, else that their thread was answered, else that
  /// somebody began one where they write.
  private void tell(
      Tx tx, Actor actor, Place place, Talk talk, Talk.Comment comment, Audience audience) {
    Telling telling = new Telling(actor, place, talk);
    telling.mentioned(comment.mentions().stream());
    Set<MemberId> here = new HashSet<>();
    audience.people().forEach(each -> here.add(each.member()));
    for (Talk.Comment before : talk.comments()) {
      if (here.contains(before.by())) {
        telling.add(Notice.Kind.REPLY, before.by());
      }
    }
    if (talk.comments().getFirst().id().equals(comment.id())) {
      for (Named each : audience.people()) {
        if (audience.writers().contains(each.partner())) {
          telling.add(Notice.Kind.COMMENT, each.member());
        }
      }
    }
    notices.tell(tx, telling.list).await();
  }

  /// Notices of one deed, for each person one at most, and none for who did it.
  private static final class Telling {
    private final Actor actor;
    private final Place place;
    private final Talk talk;
    private final Set<MemberId> told = new HashSet<>();
    private final List<Notice> list = new ArrayList<>();

    Telling(Actor actor, Place place, Talk talk) {
      this.actor = actor;
      this.place = place;
      this.talk = talk;
      told.add(actor.member());
    }

    void mentioned(Stream<MemberId> members) {
      members.forEach(each -> add(Notice.Kind.MENTION, each));
    }

    void add(Notice.Kind kind, MemberId to) {
      if (told.add(to)) {
        list.add(
            new Notice(
                kind,
                actor.municipality(),
                to,
                place.plan(),
                place.section(),
                talk.id(),
                actor.member()));
      }
    }
  }
}
