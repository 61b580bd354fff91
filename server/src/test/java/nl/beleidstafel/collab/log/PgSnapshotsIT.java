package nl.beleidstafel.collab.log;

import io.vertx.core.Future;
import java.util.UUID;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.testkit.junit.DatabaseExtension;
import org.junit.jupiter.api.extension.RegisterExtension;

final class PgSnapshotsIT extends SnapshotsContract {
  @RegisterExtension static final DatabaseExtension DATABASE = new DatabaseExtension();

  private final Logs logs = Logs.postgres(DATABASE.database());

  @Override
  Snapshots snapshots() {
    return logs.snapshots();
  }

  @Override
  DocumentId document() {
    DocumentId document = new DocumentId(UUID.randomUUID());
    get(DATABASE.database().transaction(tx -> logs.updates().create(tx, document, STATE)));
    return document;
  }

  @Override
  UUID generation(DocumentId document) {
    return get(logs.updates().head(document)).orElseThrow().generation();
  }

  @Override
  <T> T get(Future<T> future) {
    return future.await();
  }
}
