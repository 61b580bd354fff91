package nl.beleidstafel.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.db.Tx;
import nl.beleidstafel.testkit.FakeClock;
import nl.beleidstafel.testkit.HttpProbe;
import nl.beleidstafel.testkit.junit.DatabaseExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Several runners on one database, as several nodes are. Rules N1, N2, N3, N4 of `docs/spec.md`.
final class RunnerIT {
  @RegisterExtension static final DatabaseExtension DATABASE = new DatabaseExtension();

  private static final UUID SUBJECT = UUID.randomUUID();
  private static final long DAY_MS = 24L * 3600 * 1000;

  private final FakeClock clock = new FakeClock();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private Database other;

  @BeforeEach
  void begin() {
    other = Database.open(DATABASE.vertx(), DATABASE.address(), 4);
    query("DROP TABLE IF EXISTS done");
    query("CREATE TABLE done (subject uuid, at bigint)");
    query("DELETE FROM due");
  }

  @AfterEach
  void end() {
    HttpProbe.wait(other.close());
  }

  @Test
  void twoRunnersDoEachRowOnce_N1() {
    for (int number = 0; number < 150; number++) {
      put("count", UUID.randomUUID(), clock.nowMs());
    }
    Job counted = job("count", this::done);
    Future<Integer> here = runner(DATABASE.database(), counted).round();
    Future<Integer> there = runner(other, counted).round();
    int first = HttpProbe.wait(here);
    int second = HttpProbe.wait(there);
    assertEquals(150, first + second);
    assertTrue(first > 0 && second > 0, first + " and " + second);
    assertEquals(150, count("SELECT count(DISTINCT subject) FROM done"));
    assertEquals(150, count("SELECT count(*) FROM done"));
    assertEquals(0, count("SELECT count(*) FROM due"));
  }

  @Test
  void aRowThatSomebodyHoldsKeepsNobodyFromTheOthers_N1() {
    Promise<Void> released = Promise.promise();
    Promise<Void> begun = Promise.promise();
    put("count", SUBJECT, clock.nowMs() - 1);
    put("count", UUID.randomUUID(), clock.nowMs());
    Runner slow =
        runner(
            DATABASE.database(),
            job(
                "count",
                run -> {
                  begun.tryComplete();
                  return released.future().compose(_ -> done(run));
                }));
    Future<Integer> waiting = slow.round();
    HttpProbe.wait(begun.future());
    assertEquals(1, HttpProbe.wait(runner(other, job("count", this::done)).round()));
    assertEquals(0, count("SELECT count(*) FROM done WHERE subject = '" + SUBJECT + "'"));
    Future<Void> stopped = slow.stop();
    assertFalse(stopped.isComplete());
    released.complete();
    HttpProbe.wait(stopped);
    assertEquals(1, HttpProbe.wait(waiting));
    assertEquals(2, count("SELECT count(*) FROM done"));
    assertEquals(0, HttpProbe.wait(slow.round()));
  }

  /// The connection is cut as a kill of the node cuts it: after the job has written, before the
  /// commit.
  @Test
  void aKillInTheMiddleLeavesTheRowAndNothingOfTheJob_N1() {
    put("count", SUBJECT, clock.nowMs());
    AtomicInteger tried = new AtomicInteger();
    Runner killed =
        runner(
            other,
            job(
                "count",
                run -> {
                  tried.incrementAndGet();
                  return done(run)
                      .compose(_ -> run.tx().query("SELECT pg_backend_pid() AS pid"))
                      .compose(rows ->
                          DATABASE
                              .database()
                              .query(
                                  "SELECT pg_terminate_backend($1)",
                                  Tuple.of(rows.iterator().next().getInteger("pid"))))
                      .compose(_ -> run.tx().query("SELECT 1"))
                      .map(_ -> Optional.empty());
                }));
    HttpProbe.wait(killed.round().otherwise(0));
    assertEquals(1, tried.get());
    assertEquals(0, count("SELECT count(*) FROM done"));
    assertEquals(1, count("SELECT count(*) FROM due"));

    Runner next = runner(DATABASE.database(), job("count", this::done));
    clock.advanceMs(Runner.RETRY_MIN_MS);
    assertEquals(1, HttpProbe.wait(next.round()));
    assertEquals(1, count("SELECT count(*) FROM done"));
    assertEquals(0, count("SELECT count(*) FROM due"));
  }

  @Test
  void whatFailsWaitsLongerEachTimeAndIsGivenUpInTheEnd_N2() {
    put("broken", SUBJECT, clock.nowMs());
    put("count", UUID.randomUUID(), clock.nowMs() + 1);
    AtomicInteger tried = new AtomicInteger();
    Runner runner =
        runner(
            DATABASE.database(),
            job(
                "broken",
                run -> {
                  tried.incrementAndGet();
                  // Even what spoils the transaction is counted.
                  return run.tx().query("SELECT 1 / 0").map(_ -> Optional.empty());
                }),
            job("count", this::done));
    clock.advanceMs(1);
    HttpProbe.wait(runner.round());
    assertEquals(1, count("SELECT count(*) FROM done"), "one that fails stops no other");
    for (int failures = 1; failures < Runner.TRIES_MAX; failures++) {
      assertEquals(failures, tried.get());
      clock.advanceMs(Runner.pauseMs(failures) - 1);
      HttpProbe.wait(runner.round());
      assertEquals(failures, tried.get(), "too early");
      clock.advanceMs(1);
      HttpProbe.wait(runner.round());
    }
    clock.advanceMs(100 * DAY_MS);
    HttpProbe.wait(runner.round());
    assertEquals(Runner.TRIES_MAX, tried.get());
    assertEquals(1, meters.get("beleidstafel_due_given_up").gauge().value());

    put("broken", SUBJECT, clock.nowMs());
    HttpProbe.wait(runner.round());
    assertEquals(Runner.TRIES_MAX + 1, tried.get(), "a new wish begins anew");
  }

  @Test
  void aJobThatThrowsIsTriedAgain() {
    put("count", SUBJECT, clock.nowMs());
    Runner runner =
        runner(
            DATABASE.database(),
            job(
                "count",
                _ -> {
                  throw new IllegalStateException("a mistake of ours");
                }));
    assertEquals(1, HttpProbe.wait(runner.round()));
    assertEquals(1, count("SELECT count(*) FROM due WHERE tries = 1"));
  }

  @Test
  void aClockThatJumpsRunsNothingTwice_N3() {
    put("daily", SUBJECT, clock.nowMs());
    Runner runner =
        runner(
            DATABASE.database(),
            job("daily", run -> done(run).map(_ -> Optional.of(run.nowMs() + DAY_MS))));
    assertEquals(1, HttpProbe.wait(runner.round()));
    assertEquals(0, HttpProbe.wait(runner.round()));
    clock.advanceMs(5 * DAY_MS);
    assertEquals(1, HttpProbe.wait(runner.round()), "five days asleep are one run");
    clock.advanceMs(-3 * DAY_MS);
    assertEquals(0, HttpProbe.wait(runner.round()));
    clock.advanceMs(4 * DAY_MS);
    assertEquals(1, HttpProbe.wait(runner.round()));
  }

  @Test
  void whatThisProgramDoesNotKnowIsLeftToThoseThatDo_N4() {
    put("newer", SUBJECT, clock.nowMs());
    Runner runner = runner(DATABASE.database(), job("count", this::done));
    assertEquals(0, HttpProbe.wait(runner.round()));
    assertEquals(1, count("SELECT count(*) FROM due"));
  }

  @Test
  void aSoonerWishStaysWhereALaterOneComes() {
    long nowMs = clock.nowMs();
    Schedule schedule = Schedule.inDatabase();
    tx(tx -> schedule.putNoLater(tx, "count", Set.of(SUBJECT), nowMs + 10));
    tx(tx -> schedule.putNoLater(tx, "count", Set.of(SUBJECT), nowMs + 20));
    Runner runner = runner(DATABASE.database(), job("count", this::done));
    clock.advanceMs(10);
    assertEquals(1, HttpProbe.wait(runner.round()));
    tx(tx -> schedule.put(tx, "count", SUBJECT, nowMs + 100));
    tx(tx -> schedule.putNoLater(tx, "count", Set.of(SUBJECT), nowMs));
    assertEquals(1, HttpProbe.wait(runner.round()));
    tx(tx -> schedule.put(tx, "count", SUBJECT, nowMs));
    tx(tx -> schedule.drop(tx, "count", SUBJECT));
    assertEquals(0, HttpProbe.wait(runner.round()));
  }

  private record Run(Tx tx, UUID subject, long nowMs) {}

  private static Job job(String kind, Function<Run, Future<Optional<Long>>> work) {
    return new Job() {
      @Override
      public String kind() {
        return kind;
      }

      @Override
      public Future<Optional<Long>> run(Tx tx, UUID subject, long dueMs, long nowMs) {
        return work.apply(new Run(tx, subject, nowMs));
      }
    };
  }

  private Future<Optional<Long>> done(Run run) {
    return run.tx()
        .query("INSERT INTO done VALUES ($1, $2)", Tuple.of(run.subject(), run.nowMs()))
        .map(_ -> Optional.empty());
  }

  private Runner runner(Database database, Job... jobs) {
    return new Runner(DATABASE.vertx(), database, clock, List.of(jobs), meters);
  }

  private static void put(String kind, UUID subject, long dueMs) {
    tx(tx -> Schedule.inDatabase().put(tx, kind, subject, dueMs));
  }

  private static void tx(Function<Tx, Future<Void>> work) {
    HttpProbe.wait(DATABASE.database().transaction(work));
  }

  private static void query(String sql) {
    HttpProbe.wait(DATABASE.database().query(sql));
  }

  private static long count(String sql) {
    Row row = HttpProbe.wait(DATABASE.database().query(sql)).iterator().next();
    return row.getLong(0);
  }
}
