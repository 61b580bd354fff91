package nl.beleidstafel.identity;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.db.Tx;
import nl.beleidstafel.rights.Partner;
import nl.beleidstafel.rights.Partners;
import nl.beleidstafel.rights.Person;

/// Partners in PostgreSQL: tables of `V002__identity.sql` and `V010__people.sql`.
record PgPartners(Database database) implements Partners {
  @Override
  public Future<List<Partner>> of(MunicipalityId municipality) {
    return of(database::query, municipality);
  }

  @Override
  public Future<List<Partner>> of(Tx tx, MunicipalityId municipality) {
    return of(tx::query, municipality);
  }

  @Override
  public Future<List<Partner>> lock(Tx tx, MunicipalityId municipality) {
    return tx.query(
            "SELECT 1 FROM municipality WHERE id = $1 FOR NO KEY UPDATE",
            Tuple.of(municipality.value()))
        .compose(_ -> of(tx, municipality));
  }

  @Override
  public Future<List<Person>> people(MunicipalityId municipality, Set<PartnerId> partners) {
    UUID[] ids = partners.stream().map(PartnerId::value).toArray(UUID[]::new);
    return database
        .query(
            "SELECT m.name, p.name AS partner FROM member m JOIN partner p ON p.id = m.partner"
                + " WHERE m.municipality = $1 AND m.partner = ANY($2) AND m.removed_at IS NULL"
                + " ORDER BY m.created_at, m.id LIMIT $3",
            Tuple.of(municipality.value(), ids, Limits.COORDINATORS_NAMED_MAX))
        .map(rows -> {
          List<Person> people = new ArrayList<>();
          for (Row row : rows) {
            people.add(new Person(row.getString("name"), row.getString("partner")));
          }
          return people;
        });
  }

  private static Future<List<Partner>> of(
      BiFunction<String, Tuple, Future<RowSet<Row>>> query, MunicipalityId municipality) {
    return query
        .apply(
            "SELECT id, name, badge, colour, kind FROM partner"
                + " WHERE municipality = $1 AND removed_at IS NULL ORDER BY created_at, name, id",
            Tuple.of(municipality.value()))
        .map(rows -> {
          List<Partner> partners = new ArrayList<>();
          for (Row row : rows) {
            partners.add(
                new Partner(
                    new PartnerId(row.getUUID("id")),
                    row.getString("name"),
                    row.getString("badge"),
                    row.getShort("colour"),
                    row.getString("kind")));
          }
          return partners;
        });
  }
}
