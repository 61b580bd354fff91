package nl.beleidstafel.db;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.TrustOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import io.vertx.sqlclient.Tuple;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import nl.beleidstafel.base.Limits;
import org.jspecify.annotations.Nullable;

/// The product's database: a bounded pool of connections to one PostgreSQL. Any thread may call it;
/// futures complete on the caller's context. Every failure of the database is a {@link
/// StoreException}.
public final class Database {
  private static final int BEGIN_TRIES = 3;

  private final Pool pool;

  private Database(Pool pool) {
    this.pool = pool;
  }

  /// Opens the pool; the first connection is made when the first query needs it.
  ///
  /// @param connectionCountMax how many connections this node may hold
  public static Database open(Vertx vertx, DatabaseAddress address, int connectionCountMax) {
    PgConnectOptions connect =
        new PgConnectOptions()
            .setHost(address.host())
            .setPort(address.port())
            .setDatabase(address.name())
            .setUser(address.user())
            .setPassword(address.password() == null ? "" : address.password())
            .setSslMode(SslMode.of(address.tls().word()))
            .setCachePreparedStatements(true)
            .setProperties(Map.of("application_name", "beleidstafel"));
    if (address.tls() == DatabaseAddress.Tls.VERIFY_FULL) {
      connect.setSslOptions(
          new ClientSSLOptions()
              .setTrustOptions(TrustOptions.wrap(trustOfTheJdk()))
              .setHostnameVerificationAlgorithm("HTTPS"));
    }
    PoolOptions bounds =
        new PoolOptions()
            .setMaxSize(connectionCountMax)
            .setMaxWaitQueueSize(Limits.DATABASE_WAITING_MAX)
            .setConnectionTimeout(Limits.DATABASE_CONNECT_MAX_MS)
            .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS)
            .setIdleTimeout(Limits.DATABASE_IDLE_MAX_MS)
            .setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
    NetClientOptions net =
        new NetClientOptions()
            .setTcpKeepAlive(true)
            .setConnectTimeout(Limits.DATABASE_CONNECT_MAX_MS)
            // A server that vanished without a word must not hold a flush forever.
            .setReadIdleTimeout(Limits.DATABASE_SILENCE_MAX_MS)
            .setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
    return new Database(
        PgBuilder.pool().with(bounds).with(net).connectingTo(connect).using(vertx).build());
  }

  private static TrustManager trustOfTheJdk() {
    try {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init((KeyStore) null);
      return factory.getTrustManagers()[0];
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("this JDK has no list of trusted certificates", missing);
    }
  }

  /// The pool itself, for what this class does not offer (cursors, pipelining). Failures are then
  /// the driver's own: prefer the methods here.
  public Pool pool() {
    return pool;
  }

  /// Runs the work in one READ COMMITTED transaction. Its future decides: succeeded commits, failed
  /// rolls back and is handed on. A connection lost at COMMIT gives {@link
  /// StoreException.Outcome#UNKNOWN}.
  public <T extends @Nullable Object> Future<T> transaction(Function<Tx, Future<T>> work) {
    return begun(BEGIN_TRIES)
        .compose(begun ->
            start(begun.connection, work)
                .transform(done -> end(begun.transaction, done))
                .eventually(begun.connection::close))
        .recover(failure -> Future.failedFuture(StoreFailures.of(failure)));
  }

  /// Runs straight-line work in one READ COMMITTED transaction: what it returns is committed, what
  /// it throws rolls back and is thrown on. Only on a virtual thread of Vert.x, where the work may
  /// wait.
  public <T extends @Nullable Object> T inTransaction(Function<Tx, T> work) {
    return transaction(tx -> Future.succeededFuture(work.apply(tx))).await();
  }

  private record Begun(SqlConnection connection, Transaction transaction) {}

  /// The pool may hand out a connection in the moment it is lost: nothing ran on it yet, so another
  /// is taken.
  private Future<Begun> begun(int tries) {
    return pool.getConnection()
        .compose(connection ->
            connection
                .begin()
                .map(transaction -> new Begun(connection, transaction))
                .recover(failure ->
                    connection
                        .close()
                        .transform(
                            _ -> tries > 1 ? begun(tries - 1) : Future.failedFuture(failure))));
  }

  private static <T extends @Nullable Object> Future<T> start(
      SqlConnection connection, Function<Tx, Future<T>> work) {
    try {
      return work.apply(new Tx(connection));
    } catch (RuntimeException failure) {
      return Future.failedFuture(failure);
    }
  }

  private static <T extends @Nullable Object> Future<T> end(Transaction open, AsyncResult<T> done) {
    if (done.failed()) {
      // Whether the rollback arrives does not matter: without a COMMIT nothing is stored.
      return open.rollback().transform(_ -> Future.failedFuture(done.cause()));
    }
    return open.commit()
        .map(_ -> done.result())
        .recover(failure -> Future.failedFuture(StoreFailures.atCommit(failure)));
  }

  /// Runs one prepared statement (`$1`, `$2`, ...) in a transaction of its own.
  public Future<RowSet<Row>> query(String sql, Tuple values) {
    return pool.preparedQuery(sql).execute(values).recover(Database::failed);
  }

  /// Runs one prepared statement without values in a transaction of its own.
  public Future<RowSet<Row>> query(String sql) {
    return query(sql, Tuple.tuple());
  }

  /// Runs one prepared statement once per tuple, in one round trip, all or nothing.
  public Future<RowSet<Row>> batch(String sql, List<Tuple> values) {
    return pool.preparedQuery(sql).executeBatch(values).recover(Database::failed);
  }

  /// Succeeds where the database answers within {@link Limits#DATABASE_PROBE_MAX_MS}.
  public Future<Void> probe() {
    return pool.query("select 1")
        .execute()
        .timeout(Limits.DATABASE_PROBE_MAX_MS, TimeUnit.MILLISECONDS)
        .<Void>mapEmpty()
        .recover(failure -> Future.failedFuture(StoreFailures.of(failure)));
  }

  /// Closes all connections; queries that still run fail.
  public Future<Void> close() {
    return pool.close();
  }

  private static Future<RowSet<Row>> failed(Throwable failure) {
    return Future.failedFuture(StoreFailures.of(failure));
  }
}
