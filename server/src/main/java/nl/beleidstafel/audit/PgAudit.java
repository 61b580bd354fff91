package nl.beleidstafel.audit;

import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import nl.beleidstafel.base.Clock;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.db.Tx;

/// The log in PostgreSQL: the table of `V005__audit.sql`.
final class PgAudit implements Audit {
  private final Database database;
  private final Clock clock;

  PgAudit(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public Future<Void> note(Tx tx, Deed deed) {
    return tx.query(
            "INSERT INTO audit"
                + " (municipality, at, actor, action, object_kind, object, result, origin)"
                + " VALUES ($1, $2, $3, $4, $5, $6, $7, left($8, 64))",
            Tuple.tuple()
                .addUUID(deed.municipality() == null ? null : deed.municipality().value())
                .addOffsetDateTime(
                    OffsetDateTime.ofInstant(Instant.ofEpochMilli(clock.nowMs()), ZoneOffset.UTC))
                .addUUID(deed.actor() == null ? null : deed.actor().value())
                .addString(deed.action())
                .addString(deed.objectKind())
                .addString(deed.object())
                .addString(deed.result().name().toLowerCase(Locale.ROOT))
                .addString(deed.origin()))
        .mapEmpty();
  }

  @Override
  public Future<Void> note(Deed deed) {
    return database.transaction(tx -> note(tx, deed));
  }
}
