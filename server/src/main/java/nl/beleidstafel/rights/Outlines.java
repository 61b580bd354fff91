package nl.beleidstafel.rights;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.db.Tx;

/// The plans of a municipality. A plan is only ever asked for together with the municipality of
/// whoever asks, so that another's is absent.
public interface Outlines {
  /// All of them, oldest first.
  Future<List<Outline>> of(MunicipalityId municipality);

  /// One, as it is now.
  Future<Optional<Outline>> find(MunicipalityId municipality, PlanId plan);

  /// One, held against every other change of its outline and roles until the transaction ends.
  Future<Optional<Outline>> lock(Tx tx, MunicipalityId municipality, PlanId plan);

  /// All of them, held likewise, in the order of their ids.
  Future<List<Outline>> lockAll(Tx tx, MunicipalityId municipality);
}
