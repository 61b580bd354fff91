package nl.beleidstafel;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.UUID;
import nl.beleidstafel.base.Clock;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.collab.log.Logs;
import nl.beleidstafel.collab.runtime.LiveRooms;
import nl.beleidstafel.collab.socket.SocketRoutes;
import nl.beleidstafel.collab.socket.SocketSettings;
import nl.beleidstafel.config.Configuration;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.db.StoreException;
import nl.beleidstafel.http.Authenticated;
import nl.beleidstafel.http.HttpSettings;
import nl.beleidstafel.http.HttpVerticle;
import nl.beleidstafel.http.OpenApi;
import nl.beleidstafel.http.Routes;
import nl.beleidstafel.http.SessionCookie;
import nl.beleidstafel.http.StaticFiles;
import nl.beleidstafel.identity.IdentitySlice;
import nl.beleidstafel.image.ImageSlice;
import nl.beleidstafel.plan.PlanSlice;
import nl.beleidstafel.plan.template.Templates;
import nl.beleidstafel.process.Health;
import nl.beleidstafel.process.Metrics;
import nl.beleidstafel.yaml.MistakesException;

/// Builds every object of the product, once: read {@link #wire} to see what knows what.
record Wiring(Configuration configuration, Vertx vertx, Database database, Metrics metrics) {
  private static final Clock CLOCK = System::currentTimeMillis;

  /// What was built, as far as start and stop need it.
  record Product(HttpVerticle.Parts parts, SocketRoutes sockets, LiveRooms rooms) {}

  /// Builds everything and makes what the first start needs. Blocks.
  ///
  /// @throws StartException where a model plan holds mistakes
  Product wire(Health health) throws StartException {
    HttpSettings settings =
        new HttpSettings(
            configuration.host(),
            configuration.port(),
            configuration.publicUrl(),
            configuration.behindProxy());
    SessionCookie cookie = new SessionCookie(settings);
    Templates templates = templates();

    CollabMeters meters = new CollabMeters(metrics.registry());
    LiveRooms rooms = LiveRooms.start(vertx, Logs.postgres(database), meters).await();

    IdentitySlice identity =
        new IdentitySlice(vertx, database, CLOCK, settings, configuration.demonstration());
    PlanSlice plan =
        new PlanSlice(database, rooms, templates, CLOCK, identity::partnersOf, identity::nameOf);
    ImageSlice image = new ImageSlice(vertx, database, UUID::randomUUID);

    SocketRoutes sockets =
        new SocketRoutes(
            vertx,
            new SocketSettings(settings::isOwnOrigin, cookie.name(), Limits.SOCKET_TICK_MS),
            identity,
            rooms,
            meters,
            CLOCK);

    identity.start().await();
    identity
        .demonstrationCoordinator()
        .await()
        .ifPresent(coordinator -> plan.makeDemonstration(coordinator).await());

    Routes features =
        new Routes().addAll(identity.routes()).addAll(plan.routes()).addAll(image.routes());
    Routes routes =
        new Routes()
            .addAll(health.routes())
            .addAll(metrics.routes())
            .addAll(OpenApi.routes(features))
            .addAll(features);
    return new Product(
        new HttpVerticle.Parts(
            settings,
            new Authenticated(settings, cookie, identity::actorOf),
            routes,
            new StaticFiles("webroot"),
            CLOCK,
            failure -> failure instanceof StoreException store && store.retryable(),
            SocketRoutes::configure,
            sockets::attach),
        sockets,
        rooms);
  }

  private Templates templates() throws StartException {
    try {
      return Templates.load(Path.of(configuration.directory()));
    } catch (MistakesException mistakes) {
      throw new StartException(String.valueOf(mistakes.getMessage()), mistakes);
    }
  }
}
