package nl.beleidstafel.plan;

import io.vertx.core.Future;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.collab.Grant;
import nl.beleidstafel.collab.Level;
import nl.beleidstafel.collab.log.Logs;
import nl.beleidstafel.collab.log.UpdateLog;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.db.Tx;
import nl.beleidstafel.testkit.NoDocuments;

/// Documents without rooms: only what is in the database. Fails when told to.
final class PgDocuments extends NoDocuments {
  private final UpdateLog log;
  private final AtomicInteger left = new AtomicInteger(-1);

  PgDocuments(Database database) {
    log = Logs.postgres(database).updates();
  }

  /// Lets this many more be made, then fails; a negative number never does.
  void failAfter(int count) {
    left.set(count);
  }

  @Override
  public Future<Void> create(Tx tx, DocumentId document, Bytes seed) {
    return left.getAndDecrement() == 0
        ? Future.failedFuture(new IllegalStateException("planned"))
        : log.create(tx, document, seed);
  }

  @Override
  public Future<Void> grantAll(Tx tx, List<Grant> grants) {
    return log.grantAll(tx, grants);
  }

  @Override
  public Future<List<Level>> levels(Actor actor, List<DocumentId> documents) {
    return log.levels(actor, documents);
  }
}
