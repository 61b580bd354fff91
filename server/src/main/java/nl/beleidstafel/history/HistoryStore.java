package nl.beleidstafel.history;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.db.Tx;

/// What the feature keeps.
interface HistoryStore {
  /// How far the actor had read before this visit.
  ///
  /// @param changed whether somebody else wrote since
  record Seen(long seq, boolean changed) {}

  /// Where a section's text is, and where that stands.
  record Head(DocumentId document, long seq) {}

  /// Holds a plan against every other change of its outline, roles and states until the transaction
  /// ends.
  Future<Void> lockPlan(Tx tx, PlanId plan);

  /// The state of a section whose plan is locked; empty where there is no such section any more.
  Future<Optional<State>> state(Tx tx, SectionId section);

  Future<Void> setState(Tx tx, SectionId section, State state);

  /// Empty where there is no such section.
  Future<Optional<Head>> head(SectionId section);

  /// The newest version of a section; empty where it has none.
  Future<Optional<Version>> newest(Tx tx, SectionId section);

  Future<Void> insert(Tx tx, Version version);

  /// All of a section, newest first.
  Future<List<Version>> versions(SectionId section);

  /// What people wrote, newest first, {@link nl.beleidstafel.base.Limits#EDITS_LISTED_MAX} at most.
  Future<List<Sitting.Edit>> edits(DocumentId document);

  /// Empty where the actor was never here before.
  Future<Optional<Seen>> seen(Actor actor, SectionId section, DocumentId document);

  Future<Void> insert(Tx tx, PlanVersion version);

  /// The number of a plan's newest version; 0 where it has none.
  Future<Integer> newestOfPlan(Tx tx, PlanId plan);

  /// All of a plan, newest first.
  Future<List<PlanVersion>> versions(PlanId plan);
}
