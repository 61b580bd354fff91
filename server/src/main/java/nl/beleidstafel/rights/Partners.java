package nl.beleidstafel.rights;

import io.vertx.core.Future;
import java.util.List;
import java.util.Set;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.db.Tx;

/// Who takes part in a municipality's plans.
public interface Partners {
  /// All of them, oldest first.
  Future<List<Partner>> of(MunicipalityId municipality);

  /// All of them, as the transaction sees them.
  Future<List<Partner>> of(Tx tx, MunicipalityId municipality);

  /// All of them, and none comes or goes until the transaction ends.
  Future<List<Partner>> lock(Tx tx, MunicipalityId municipality);

  /// The members of these partners who were there first, {@link
  /// nl.beleidstafel.base.Limits#COORDINATORS_NAMED_MAX} at most.
  Future<List<Person>> people(MunicipalityId municipality, Set<PartnerId> partners);
}
