package nl.beleidstafel.db.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/// What runs on a cluster's directory right now, as the operating system and `postmaster.pid` tell.
///
/// A pid alone proves nothing: after a crash another program may have it. A process counts only
/// when its working directory is the cluster (all of PostgreSQL's processes stay in theirs).
///
/// Source: PostgreSQL `src/backend/utils/init/miscinit.c`, CreateLockFile.
record Postmaster(Path cluster) {
  private static final Path PROCESSES = Path.of("/proc");
  private static final int STATUS_LINE = 7;
  private static final long TICK_MS = 100;

  private Path pidFile() {
    return cluster.resolve("postmaster.pid");
  }

  /// The postmaster that serves this directory, if one lives.
  Optional<ProcessHandle> living() throws IOException {
    List<String> lines = lines();
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    try {
      return ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).filter(this::serves);
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  /// Every process that works in this directory: also backends that outlived their postmaster.
  List<ProcessHandle> all() {
    try (Stream<ProcessHandle> processes = ProcessHandle.allProcesses()) {
      return processes.filter(this::worksHere).toList();
    }
  }

  /// True once it takes connections.
  boolean ready() throws IOException {
    List<String> lines = lines();
    return lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
  }

  /// Removes a lock file that no living process stands behind. PostgreSQL does so itself, unless
  /// another program has got the old pid.
  void forget() throws IOException {
    Files.deleteIfExists(pidFile());
  }

  private List<String> lines() throws IOException {
    try {
      return Files.readAllLines(pidFile());
    } catch (NoSuchFileException _) {
      return List.of();
    }
  }

  private boolean worksHere(ProcessHandle process) {
    Path link = PROCESSES.resolve(Long.toString(process.pid())).resolve("cwd");
    if (Files.isDirectory(PROCESSES.resolve("self"))) {
      try {
        return Files.readSymbolicLink(link).equals(cluster.toRealPath());
      } catch (IOException _) {
        // Gone meanwhile, or another user's, and then not ours.
        return false;
      }
    }
    // Without /proc: only the postmaster itself names the directory on its command line.
    return process
        .info()
        .commandLine()
        .filter(line -> line.contains(cluster.toString()))
        .isPresent();
  }

  /// Waits until the process has ended, at most `timeoutMs`; true if it has.
  ///
  /// The process is nobody's child: where nobody collects it, it stays in the table although it has
  /// ended, so that "alive" alone is no answer.
  boolean ended(ProcessHandle process, long timeoutMs) throws IOException {
    for (long waitedMs = 0; serves(process); waitedMs += TICK_MS) {
      if (waitedMs >= timeoutMs) {
        return false;
      }
      pause(process);
    }
    return true;
  }

  private boolean serves(ProcessHandle process) {
    return process.isAlive() && worksHere(process);
  }

  private static void pause(ProcessHandle process) throws IOException {
    try {
      process.onExit().get(TICK_MS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      // One tick has passed.
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for PostgreSQL", stopped);
    } catch (ExecutionException failure) {
      throw new IOException(failure);
    }
  }
}
