package nl.beleidstafel.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import nl.beleidstafel.testkit.junit.DatabaseExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DatabaseIT {
  @RegisterExtension static final DatabaseExtension DATABASE = new DatabaseExtension();

  @BeforeAll
  static void makeTable() {
    run("create table thing (id int constraint thing_key primary key, name text not null)");
  }

  @BeforeEach
  void empty() {
    run("delete from thing");
  }

  @Test
  void aTransactionStoresEverything() {
    long made =
        DATABASE
            .database()
            .transaction(tx ->
                tx.query("insert into thing values ($1, $2)", Tuple.of(1, "one"))
                    .compose(_ ->
                        tx.batch(
                            "insert into thing values ($1, $2)",
                            List.of(Tuple.of(2, "two"), Tuple.of(3, "three"))))
                    .map(_ -> 3L))
            .await();
    assertEquals(made, count());
  }

  @Test
  void aFailureOfTheWorkRollsBackAndIsHandedOn() {
    var refusal = new IllegalArgumentException("no");
    Future<Object> result =
        DATABASE
            .database()
            .transaction(tx ->
                tx.query("insert into thing values (1, 'one')")
                    .compose(_ -> Future.failedFuture(refusal)));
    assertSame(refusal, assertThrows(IllegalArgumentException.class, result::await));
    assertEquals(0, count());
  }

  @Test
  void aThrowInTheWorkRollsBackToo() {
    Future<Object> result =
        DATABASE
            .database()
            .transaction(_ -> {
              throw new IllegalStateException("bug");
            });
    assertThrows(IllegalStateException.class, result::await);
    assertEquals(0, count());
  }

  @Test
  void aViolatedConstraintIsNamedAndNotRetryable() {
    var failure =
        assertThrows(
            StoreException.class,
            () ->
                DATABASE
                    .database()
                    .batch(
                        "insert into thing values ($1, $2)",
                        List.of(Tuple.of(1, "a"), Tuple.of(1, "b")))
                    .await());
    assertEquals(Optional.of("thing_key"), failure.constraint());
    assertEquals(Optional.of("23505"), failure.sqlState());
    assertFalse(failure.retryable());
    assertEquals(StoreException.Outcome.ROLLED_BACK, failure.outcome());
  }

  @Test
  void aLostConnectionIsRetryable() {
    Future<Object> result =
        DATABASE
            .database()
            .transaction(
                tx -> tx.query("select pg_terminate_backend(pg_backend_pid())").map(_ -> "done"));
    assertTrue(assertThrows(StoreException.class, result::await).retryable());
    assertEquals(
        0, DATABASE.database().transaction(tx -> tx.query("select 1").map(_ -> 0)).await());
  }

  @Test
  void aConnectionLostAtCommitHasAnUnknownOutcome() {
    Database database = DATABASE.database();
    run(
        """
        create or replace function leave() returns trigger language plpgsql as
        $$ begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$
        """);
    run(
        """
        create constraint trigger leave after insert on thing
        deferrable initially deferred for each row execute function leave()
        """);
    try {
      Future<Object> result =
          database.transaction(
              tx -> tx.query("insert into thing values (1, 'one')").map(_ -> "done"));
      var failure = assertThrows(StoreException.class, result::await);
      assertEquals(StoreException.Outcome.UNKNOWN, failure.outcome());
    } finally {
      run("drop trigger leave on thing");
    }
  }

  @Test
  void aServerThatIsAwayIsRetryable() {
    DatabaseAddress nowhere =
        new DatabaseAddress("127.0.0.1", 1, "x", "x", null, DatabaseAddress.Tls.DISABLE);
    Database database = Database.open(DATABASE.vertx(), nowhere, 1);
    assertTrue(assertThrows(StoreException.class, () -> database.probe().await()).retryable());
    assertTrue(
        assertThrows(StoreException.class, () -> database.query("select 1").await()).retryable());
    assertInstanceOf(Migrations.Server.Away.class, Migrations.look(nowhere));
    database.close().await();
  }

  @Test
  void aLookTellsVersionAndRefusal() {
    DatabaseAddress address = DATABASE.address();
    // The tests' own server runs without fsync.
    assertFalse(assertInstanceOf(Migrations.Server.Good.class, Migrations.look(address)).durable());
    assertInstanceOf(Migrations.Server.Refused.class, Migrations.look(address.named("absent")));
    DatabaseAddress wrong =
        new DatabaseAddress(
            address.host(), address.port(), address.name(), address.user(), "no", address.tls());
    assertInstanceOf(Migrations.Server.Refused.class, Migrations.look(wrong));
    assertFalse(wrong.toString().contains("no"), "a password is never printed");
  }

  private static long count() {
    return run("select count(*) from thing").iterator().next().getLong(0);
  }

  /// In a transaction, which takes another connection where a test before has broken one.
  private static RowSet<Row> run(String sql) {
    return DATABASE.database().transaction(tx -> tx.query(sql)).await();
  }
}
