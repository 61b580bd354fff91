package nl.beleidstafel.afterwards;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import nl.beleidstafel.afterwards.AfterwardsConfig.Basis;
import nl.beleidstafel.afterwards.AfterwardsSlice.Around;
import nl.beleidstafel.afterwards.AfterwardsStore.Link;
import nl.beleidstafel.audit.Deed;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.InterviewId;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.RateLimit;
import nl.beleidstafel.collab.Channels;
import nl.beleidstafel.db.Tx;
import nl.beleidstafel.talks.Note;
import org.jspecify.annotations.Nullable;

/// What those who may open an interview do with it when the talk is over. On virtual threads:
/// waits. Rules E4 to E8 of `docs/spec.md`.
final class Afterwards {
  /// Mails to one person: as many at once, and then one in each step.
  private static final int SENDINGS = 5;

  private static final long SENDING_BACK_MS = 600_000;

  /// How things stand.
  ///
  /// @param notes those that may leave the interview, to begin a summary with
  /// @param canSend whether it is known where to send it
  record Shown(
      Talk talk,
      boolean core,
      @Nullable Recorded basis,
      @Nullable Summary summary,
      List<Note> notes,
      boolean canSend,
      Map<Kept, Long> gone) {
    Shown {
      notes = List.copyOf(notes);
      gone = Map.copyOf(gone);
    }
  }

  private final Around around;
  private final AfterwardsStore store;
  private final Erasure erasure;
  private final AfterwardsConfig config;
  private final Tokens tokens = new Tokens();
  private final RateLimit sendings;

  Afterwards(Around around, AfterwardsStore store, Erasure erasure, AfterwardsConfig config) {
    this.around = around;
    this.store = store;
    this.erasure = erasure;
    this.config = config;
    sendings = new RateLimit(around.clock(), SENDINGS, SENDING_BACK_MS);
  }

  AfterwardsConfig config() {
    return config;
  }

  /// Empty where there is none, or the actor may not open it.
  Optional<Shown> find(Actor actor, InterviewId id) {
    return open(actor, id)
        .map(talk -> {
          Map<Kept, Long> gone = store.gone(id).await();
          List<Note> notes =
              gone.containsKey(Kept.NOTES)
                  ? List.of()
                  : around.notes().readable(actor, talk.plan()).await().stream()
                      .filter(note ->
                          note.interview().equals(id)
                              && note.confidentiality() == Note.Confidentiality.OPEN)
                      .toList();
          return new Shown(
              talk,
              inCore(actor, talk),
              store.basis(id).await().orElse(null),
              store.summary(id).await().orElse(null),
              notes,
              store.email(id).await().isPresent(),
              gone);
        });
  }

  private Optional<Talk> open(Actor actor, InterviewId id) {
    return store
        .find(actor.municipality(), id)
        .await()
        .filter(talk -> around.interviews().openTo(actor, talk.plan()).await().contains(id));
  }

  private boolean inCore(Actor actor, Talk talk) {
    return around.interviews().inCoreTeam(actor, talk.plan()).await();
  }

  Outcome record(
      Actor actor,
      InterviewId id,
      long version,
      String basis,
      @Nullable String text,
      String origin) {
    Optional<Basis> known = config.basis(basis);
    if (known.isEmpty()) {
      return open(actor, id).isEmpty() ? new Outcome.Absent() : new Outcome.UnknownBasis();
    }
    String shown = text == null ? known.get().text() : text;
    return change(
        actor,
        id,
        "interview.basis",
        origin,
        (tx, _) -> {
          long now = store.basis(tx, id).await().map(Recorded::version).orElse(0L);
          if (now != version) {
            return new Outcome.Meanwhile(now);
          }
          Recorded recorded =
              new Recorded(now + 1, basis, shown, actor.member(), around.clock().nowMs());
          store.keep(tx, id, recorded).await();
          return new Outcome.Done();
        });
  }

  /// Another text was sent to nobody yet: the link that leads to it goes. What was said of the
  /// former stays to be read until this one is sent.
  Outcome write(Actor actor, InterviewId id, long version, List<String> paragraphs, String origin) {
    return change(
        actor,
        id,
        "interview.summarise",
        origin,
        (tx, _) -> {
          Optional<Summary> before = store.summary(tx, id).await();
          long now = before.map(Summary::version).orElse(0L);
          if (now != version) {
            return new Outcome.Meanwhile(now);
          }
          if (store.gone(tx, id).await().containsKey(Kept.SUMMARY)) {
            return new Outcome.Gone();
          }
          store.dropLink(tx, id).await();
          store
              .keep(
                  tx,
                  id,
                  new Summary(
                      now + 1,
                      paragraphs,
                      actor.member(),
                      around.clock().nowMs(),
                      null,
                      null,
                      before.map(Summary::answer).orElse(null)))
              .await();
          return new Outcome.Done();
        });
  }

  /// Sends whoever was spoken with a personal link, in the place of an earlier one.
  Outcome send(Actor actor, InterviewId id, long version, String origin) {
    Optional<String> email = store.email(id).await();
    return change(
        actor,
        id,
        "interview.send-summary",
        origin,
        (tx, talk) -> {
          Optional<Summary> found = store.summary(tx, id).await();
          if (found.isEmpty()) {
            return new Outcome.SummaryMissing();
          }
          Summary summary = found.get();
          if (summary.version() != version) {
            return new Outcome.Meanwhile(summary.version());
          }
          if (store.basis(tx, id).await().isEmpty()) {
            return new Outcome.BasisMissing();
          }
          if (email.isEmpty()) {
            return new Outcome.AddressMissing();
          }
          long waitMs = sendings.take(id.toString());
          if (waitMs > 0) {
            return new Outcome.TooOften(waitMs);
          }
          send(tx, talk, summary, email.get());
          return new Outcome.Done();
        });
  }

  private void send(Tx tx, Talk talk, Summary summary, String email) {
    long nowMs = around.clock().nowMs();
    long correctUntilMs = nowMs + TimeUnit.DAYS.toMillis(config.correctionDays());
    String token = tokens.next();
    store
        .keep(
            tx,
            talk.id(),
            new Summary(
                summary.version() + 1,
                summary.paragraphs(),
                summary.by(),
                summary.atMs(),
                nowMs,
                correctUntilMs,
                null))
        .await();
    Link link = new Link(talk.id(), nowMs + TimeUnit.DAYS.toMillis(config.linkDays()));
    store.keep(tx, link, Tokens.hash(token)).await();
    String address = around.link().apply("/samenvatting#token=" + token);
    around.outbox().put(tx, SummaryLetters.summary(talk, email, address, correctUntilMs)).await();
  }

  /// The link that was sent opens nothing any more.
  Outcome withdraw(Actor actor, InterviewId id, String origin) {
    return change(
        actor,
        id,
        "interview.withdraw-summary",
        origin,
        (tx, _) -> {
          store.dropLink(tx, id).await();
          Optional<Summary> found = store.summary(tx, id).await();
          if (found.isPresent() && found.get().answer() == null) {
            Summary summary = found.get();
            store
                .keep(
                    tx,
                    id,
                    new Summary(
                        summary.version() + 1,
                        summary.paragraphs(),
                        summary.by(),
                        summary.atMs(),
                        null,
                        null,
                        null))
                .await();
          }
          return new Outcome.Done();
        });
  }

  /// The core team erases before the time.
  Outcome erase(Actor actor, InterviewId id, Set<Kept> kinds, String origin) {
    Optional<Talk> known = open(actor, id);
    if (known.isPresent() && !inCore(actor, known.get())) {
      return new Outcome.CoreOnly();
    }
    return change(
        actor,
        id,
        "interview.erase",
        origin,
        (tx, talk) -> {
          erasure.erase(tx, talk, kinds, around.clock().nowMs()).await();
          return new Outcome.Done();
        });
  }

  private interface Change {
    Outcome apply(Tx tx, Talk talk);
  }

  private Outcome change(Actor actor, InterviewId id, String action, String origin, Change change) {
    if (open(actor, id).isEmpty()) {
      return new Outcome.Absent();
    }
    return around
        .database()
        .inTransaction(tx -> {
          Optional<Talk> talk = store.lock(tx, id).await();
          if (talk.isEmpty()) {
            return new Outcome.Absent();
          }
          Outcome outcome = change.apply(tx, talk.get());
          if (outcome instanceof Outcome.Done) {
            around.audit().note(tx, Deed.done(actor, action, "interview", id, origin)).await();
            tell(tx, talk.get());
          }
          return outcome;
        });
  }

  private void tell(Tx tx, Talk talk) {
    Set<MemberId> audience = store.audience(tx, talk.id()).await();
    tx.atEnd(() ->
        around
            .channels()
            .tellMembers(talk.plan(), Channels.Event.INTERVIEWS_CHANGED, talk.version(), audience));
  }
}
