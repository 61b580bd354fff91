package nl.beleidstafel.db.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.beleidstafel.db.DatabaseAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A running PostgreSQL of our own, on a loopback port, its data in the data directory.
///
/// It outlives a killed JVM, and then the next start stops it in order before it starts its own: at
/// no time do two serve the same data. If PostgreSQL itself dies while the JVM lives, it is started
/// again on the same port.
public final class EmbeddedPostgres {
  /// What to run, and where.
  ///
  /// @param directory the data directory; made where absent
  /// @param settings additional `name=value` settings; values hold no blanks
  public record Options(Path directory, Platform platform, List<String> settings) {
    public Options {
      settings = List.copyOf(settings);
    }
  }

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
  private static final String NAME = "beleidstafel";
  private static final int START_TRIES = 5;
  private static final long RESTART_AFTER_MS = 1_000;

  /// What the product promises: what was said to be saved is on disk.
  private static final List<String> DURABLE =
      List.of("fsync=on", "synchronous_commit=on", "full_page_writes=on");

  /// Reachable from this machine only, and no words of users in its log.
  private static final List<String> PRIVATE =
      List.of(
          "listen_addresses=127.0.0.1",
          "unix_socket_directories=",
          "log_min_error_statement=panic",
          "log_error_verbosity=terse",
          "log_timezone=UTC",
          "timezone=UTC");

  private final DataDirectoryLock lock;
  private final Server server;
  private final int port;
  private final String password;
  private final AtomicBoolean stopping = new AtomicBoolean();

  /// Starts and stops take turns here.
  private final ExecutorService turns =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("embedded-postgres").factory());

  private EmbeddedPostgres(DataDirectoryLock lock, Server server, int port, String password) {
    this.lock = lock;
    this.server = server;
    this.port = port;
    this.password = password;
  }

  /// Starts PostgreSQL on the directory and waits until it takes connections.
  ///
  /// @throws EmbeddedException where it cannot, in one sentence
  public static EmbeddedPostgres start(Options options) throws EmbeddedException {
    Path asked = options.directory().toAbsolutePath().normalize();
    try {
      Files.createDirectories(asked);
      Path data = asked.toRealPath();
      DataDirectoryLock lock = DataDirectoryLock.take(data);
      try {
        return locked(options, data, lock);
      } catch (EmbeddedException | IOException | RuntimeException failure) {
        lock.close();
        throw failure;
      }
    } catch (AccessDeniedException denied) {
      throw new EmbeddedException(
          "Beleidstafel may not use "
              + denied.getFile()
              + ": give it to the user who starts Beleidstafel, or set"
              + " BELEIDSTAFEL_DATA_DIRECTORY to another folder.",
          denied);
    } catch (IOException failure) {
      throw new EmbeddedException(
          "The data directory " + asked + " cannot be used (" + failure.getMessage() + ").",
          failure);
    }
  }

  private static EmbeddedPostgres locked(Options options, Path data, DataDirectoryLock lock)
      throws EmbeddedException, IOException {
    if (data.toString().chars().anyMatch(c -> "\"'$`\\\n".indexOf(c) >= 0)) {
      throw new EmbeddedException(
          "PostgreSQL cannot work below a folder with quotes, $ or \\ in its name: move "
              + data
              + ", or set BELEIDSTAFEL_DATA_DIRECTORY to another folder.");
    }
    Path directory = Cluster.directoryIn(data);
    Account account = Account.of(data, directory);
    Cluster cluster = new Cluster(data, Binaries.unpack(options.platform(), data), account);
    List<String> settings = new ArrayList<>(PRIVATE);
    settings.addAll(DURABLE);
    settings.addAll(options.settings());
    Server server = new Server(cluster, List.copyOf(settings));
    if (Files.exists(directory)) {
      server.clear();
    }
    cluster.prepare();
    return running(lock, server);
  }

  private static EmbeddedPostgres running(DataDirectoryLock lock, Server server)
      throws EmbeddedException, IOException {
    IOException last = null;
    for (int attempt = 0; attempt < START_TRIES; attempt++) {
      int port = freePort();
      try {
        ProcessHandle process = server.start(port);
        EmbeddedPostgres embedded =
            new EmbeddedPostgres(lock, server, port, server.cluster().password());
        embedded.watch(process);
        embedded.makeDatabase();
        return embedded;
      } catch (IOException failure) {
        // Most likely another program took the port in between.
        last = failure;
      }
    }
    throw new EmbeddedException(
        "PostgreSQL did not start ("
            + (last == null ? "" : last.getMessage())
            + "): look into "
            + server.cluster().log()
            + ".",
        last);
  }

  /// The database for the product, as a role that may do nothing outside it.
  public DatabaseAddress address() {
    return address(NAME, NAME);
  }

  /// The server's own database as its superuser, for tests that make databases.
  public DatabaseAddress superuserAddress() {
    return address(Cluster.SUPERUSER, Cluster.SUPERUSER);
  }

  private DatabaseAddress address(String name, String user) {
    return new DatabaseAddress(
        "127.0.0.1", port, name, user, password, DatabaseAddress.Tls.DISABLE);
  }

  /// Stops PostgreSQL in order and lets go of the data directory. Waits for it; a second call does
  /// nothing.
  ///
  /// @throws IOException where PostgreSQL does not stop; the next start tries again
  public void stop() throws IOException {
    if (stopping.getAndSet(true)) {
      return;
    }
    try {
      CompletableFuture.runAsync(this::stopNow, turns).join();
    } catch (CompletionException failure) {
      throw new IOException(failure.getCause());
    } finally {
      turns.shutdown();
      lock.close();
    }
  }

  private void stopNow() {
    try {
      server.stop();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void watch(ProcessHandle process) {
    Thread.ofVirtual()
        .name("embedded-postgres-watch")
        .start(() -> {
          try {
            server.awaitEnd(process);
            turns.execute(() -> restart(process));
          } catch (IOException | RejectedExecutionException ended) {
            LOG.debug("PostgreSQL is no longer watched", ended);
          }
        });
  }

  /// PostgreSQL ended without being asked to.
  private void restart(ProcessHandle ended) {
    if (stopping.get()) {
      return;
    }
    LOG.error("PostgreSQL (process {}) ended by itself, starting it again", ended.pid());
    try {
      server.clear();
      watch(server.start(port));
      LOG.info("PostgreSQL runs again");
    } catch (EmbeddedException | IOException failure) {
      LOG.error("PostgreSQL did not start again, trying once more soon", failure);
      var _ =
          CompletableFuture.runAsync(
              () -> restart(ended),
              task ->
                  CompletableFuture.delayedExecutor(RESTART_AFTER_MS, TimeUnit.MILLISECONDS, turns)
                      .execute(task));
    }
  }

  /// Makes the product's role and database where they are absent; a crash in between is repaired by
  /// the next start.
  private void makeDatabase() throws IOException {
    DatabaseAddress superuser = superuserAddress();
    String url = "jdbc:postgresql://127.0.0.1:" + port + "/" + superuser.name();
    try (var connection = DriverManager.getConnection(url, superuser.user(), password);
        var statement = connection.createStatement()) {
      if (!exists(statement, "select from pg_roles where rolname = '" + NAME + "'")) {
        statement.execute("create role " + NAME + " login password '" + password + "'");
      }
      if (!exists(statement, "select from pg_database where datname = '" + NAME + "'")) {
        statement.execute("create database " + NAME + " owner " + NAME);
      }
    } catch (SQLException failure) {
      throw new IOException("its database could not be made: " + failure.getMessage(), failure);
    }
  }

  private static boolean exists(java.sql.Statement statement, String sql) throws SQLException {
    try (var rows = statement.executeQuery(sql)) {
      return rows.next();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
