package nl.beleidstafel.suggestion;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.db.Tx;
import nl.beleidstafel.suggestion.Suggestion.Decided;
import nl.beleidstafel.suggestion.Suggestion.State;
import org.jspecify.annotations.Nullable;

/// What the feature keeps.
interface SuggestionStore {
  /// Suggestions of a section, oldest first.
  Future<List<Suggestion>> of(SectionId section);

  /// Suggestions of a plan, oldest first, {@link nl.beleidstafel.base.Limits#REMARKS_OF_PLAN_MAX}
  /// at most.
  Future<List<Suggestion>> of(PlanId plan);

  Future<Optional<Suggestion>> find(UUID suggestion);

  /// A suggestion as the transaction finds it, held against other changes.
  Future<Optional<Suggestion>> lock(Tx tx, UUID suggestion);

  /// How many suggestions of a section are in which state.
  Future<Map<State, Long>> count(Tx tx, SectionId section);

  /// How many suggestions of each section wait for an answer.
  Future<Map<SectionId, Long>> open(PlanId plan);

  Future<Void> insert(Tx tx, Suggestion suggestion);

  /// @param decided null where it is open again
  Future<Void> move(Tx tx, UUID suggestion, State state, @Nullable Decided decided);

  /// Forgets a suggestion.
  Future<Void> delete(Tx tx, UUID suggestion);
}
