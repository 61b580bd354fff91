package nl.beleidstafel.collab.log;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;
import java.util.UUID;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.db.Database;

/// Snapshots in PostgreSQL, one row per document.
final class PgSnapshots implements Snapshots {
  private static final String SAVE =
      """
      INSERT INTO document_snapshot (document, generation, seq, bytes)
      SELECT id, generation, $3, $4 FROM document WHERE id = $1 AND generation = $2
      ON CONFLICT (document) DO UPDATE
        SET generation = excluded.generation, seq = excluded.seq, bytes = excluded.bytes,
          at = excluded.at
        WHERE document_snapshot.generation <> excluded.generation
          OR document_snapshot.seq < excluded.seq
      """;

  private static final String LATEST =
      "SELECT seq, bytes FROM document_snapshot WHERE document = $1 AND generation = $2";

  private final Database database;

  PgSnapshots(Database database) {
    this.database = database;
  }

  @Override
  public Future<Void> save(DocumentId document, UUID generation, Snapshot snapshot) {
    return database
        .query(
            SAVE,
            Tuple.of(
                document.value(), generation, snapshot.seq(), PgUpdateLog.buffer(snapshot.state())))
        .mapEmpty();
  }

  @Override
  public Future<Optional<Snapshot>> latest(DocumentId document, UUID generation) {
    return database
        .query(LATEST, Tuple.of(document.value(), generation))
        .map(rows -> {
          for (Row row : rows) {
            return Optional.of(
                new Snapshot(row.getLong(0), Bytes.wrap(row.getBuffer(1).getBytes())));
          }
          return Optional.empty();
        });
  }
}
