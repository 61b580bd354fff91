package nl.beleidstafel.finding;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.db.Tx;

/// What is kept of findings, themes and evidence.
interface FindingStore {
  /// Findings of a plan, oldest first.
  Future<List<Finding>> findings(PlanId plan);

  Future<Optional<Finding>> finding(UUID id);

  /// As the transaction finds it, held against other changes.
  Future<Optional<Finding>> lock(Tx tx, UUID finding);

  Future<Long> countFindings(Tx tx, PlanId plan);

  Future<Void> insert(Tx tx, Finding finding);

  /// Its text, theme and notes, with the next version.
  Future<Void> update(Tx tx, Finding finding, long nowMs);

  Future<Void> deleteFinding(Tx tx, UUID finding);

  /// Whether some finding of the plan rests on one of these notes.
  Future<Boolean> isCited(Tx tx, PlanId plan, Set<UUID> notes);

  /// These notes are behind no finding any more, and have no code.
  ///
  /// @return whether any was
  Future<Boolean> withdraw(Tx tx, PlanId plan, Set<UUID> notes);

  /// Themes of a plan, oldest first.
  Future<List<Theme>> themes(PlanId plan);

  Future<Optional<Theme>> theme(UUID id);

  Future<Long> countThemes(Tx tx, PlanId plan);

  Future<Void> insert(Tx tx, Theme theme);

  /// @return whether it had that version
  Future<Boolean> update(Tx tx, Theme theme, long version);

  /// Its findings stay.
  Future<Void> deleteTheme(Tx tx, UUID theme);

  /// Evidence of a plan, oldest first.
  Future<List<Evidence>> evidence(PlanId plan);

  Future<Optional<Evidence>> oneEvidence(UUID id);

  Future<Long> countEvidence(Tx tx, PlanId plan);

  Future<Void> insert(Tx tx, Evidence evidence);

  /// The partners whose members may read some section of the plan now.
  Future<Set<PartnerId>> readers(Tx tx, PlanId plan);

  /// Whether a finding or theme stands behind a claim somewhere.
  Future<Boolean> isUsed(Tx tx, UUID findingOrTheme);
}
