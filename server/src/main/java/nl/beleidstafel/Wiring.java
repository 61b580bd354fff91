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
import nl.beleidstafel.process.Lifecycle;
import nl.beleidstafel.process.Metrics;

/// Builds every object of the product from its parts, once: read this to see what knows what.
record Wiring(Configuration configuration, Vertx vertx, Database database, Lifecycle lifecycle) {
  private static final Clock CLOCK = System::currentTimeMillis;

  /// Model plans and registers stand beside the configuration.
  private static final Path CONTENT = Path.of("config");

  /// What serves: the HTTP server's parts. Rooms and sockets register their end with the lifecycle,
  /// so that they are put away after the server stopped listening and before the database ends.
  HttpVerticle.Parts wire(Health health, Metrics metrics) {
    HttpSettings settings =
        new HttpSettings(
            configuration.host(),
            configuration.port(),
            configuration.publicUrl(),
            configuration.behindProxy());

    SessionCookie cookie = new SessionCookie(settings);

    IdentitySlice identity =
        new IdentitySlice(vertx, database, CLOCK, settings, configuration.demonstration());
    identity.start().await();

    CollabMeters meters = new CollabMeters(metrics.registry());
    LiveRooms rooms = LiveRooms.start(vertx, Logs.postgres(database), meters).await();
    SocketSettings doors =
        new SocketSettings(settings::isOwnOrigin, cookie.name(), Limits.SOCKET_TICK_MS);
    SocketRoutes sockets = new SocketRoutes(vertx, doors, identity, rooms, meters, CLOCK);
    lifecycle.onStop("the sockets", () -> sockets.closeAll().await());

    PlanSlice plan =
        new PlanSlice(
            database,
            rooms,
            Templates.load(CONTENT),
            CLOCK,
            identity::partnersOf,
            identity::nameOf);
    identity
        .demonstrationCoordinator()
        .await()
        .ifPresent(who -> plan.makeDemonstration(who).await());
    ImageSlice image = new ImageSlice(vertx, database, UUID::randomUUID);

    Routes routes =
        new Routes()
            .addAll(health.routes())
            .addAll(metrics.routes())
            .addAll(OpenApi.routes())
            .addAll(identity.routes())
            .addAll(plan.routes())
            .addAll(image.routes());

    return new HttpVerticle.Parts(
        settings,
        new Authenticated(settings, cookie, identity::actorOf),
        routes,
        new StaticFiles("webroot"),
        CLOCK,
        failure -> failure instanceof StoreException store && store.retryable(),
        SocketRoutes::configure,
        sockets::attach);
  }
}
