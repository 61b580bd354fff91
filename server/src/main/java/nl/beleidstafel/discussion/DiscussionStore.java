package nl.beleidstafel.discussion;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.db.Tx;
import org.jspecify.annotations.Nullable;

/// What the feature keeps.
interface DiscussionStore {
  /// Threads of a section, oldest first.
  Future<List<Talk>> of(SectionId section);

  /// Threads of a plan, oldest first, {@link nl.beleidstafel.base.Limits#REMARKS_OF_PLAN_MAX} at
  /// most.
  Future<List<Talk>> ofPlan(PlanId plan);

  /// A thread, as the transaction finds it, held against other changes.
  Future<Optional<Talk>> lock(Tx tx, UUID thread);

  /// The section that a thread is about.
  Future<Optional<SectionId>> sectionOf(UUID thread);

  /// The thread that a comment stands in.
  Future<Optional<UUID>> threadOf(UUID comment);

  /// How many threads each section of a plan has; by whether they are resolved.
  Future<Map<SectionId, Map<Boolean, Long>>> countAll(PlanId plan);

  /// What a member said and did not remove, newest first, no more than {@link
  /// Limits#TRACES_OF_MEMBER_MAX}.
  Future<List<Said>> by(MemberId member);

  /// How many threads a section has.
  Future<Long> count(Tx tx, SectionId section);

  /// Keeps a thread without its comments.
  Future<Void> insert(Tx tx, Talk talk);

  Future<Void> insert(Tx tx, UUID thread, Talk.Comment comment);

  Future<Void> edit(Tx tx, UUID comment, String text, List<MemberId> mentions, long nowMs);

  /// Takes the words of a comment away.
  Future<Void> remove(Tx tx, UUID comment, long nowMs);

  /// Forgets a thread with all its comments.
  Future<Void> delete(Tx tx, UUID thread);

  /// @param by null to open it again
  Future<Void> resolve(Tx tx, UUID thread, @Nullable MemberId by, long nowMs);
}
