package nl.beleidstafel;

import io.vertx.core.Future;
import java.util.List;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.db.Tx;
import nl.beleidstafel.partners.Partnerships;
import nl.beleidstafel.roles.RolesSlice;

/// Joins partners to roles: what rights follow when one comes or goes.
record RolesPartnerships(RolesSlice roles) implements Partnerships {
  @Override
  public Future<List<DocumentId>> joined(
      Tx tx, MunicipalityId municipality, PartnerId partner, String kind) {
    return roles.joined(tx, municipality, partner, kind);
  }

  @Override
  public Future<List<DocumentId>> left(Tx tx, MunicipalityId municipality, PartnerId partner) {
    return roles.left(tx, municipality, partner);
  }
}
