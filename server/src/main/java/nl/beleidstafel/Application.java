package nl.beleidstafel;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import nl.beleidstafel.config.Configuration;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.db.DatabaseAddress;
import nl.beleidstafel.db.embedded.Platform;
import nl.beleidstafel.demonstration.Play;
import nl.beleidstafel.demonstration.PlayException;
import nl.beleidstafel.http.HttpVerticle;
import nl.beleidstafel.process.Health;
import nl.beleidstafel.process.Lifecycle;
import nl.beleidstafel.process.Metrics;
import nl.beleidstafel.process.StallVerticle;
import nl.beleidstafel.yaml.MistakesException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The running server: everything started in order, and stopped in the opposite order.
final class Application {
  private static final Logger LOG = LoggerFactory.getLogger(Application.class);

  private final Configuration configuration;
  private final Platform platform;
  private final Lifecycle lifecycle;

  Application(Configuration configuration, Platform platform) {
    this.configuration = configuration;
    this.platform = platform;
    this.lifecycle = new Lifecycle(configuration.stopMs());
  }

  /// Starts everything and returns the port once the server answers. Blocks.
  ///
  /// @throws StartException where it cannot; {@link #stop} then ends what had been started
  int start() throws StartException {
    PortCheck.free(configuration.host(), configuration.port());
    DatabaseAddress address = new DatabaseStart(lifecycle).ready(configuration, platform);

    Metrics metrics = new Metrics();
    lifecycle.onStop("the metrics", metrics::close);
    Vertx vertx = metrics.vertx();
    lifecycle.onStop("Vert.x", () -> vertx.close().await());
    StallVerticle.deploy(vertx, metrics.registry()).await();
    Database database = Database.open(vertx, address, configuration.databaseConnections());
    lifecycle.onStop("the database's connections", () -> database.close().await());

    Health health = new Health(database::probe);
    Wiring.Product product = new Wiring(configuration, vertx, database, metrics).wire(health);
    lifecycle.onStop("the last flush", () -> product.rooms().flushed().await());
    product.runner().start();
    lifecycle.onStop("what runs by the clock", () -> product.runner().stop().await());
    int port = listen(vertx, product.parts());
    lifecycle.onStop("the sockets", () -> product.sockets().closeAll().await());
    lifecycle.onStop("readiness", health::close);
    if (configuration.demonstrationWritten()) {
      play(port, product.freshPlan());
    }
    health.open();
    LOG.info(
        "Beleidstafel is ready on {}{}",
        configuration.publicUrl(),
        configuration.demonstration() ? " with the demonstration municipality" : "");
    return port;
  }

  /// Lets the demonstration's people write their plan. The product works without it.
  private void play(int port, boolean fresh) {
    String host = configuration.host();
    String server = (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    try {
      Play.perform(Path.of(configuration.directory()), server, fresh);
    } catch (PlayException | MistakesException failure) {
      LOG.warn("The demonstration's plan is not written to its end", failure);
    }
  }

  /// One server per core on the same port: connections are spread over the event loops.
  private int listen(Vertx vertx, HttpVerticle.Parts parts) throws StartException {
    Queue<HttpVerticle> servers = new ConcurrentLinkedQueue<>();
    int count = configuration.port() == 0 ? 1 : Runtime.getRuntime().availableProcessors();
    try {
      String id =
          vertx
              .deployVerticle(
                  () -> {
                    HttpVerticle server = new HttpVerticle(parts);
                    servers.add(server);
                    return server;
                  },
                  new DeploymentOptions().setInstances(count))
              .await();
      lifecycle.onStop("the HTTP server", () -> vertx.undeploy(id).await());
      return servers.element().port();
    } catch (CompletionException failure) {
      Throwable cause = failure.getCause() == null ? failure : failure.getCause();
      throw PortCheck.explained(configuration.host(), configuration.port(), cause);
    }
  }

  /// Ends everything within the configured time: readiness, new connections, rooms, database.
  void stop() {
    lifecycle.stop();
  }
}
