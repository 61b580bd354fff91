package nl.beleidstafel.http;

import io.vertx.core.Context;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.ThreadingModel;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import nl.beleidstafel.base.Limits;

/// Virtual-thread contexts on which endpoints run and may wait. Within a lane one endpoint computes
/// at a time; while it waits, others go on.
final class Lanes {
  private final List<Context> contexts;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger underWay = new AtomicInteger();

  private Lanes(List<Context> contexts) {
    this.contexts = List.copyOf(contexts);
  }

  static Future<Lanes> open(Vertx vertx) {
    List<Future<Context>> opened = new ArrayList<>();
    for (int i = 0; i < Limits.HTTP_LANES; i++) {
      Lane lane = new Lane();
      DeploymentOptions options =
          new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD);
      opened.add(vertx.deployVerticle(lane, options).map(_ -> lane.context()));
    }
    return Future.all(opened).map(_ -> new Lanes(opened.stream().map(Future::result).toList()));
  }

  /// Runs the work on a lane and hands its result to `then` on the context it was called from. The
  /// work throws nothing. False where too much is under way: then nothing happens.
  <T> boolean run(Context from, Supplier<T> work, Handler<T> then) {
    if (underWay.incrementAndGet() > Limits.HTTP_CALLS_AT_ONCE_MAX) {
      underWay.decrementAndGet();
      return false;
    }
    Context lane = contexts.get(Math.floorMod(next.getAndIncrement(), contexts.size()));
    lane.runOnContext(_ -> {
      T result = work.get();
      underWay.decrementAndGet();
      from.runOnContext(_ -> then.handle(result));
    });
    return true;
  }

  private static final class Lane extends VerticleBase {
    Context context() {
      return context;
    }
  }
}
