package nl.beleidstafel;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import nl.beleidstafel.config.Configuration;
import nl.beleidstafel.config.Configuration.DatabaseUrl;
import nl.beleidstafel.config.Configuration.Storage;
import nl.beleidstafel.db.DatabaseAddress;
import nl.beleidstafel.db.Migrations;
import nl.beleidstafel.db.Migrations.Server;
import nl.beleidstafel.db.StoreException;
import nl.beleidstafel.db.embedded.EmbeddedException;
import nl.beleidstafel.db.embedded.EmbeddedPostgres;
import nl.beleidstafel.db.embedded.Platform;
import nl.beleidstafel.process.Lifecycle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gets the database ready: starts the embedded one or waits for the external one, and brings its
/// schema up to date. Blocks.
final class DatabaseStart {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseStart.class);
  private static final long WAIT_MAX_MS = 60_000;
  private static final long TRY_EVERY_MS = 1_000;
  private static final long SAY_EVERY_MS = 5_000;

  private final Lifecycle lifecycle;
  private final long waitMaxMs;

  DatabaseStart(Lifecycle lifecycle) {
    this(lifecycle, WAIT_MAX_MS);
  }

  DatabaseStart(Lifecycle lifecycle, long waitMaxMs) {
    this.lifecycle = lifecycle;
    this.waitMaxMs = waitMaxMs;
  }

  DatabaseAddress ready(Configuration configuration, Platform platform) throws StartException {
    DatabaseAddress address =
        switch (configuration.storage()) {
          case Storage.Embedded embedded ->
              embedded(Path.of(embedded.dataDirectory()), platform, configuration);
          case Storage.External external -> address(external.url());
        };
    check(address);
    try {
      Migrations.apply(address);
    } catch (StoreException failure) {
      throw new StartException(
          ("In %s %s: give its user the right to make tables, or start the version of"
                  + " Beleidstafel that made them.")
              .formatted(address, failure.getMessage()),
          failure);
    }
    return address;
  }

  private DatabaseAddress embedded(Path directory, Platform platform, Configuration configuration)
      throws StartException {
    try {
      int connections = configuration.databaseConnections() + 10;
      EmbeddedPostgres postgres =
          EmbeddedPostgres.start(
              new EmbeddedPostgres.Options(
                  directory, platform, List.of("max_connections=" + connections)));
      lifecycle.onStop("the embedded PostgreSQL", postgres::stop);
      return postgres.address();
    } catch (EmbeddedException failure) {
      throw new StartException(failure.sentence(), failure);
    }
  }

  private void check(DatabaseAddress address) throws StartException {
    long waitedMs = 0;
    while (true) {
      long beganNs = System.nanoTime();
      switch (Migrations.look(address)) {
        case Server.Good good -> {
          if (!good.durable()) {
            LOG.warn(
                "The database {} may lose what it confirmed (fsync or synchronous_commit is off):"
                    + " turn both on to keep what people see as saved",
                address);
          }
          return;
        }
        case Server.TooOld old ->
            throw new StartException(
                ("%s is PostgreSQL %d and Beleidstafel needs %d or newer: upgrade it, or use"
                        + " another.")
                    .formatted(address, old.version(), Migrations.VERSION_MIN),
                null);
        case Server.Refused refused ->
            throw new StartException(
                "%s refuses Beleidstafel (%s): correct BELEIDSTAFEL_DATABASE_URL and the password."
                    .formatted(address, refused.reason()),
                null);
        case Server.Away away -> {
          if (waitedMs >= waitMaxMs || lifecycle.stopping()) {
            throw new StartException(
                ("The database %s did not answer within %d s (%s): start it, or correct"
                        + " BELEIDSTAFEL_DATABASE_URL.")
                    .formatted(address, waitMaxMs / 1000, away.reason()),
                null);
          }
          if (waitedMs % SAY_EVERY_MS < TRY_EVERY_MS) {
            LOG.warn(
                "The database {} does not answer ({}), waiting for it up to {} s more",
                address,
                away.reason(),
                (waitMaxMs - waitedMs) / 1000);
          }
        }
      }
      pause();
      waitedMs += TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - beganNs);
    }
  }

  private static void pause() {
    new CompletableFuture<Void>()
        .completeOnTimeout(null, TRY_EVERY_MS, TimeUnit.MILLISECONDS)
        .join();
  }

  private static DatabaseAddress address(DatabaseUrl url) {
    DatabaseAddress.Tls tls =
        switch (url.tls()) {
          case "disable" -> DatabaseAddress.Tls.DISABLE;
          case "require" -> DatabaseAddress.Tls.REQUIRE;
          case "verify-full" -> DatabaseAddress.Tls.VERIFY_FULL;
          default -> DatabaseAddress.Tls.PREFER;
        };
    return new DatabaseAddress(url.host(), url.port(), url.name(), url.user(), url.password(), tls);
  }
}
