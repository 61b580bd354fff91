package nl.beleidstafel.db.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts and stops the PostgreSQL of one cluster, by PostgreSQL's own `pg_ctl`.
///
/// @param settings `name=value`, for the command line, so that no file in the cluster overrules
///   them
record Server(Cluster cluster, List<String> settings) {
  private static final Logger LOG = LoggerFactory.getLogger(Server.class);
  private static final long START_MAX_MS = 600_000;
  private static final long TICK_MS = 1_000;
  private static final int READY_MAX_S = 20;
  private static final int STOP_FAST_MAX_S = 60;
  private static final int STOP_IMMEDIATE_MAX_S = 30;
  private static final long ORPHANS_MAX_MS = 30_000;
  private static final long LOG_SIZE_MAX_BYTES = 8 * 1024 * 1024;

  private Postmaster postmaster() {
    return new Postmaster(cluster.directory());
  }

  /// Starts PostgreSQL on the port and waits until it takes connections; after a crash that can
  /// take minutes, while it repeats its log.
  ///
  /// @throws IOException where it ended instead, with the last line of its log
  ProcessHandle start(int port) throws IOException {
    rotateLog();
    List<String> options = new ArrayList<>();
    options.add("-c port=" + port);
    settings.forEach(setting -> options.add("-c " + setting));
    // A session of its own (pg_ctl sees to it): Ctrl+C must reach the JVM alone, which stops
    // PostgreSQL last.
    Command.Result started =
        control(
            "start",
            "--wait",
            "--timeout=" + READY_MAX_S,
            "--log=" + cluster.log(),
            "--options=" + String.join(" ", options));
    Optional<ProcessHandle> living = postmaster().living();
    long waitedMs = 0;
    while (living.isPresent() && !postmaster().ready() && waitedMs < START_MAX_MS) {
      if (waitedMs % 10_000 == 0) {
        LOG.info("PostgreSQL is still starting, it repeats what its log holds since the crash");
      }
      postmaster().ended(living.get(), TICK_MS);
      waitedMs += TICK_MS;
      living = postmaster().living();
    }
    if (living.isPresent() && postmaster().ready()) {
      return living.get();
    }
    String said = Files.exists(cluster.log()) ? Files.readString(cluster.log()) : started.output();
    throw new IOException(Cluster.lastLine(said));
  }

  /// Waits until the process has ended.
  void awaitEnd(ProcessHandle process) throws IOException {
    while (!postmaster().ended(process, START_MAX_MS)) {
      LOG.debug("PostgreSQL (process {}) still runs", process.pid());
    }
  }

  /// Stops what runs on the cluster, in order; safe to call when nothing does.
  ///
  /// @throws IOException where it does not end
  void stop() throws IOException {
    Optional<ProcessHandle> living = postmaster().living();
    if (living.isEmpty()) {
      return;
    }
    control("stop", "--mode=fast", "--wait", "--timeout=" + STOP_FAST_MAX_S);
    if (!postmaster().ended(living.get(), TICK_MS)) {
      // Nothing that was committed is lost: the next start repeats the log.
      LOG.warn(
          "PostgreSQL takes more than {} s to stop, asking it to drop everything", STOP_FAST_MAX_S);
      control("stop", "--mode=immediate", "--wait", "--timeout=" + STOP_IMMEDIATE_MAX_S);
    }
    if (!postmaster().ended(living.get(), TICK_MS)) {
      throw new IOException("PostgreSQL (process " + living.get().pid() + ") does not stop");
    }
  }

  /// Makes sure that nothing of an earlier run lives on this cluster or claims to.
  void clear() throws EmbeddedException, IOException {
    Optional<ProcessHandle> orphan = postmaster().living();
    if (orphan.isPresent()) {
      LOG.info(
          "PostgreSQL of an earlier run still serves this data (process {}), stopping it first",
          orphan.get().pid());
      try {
        stop();
      } catch (IOException failure) {
        throw new EmbeddedException(
            failure.getMessage() + ": end that process, then start Beleidstafel again.", failure);
      }
    }
    // A postmaster that was killed leaves backends that notice within moments.
    long waitedMs = 0;
    for (List<ProcessHandle> rest = postmaster().all();
        !rest.isEmpty();
        rest = postmaster().all()) {
      if (waitedMs >= ORPHANS_MAX_MS) {
        throw new EmbeddedException(
            "Process "
                + rest.getFirst().pid()
                + " still works in "
                + cluster.directory()
                + ": end that process, then start Beleidstafel again.");
      }
      postmaster().ended(rest.getFirst(), TICK_MS);
      waitedMs += TICK_MS;
    }
    postmaster().forget();
  }

  private Command.Result control(String action, String... options) throws IOException {
    List<String> line = new ArrayList<>();
    line.add(cluster.binaries().program("pg_ctl").toString());
    line.add(action);
    line.add("--pgdata=" + cluster.directory());
    line.add("--silent");
    line.addAll(List.of(options));
    return Command.run(cluster.account().command(line), cluster.directory());
  }

  private void rotateLog() throws IOException {
    Path log = cluster.log();
    if (Files.exists(log) && Files.size(log) > LOG_SIZE_MAX_BYTES) {
      Files.move(log, log.resolveSibling("postgresql.log.1"), StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
