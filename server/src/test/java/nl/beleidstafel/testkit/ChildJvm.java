package nl.beleidstafel.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A JVM of its own, to be killed. Its output is read line by line; what it says on stderr comes
/// with it.
public final class ChildJvm implements AutoCloseable {
  private static final int END_MAX_S = 120;

  private final Process process;
  private final BufferedReader output;
  private final List<String> lines = new ArrayList<>();

  private ChildJvm(Process process) {
    this.process = process;
    this.output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /// Runs a class of the test's class path.
  public static ChildJvm run(List<String> prefix, Class<?> main, String... arguments) {
    List<String> line = new ArrayList<>(prefix);
    line.add(java());
    line.addAll(List.of("-Xmx256m", "-cp", System.getProperty("java.class.path", "")));
    line.add(main.getName());
    line.addAll(List.of(arguments));
    return run(new ProcessBuilder(line));
  }

  /// Runs any command.
  public static ChildJvm run(ProcessBuilder builder) {
    try {
      return new ChildJvm(builder.redirectErrorStream(true).start());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// The `java` program that runs this test.
  public static String java() {
    return ProcessHandle.current().info().command().orElseThrow();
  }

  /// Reads until a line fits, and returns it; fails where the output ends before.
  public String await(Predicate<String> wanted) {
    for (String line = next(); line != null; line = next()) {
      if (wanted.test(line)) {
        return line;
      }
    }
    throw new AssertionError("the child ended: " + String.join("\n", lines));
  }

  /// All lines it wrote, read to the end.
  public List<String> linesToEnd() {
    String line = next();
    while (line != null) {
      line = next();
    }
    return List.copyOf(lines);
  }

  private @Nullable String next() {
    try {
      String line = output.readLine();
      if (line != null) {
        lines.add(line);
      }
      return line;
    } catch (IOException _) {
      // A killed child's pipe may end in the middle.
      return null;
    }
  }

  /// SIGKILL.
  public void kill() {
    process.destroyForcibly();
    exit();
  }

  /// SIGTERM; returns at once.
  public void terminate() {
    process.destroy();
  }

  /// Waits for its end and returns its exit code.
  public int exit() {
    try {
      if (!process.waitFor(END_MAX_S, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("the child does not end: " + String.join("\n", lines));
      }
      return process.exitValue();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  public long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
