package nl.beleidstafel.collab.runtime;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;

/// A Vert.x event-loop context as a {@link Loop}.
record VertxLoop(Vertx vertx, Context context) implements Loop {
  @Override
  public void run(Runnable task) {
    context.runOnContext(_ -> task.run());
  }

  @Override
  public Timer after(long delayMs, Runnable task) {
    long id = vertx.setTimer(Math.max(1, delayMs), _ -> task.run());
    return () -> vertx.cancelTimer(id);
  }

  @Override
  public long nowMs() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
  }
}
