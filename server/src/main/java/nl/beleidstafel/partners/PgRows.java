package nl.beleidstafel.partners;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import nl.beleidstafel.base.Bytes;

/// Between rows and the values of this feature.
final class PgRows {
  private PgRows() {}

  static <T> List<T> all(RowSet<Row> rows, Function<Row, T> read) {
    return StreamSupport.stream(rows.spliterator(), false).map(read).toList();
  }

  static OffsetDateTime at(long ms) {
    return OffsetDateTime.ofInstant(Instant.ofEpochMilli(ms), ZoneOffset.UTC);
  }

  static long ms(OffsetDateTime at) {
    return at.toInstant().toEpochMilli();
  }

  static Buffer buffer(Bytes bytes) {
    return Buffer.buffer(bytes.toArray());
  }
}
