package nl.beleidstafel.collab.log;

import io.vertx.core.Future;
import java.util.UUID;
import java.util.function.Function;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.db.Tx;
import nl.beleidstafel.testkit.MemoryUpdateLog;
import org.junit.jupiter.api.Nested;

/// The double that other tests stand on keeps the same contracts as PostgreSQL.
final class MemoryUpdateLogTest {
  private static <T> T done(Future<T> future) {
    if (future.failed()) {
      throw new AssertionError(future.cause());
    }
    return future.result();
  }

  @Nested
  final class Log extends UpdateLogContract {
    private final MemoryUpdateLog memory = new MemoryUpdateLog();

    @Override
    UpdateLog log() {
      return memory;
    }

    @Override
    <T> T get(Future<T> future) {
      return done(future);
    }

    @Override
    <T> Future<T> inTransaction(Function<Tx, Future<T>> work) {
      return work.apply(MemoryUpdateLog.NO_TX);
    }

    @Override
    boolean transactional() {
      return false;
    }
  }

  @Nested
  final class States extends SnapshotsContract {
    private final MemoryUpdateLog memory = new MemoryUpdateLog();

    @Override
    Snapshots snapshots() {
      return memory;
    }

    @Override
    DocumentId document() {
      DocumentId document = new DocumentId(UUID.randomUUID());
      done(memory.create(MemoryUpdateLog.NO_TX, document, STATE));
      return document;
    }

    @Override
    UUID generation(DocumentId document) {
      return done(memory.head(document)).orElseThrow().generation();
    }

    @Override
    <T> T get(Future<T> future) {
      return done(future);
    }
  }
}
