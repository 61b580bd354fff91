package nl.beleidstafel.ask;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.db.Tx;

/// What was done with what was said.
interface DispositionStore {
  Future<List<Disposition>> of(PlanId plan);

  Future<Void> put(Tx tx, Disposition disposition);

  Future<Void> remove(Tx tx, Disposition.Kind kind, UUID subject);

  /// The section of a question that was answered.
  Future<Optional<SectionId>> sectionOfAnswer(UUID question);
}
