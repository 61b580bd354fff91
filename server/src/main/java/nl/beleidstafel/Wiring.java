package nl.beleidstafel;

import io.vertx.core.Vertx;
import nl.beleidstafel.base.Clock;
import nl.beleidstafel.config.Configuration;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.db.StoreException;
import nl.beleidstafel.http.Authenticated;
import nl.beleidstafel.http.HttpSettings;
import nl.beleidstafel.http.HttpVerticle;
import nl.beleidstafel.http.Routes;
import nl.beleidstafel.http.SessionCookie;
import nl.beleidstafel.http.StaticFiles;
import nl.beleidstafel.identity.IdentitySlice;
import nl.beleidstafel.process.Health;
import nl.beleidstafel.process.Lifecycle;
import nl.beleidstafel.process.Metrics;

/// Builds every object of the product from its parts, once: read this to see what knows what.
record Wiring(Configuration configuration, Vertx vertx, Database database, Lifecycle lifecycle) {
  private static final Clock CLOCK = System::currentTimeMillis;

  /// What serves: the HTTP server's parts. Rooms and sockets register their end with the lifecycle,
  /// so that they are put away after the server stopped listening and before the database ends.
  HttpVerticle.Parts wire(Health health, Metrics metrics) {
    HttpSettings settings =
        new HttpSettings(
            configuration.host(),
            configuration.port(),
            configuration.publicUrl(),
            configuration.behindProxy());

    IdentitySlice identity =
        new IdentitySlice(vertx, database, CLOCK, settings, configuration.demonstration());
    identity.start().await();

    Routes routes =
        new Routes().addAll(health.routes()).addAll(metrics.routes()).addAll(identity.routes());

    return new HttpVerticle.Parts(
        settings,
        new Authenticated(settings, new SessionCookie(settings), identity::actorOf),
        routes,
        new StaticFiles("webroot"),
        CLOCK,
        failure -> failure instanceof StoreException store && store.retryable(),
        options -> options,
        _ -> {});
  }
}
