package nl.beleidstafel.rehearsal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The program that makes the JVM's cache: starts the server on a database of its own that is
/// thrown away, lets a {@link Town} work in it, and stops it, upon which the JVM writes what it
/// learned. `run` and the container's build call it:
///
///     java -cp beleidstafel.jar nl.beleidstafel.rehearsal.Rehearsal CACHE JAR FLAG...
///
/// The cache holds for this jar, this JVM and these flags; with any other the JVM ignores it. Exit
/// code 0 where it was made. Without it the server works all the same.
public final class Rehearsal {
  private static final int READY_MAX_S = 120;
  private static final int STOP_MAX_S = 180;

  private Rehearsal() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length < 2) {
      System.err.println("usage: Rehearsal CACHE JAR [FLAG...]");
      System.exit(2);
    }
    Path cache = Path.of(arguments[0]).toAbsolutePath();
    Path jar = Path.of(arguments[1]).toAbsolutePath();
    List<String> flags = Arrays.asList(arguments).subList(2, arguments.length);
    Path place = Files.createTempDirectory("beleidstafel-rehearsal");
    boolean made = false;
    try {
      made = play(cache, jar, flags, place);
    } finally {
      if (!made) {
        Files.deleteIfExists(cache);
      }
      delete(place);
    }
    System.exit(made ? 0 : 1);
  }

  private static boolean play(Path cache, Path jar, List<String> flags, Path place)
      throws IOException, InterruptedException {
    int port = freePort();
    Process server = start(cache, jar, flags, place, port);
    try (Town town = new Town(port)) {
      town.awaitReady(READY_MAX_S, server::isAlive);
      town.work();
    } catch (IOException failure) {
      System.err.println("The rehearsal failed: " + failure.getMessage());
      server.destroyForcibly();
      return false;
    } finally {
      server.destroy();
      if (!server.waitFor(STOP_MAX_S, TimeUnit.SECONDS)) {
        server.destroyForcibly().waitFor();
      }
    }
    return Files.exists(cache);
  }

  private static Process start(Path cache, Path jar, List<String> flags, Path place, int port)
      throws IOException {
    List<String> line = new ArrayList<>();
    line.add(ProcessHandle.current().info().command().orElse("java"));
    line.addAll(flags);
    line.addAll(List.of("-XX:AOTCacheOutput=" + cache, "-jar", jar.toString()));
    ProcessBuilder builder = new ProcessBuilder(line);
    builder.environment().keySet().removeIf(Rehearsal::ofTheProduct);
    builder.environment().put("PORT", Integer.toString(port));
    builder.environment().put("BELEIDSTAFEL_DATA_DIRECTORY", place.resolve("data").toString());
    builder.environment().put("BELEIDSTAFEL_DEMONSTRATION_PLAN", "model");
    builder.environment().put("BELEIDSTAFEL_LOG_LEVEL", "warn");
    return builder.redirectErrorStream(true).redirectOutput(place.resolve("log").toFile()).start();
  }

  /// The rehearsal is not played on the operator's own database.
  private static boolean ofTheProduct(String variable) {
    return variable.startsWith("BELEIDSTAFEL_") && !variable.equals("BELEIDSTAFEL_CONFIG");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void delete(Path place) throws IOException {
    try (Stream<Path> paths = Files.walk(place)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
