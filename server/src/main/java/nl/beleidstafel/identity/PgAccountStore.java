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
import java.util.stream.StreamSupport;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.Email;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.db.Tx;

/// The store in PostgreSQL: tables of `V002__identity.sql` and `V010__people.sql`.
final class PgAccountStore implements AccountStore {
  private static final String OWNER =
      "SELECT m.id, m.municipality, g.name AS municipality_name, m.name, m.email,"
          + " m.password_hash FROM member m JOIN municipality g ON g.id = m.municipality"
          + " WHERE m.removed_at IS NULL AND (NOT g.demonstration OR $2) AND ";

  /// Everything beside the password that somebody can come in with, or change that with.
  private static final List<String> WAYS_IN =
      List.of(
          "session",
          "password_reset",
          "address_change",
          "totp",
          "recovery_code",
          "passkey",
          "provider_subject",
          "pending");

  private final Database database;
  private final boolean withDemonstration;

  PgAccountStore(Database database, boolean withDemonstration) {
    this.database = database;
    this.withDemonstration = withDemonstration;
  }

  @Override
  public Future<List<Owner>> owners(Email email) {
    return database
        .query(
            OWNER + "m.email = $1 ORDER BY m.created_at, m.id LIMIT 4",
            Tuple.of(email.value(), withDemonstration))
        .map(PgAccountStore::owners);
  }

  @Override
  public Future<Optional<Owner>> owner(MemberId member) {
    return database
        .query(OWNER + "m.id = $1", Tuple.of(member.value(), withDemonstration))
        .map(rows -> owners(rows).stream().findFirst());
  }

  @Override
  public Future<Void> keepReset(
      Tx tx, Bytes tokenHash, MemberId member, long nowMs, long expiresAtMs) {
    return tx.query(
            "DELETE FROM password_reset WHERE member = $1 AND expires_at <= $2",
            Tuple.of(member.value(), at(nowMs)))
        .compose(_ ->
            tx.query(
                "INSERT INTO password_reset (token_hash, member, expires_at) VALUES ($1, $2, $3)",
                Tuple.of(buffer(tokenHash), member.value(), at(expiresAtMs))))
        .mapEmpty();
  }

  @Override
  public Future<Optional<MemberId>> takeReset(Tx tx, Bytes tokenHash, long nowMs) {
    return tx.query(
            "DELETE FROM password_reset r USING member m, municipality g"
                + " WHERE r.token_hash = $1 AND r.expires_at > $2 AND m.id = r.member"
                + " AND m.removed_at IS NULL AND g.id = m.municipality"
                + " AND (NOT g.demonstration OR $3) RETURNING r.member",
            Tuple.of(buffer(tokenHash), at(nowMs), withDemonstration))
        .compose(rows -> {
          Optional<MemberId> member =
              rows.size() == 0
                  ? Optional.empty()
                  : Optional.of(new MemberId(rows.iterator().next().getUUID("member")));
          return member.isEmpty()
              ? Future.succeededFuture(member)
              : tx.query(
                      "DELETE FROM password_reset WHERE member = $1",
                      Tuple.of(member.get().value()))
                  .map(member);
        });
  }

  @Override
  public Future<Void> setPassword(Tx tx, MemberId member, String passwordHash) {
    // Who has a password needs no link, which would go around what else they show to come in.
    return tx.query(
            "UPDATE member SET password_hash = $2 WHERE id = $1 AND removed_at IS NULL",
            Tuple.of(member.value(), passwordHash))
        .compose(
            _ -> tx.query("DELETE FROM personal_link WHERE member = $1", Tuple.of(member.value())))
        .mapEmpty();
  }

  @Override
  public Future<Void> endSessions(Tx tx, MemberId member, Optional<Bytes> kept) {
    return tx.query(
            "DELETE FROM session WHERE member = $1 AND ($2::bytea IS NULL OR token_hash <> $2)",
            Tuple.tuple()
                .addUUID(member.value())
                .addBuffer(kept.map(PgAccountStore::buffer).orElse(null)))
        .mapEmpty();
  }

  @Override
  public Future<Void> keepChange(Tx tx, Bytes tokenHash, Change change, long expiresAtMs) {
    return tx.query(
            "DELETE FROM address_change WHERE member = $1", Tuple.of(change.member().value()))
        .compose(_ ->
            tx.query(
                "INSERT INTO address_change (token_hash, member, email, expires_at)"
                    + " VALUES ($1, $2, $3, $4)",
                Tuple.of(
                    buffer(tokenHash),
                    change.member().value(),
                    change.email().value(),
                    at(expiresAtMs))))
        .mapEmpty();
  }

  @Override
  public Future<Optional<Change>> takeChange(Tx tx, Bytes tokenHash, long nowMs) {
    return tx.query(
            "DELETE FROM address_change c USING member m, municipality g"
                + " WHERE c.token_hash = $1 AND c.expires_at > $2 AND m.id = c.member"
                + " AND m.removed_at IS NULL AND g.id = m.municipality"
                + " AND (NOT g.demonstration OR $3) RETURNING c.member, c.email",
            Tuple.of(buffer(tokenHash), at(nowMs), withDemonstration))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false)
                .map(row ->
                    new Change(
                        new MemberId(row.getUUID("member")), new Email(row.getString("email"))))
                .findFirst());
  }

  @Override
  public Future<Boolean> setEmail(Tx tx, MemberId member, Email email) {
    return tx.query(
            "UPDATE member m SET email = $2 WHERE m.id = $1 AND NOT EXISTS"
                + " (SELECT 1 FROM member o WHERE o.municipality = m.municipality"
                + " AND o.email = $2 AND o.id <> m.id)",
            Tuple.of(member.value(), email.value()))
        .map(rows -> rows.rowCount() == 1);
  }

  @Override
  public Future<Void> leave(Tx tx, MemberId member) {
    Tuple id = Tuple.of(member.value());
    Future<?> done = tx.query("UPDATE member SET password_hash = NULL WHERE id = $1", id);
    for (String table : WAYS_IN) {
      done = done.compose(_ -> tx.query("DELETE FROM " + table + " WHERE member = $1", id));
    }
    return done.mapEmpty();
  }

  @Override
  public Future<Void> bind(Bytes tokenHash, UUID link) {
    return database
        .query(
            "UPDATE session SET link = $2 WHERE token_hash = $1", Tuple.of(buffer(tokenHash), link))
        .mapEmpty();
  }

  private static List<Owner> owners(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false)
        .map(row ->
            new Owner(
                new MemberId(row.getUUID("id")),
                new MunicipalityId(row.getUUID("municipality")),
                row.getString("municipality_name"),
                row.getString("name"),
                row.getString("email"),
                Optional.ofNullable(row.getString("password_hash"))))
        .toList();
  }

  private static Buffer buffer(Bytes bytes) {
    return Buffer.buffer(bytes.toArray());
  }

  private static OffsetDateTime at(long ms) {
    return OffsetDateTime.ofInstant(Instant.ofEpochMilli(ms), ZoneOffset.UTC);
  }
}
