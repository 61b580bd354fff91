package nl.beleidstafel.identity;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import nl.beleidstafel.audit.Audit;
import nl.beleidstafel.audit.Deed;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.Clock;
import nl.beleidstafel.base.Email;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.db.Tx;
import nl.beleidstafel.oidc.Identity;

/// The store in PostgreSQL: tables of `V022__providers.sql`.
final class PgProviderStore implements ProviderStore {
  private static final String KEPT =
      "SELECT i.id, i.municipality, g.name AS municipality_name, i.name, i.issuer, i.client_id,"
          + " i.acr_values, i.client_key, i.public_keys FROM identity_provider i"
          + " JOIN municipality g ON g.id = i.municipality ";

  private final Database database;
  private final Audit audit;
  private final Clock clock;
  private final boolean withDemonstration;

  PgProviderStore(Database database, Audit audit, Clock clock, boolean withDemonstration) {
    this.database = database;
    this.audit = audit;
    this.clock = clock;
    this.withDemonstration = withDemonstration;
  }

  @Override
  public Future<List<Kept>> providers(MunicipalityId municipality) {
    return database
        .query(
            KEPT + "WHERE i.municipality = $1 ORDER BY i.created_at, i.id",
            Tuple.of(municipality.value()))
        .map(PgProviderStore::kept);
  }

  @Override
  public Future<List<Kept>> all() {
    return database
        .query(
            KEPT
                + "WHERE NOT g.demonstration OR $1 ORDER BY g.name, i.name, i.id LIMIT "
                + Limits.PROVIDERS_SHOWN_MAX,
            Tuple.of(withDemonstration))
        .map(PgProviderStore::kept);
  }

  @Override
  public Future<Optional<Kept>> provider(UUID id) {
    return database
        .query(
            KEPT + "WHERE i.id = $1 AND (NOT g.demonstration OR $2)",
            Tuple.of(id, withDemonstration))
        .map(rows -> kept(rows).stream().findFirst());
  }

  @Override
  public Future<Boolean> add(
      Deed deed, UUID id, Actor actor, Settings settings, Bytes sealedKey, String publicKeys) {
    return done(
        deed,
        tx ->
            tx.query(
                "INSERT INTO identity_provider (id, municipality, name, issuer, client_id,"
                    + " acr_values, client_key, public_keys, created_at)"
                    + " SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9 WHERE"
                    + " (SELECT count(*) FROM identity_provider WHERE municipality = $2) < $10"
                    + " ON CONFLICT DO NOTHING",
                Tuple.tuple()
                    .addUUID(id)
                    .addUUID(actor.municipality().value())
                    .addString(settings.name())
                    .addString(settings.issuer())
                    .addString(settings.clientId())
                    .addString(String.join(" ", settings.acrs()))
                    .addBuffer(Buffer.buffer(sealedKey.toArray()))
                    .addString(publicKeys)
                    .addOffsetDateTime(now())
                    .addLong((long) Limits.PROVIDERS_OF_MUNICIPALITY_MAX)));
  }

  @Override
  public Future<Boolean> change(
      Deed deed, UUID id, MunicipalityId municipality, Settings settings) {
    return done(
        deed,
        tx ->
            tx.query(
                "UPDATE identity_provider SET name = $3, acr_values = $4"
                    + " WHERE id = $1 AND municipality = $2",
                Tuple.of(
                    id, municipality.value(), settings.name(), String.join(" ", settings.acrs()))));
  }

  @Override
  public Future<Boolean> remove(Deed deed, UUID id, MunicipalityId municipality) {
    return done(
        deed,
        tx ->
            tx.query(
                "DELETE FROM identity_provider WHERE id = $1 AND municipality = $2",
                Tuple.of(id, municipality.value())));
  }

  private Future<Boolean> done(Deed deed, Function<Tx, Future<RowSet<Row>>> work) {
    return database.transaction(tx ->
        work.apply(tx)
            .compose(rows ->
                rows.rowCount() == 0
                    ? Future.succeededFuture(false)
                    : audit.note(tx, deed).map(true)));
  }

  @Override
  public Future<Optional<Actor>> member(Kept provider, Identity identity) {
    return database.transaction(tx ->
        bySubject(tx, provider, identity)
            .compose(known ->
                known.isPresent()
                    ? Future.succeededFuture(known)
                    : link(tx, provider, identity)
                        .compose(_ -> bySubject(tx, provider, identity))));
  }

  private static Future<Optional<Actor>> bySubject(Tx tx, Kept provider, Identity identity) {
    return tx.query(
            "SELECT "
                + PgIdentityStore.ACTOR
                + " FROM provider_subject s JOIN member m ON m.id = s.member"
                + " JOIN partner p ON p.id = m.partner"
                + " WHERE s.provider = $1 AND s.subject = $2 AND m.municipality = $3"
                + " AND m.removed_at IS NULL",
            Tuple.of(provider.id(), identity.subject(), provider.municipality().value()))
        .map(rows -> list(rows).stream().findFirst().map(PgIdentityStore::actor));
  }

  /// A member who has a subject already keeps it: a second person with their address is not they.
  private static Future<Void> link(Tx tx, Kept provider, Identity identity) {
    Optional<Email> email = identity.verifiedEmail().flatMap(Email::parse);
    if (email.isEmpty()) {
      return Future.succeededFuture();
    }
    return tx.query(
            "INSERT INTO provider_subject (provider, subject, member)"
                + " SELECT $1, $2, m.id FROM member m WHERE m.municipality = $3 AND m.email = $4"
                + " AND m.removed_at IS NULL"
                + " ON CONFLICT DO NOTHING",
            Tuple.of(
                provider.id(),
                identity.subject(),
                provider.municipality().value(),
                email.get().value()))
        .mapEmpty();
  }

  private OffsetDateTime now() {
    return OffsetDateTime.ofInstant(Instant.ofEpochMilli(clock.nowMs()), ZoneOffset.UTC);
  }

  private static List<Kept> kept(RowSet<Row> rows) {
    return list(rows).stream()
        .map(row ->
            new Kept(
                row.getUUID("id"),
                new MunicipalityId(row.getUUID("municipality")),
                row.getString("municipality_name"),
                new Settings(
                    row.getString("name"),
                    row.getString("issuer"),
                    row.getString("client_id"),
                    List.of(row.getString("acr_values").split(" "))),
                Bytes.wrap(row.getBuffer("client_key").getBytes()),
                row.getString("public_keys")))
        .toList();
  }

  private static List<Row> list(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false).toList();
  }
}
