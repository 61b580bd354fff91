package nl.beleidstafel.partners;

import static nl.beleidstafel.partners.PgRows.all;
import static nl.beleidstafel.partners.PgRows.at;
import static nl.beleidstafel.partners.PgRows.ms;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.db.Tx;

/// The store in PostgreSQL: tables of `V002__identity.sql` and `V010__people.sql`.
final class PgPartnerStore implements PartnerStore {
  private static final String LIST =
      "SELECT id, kind, name, badge, colour FROM partner"
          + " WHERE municipality = $1 AND removed_at IS NULL"
          + " ORDER BY (kind = 'municipality') DESC, created_at, name, id";
  private static final String TOWN =
      "SELECT g.id, g.name, g.created_at,"
          + " EXISTS (SELECT 1 FROM member m WHERE m.municipality = g.id) AS inhabited"
          + " FROM municipality g WHERE (NOT g.demonstration OR $1)";

  private final Database database;
  private final boolean withDemonstration;

  PgPartnerStore(Database database, boolean withDemonstration) {
    this.database = database;
    this.withDemonstration = withDemonstration;
  }

  @Override
  public Future<String> lock(Tx tx, MunicipalityId municipality) {
    // Does not stand in the way of rows that only refer to it, such as a new plan.
    return tx.query(
            "SELECT name FROM municipality WHERE id = $1 FOR NO KEY UPDATE",
            Tuple.of(municipality.value()))
        .map(rows -> rows.iterator().next().getString("name"));
  }

  @Override
  public Future<List<Partner>> list(MunicipalityId municipality) {
    return database
        .query(LIST, Tuple.of(municipality.value()))
        .map(rows -> all(rows, PgPartnerStore::partner));
  }

  @Override
  public Future<List<Partner>> list(Tx tx, MunicipalityId municipality) {
    return tx.query(LIST, Tuple.of(municipality.value()))
        .map(rows -> all(rows, PgPartnerStore::partner));
  }

  @Override
  public Future<Void> insert(Tx tx, MunicipalityId municipality, Partner partner, long nowMs) {
    return tx.query(
            "INSERT INTO partner (id, municipality, kind, name, badge, colour, created_at)"
                + " VALUES ($1, $2, $3, $4, $5, $6, $7)",
            Tuple.tuple()
                .addUUID(partner.id().value())
                .addUUID(municipality.value())
                .addString(partner.kind())
                .addString(partner.name())
                .addString(partner.badge())
                .addShort((short) partner.colour())
                .addOffsetDateTime(at(nowMs)))
        .mapEmpty();
  }

  @Override
  public Future<Void> change(Tx tx, Partner partner) {
    return tx.query(
            "UPDATE partner SET kind = $2, name = $3, badge = $4, colour = $5 WHERE id = $1",
            Tuple.of(
                partner.id().value(),
                partner.kind(),
                partner.name(),
                partner.badge(),
                (short) partner.colour()))
        .mapEmpty();
  }

  @Override
  public Future<Void> remove(Tx tx, PartnerId partner, long nowMs) {
    return tx.query(
            "UPDATE partner SET removed_at = $2 WHERE id = $1",
            Tuple.of(partner.value(), at(nowMs)))
        .mapEmpty();
  }

  @Override
  public Future<List<Town>> towns() {
    return database
        .query(TOWN + " ORDER BY g.created_at, g.id", Tuple.of(withDemonstration))
        .map(rows -> all(rows, PgPartnerStore::town));
  }

  @Override
  public Future<Optional<Town>> town(Tx tx, MunicipalityId municipality) {
    return tx.query(
            TOWN + " AND g.id = $2 FOR NO KEY UPDATE OF g",
            Tuple.of(withDemonstration, municipality.value()))
        .map(rows -> all(rows, PgPartnerStore::town).stream().findFirst());
  }

  @Override
  public Future<Void> insertTown(Tx tx, MunicipalityId id, String name, long nowMs) {
    return tx.query(
            "INSERT INTO municipality (id, name, created_at) VALUES ($1, $2, $3)",
            Tuple.of(id.value(), name, at(nowMs)))
        .mapEmpty();
  }

  private static Partner partner(Row row) {
    return new Partner(
        new PartnerId(row.getUUID("id")),
        row.getString("kind"),
        row.getString("name"),
        row.getString("badge"),
        row.getShort("colour"));
  }

  private static Town town(Row row) {
    return new Town(
        new MunicipalityId(row.getUUID("id")),
        row.getString("name"),
        ms(row.getOffsetDateTime("created_at")),
        row.getBoolean("inhabited"));
  }
}
