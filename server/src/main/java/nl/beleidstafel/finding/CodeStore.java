package nl.beleidstafel.finding;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.db.Tx;

/// What is kept of codes.
interface CodeStore {
  /// Codes of a plan, by name.
  Future<List<Code>> codes(PlanId plan);

  Future<Optional<Code>> code(UUID id);

  /// Codes of a plan, held against other changes until the transaction ends.
  Future<List<Code>> lockAll(Tx tx, PlanId plan);

  Future<Void> insert(Tx tx, Code code);

  Future<Void> update(Tx tx, Code code);

  Future<Void> delete(Tx tx, UUID code);

  /// Whether a note has it.
  Future<Boolean> isUsed(Tx tx, UUID code);

  /// The codes of each note of a plan that has one.
  Future<Map<UUID, Set<UUID>>> ofNotes(PlanId plan);

  /// @param on whether the note has the code from now on
  Future<Void> set(Tx tx, Code code, UUID note, boolean on, MemberId by, long nowMs);

  Future<Long> countOf(Tx tx, PlanId plan, UUID note);
}
