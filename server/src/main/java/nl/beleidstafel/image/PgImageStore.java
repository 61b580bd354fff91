package nl.beleidstafel.image;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;
import java.util.UUID;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.collab.Level;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.db.Tx;

/// The table of `V004__image.sql`.
final class PgImageStore implements ImageStore {
  private final Database database;

  PgImageStore(Database database) {
    this.database = database;
  }

  @Override
  public Future<Added> add(Actor actor, DocumentId document, UUID id, Picture picture) {
    return database.transaction(tx ->
        // Locked like every change to the document, and read after the lock: see V001.
        tx.query("SELECT 1 FROM document WHERE id = $1 FOR UPDATE", Tuple.of(document.value()))
            .compose(_ ->
                tx.query(
                    "SELECT document_level($1, $2, $3) AS level,"
                        + " (SELECT count(*) FROM image WHERE document = $1) AS held",
                    Tuple.of(document.value(), actor.partner().value(), actor.member().value())))
            .compose(rows -> add(tx, actor, document, id, picture, rows.iterator().next())));
  }

  private static Future<Added> add(
      Tx tx, Actor actor, DocumentId document, UUID id, Picture picture, Row row) {
    int level = row.getShort("level");
    if (level < Level.READ.code()) {
      return Future.succeededFuture(Added.ABSENT);
    }
    if (level < Level.WRITE.code()) {
      return Future.succeededFuture(Added.READ_ONLY);
    }
    if (row.getLong("held") >= Limits.IMAGES_OF_DOCUMENT_MAX) {
      return Future.succeededFuture(Added.FULL);
    }
    return tx.query(
            "INSERT INTO image (id, document, media_type, width, height, bytes, member)"
                + " VALUES ($1, $2, $3, $4, $5, $6, $7)",
            Tuple.of(
                id,
                document.value(),
                picture.mediaType(),
                picture.width(),
                picture.height(),
                Buffer.buffer(picture.bytes().toArray()),
                actor.member().value()))
        .map(_ -> Added.STORED);
  }

  @Override
  public Future<Optional<Picture>> find(Actor actor, UUID id) {
    return database
        .query(
            "SELECT media_type, width, height, bytes FROM image"
                + " WHERE id = $1 AND document_level(document, $2, $3) >= $4",
            Tuple.of(
                id, actor.partner().value(), actor.member().value(), (short) Level.READ.code()))
        .map(PgImageStore::picture);
  }

  private static Optional<Picture> picture(RowSet<Row> rows) {
    for (Row row : rows) {
      return Optional.of(
          new Picture(
              row.getString("media_type"),
              row.getInteger("width"),
              row.getInteger("height"),
              Bytes.wrap(row.getBuffer("bytes").getBytes())));
    }
    return Optional.empty();
  }
}
