package nl.beleidstafel.db;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;

/// A transaction that is open: what runs on its connection is stored together or not at all. Valid
/// only inside the work given to {@link Database#transaction}.
public record Tx(SqlConnection connection) {
  /// Runs one prepared statement (`$1`, `$2`, ...).
  public Future<RowSet<Row>> query(String sql, Tuple values) {
    return connection.preparedQuery(sql).execute(values).recover(Tx::failed);
  }

  /// Runs one prepared statement without values.
  public Future<RowSet<Row>> query(String sql) {
    return query(sql, Tuple.tuple());
  }

  /// Runs one prepared statement once per tuple, in one round trip.
  public Future<RowSet<Row>> batch(String sql, List<Tuple> values) {
    return connection.preparedQuery(sql).executeBatch(values).recover(Tx::failed);
  }

  /// Runs the work when this transaction has ended: committed, rolled back, or nobody knows. For
  /// what looks again at what is stored, never for what takes a commit for granted.
  public void atEnd(Runnable work) {
    connection.transaction().completion().onComplete(_ -> work.run());
  }

  private static Future<RowSet<Row>> failed(Throwable failure) {
    return Future.failedFuture(StoreFailures.of(failure));
  }
}
