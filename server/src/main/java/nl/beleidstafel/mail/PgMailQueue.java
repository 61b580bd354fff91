package nl.beleidstafel.mail;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.db.Database;

/// The queue in PostgreSQL: the table of `V006__mail.sql`.
final class PgMailQueue implements MailQueue {
  private final Database database;

  PgMailQueue(Database database) {
    this.database = database;
  }

  @Override
  public Future<List<Due>> take(long nowMs, long leaseMs, int countMax) {
    return database
        .query(
            "UPDATE mail SET given_up = true, subject = NULL, body = NULL, calendar = NULL"
                + " WHERE sent_at IS NULL AND NOT given_up AND created_at < $1",
            Tuple.of(at(nowMs - Limits.INVITATION_MAX_MS)))
        .compose(_ ->
            database.query(
                "DELETE FROM mail WHERE given_up AND created_at < $1",
                Tuple.of(at(nowMs - Limits.MAIL_GIVEN_UP_MAX_MS))))
        .compose(_ ->
            database.query(
                "UPDATE mail SET attempts = attempts + 1, due_at = $2 WHERE id IN"
                    + " (SELECT id FROM mail WHERE sent_at IS NULL AND NOT given_up"
                    + " AND due_at <= $1 ORDER BY due_at LIMIT $3 FOR UPDATE SKIP LOCKED)"
                    + " RETURNING id, recipient, subject, body, calendar, attempts",
                Tuple.of(at(nowMs), at(nowMs + leaseMs), (long) countMax)))
        .map(
            rows -> StreamSupport.stream(rows.spliterator(), false).map(PgMailQueue::due).toList());
  }

  private static Due due(Row row) {
    return new Due(
        row.getUUID("id"),
        row.getString("recipient"),
        row.getString("subject"),
        row.getString("body"),
        row.getString("calendar"),
        row.getShort("attempts"));
  }

  @Override
  public Future<Void> sent(UUID id) {
    return database.query("DELETE FROM mail WHERE id = $1", Tuple.of(id)).mapEmpty();
  }

  @Override
  public Future<Void> retry(UUID id, long dueAtMs) {
    return database
        .query("UPDATE mail SET due_at = $2 WHERE id = $1", Tuple.of(id, at(dueAtMs)))
        .mapEmpty();
  }

  @Override
  public Future<Void> giveUp(UUID id) {
    return database
        .query(
            "UPDATE mail SET given_up = true, subject = NULL, body = NULL, calendar = NULL WHERE id = $1",
            Tuple.of(id))
        .mapEmpty();
  }

  @Override
  public Future<List<Waiting>> newest(int countMax) {
    return database
        .query(
            "SELECT id, recipient, subject, body, calendar, created_at FROM mail"
                + " WHERE sent_at IS NULL AND NOT given_up"
                + " ORDER BY created_at DESC, id LIMIT $1",
            Tuple.of((long) countMax))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false)
                .map(row ->
                    new Waiting(
                        row.getUUID("id"),
                        row.getString("recipient"),
                        row.getString("subject"),
                        row.getString("body"),
                        row.getString("calendar"),
                        row.getOffsetDateTime("created_at").toInstant().toEpochMilli()))
                .toList());
  }

  private static OffsetDateTime at(long ms) {
    return OffsetDateTime.ofInstant(Instant.ofEpochMilli(ms), ZoneOffset.UTC);
  }
}
