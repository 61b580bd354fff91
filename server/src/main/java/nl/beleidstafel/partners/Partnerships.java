package nl.beleidstafel.partners;

import io.vertx.core.Future;
import java.util.List;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.db.Tx;

/// What follows for rights when a partner comes or goes, in the same transaction. The results are
/// the documents whose rights changed.
public interface Partnerships {
  Future<List<DocumentId>> joined(
      Tx tx, MunicipalityId municipality, PartnerId partner, String kind);

  Future<List<DocumentId>> left(Tx tx, MunicipalityId municipality, PartnerId partner);
}
