package nl.beleidstafel.partners;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.db.Tx;

/// Municipalities and partners. Instants are milliseconds since 1970. Whatever another municipality
/// has is absent.
interface PartnerStore {
  /// A municipality as its operator sees it: that it is there, and whether anybody is in it.
  record Town(MunicipalityId id, String name, long createdAtMs, boolean inhabited) {}

  /// Lets one transaction at a time change the people and partners of a municipality; its name.
  Future<String> lock(Tx tx, MunicipalityId municipality);

  /// The present partners: the municipality itself, then the others, oldest first.
  Future<List<Partner>> list(MunicipalityId municipality);

  Future<List<Partner>> list(Tx tx, MunicipalityId municipality);

  Future<Void> insert(Tx tx, MunicipalityId municipality, Partner partner, long nowMs);

  Future<Void> change(Tx tx, Partner partner);

  Future<Void> remove(Tx tx, PartnerId partner, long nowMs);

  Future<List<Town>> towns();

  Future<Optional<Town>> town(Tx tx, MunicipalityId municipality);

  Future<Void> insertTown(Tx tx, MunicipalityId id, String name, long nowMs);
}
