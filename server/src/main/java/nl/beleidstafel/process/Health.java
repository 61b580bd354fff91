package nl.beleidstafel.process;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import nl.beleidstafel.http.Answer;
import nl.beleidstafel.http.Guard;
import nl.beleidstafel.http.Routes;

/// Whether the process lives, and whether it can work: for an operator's supervisor and load
/// balancer.
public final class Health {
  private static final Map<String, String> NOT_KEPT = Map.of("Cache-Control", "no-store");

  private final Supplier<Future<Void>> database;
  private final AtomicBoolean open = new AtomicBoolean();

  /// Not ready until {@link #open}.
  ///
  /// @param database succeeds where the database answers, within seconds
  public Health(Supplier<Future<Void>> database) {
    this.database = database;
  }

  /// Everything is started.
  public void open() {
    open.set(true);
  }

  /// The stop has begun: no new work, please.
  public void close() {
    open.set(false);
  }

  /// `GET /health/live` is 200 while the process can answer at all; `GET /health/ready` is 200
  /// while it is started, not stopping, and the database answers, else 503 with the reason.
  public Routes routes() {
    return new Routes()
        .get("/health/live", Guard.PUBLIC, _ -> answer(200, "up"))
        .get("/health/ready", Guard.PUBLIC, _ -> ready());
  }

  private Answer ready() {
    if (!open.get()) {
      return answer(503, "starting or stopping");
    }
    return database
        .get()
        .map(_ -> answer(200, "up"))
        .otherwise(_ -> answer(503, "database away"))
        .await();
  }

  private static Answer answer(int status, String word) {
    return new Answer.Json(status, new JsonObject().put("status", word), NOT_KEPT);
  }
}
