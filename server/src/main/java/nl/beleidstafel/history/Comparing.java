package nl.beleidstafel.history;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.collab.Collab;
import nl.beleidstafel.collab.Level;
import nl.beleidstafel.collab.Written;
import nl.beleidstafel.crdt.doc.Doc;
import nl.beleidstafel.crdt.doc.Provenance;
import nl.beleidstafel.crdt.update.Updates;
import nl.beleidstafel.history.Difference.Author;
import nl.beleidstafel.prose.CanonicalJson;
import nl.beleidstafel.prose.Node;
import nl.beleidstafel.prose.Prose;
import nl.beleidstafel.prose.Rewrite;
import nl.beleidstafel.sections.Place;
import nl.beleidstafel.sections.Places;
import org.jspecify.annotations.Nullable;

/// Says what differs between two moments of a section, and brings one back. Virtual threads: waits.
/// Rules H7 to H12 of `docs/spec.md`.
final class Comparing {
  /// A moment of a section: a version, or an update of its log.
  sealed interface Moment {
    record OfVersion(int number) implements Moment {}

    record OfSeq(long seq) implements Moment {}

    /// As it is.
    record Now() implements Moment {}
  }

  /// What came of comparing.
  sealed interface Compared {
    record Found(Place place, long from, long to, Difference difference) implements Compared {}

    /// There is no such section for the actor.
    record Absent() implements Compared {}

    /// There is no such moment, or the later one is the earlier.
    record NoMoment(String field) implements Compared {}

    /// More was written than can be told apart.
    record TooLong() implements Compared {}
  }

  /// What came of bringing back.
  sealed interface Restored {
    /// @param before where the log was: bringing that back undoes it
    record Done(long before, long seq) implements Restored {}

    record Absent() implements Restored {}

    record NotWriter() implements Restored {}

    /// It is fixed.
    record Fixed() implements Restored {}

    record NoMoment() implements Restored {}

    /// There is something in it that nobody but a foreign program could write.
    record Unknown() implements Restored {}

    /// Somebody wrote since the caller looked.
    record Meanwhile() implements Restored {}
  }

  private final HistoryStore store;
  private final Trees trees;
  private final Collab collab;
  private final Places places;
  private final Random random = new SecureRandom();

  Comparing(HistoryStore store, Trees trees, Collab collab, Places places) {
    this.store = store;
    this.trees = trees;
    this.collab = collab;
    this.places = places;
  }

  private Optional<Long> seq(Place place, Moment moment) {
    return switch (moment) {
      case Moment.OfSeq(long seq) ->
          seq >= 1 && seq <= place.seq() ? Optional.of(seq) : Optional.empty();
      case Moment.OfVersion(int number) ->
          store.versions(place.section()).await().stream()
              .filter(version -> version.number() == number)
              .map(Version::seq)
              .findFirst();
      case Moment.Now() -> Optional.of(place.seq());
    };
  }

  Compared compare(Actor actor, SectionId section, Moment from, Moment to) {
    Optional<Place> found = places.find(actor, section).await();
    if (found.isEmpty()) {
      return new Compared.Absent();
    }
    Place place = found.get();
    Optional<Long> first = seq(place, from);
    if (first.isEmpty()) {
      return new Compared.NoMoment("from");
    }
    Optional<Long> last = seq(place, to);
    if (last.isEmpty() || last.get() < first.get()) {
      return new Compared.NoMoment("to");
    }
    return compare(place, first.get(), last.get());
  }

  private Compared compare(Place place, long from, long to) {
    Provenance<Long> provenance = new Provenance<>();
    Map<Long, Author> authors = new HashMap<>();
    long size = 0;
    long after = 0;
    while (after < to) {
      List<Written> page = collab.written(place.document(), after).await();
      if (page.isEmpty()) {
        break;
      }
      for (Written written : page) {
        if (written.seq() <= to) {
          size += written.update().length();
          provenance.add(written.seq(), written.update());
          authors.put(written.seq(), new Author(written.author(), written.onBehalfOf()));
        }
      }
      if (size > Limits.DIFFERENCE_LOG_MAX_BYTES) {
        return new Compared.TooLong();
      }
      after = page.getLast().seq();
    }
    Author nobody = new Author(null, null);
    Difference difference =
        DifferenceRules.of(
            Union.of(provenance, from), from, seq -> authors.getOrDefault(seq, nobody));
    return new Compared.Found(place, from, to, difference);
  }

  /// Makes the text say what it said at a moment, by an edit of the actor's own.
  ///
  /// @param at where the log must stand; null where it may stand anywhere
  Restored restore(Actor actor, SectionId section, Moment moment, @Nullable Long at) {
    Optional<Place> found = places.find(actor, section).await();
    Restored refusal = refusal(found.orElse(null));
    if (refusal != null) {
      return refusal;
    }
    Place place = found.orElseThrow();
    Optional<Long> seq = seq(place, moment);
    if (seq.isEmpty()) {
      return new Restored.NoMoment();
    }
    if (at != null && at != place.seq()) {
      return new Restored.Meanwhile();
    }
    List<Node> wanted = Prose.read(trees.at(place.document(), seq.get()).await());
    Bytes update = edit(place, wanted);
    if (update == null) {
      return new Restored.Unknown();
    }
    if (update.equals(Updates.EMPTY)) {
      return new Restored.Done(place.seq(), place.seq());
    }
    try {
      long stored = collab.append(place.document(), actor, update).await();
      // Also with what others wrote while it was made.
      return new Restored.Done(stored - 1, stored);
    } catch (RuntimeException failure) {
      // The right may have gone, or the text been fixed, since it was asked for.
      Restored late = refusal(places.find(actor, section).await().orElse(null));
      if (late == null) {
        throw failure;
      }
      return late;
    }
  }

  /// Null where the tree holds what only its first writer could write.
  private @Nullable Bytes edit(Place place, List<Node> wanted) {
    Doc doc = new Doc(Integer.toUnsignedLong(random.nextInt()));
    doc.apply(Updates.merge(collab.readAt(place.document(), place.seq()).await()));
    Bytes update = Rewrite.to(doc, wanted);
    return CanonicalJson.of(Prose.read(doc)).equals(CanonicalJson.of(wanted)) ? update : null;
  }

  private static @Nullable Restored refusal(@Nullable Place place) {
    if (place == null) {
      return new Restored.Absent();
    }
    if (place.status().equals(State.FIXED.word())) {
      return new Restored.Fixed();
    }
    return place.level().allows(Level.WRITE) ? null : new Restored.NotWriter();
  }
}
