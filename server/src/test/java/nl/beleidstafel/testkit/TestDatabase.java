package nl.beleidstafel.testkit;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.db.DatabaseAddress;
import nl.beleidstafel.db.Migrations;
import nl.beleidstafel.db.embedded.EmbeddedException;
import nl.beleidstafel.db.embedded.EmbeddedPostgres;
import nl.beleidstafel.db.embedded.Platform;

/// A database of its own for one test class, migrations applied, on a real PostgreSQL that all
/// tests of this JVM share. Its data lives below `target/`.
public final class TestDatabase implements AutoCloseable {
  private static final int DIRECTORIES_MAX = 8;
  private static final int CONNECTIONS = 4;
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final DatabaseAddress address;

  private TestDatabase(DatabaseAddress address) {
    this.address = address;
  }

  /// The one server of this JVM, started when the first test asks.
  private static final class Shared {
    static final String TEMPLATE = "migrated";
    static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      EmbeddedPostgres postgres = firstFree();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(postgres)));
      for (String old : databases(postgres)) {
        run(postgres, "drop database \"" + old + "\" with (force)");
      }
      run(postgres, "create database " + TEMPLATE + " owner beleidstafel");
      Migrations.apply(postgres.address().named(TEMPLATE));
      return postgres;
    }

    /// Two test runs at once in one work tree each take a directory.
    private static EmbeddedPostgres firstFree() {
      EmbeddedException last = null;
      for (int number = 1; number <= DIRECTORIES_MAX; number++) {
        try {
          return EmbeddedPostgres.start(
              new EmbeddedPostgres.Options(
                  Path.of(System.getProperty("basedir", "."), "target", "test-data-" + number),
                  platform(),
                  // Thrown away after the run; durability has tests of its own.
                  List.of("fsync=off", "max_connections=200")));
        } catch (EmbeddedException failure) {
          last = failure;
        }
      }
      throw new IllegalStateException(last);
    }

    private static void stop(EmbeddedPostgres postgres) {
      try {
        postgres.stop();
      } catch (java.io.IOException failure) {
        throw new IllegalStateException(failure);
      }
    }

    private static List<String> databases(EmbeddedPostgres postgres) {
      List<String> names = new ArrayList<>();
      try (Connection connection = connect(postgres);
          var statement = connection.createStatement();
          var rows =
              statement.executeQuery(
                  "select datname from pg_database where datname like 'test%' or datname = '"
                      + TEMPLATE
                      + "'")) {
        while (rows.next()) {
          names.add(rows.getString(1));
        }
      } catch (SQLException failure) {
        throw new IllegalStateException(failure);
      }
      return names;
    }

    private static void run(EmbeddedPostgres postgres, String sql) {
      try (Connection connection = connect(postgres);
          var statement = connection.createStatement()) {
        statement.execute(sql);
      } catch (SQLException failure) {
        throw new IllegalStateException(failure);
      }
    }

    private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
      return connect(postgres.superuserAddress());
    }

    static Connection connect(DatabaseAddress address) throws SQLException {
      return DriverManager.getConnection(
          "jdbc:postgresql://" + address.host() + ":" + address.port() + "/" + address.name(),
          address.user(),
          address.password());
    }
  }

  /// This machine, as the embedded database wants to know it.
  public static Platform platform() {
    return new Platform(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
  }

  /// Makes a database with all migrations and no rows.
  public static TestDatabase fresh() {
    String name = "test" + COUNT.incrementAndGet();
    Shared.run(
        Shared.POSTGRES,
        "create database " + name + " template " + Shared.TEMPLATE + " owner beleidstafel");
    return new TestDatabase(Shared.POSTGRES.address().named(name));
  }

  /// Makes a database with nothing in it.
  public static TestDatabase empty() {
    String name = "test" + COUNT.incrementAndGet();
    Shared.run(Shared.POSTGRES, "create database " + name + " owner beleidstafel");
    return new TestDatabase(Shared.POSTGRES.address().named(name));
  }

  public DatabaseAddress address() {
    return address;
  }

  /// A pool on this database; the caller closes it.
  public Database open(Vertx vertx) {
    return Database.open(vertx, address, CONNECTIONS);
  }

  /// Writes all tables anew, makes a checkpoint, and gives the folder with everything that is on
  /// disk, of this database and the others of this JVM.
  public Path settled() {
    DatabaseAddress own =
        new DatabaseAddress(
            address.host(),
            address.port(),
            address.name(),
            Shared.POSTGRES.superuserAddress().user(),
            Shared.POSTGRES.superuserAddress().password(),
            address.tls());
    try (Connection connection = Shared.connect(own);
        var statement = connection.createStatement()) {
      statement.execute("vacuum (full, analyze)");
      statement.execute("checkpoint");
      try (var rows = statement.executeQuery("show data_directory")) {
        rows.next();
        return Path.of(rows.getString(1));
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /// Drops the database, whoever is still connected.
  @Override
  public void close() {
    Shared.run(Shared.POSTGRES, "drop database " + address.name() + " with (force)");
  }
}
