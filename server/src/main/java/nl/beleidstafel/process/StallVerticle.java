package nl.beleidstafel.process;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.util.concurrent.TimeUnit;

/// Measures how late an event loop is: a timer's tick comes when everything before it is done. One
/// instance per event loop.
public final class StallVerticle extends VerticleBase {
  private static final long TICK_MS = 100;
  private static final long STALL_MIN_MS = 100;

  private final Timer lag;
  private final Counter stalls;
  private long expectedNs;

  private StallVerticle(MeterRegistry registry) {
    lag =
        Timer.builder("event_loop_lag")
            .description("How late an event loop takes its next task")
            .register(registry);
    stalls =
        Counter.builder("event_loop_stalls")
            .description("Times that an event loop was late by 100 ms or more")
            .register(registry);
  }

  /// Watches all event loops of this Vert.x.
  public static Future<?> deploy(Vertx vertx, MeterRegistry registry) {
    return vertx.deployVerticle(
        () -> new StallVerticle(registry),
        new DeploymentOptions().setInstances(VertxOptions.DEFAULT_EVENT_LOOP_POOL_SIZE));
  }

  @Override
  public Future<?> start() {
    expectedNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(TICK_MS);
    vertx.setPeriodic(TICK_MS, _ -> tick());
    return Future.succeededFuture();
  }

  private void tick() {
    long now = System.nanoTime();
    long late = Math.max(0, now - expectedNs);
    lag.record(late, TimeUnit.NANOSECONDS);
    if (late >= TimeUnit.MILLISECONDS.toNanos(STALL_MIN_MS)) {
      stalls.increment();
    }
    expectedNs = now + TimeUnit.MILLISECONDS.toNanos(TICK_MS);
  }
}
