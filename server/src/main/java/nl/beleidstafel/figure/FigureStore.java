package nl.beleidstafel.figure;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.db.Tx;

/// Where figures are kept.
interface FigureStore {
  /// Those of a plan, without those that were taken away, by when they were registered.
  Future<List<Figure>> of(PlanId plan);

  /// One, be it taken away.
  Future<Optional<Figure>> find(MunicipalityId municipality, UUID figure);

  /// One, held against other changes until the transaction ends.
  Future<Optional<Figure>> lock(Tx tx, UUID figure);

  /// How many a plan has, those taken away included.
  Future<Long> count(Tx tx, PlanId plan);

  Future<Void> insert(Tx tx, Figure figure);

  /// Keeps all of it but who registered it and when.
  Future<Void> update(Tx tx, Figure figure);

  /// The partners whose members may read at least one section of the plan.
  Future<Set<PartnerId>> readers(PlanId plan);
}
