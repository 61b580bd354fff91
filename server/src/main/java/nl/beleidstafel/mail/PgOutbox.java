package nl.beleidstafel.mail;

import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import nl.beleidstafel.base.Clock;
import nl.beleidstafel.db.Tx;

/// The outbox in PostgreSQL: the table of `V006__mail.sql`.
final class PgOutbox implements Outbox {
  private final Clock clock;

  PgOutbox(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Future<Void> put(Tx tx, Letter letter) {
    OffsetDateTime now =
        OffsetDateTime.ofInstant(Instant.ofEpochMilli(clock.nowMs()), ZoneOffset.UTC);
    return tx.query(
            "INSERT INTO mail (id, municipality, recipient, subject, body, calendar, created_at,"
                + " due_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $7)",
            Tuple.tuple()
                .addUUID(UUID.randomUUID())
                .addUUID(letter.municipality().value())
                .addString(letter.recipient())
                .addString(letter.subject())
                .addString(letter.body())
                .addString(letter.calendar())
                .addOffsetDateTime(now))
        .mapEmpty();
  }
}
