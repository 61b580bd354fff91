package nl.beleidstafel.plan;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import java.util.concurrent.atomic.AtomicInteger;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.collab.Level;
import nl.beleidstafel.db.Tx;
import nl.beleidstafel.testkit.NoDocuments;

/// Documents without rooms: only the rows that a new one has. Fails when told to.
final class PgDocuments extends NoDocuments {
  private final AtomicInteger left = new AtomicInteger(-1);

  /// Lets this many more be made, then fails; a negative number never does.
  void failAfter(int count) {
    left.set(count);
  }

  @Override
  public Future<Void> create(Tx tx, DocumentId document, Bytes seed) {
    if (left.getAndDecrement() == 0) {
      return Future.failedFuture(new IllegalStateException("planned"));
    }
    return tx.query("INSERT INTO document (id, seq) VALUES ($1, 1)", Tuple.of(document.value()))
        .compose(_ ->
            tx.query(
                "INSERT INTO document_update (document, seq, bytes) VALUES ($1, 1, $2)",
                Tuple.of(document.value(), Buffer.buffer(seed.toArray()))))
        .mapEmpty();
  }

  @Override
  public Future<Void> grant(Tx tx, DocumentId document, PartnerId partner, Level level) {
    return tx.query(
            "INSERT INTO document_access (document, partner, level) VALUES ($1, $2, $3)",
            Tuple.of(document.value(), partner.value(), (short) level.code()))
        .mapEmpty();
  }
}
