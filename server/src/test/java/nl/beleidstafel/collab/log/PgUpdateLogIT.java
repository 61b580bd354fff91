package nl.beleidstafel.collab.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.collab.Level;
import nl.beleidstafel.db.Tx;
import nl.beleidstafel.testkit.junit.DatabaseExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class PgUpdateLogIT extends UpdateLogContract {
  @RegisterExtension static final DatabaseExtension DATABASE = new DatabaseExtension();

  private final UpdateLog log = Logs.postgres(DATABASE.database()).updates();

  @Override
  UpdateLog log() {
    return log;
  }

  @Override
  <T> T get(Future<T> future) {
    return future.await();
  }

  @Override
  <T> Future<T> inTransaction(Function<Tx, Future<T>> work) {
    return DATABASE.database().transaction(work);
  }

  @Override
  boolean transactional() {
    return true;
  }

  private long number(String sql, Tuple values) {
    for (Row row : get(DATABASE.database().query(sql, values))) {
      return row.getLong(0);
    }
    throw new AssertionError("no row");
  }

  @Test
  void aRowNamesMemberAndPartnerAndNobodyElse_L7() {
    DocumentId document = openTo(ANN);
    get(log.append(List.of(new UpdateLog.Addition(document, ANN, words(0)))));
    assertEquals(
        1,
        number(
            "select count(*) from document_update where document = $1 and seq = 2"
                + " and author = $2 and organisation = $3 and on_behalf_of is null and at <= now()",
            Tuple.of(document.value(), ANN.member().value(), ANN.partner().value())));
  }

  @Test
  void everyGrantMovesTheRightsEpoch_L4() {
    DocumentId document = openTo(ANN, BEN);
    grant(document, ANN, Level.READ);
    assertEquals(
        3, number("select rights_epoch from document where id = $1", Tuple.of(document.value())));
  }

  @Test
  void erasingADocumentErasesItsLogSnapshotsAndRights_S4() {
    DocumentId document = openTo(ANN);
    UUID generation = get(log.head(document)).orElseThrow().generation();
    Snapshots snapshots = Logs.postgres(DATABASE.database()).snapshots();
    get(snapshots.save(document, generation, new Snapshots.Snapshot(1, SEED)));
    get(inTransaction(tx -> log.erase(tx, document)));
    for (String table : List.of("document_update", "document_snapshot", "document_access")) {
      assertEquals(
          0, number("select count(*) from " + table + " where document = $1", id(document)));
    }
  }

  private static Tuple id(DocumentId document) {
    return Tuple.of(document.value());
  }
}
