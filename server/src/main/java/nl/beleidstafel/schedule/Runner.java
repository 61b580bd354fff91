package nl.beleidstafel.schedule;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.beleidstafel.base.Clock;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.db.Tx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs jobs whose rows fell due. Each row is claimed in the database and held while its job runs;
/// what the job stores and the row's next time are one commit. So over all nodes, restarts and
/// kills a job counts once: a node that dies leaves the row as it was. What fails is tried again,
/// later each time, and in the end given up with an error in the log and a number in the metrics.
/// Rows of kinds that this program has no job for are left to those that have. Any thread; nothing
/// waits. Rules N1 to N4 of `docs/spec.md`.
public final class Runner {
  private static final Logger LOG = LoggerFactory.getLogger(Runner.class);

  private static final long TICK_MS = 5_000;

  /// Jobs that one round does at most.
  private static final int BATCH_MAX = 200;

  /// The pause after the first failure, doubled up to the second.
  static final long RETRY_MIN_MS = 60_000;

  private static final long RETRY_MAX_MS = 6L * 3600 * 1000;

  /// Failures after which a job is given up: more than a day.
  static final int TRIES_MAX = 12;

  private final Vertx vertx;
  private final Database database;
  private final DueStore store;
  private final Clock clock;
  private final Map<String, Job> jobs;
  private final Counter runs;
  private final Counter failures;
  private final AtomicLong lateMs = new AtomicLong();
  private final AtomicLong givenUp = new AtomicLong();
  private final AtomicBoolean busy = new AtomicBoolean();
  private final AtomicBoolean stopped = new AtomicBoolean();
  private final AtomicLong timer = new AtomicLong(-1);
  private final AtomicReference<Future<Integer>> round =
      new AtomicReference<>(Future.succeededFuture(0));

  /// Runs nothing before it is started.
  ///
  /// @param jobs one for each kind
  public Runner(
      Vertx vertx, Database database, Clock clock, List<Job> jobs, MeterRegistry registry) {
    this.vertx = vertx;
    this.database = database;
    store = new PgDueStore(database);
    this.clock = clock;
    this.jobs = jobs.stream().collect(Collectors.toMap(Job::kind, Function.identity()));
    runs = Counter.builder("beleidstafel_due_runs").description("Jobs done").register(registry);
    failures =
        Counter.builder("beleidstafel_due_failures").description("Jobs failed").register(registry);
    Gauge.builder("beleidstafel_due_late_seconds", lateMs, late -> late.doubleValue() / 1000)
        .description("How long the oldest job waits that should have run")
        .register(registry);
    Gauge.builder("beleidstafel_due_given_up", givenUp, AtomicLong::doubleValue)
        .description("Jobs that failed too often")
        .register(registry);
  }

  /// Looks for due rows from now on.
  public void start() {
    timer.set(vertx.setPeriodic(TICK_MS, _ -> round()));
  }

  /// Begins no further job; done when the one that runs has ended.
  public Future<Void> stop() {
    stopped.set(true);
    vertx.cancelTimer(timer.get());
    return Objects.requireNonNull(round.get()).<Void>mapEmpty().otherwiseEmpty();
  }

  /// Runs what is due now, one after another; a round under way is not joined by another. The
  /// result is how many jobs were tried.
  public Future<Integer> round() {
    if (stopped.get() || !busy.compareAndSet(false, true)) {
      return Future.succeededFuture(0);
    }
    long nowMs = clock.nowMs();
    Future<Integer> running =
        next(nowMs, 0)
            .compose(tried -> look(nowMs).map(tried))
            .onFailure(failure -> LOG.warn("What is due cannot be read: {}", failure.getMessage()))
            .andThen(_ -> busy.set(false));
    round.set(running);
    return running;
  }

  private Future<Void> look(long nowMs) {
    return store
        .standing(jobs.keySet(), nowMs)
        .onSuccess(standing -> {
          lateMs.set(standing.lateMs());
          givenUp.set(standing.givenUp());
        })
        .mapEmpty();
  }

  private Future<Integer> next(long nowMs, int tried) {
    if (stopped.get() || tried >= BATCH_MAX) {
      return Future.succeededFuture(tried);
    }
    return one(nowMs)
        .compose(found -> found ? next(nowMs, tried + 1) : Future.succeededFuture(tried));
  }

  /// Claims a row and runs its job; false where there was none.
  private Future<Boolean> one(long nowMs) {
    AtomicReference<Optional<Due>> claimed = new AtomicReference<>(Optional.empty());
    return database
        .transaction(tx ->
            store
                .claim(tx, jobs.keySet(), nowMs)
                .onSuccess(claimed::set)
                .compose(found ->
                    found
                        .map(
                            due -> run(tx, due, nowMs).compose(next -> store.moveOn(tx, due, next)))
                        .orElseGet(Future::succeededFuture)))
        .transform(ended -> {
          Optional<Due> due = Objects.requireNonNull(claimed.get());
          if (ended.succeeded()) {
            due.ifPresent(_ -> runs.increment());
            return Future.succeededFuture(due.isPresent());
          }
          return due.map(each -> failed(each, ended.cause()).map(true))
              .orElseGet(() -> Future.failedFuture(ended.cause()));
        });
  }

  private Future<Optional<Long>> run(Tx tx, Due due, long nowMs) {
    try {
      return Objects.requireNonNull(jobs.get(due.kind()))
          .run(tx, due.subject(), due.dueMs(), nowMs);
    } catch (RuntimeException failure) {
      return Future.failedFuture(failure);
    }
  }

  private Future<Void> failed(Due due, Throwable cause) {
    failures.increment();
    int tries = due.tries() + 1;
    long nowMs = clock.nowMs();
    if (tries >= TRIES_MAX) {
      LOG.error("{} of {} is given up after {} tries", due.kind(), due.subject(), tries, cause);
      return store.giveUp(due, nowMs);
    }
    LOG.warn("{} of {} failed and is tried again", due.kind(), due.subject(), cause);
    return store.failed(due, nowMs + pauseMs(tries));
  }

  /// How long to wait after so many failures.
  static long pauseMs(int tries) {
    return Math.min(RETRY_MIN_MS << Math.min(tries - 1, 20), RETRY_MAX_MS);
  }
}
