package nl.beleidstafel.sections;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.db.Database;

/// People in PostgreSQL: tables of `V002__identity.sql` and `V010__people.sql`.
record PgPeople(Database database) implements People {
  private static final String NAMED =
      """
      SELECT m.id, coalesce(m.name, '') AS name, p.id AS partner, p.name AS partner_name, p.badge,
        p.colour
      FROM member m JOIN partner p ON p.id = m.partner
      """;
  private static final String THERE =
      " WHERE m.municipality = $1 AND m.removed_at IS NULL AND p.removed_at IS NULL";
  private static final String ORDER = " ORDER BY p.created_at, p.name, p.id, m.name, m.id LIMIT ";

  @Override
  public Future<List<Named>> of(MunicipalityId municipality) {
    return database
        .query(
            NAMED + THERE + ORDER + Limits.PEOPLE_OF_MUNICIPALITY_MAX,
            Tuple.of(municipality.value()))
        .map(PgPeople::list);
  }

  @Override
  public Future<List<Named>> of(MunicipalityId municipality, Set<PartnerId> partners) {
    UUID[] ids = partners.stream().map(PartnerId::value).toArray(UUID[]::new);
    return database
        .query(
            NAMED + THERE + " AND m.partner = ANY ($2)" + ORDER + Limits.PEOPLE_OF_MUNICIPALITY_MAX,
            Tuple.tuple().addUUID(municipality.value()).addArrayOfUUID(ids))
        .map(PgPeople::list);
  }

  @Override
  public Future<List<Named>> speakers(MunicipalityId municipality, Set<PartnerId> partners) {
    UUID[] ids = partners.stream().map(PartnerId::value).toArray(UUID[]::new);
    String speaks =
        " AND m.partner = ANY ($2) AND (m.contact OR NOT EXISTS (SELECT FROM member c"
            + " WHERE c.partner = m.partner AND c.contact AND c.removed_at IS NULL))";
    return database
        .query(
            NAMED + THERE + speaks + ORDER + Limits.PEOPLE_OF_MUNICIPALITY_MAX,
            Tuple.tuple().addUUID(municipality.value()).addArrayOfUUID(ids))
        .map(PgPeople::list);
  }

  @Override
  public Future<Map<MemberId, Named>> named(Set<MemberId> members) {
    UUID[] ids = members.stream().map(MemberId::value).toArray(UUID[]::new);
    return database
        .query(NAMED + " WHERE m.id = ANY ($1)", Tuple.of((Object) ids))
        .map(rows -> {
          Map<MemberId, Named> named = new HashMap<>();
          list(rows).forEach(each -> named.put(each.member(), each));
          return named;
        });
  }

  private static List<Named> list(RowSet<Row> rows) {
    List<Named> people = new ArrayList<>(rows.size());
    for (Row row : rows) {
      people.add(
          new Named(
              new MemberId(row.getUUID("id")),
              row.getString("name"),
              new PartnerId(row.getUUID("partner")),
              row.getString("partner_name"),
              row.getString("badge"),
              row.getShort("colour")));
    }
    return people;
  }
}
