package nl.beleidstafel.sections;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.db.Database;

/// The people at the table, with names for ids. Any thread; nothing waits.
public interface People {
  /// Who is there now, by partner and name, {@link
  /// nl.beleidstafel.base.Limits#PEOPLE_OF_MUNICIPALITY_MAX} at most.
  Future<List<Named>> of(MunicipalityId municipality);

  /// Those of these partners who are there now.
  Future<List<Named>> of(MunicipalityId municipality, Set<PartnerId> partners);

  /// Who speaks for these partners: their contact people, or everybody of a partner without one.
  Future<List<Named>> speakers(MunicipalityId municipality, Set<PartnerId> partners);

  /// Names for ids, also of those who left.
  Future<Map<MemberId, Named>> named(Set<MemberId> members);

  /// The people in the database.
  static People of(Database database) {
    return new PgPeople(database);
  }
}
