package nl.beleidstafel.afterwards;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.beleidstafel.afterwards.AfterwardsSlice.Around;
import nl.beleidstafel.afterwards.AfterwardsStore.Link;
import nl.beleidstafel.audit.Deed;
import nl.beleidstafel.base.InterviewId;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.RateLimit;
import nl.beleidstafel.collab.Channels;
import nl.beleidstafel.db.Tx;
import nl.beleidstafel.notice.Notice;
import org.jspecify.annotations.Nullable;

/// Where whoever was spoken with comes in by the link that they were sent: to their summary and
/// what was said about the talk, and to nothing else. On virtual threads: waits. Rules E6 and E7 of
/// `docs/spec.md`.
final class SummaryDoor {
  private static final int TRIES = 20;
  private static final long TRY_BACK_MS = 30_000;

  /// What lies behind a link.
  record Behind(
      Talk talk, String plan, @Nullable Recorded basis, Summary summary, boolean mayCorrect) {}

  /// What they say of it.
  ///
  /// @param corrections by the number of the paragraph, from 0
  record Wish(boolean agrees, String remark, List<String> corrections) {
    Wish {
      corrections = List.copyOf(corrections);
    }
  }

  private final Around around;
  private final AfterwardsStore store;
  private final RateLimit tries;

  SummaryDoor(Around around, AfterwardsStore store) {
    this.around = around;
    this.store = store;
    tries = new RateLimit(around.clock(), TRIES, TRY_BACK_MS);
  }

  /// How long somebody who tried too many wrong tokens has to wait; 0 where they need not.
  long waitMs(String address) {
    return tries.waitMs(RateLimit.network(address));
  }

  /// Empty where the link is not good, or not any more.
  Optional<Behind> find(String token, String address) {
    Optional<Behind> behind = interview(token).flatMap(this::behind);
    if (behind.isEmpty()) {
      tries.count(RateLimit.network(address));
    }
    return behind;
  }

  private Optional<InterviewId> interview(String token) {
    return token.length() == Tokens.LENGTH
        ? store
            .link(Tokens.hash(token))
            .await()
            .filter(link -> link.expiresAtMs() > around.clock().nowMs())
            .map(Link::interview)
        : Optional.empty();
  }

  private Optional<Behind> behind(InterviewId id) {
    return store
        .summary(id)
        .await()
        .map(summary -> {
          Talk talk = store.get(id).await();
          return new Behind(
              talk,
              store.planTitle(talk.plan()).await(),
              store.basis(id).await().orElse(null),
              summary,
              mayCorrect(summary));
        });
  }

  private boolean mayCorrect(Summary summary) {
    Long until = summary.correctUntilMs();
    return until != null && around.clock().nowMs() < until;
  }

  /// Keeps what they say, in the place of what they said before.
  Outcome answer(String token, Wish wish, String address) {
    Optional<InterviewId> known = interview(token);
    if (known.isEmpty()) {
      tries.count(RateLimit.network(address));
      return new Outcome.Absent();
    }
    InterviewId id = known.get();
    return around
        .database()
        .inTransaction(tx -> {
          Optional<Talk> talk = store.lock(tx, id).await();
          Optional<Summary> found = store.summary(tx, id).await();
          if (talk.isEmpty() || found.isEmpty()) {
            return new Outcome.Absent();
          }
          Summary summary = found.get();
          if (!mayCorrect(summary)) {
            return new Outcome.TooLate();
          }
          store.keep(tx, id, answered(summary, wish)).await();
          around
              .audit()
              .note(
                  tx,
                  new Deed(
                      talk.get().municipality(),
                      null,
                      "interview.answer-summary",
                      "interview",
                      id.toString(),
                      Deed.Result.DONE,
                      ""))
              .await();
          tell(tx, talk.get());
          Set<MemberId> audience = store.audience(tx, id).await();
          tx.atEnd(() ->
              around
                  .channels()
                  .tellMembers(
                      talk.get().plan(),
                      Channels.Event.INTERVIEWS_CHANGED,
                      talk.get().version(),
                      audience));
          return new Outcome.Done();
        });
  }

  /// Those who spoke with them.
  private void tell(Tx tx, Talk talk) {
    List<Notice> notices =
        store.people(tx, talk.id()).await().stream()
            .map(member ->
                new Notice(
                    Notice.Kind.SUMMARY_ANSWERED,
                    talk.municipality(),
                    member,
                    talk.plan(),
                    null,
                    talk.id().value(),
                    null))
            .toList();
    around.notices().tell(tx, notices).await();
  }

  private Summary answered(Summary summary, Wish wish) {
    List<String> corrections = new ArrayList<>();
    for (int i = 0; i < summary.paragraphs().size(); i++) {
      corrections.add(i < wish.corrections().size() ? wish.corrections().get(i) : "");
    }
    return new Summary(
        summary.version() + 1,
        summary.paragraphs(),
        summary.by(),
        summary.atMs(),
        summary.sentAtMs(),
        summary.correctUntilMs(),
        new Summary.Reply(around.clock().nowMs(), wish.agrees(), wish.remark(), corrections));
  }
}
