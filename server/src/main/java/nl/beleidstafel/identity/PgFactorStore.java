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
import nl.beleidstafel.audit.Audit;
import nl.beleidstafel.audit.Deed;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.Clock;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.db.Tx;
import nl.beleidstafel.mail.Outbox;

/// The store in PostgreSQL: tables of `V021__factors.sql`.
final class PgFactorStore implements FactorStore {
  private static final String PASSKEY =
      "id, member, credential, public_key, counter, aaguid, name, created_at, used_at";
  private static final String ANY =
      " (EXISTS (SELECT 1 FROM totp t WHERE t.member = m.id AND t.confirmed_at IS NOT NULL)"
          + " OR EXISTS (SELECT 1 FROM passkey k WHERE k.member = m.id)) ";

  private final Database database;
  private final Audit audit;
  private final Outbox outbox;
  private final Clock clock;

  PgFactorStore(Database database, Audit audit, Outbox outbox, Clock clock) {
    this.database = database;
    this.audit = audit;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Override
  public Future<Factors> factors(MemberId member) {
    Tuple id = Tuple.of(member.value());
    return database
        .query("SELECT " + PASSKEY + " FROM passkey WHERE member = $1 ORDER BY created_at, id", id)
        .compose(passkeys ->
            database
                .query(
                    "SELECT (SELECT confirmed_at FROM totp WHERE member = m.id) AS since,"
                        + " (SELECT count(*) FROM recovery_code WHERE member = m.id) AS codes,"
                        + " g.second_factor_required FROM member m"
                        + " JOIN municipality g ON g.id = m.municipality WHERE m.id = $1",
                    id)
                .map(rows ->
                    first(rows)
                        .map(row ->
                            new Factors(
                                ms(row, "since"),
                                list(passkeys).stream().map(PgFactorStore::passkey).toList(),
                                row.getLong("codes").intValue(),
                                row.getBoolean("second_factor_required")))
                        .orElse(new Factors(0, List.of(), 0, false))));
  }

  @Override
  public Future<Boolean> begin(MemberId member, Bytes sealed) {
    return database
        .query(
            "INSERT INTO totp (member, secret) VALUES ($1, $2)"
                + " ON CONFLICT (member) DO UPDATE SET secret = $2, last_step = 0"
                + " WHERE totp.confirmed_at IS NULL",
            Tuple.of(member.value(), buffer(sealed)))
        .map(rows -> rows.rowCount() == 1);
  }

  @Override
  public Future<Optional<AppSecret>> appSecret(MemberId member) {
    return database
        .query(
            "SELECT secret, confirmed_at IS NOT NULL AS confirmed, last_step FROM totp"
                + " WHERE member = $1",
            Tuple.of(member.value()))
        .map(rows ->
            first(rows)
                .map(row ->
                    new AppSecret(
                        bytes(row, "secret"),
                        row.getBoolean("confirmed"),
                        row.getLong("last_step"))));
  }

  @Override
  public Future<Optional<Boolean>> confirm(
      Deed deed, MemberId member, long step, List<Bytes> codes) {
    return database.transaction(tx ->
        tx.query(
                "UPDATE totp SET confirmed_at = $2, last_step = $3"
                    + " WHERE member = $1 AND confirmed_at IS NULL AND last_step < $3",
                Tuple.of(member.value(), now(), step))
            .compose(rows ->
                rows.rowCount() == 0
                    ? Future.succeededFuture(Optional.empty())
                    : audit
                        .note(tx, deed)
                        .compose(_ -> firstCodes(tx, member, codes))
                        .map(Optional::of)));
  }

  /// Two factors set up at once wait for one another here, so that one set of codes is kept.
  private static Future<Boolean> firstCodes(Tx tx, MemberId member, List<Bytes> codes) {
    return tx.query("SELECT 1 FROM member WHERE id = $1 FOR UPDATE", Tuple.of(member.value()))
        .compose(_ ->
            tx.query(
                "SELECT 1 FROM recovery_code WHERE member = $1 LIMIT 1", Tuple.of(member.value())))
        .compose(known ->
            known.size() > 0
                ? Future.succeededFuture(false)
                : insertCodes(tx, member, codes).map(true));
  }

  private static Future<Void> insertCodes(Tx tx, MemberId member, List<Bytes> codes) {
    return tx.batch(
            "INSERT INTO recovery_code (member, code_hash) VALUES ($1, $2)",
            codes.stream().map(code -> Tuple.of(member.value(), buffer(code))).toList())
        .mapEmpty();
  }

  @Override
  public Future<Boolean> take(MemberId member, long step) {
    return database
        .query(
            "UPDATE totp SET last_step = $2"
                + " WHERE member = $1 AND confirmed_at IS NOT NULL AND last_step < $2",
            Tuple.of(member.value(), step))
        .map(rows -> rows.rowCount() == 1);
  }

  @Override
  public Future<Void> reseal(MemberId member, Bytes before, Bytes after) {
    return database
        .query(
            "UPDATE totp SET secret = $3 WHERE member = $1 AND secret = $2",
            Tuple.of(member.value(), buffer(before), buffer(after)))
        .mapEmpty();
  }

  @Override
  public Future<Boolean> useRecoveryCode(Deed deed, MemberId member, Bytes hash) {
    return done(
        deed,
        tx ->
            tx.query(
                "DELETE FROM recovery_code WHERE member = $1 AND code_hash = $2",
                Tuple.of(member.value(), buffer(hash))));
  }

  @Override
  public Future<Void> replaceRecoveryCodes(Deed deed, MemberId member, List<Bytes> codes) {
    return database.transaction(tx ->
        tx.query("SELECT 1 FROM member WHERE id = $1 FOR UPDATE", Tuple.of(member.value()))
            .compose(_ ->
                tx.query("DELETE FROM recovery_code WHERE member = $1", Tuple.of(member.value())))
            .compose(_ -> insertCodes(tx, member, codes))
            .compose(_ -> audit.note(tx, deed)));
  }

  @Override
  public Future<Boolean> removeApp(Deed deed, MemberId member) {
    return removed(
        deed,
        member,
        tx -> tx.query("DELETE FROM totp WHERE member = $1", Tuple.of(member.value())));
  }

  @Override
  public Future<Optional<Boolean>> add(Deed deed, Passkey passkey, List<Bytes> codes) {
    return database.transaction(tx ->
        tx.query(
                "INSERT INTO passkey ("
                    + PASSKEY
                    + ")"
                    + " SELECT $1, $2, $3, $4, $5, $6, $7, $8, NULL"
                    + " WHERE (SELECT count(*) FROM passkey WHERE member = $2) < $9"
                    + " ON CONFLICT (credential) DO NOTHING",
                Tuple.tuple()
                    .addUUID(passkey.id())
                    .addUUID(passkey.member().value())
                    .addString(passkey.credential())
                    .addString(passkey.publicKey())
                    .addLong(passkey.counter())
                    .addString(passkey.aaguid())
                    .addString(passkey.name())
                    .addOffsetDateTime(at(passkey.createdAtMs()))
                    .addLong((long) Limits.PASSKEYS_OF_MEMBER_MAX))
            .compose(rows ->
                rows.rowCount() == 0
                    ? Future.succeededFuture(Optional.empty())
                    : audit
                        .note(tx, deed)
                        .compose(_ -> firstCodes(tx, passkey.member(), codes))
                        .map(Optional::of)));
  }

  @Override
  public Future<Optional<Passkey>> passkey(String credential) {
    return database
        .query("SELECT " + PASSKEY + " FROM passkey WHERE credential = $1", Tuple.of(credential))
        .map(rows -> first(rows).map(PgFactorStore::passkey));
  }

  @Override
  public Future<Boolean> signed(Passkey passkey, long counter) {
    return database
        .query(
            "UPDATE passkey SET counter = $2, used_at = $3"
                + " WHERE id = $1 AND (counter < $2 OR (counter = 0 AND $2 = 0))",
            Tuple.of(passkey.id(), counter, now()))
        .map(rows -> rows.rowCount() == 1);
  }

  @Override
  public Future<Boolean> removePasskey(Deed deed, MemberId member, UUID passkey) {
    return removed(
        deed,
        member,
        tx ->
            tx.query(
                "DELETE FROM passkey WHERE id = $1 AND member = $2",
                Tuple.of(passkey, member.value())));
  }

  /// Recovery codes stand for a factor: without one they would be one by themselves.
  private Future<Boolean> removed(Deed deed, MemberId member, Work work) {
    return done(
        deed,
        tx ->
            work.in(tx)
                .compose(rows ->
                    tx.query(
                            "DELETE FROM recovery_code r USING member m"
                                + " WHERE r.member = $1 AND m.id = $1 AND NOT"
                                + ANY,
                            Tuple.of(member.value()))
                        .map(rows)));
  }

  @FunctionalInterface
  private interface Work {
    Future<RowSet<Row>> in(Tx tx);
  }

  private Future<Boolean> done(Deed deed, Work work) {
    return database.transaction(tx ->
        work.in(tx)
            .compose(rows ->
                rows.rowCount() == 0
                    ? Future.succeededFuture(false)
                    : audit.note(tx, deed).map(true)));
  }

  @Override
  public Future<Boolean> reset(Deed deed, Actor administrator, MemberId member, Tell tell) {
    return database.transaction(tx ->
        tx.query(
                "SELECT m.name, m.email, g.name AS municipality_name FROM member m"
                    + " JOIN municipality g ON g.id = m.municipality"
                    + " WHERE m.id = $1 AND m.municipality = $2 AND m.removed_at IS NULL"
                    + " FOR UPDATE OF m",
                Tuple.of(member.value(), administrator.municipality().value()))
            .compose(rows ->
                first(rows)
                    .map(row -> reset(tx, deed, member, row, tell))
                    .orElse(Future.succeededFuture(false))));
  }

  private Future<Boolean> reset(Tx tx, Deed deed, MemberId member, Row row, Tell tell) {
    Tuple id = Tuple.of(member.value());
    return tx.query("DELETE FROM totp WHERE member = $1", id)
        .compose(_ -> tx.query("DELETE FROM passkey WHERE member = $1", id))
        .compose(_ -> tx.query("DELETE FROM recovery_code WHERE member = $1", id))
        .compose(_ -> tx.query("DELETE FROM pending WHERE member = $1", id))
        .compose(_ -> tx.query("DELETE FROM session WHERE member = $1", id))
        .compose(_ ->
            outbox.put(
                tx,
                tell.letter(
                    row.getString("name"),
                    row.getString("email"),
                    row.getString("municipality_name"))))
        .compose(_ -> audit.note(tx, deed))
        .map(true);
  }

  @Override
  public Future<List<Colleague>> colleagues(MunicipalityId municipality) {
    return database
        .query(
            "SELECT m.id, m.name, m.email, p.name AS partner_name,"
                + ANY
                + "AS any_factor FROM member m JOIN partner p ON p.id = m.partner"
                + " WHERE m.municipality = $1 AND m.removed_at IS NULL"
                + " ORDER BY p.name, m.name, m.id LIMIT "
                + Limits.COLLEAGUES_SHOWN_MAX,
            Tuple.of(municipality.value()))
        .map(rows ->
            list(rows).stream()
                .map(row ->
                    new Colleague(
                        new MemberId(row.getUUID("id")),
                        row.getString("name"),
                        row.getString("email"),
                        row.getString("partner_name"),
                        row.getBoolean("any_factor")))
                .toList());
  }

  @Override
  public Future<Boolean> required(MunicipalityId municipality) {
    return database
        .query(
            "SELECT second_factor_required FROM municipality WHERE id = $1",
            Tuple.of(municipality.value()))
        .map(rows -> first(rows).map(row -> row.getBoolean(0)).orElse(false));
  }

  @Override
  public Future<Void> require(Deed deed, MunicipalityId municipality, boolean required) {
    return done(
            deed,
            tx ->
                tx.query(
                    "UPDATE municipality SET second_factor_required = $2"
                        + " WHERE id = $1 AND second_factor_required <> $2",
                    Tuple.of(municipality.value(), required)))
        .mapEmpty();
  }

  @Override
  public Future<Void> keep(Bytes tokenHash, Pending pending, long expiresAtMs) {
    return database
        .query(
            "INSERT INTO pending (token_hash, purpose, member, content, expires_at)"
                + " VALUES ($1, $2, $3, $4, $5)",
            Tuple.of(
                buffer(tokenHash),
                pending.purpose(),
                pending.member().map(MemberId::value).orElse(null),
                buffer(pending.content()),
                at(expiresAtMs)))
        .compose(_ ->
            database.query(
                "DELETE FROM pending WHERE token_hash IN (SELECT token_hash FROM pending"
                    + " WHERE expires_at <= $1 LIMIT 100 FOR UPDATE SKIP LOCKED)",
                Tuple.of(now())))
        .compose(_ ->
            database.query(
                "DELETE FROM pending WHERE token_hash IN (SELECT token_hash FROM pending"
                    + " ORDER BY expires_at DESC OFFSET $1 LIMIT 100 FOR UPDATE SKIP LOCKED)",
                Tuple.of((long) Limits.PENDING_MAX)))
        .mapEmpty();
  }

  @Override
  public Future<Optional<Pending>> take(Bytes tokenHash, String purpose) {
    return database
        .query(
            "DELETE FROM pending WHERE token_hash = $1 AND purpose = $2 AND expires_at > $3"
                + " RETURNING member, content",
            Tuple.of(buffer(tokenHash), purpose, now()))
        .map(rows ->
            first(rows)
                .map(row ->
                    new Pending(
                        purpose,
                        Optional.ofNullable(row.getUUID("member")).map(MemberId::new),
                        bytes(row, "content"))));
  }

  private static Passkey passkey(Row row) {
    return new Passkey(
        row.getUUID("id"),
        new MemberId(row.getUUID("member")),
        row.getString("credential"),
        row.getString("public_key"),
        row.getLong("counter"),
        row.getString("aaguid"),
        row.getString("name"),
        ms(row, "created_at"),
        ms(row, "used_at"));
  }

  private OffsetDateTime now() {
    return at(clock.nowMs());
  }

  private static long ms(Row row, String column) {
    OffsetDateTime at = row.getOffsetDateTime(column);
    return at == null ? 0 : at.toInstant().toEpochMilli();
  }

  private static Bytes bytes(Row row, String column) {
    return Bytes.wrap(row.getBuffer(column).getBytes());
  }

  private static Buffer buffer(Bytes bytes) {
    return Buffer.buffer(bytes.toArray());
  }

  private static List<Row> list(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false).toList();
  }

  private static Optional<Row> first(RowSet<Row> rows) {
    return list(rows).stream().findFirst();
  }

  private static OffsetDateTime at(long ms) {
    return OffsetDateTime.ofInstant(Instant.ofEpochMilli(ms), ZoneOffset.UTC);
  }
}
