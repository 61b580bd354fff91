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
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.db.Database;

/// The store in PostgreSQL: the table `session`.
final class PgSessionStore implements SessionStore {
  private static final String OPEN =
      "SELECT s.id, s.token_hash, s.kind, s.described, s.created_at, s.seen_at, s.expires_at"
          + " FROM session s WHERE s.expires_at > $2 AND s.seen_at > $3 AND ";
  private static final int SHOWN_MAX = 100;

  private final Database database;
  private final Audit audit;
  private final boolean withDemonstration;

  PgSessionStore(Database database, Audit audit, boolean withDemonstration) {
    this.database = database;
    this.audit = audit;
    this.withDemonstration = withDemonstration;
  }

  @Override
  public Future<Optional<Open>> session(Bytes tokenHash, long nowMs, long seenAfterMs) {
    return database
        .query(OPEN + "s.token_hash = $1", Tuple.of(buffer(tokenHash), at(nowMs), at(seenAfterMs)))
        .map(rows -> list(rows).stream().findFirst().map(PgSessionStore::open));
  }

  @Override
  public Future<Optional<Actor>> entering(Bytes tokenHash, long nowMs, long seenAfterMs) {
    return database
        .query(
            PgIdentityStore.SESSION + " AND" + PgIdentityStore.ENTERING,
            Tuple.of(buffer(tokenHash), at(nowMs), at(seenAfterMs), withDemonstration))
        .map(rows -> list(rows).stream().findFirst().map(PgIdentityStore::actor));
  }

  @Override
  public Future<List<Open>> sessions(MemberId member, long nowMs, long seenAfterMs) {
    return database
        .query(
            OPEN + "s.member = $1 ORDER BY s.seen_at DESC, s.id LIMIT " + SHOWN_MAX,
            Tuple.of(member.value(), at(nowMs), at(seenAfterMs)))
        .map(rows -> list(rows).stream().map(PgSessionStore::open).toList());
  }

  @Override
  public Future<Boolean> end(Deed deed, MemberId member, UUID session) {
    return ended(
            deed,
            "DELETE FROM session WHERE id = $1 AND member = $2",
            Tuple.of(session, member.value()))
        .map(count -> count > 0);
  }

  @Override
  public Future<Integer> endOthers(Deed deed, MemberId member, Bytes but) {
    return ended(
        deed,
        "DELETE FROM session WHERE member = $1 AND token_hash <> $2",
        Tuple.of(member.value(), buffer(but)));
  }

  private Future<Integer> ended(Deed deed, String sql, Tuple values) {
    return database.transaction(tx ->
        tx.query(sql, values)
            .compose(rows ->
                rows.rowCount() == 0
                    ? Future.succeededFuture(0)
                    : audit.note(tx, deed).map(rows.rowCount())));
  }

  @Override
  public Future<Integer> strengthen(Bytes tokenHash, MemberId member, SessionKind kind) {
    return database.transaction(tx ->
        tx.query(
                "UPDATE session SET kind = $2 WHERE token_hash = $1 AND kind = 'password'",
                Tuple.of(buffer(tokenHash), kind.word()))
            .compose(_ ->
                tx.query(
                    "DELETE FROM session WHERE member = $1 AND kind = 'password'",
                    Tuple.of(member.value())))
            .map(RowSet::rowCount));
  }

  private static Open open(Row row) {
    return new Open(
        row.getUUID("id"),
        Bytes.wrap(row.getBuffer("token_hash").getBytes()),
        SessionKind.of(row.getString("kind")),
        row.getString("described"),
        ms(row, "created_at"),
        ms(row, "seen_at"),
        ms(row, "expires_at"));
  }

  private static long ms(Row row, String column) {
    return row.getOffsetDateTime(column).toInstant().toEpochMilli();
  }

  private static List<Row> list(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false).toList();
  }

  private static Buffer buffer(Bytes bytes) {
    return Buffer.buffer(bytes.toArray());
  }

  private static OffsetDateTime at(long ms) {
    return OffsetDateTime.ofInstant(Instant.ofEpochMilli(ms), ZoneOffset.UTC);
  }
}
