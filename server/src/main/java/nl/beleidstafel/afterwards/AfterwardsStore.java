package nl.beleidstafel.afterwards;

import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.InterviewId;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.db.Tx;

/// What is kept of interviews when the talk is over. Asks for nobody's rights. Any thread; nothing
/// waits.
interface AfterwardsStore {
  Future<Optional<Talk>> find(MunicipalityId municipality, InterviewId interview);

  /// Whoever may know of it.
  Future<Talk> get(InterviewId interview);

  /// As the transaction finds it, held against other changes; empty where it is gone.
  Future<Optional<Talk>> lock(Tx tx, InterviewId interview);

  /// As {@link #lock}, but does not wait: empty where somebody else holds it, too.
  Future<Optional<Talk>> lockIfFree(Tx tx, InterviewId interview);

  Future<Boolean> exists(Tx tx, InterviewId interview);

  /// Those who may open it.
  Future<Set<MemberId>> audience(Tx tx, InterviewId interview);

  /// Those of them who take part in it and are still there.
  Future<Set<MemberId>> people(Tx tx, InterviewId interview);

  Future<Optional<Recorded>> basis(InterviewId interview);

  Future<Optional<Recorded>> basis(Tx tx, InterviewId interview);

  Future<Void> keep(Tx tx, InterviewId interview, Recorded recorded);

  Future<Optional<Summary>> summary(InterviewId interview);

  Future<Optional<Summary>> summary(Tx tx, InterviewId interview);

  Future<Void> keep(Tx tx, InterviewId interview, Summary summary);

  /// A personal link to a summary.
  record Link(InterviewId interview, long expiresAtMs) {}

  /// In the place of the one there was.
  ///
  /// @param hash of its token
  Future<Void> keep(Tx tx, Link link, Bytes hash);

  Future<Optional<Link>> link(Bytes hash);

  /// No link leads there any more.
  Future<Void> dropLink(Tx tx, InterviewId interview);

  /// Where whoever was spoken with gets mail; empty where that is not known.
  Future<Optional<String>> email(InterviewId interview);

  /// What the plan is called.
  Future<String> planTitle(PlanId plan);

  /// What went already, and when.
  Future<Map<Kept, Long>> gone(InterviewId interview);

  Future<Map<Kept, Long>> gone(Tx tx, InterviewId interview);

  Future<Void> markGone(Tx tx, InterviewId interview, Kept kept, long nowMs);

  /// Takes away who was spoken with, and mails to them that did not leave.
  Future<Void> eraseName(Tx tx, Talk talk);

  /// Takes the notes' rows away, what could lead to the person in the interview's own row, and the
  /// document from it: which notes there were.
  Future<Set<UUID>> eraseNotes(Tx tx, InterviewId interview, long nowMs);

  /// Takes the summary away, with what was said about it and the way to it.
  Future<Void> eraseSummary(Tx tx, InterviewId interview);
}
