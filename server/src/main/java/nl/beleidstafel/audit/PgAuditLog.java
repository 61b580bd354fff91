package nl.beleidstafel.audit;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.db.Database;
import org.jspecify.annotations.Nullable;

/// Reads the table of `V005__audit.sql`.
final class PgAuditLog implements AuditLog {
  private final Database database;

  PgAuditLog(Database database) {
    this.database = database;
  }

  @Override
  public Future<List<Line>> before(
      MunicipalityId municipality, Wish wish, long position, int countMax) {
    return database
        .query(
            "SELECT id, at, actor, action, object_kind, object, result, origin FROM audit"
                + " WHERE municipality = $1 AND id < $2"
                + " AND ($3::uuid IS NULL OR actor = $3"
                + "  OR (object_kind = 'member' AND object = $3::text))"
                + " AND ($4::text IS NULL OR action = $4 OR starts_with(action, $4 || '.'))"
                + " AND ($5::timestamptz IS NULL OR at >= $5)"
                + " AND ($6::timestamptz IS NULL OR at < $6)"
                + " ORDER BY id DESC LIMIT $7",
            Tuple.tuple()
                .addUUID(municipality.value())
                .addLong(position)
                .addUUID(wish.member().map(MemberId::value).orElse(null))
                .addString(wish.action().orElse(null))
                .addOffsetDateTime(at(wish.fromMs()))
                .addOffsetDateTime(at(wish.untilMs()))
                .addLong((long) countMax))
        .map(
            rows -> StreamSupport.stream(rows.spliterator(), false).map(PgAuditLog::line).toList());
  }

  @Override
  public Future<Integer> sweep(int countMax) {
    // The table's own trigger decides what is old enough; this asks for nothing younger.
    return database
        .query(
            "DELETE FROM audit WHERE id IN (SELECT id FROM audit"
                + " WHERE at < now() - interval '5 years' ORDER BY at LIMIT $1"
                + " FOR UPDATE SKIP LOCKED)",
            Tuple.of((long) countMax))
        .map(rows -> rows.rowCount());
  }

  private static Line line(Row row) {
    return new Line(
        row.getLong("id"),
        row.getOffsetDateTime("at").toInstant().toEpochMilli(),
        Optional.ofNullable(row.getUUID("actor")).map(MemberId::new),
        row.getString("action"),
        row.getString("object_kind"),
        row.getString("object"),
        row.getString("result").equals("done"),
        row.getString("origin"));
  }

  private static @Nullable OffsetDateTime at(Optional<Long> ms) {
    return ms.map(each -> OffsetDateTime.ofInstant(Instant.ofEpochMilli(each), ZoneOffset.UTC))
        .orElse(null);
  }
}
