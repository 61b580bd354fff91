package nl.beleidstafel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetSocket;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nl.beleidstafel.db.DatabaseAddress;
import nl.beleidstafel.testkit.ChildJvm;
import nl.beleidstafel.testkit.FakePostgres;
import nl.beleidstafel.testkit.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The packaged program, as an operator starts, misconfigures, stops and kills it.
final class StartIT {
  private static final Path JAR =
      Path.of(System.getProperty("basedir", "."), "target", "beleidstafel.jar").toAbsolutePath();
  private static final int STOPPED_BY_SIGTERM = 143;

  @TempDir Path folder = Path.of("");

  private ChildJvm start(Map<String, String> environment) {
    ProcessBuilder builder =
        new ProcessBuilder(ChildJvm.java(), "-Xmx512m", "-jar", JAR.toString())
            .directory(folder.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("BELEIDSTAFEL_"));
    builder.environment().remove("PORT");
    if (!Files.exists(folder.resolve("config"))) {
      builder
          .environment()
          .put(
              "BELEIDSTAFEL_CONFIG", Repository.ROOT.resolve("config/application.yaml").toString());
    }
    builder.environment().put("BELEIDSTAFEL_DEMONSTRATION_PLAN", "model");
    builder.environment().putAll(environment);
    return ChildJvm.run(builder);
  }

  private void refuses(String sentence, Map<String, String> environment) {
    try (ChildJvm child = start(environment)) {
      List<String> lines = child.linesToEnd();
      assertEquals(1, child.exit());
      assertEquals(List.of(sentence), lines.stream().filter(StartIT::isNoLog).toList());
    }
  }

  private static boolean isNoLog(String line) {
    return !line.matches("\\d{4}-\\d\\d-\\d\\dT.*");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static String url(DatabaseAddress address, int port, String password) {
    return "postgresql://%s:%s@127.0.0.1:%d/%s?sslmode=disable"
        .formatted(address.user(), password, port, address.name());
  }

  private static int status(int port, String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.discarding()).statusCode();
    }
  }

  @Test
  void itStartsServesAndStopsInOrder() throws Exception {
    int port = freePort();
    try (ChildJvm child = start(Map.of("PORT", Integer.toString(port)))) {
      child.await(line -> line.contains("is ready on http://localhost:" + port));
      assertEquals(200, status(port, "/health/live"));
      assertEquals(200, status(port, "/health/ready"));
      assertEquals(200, status(port, "/metrics"));
      assertEquals(401, status(port, "/v1/session"));
      child.terminate();
      assertEquals(STOPPED_BY_SIGTERM, child.exit());
    }
    String log = Files.readString(folder.resolve("data/postgres/postgresql.log"));
    assertTrue(log.contains("database system is shut down"), "PostgreSQL was left running");
  }

  @Test
  void itStartsAgainAfterAKillAndOnlyOnceAtATime() throws Exception {
    int port = freePort();
    try (ChildJvm first = start(Map.of("PORT", Integer.toString(port)))) {
      first.await(line -> line.contains("is ready on"));
      refuses(
          ("Another Beleidstafel (process %d) already uses %s: stop it first, or set"
                  + " BELEIDSTAFEL_DATA_DIRECTORY to another folder.")
              .formatted(first.pid(), folder.resolve("data").toRealPath()),
          Map.of("PORT", "0"));
      first.kill();
    }
    try (ChildJvm second = start(Map.of("PORT", Integer.toString(port)))) {
      second.await(line -> line.contains("is ready on"));
      assertEquals(200, status(port, "/health/ready"));
      second.terminate();
      assertEquals(STOPPED_BY_SIGTERM, second.exit());
    }
  }

  @Test
  void anUnknownKeyStopsTheStart() throws IOException {
    Files.createDirectories(folder.resolve("config"));
    Files.writeString(folder.resolve("config/application.yaml"), "prot: 8080\n");
    refuses(
        "config/application.yaml has \"prot\", which is no setting; did you mean \"port\"?",
        Map.of());
  }

  @Test
  void anUnknownVariableStopsTheStart() {
    refuses(
        "The environment variable BELEIDSTAFEL_DATBASE_URL is no setting;"
            + " did you mean BELEIDSTAFEL_DATABASE_URL?",
        Map.of("BELEIDSTAFEL_DATBASE_URL", "postgresql://a:hunter2@b/c"));
  }

  @Test
  void aWrongTypeStopsTheStart() {
    refuses("PORT must be a whole number from 0 to 65535, not \"http\".", Map.of("PORT", "http"));
  }

  @Test
  void aPortInUseStopsTheStart() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      refuses(
          "Port %d on 127.0.0.1 is in use: stop the program that has it, or set PORT to another."
              .formatted(taken.getLocalPort()),
          Map.of("PORT", Integer.toString(taken.getLocalPort())));
    }
    assertFalse(Files.exists(folder.resolve("data")), "nothing was started");
  }

  @Test
  void theDemonstrationIsNotShownToOthers() {
    refuses(
        "The demonstration has passwords that everybody knows, so it runs on this machine alone:"
            + " set BELEIDSTAFEL_DEMONSTRATION=false to serve others, or leave out"
            + " BELEIDSTAFEL_HOST, BELEIDSTAFEL_PUBLIC_URL and BELEIDSTAFEL_BEHIND_PROXY.",
        Map.of("BELEIDSTAFEL_HOST", "0.0.0.0", "BELEIDSTAFEL_PUBLIC_URL", "http://a.example"));
  }

  @Test
  void anOldDatabaseStopsTheStart() {
    try (FakePostgres old = FakePostgres.of("14.19")) {
      refuses(
          ("postgresql://tafel@127.0.0.1:%d/plan is PostgreSQL 14 and Beleidstafel needs 15"
                  + " or newer: upgrade it, or use another.")
              .formatted(old.port()),
          Map.of(
              "PORT",
              "0",
              "BELEIDSTAFEL_DATABASE_URL",
              "postgresql://tafel@127.0.0.1:" + old.port() + "/plan?sslmode=disable"));
    }
  }

  @Test
  void aWrongPasswordStopsTheStartAndIsNotShown() {
    try (TestDatabase database = TestDatabase.empty()) {
      DatabaseAddress address = database.address();
      try (ChildJvm child =
          start(
              Map.of(
                  "PORT",
                  "0",
                  "BELEIDSTAFEL_DATABASE_URL",
                  url(address, address.port(), "hunter2")))) {
        String said = String.join("\n", child.linesToEnd());
        assertEquals(1, child.exit());
        assertTrue(said.contains("correct BELEIDSTAFEL_DATABASE_URL and the password."), said);
        assertFalse(said.contains("hunter2"), said);
      }
    }
  }

  @Test
  void aDatabaseThatIsAwayIsWaitedFor() throws Exception {
    Vertx vertx = Vertx.vertx();
    try (TestDatabase database = TestDatabase.empty()) {
      DatabaseAddress address = database.address();
      int port = freePort();
      int databasePort = freePort();
      try (ChildJvm child =
          start(
              Map.of(
                  "PORT",
                  Integer.toString(port),
                  "BELEIDSTAFEL_DATABASE_URL",
                  url(address, databasePort, String.valueOf(address.password()))))) {
        child.await(line -> line.contains("does not answer"));
        vertx
            .createNetServer()
            .connectHandler(socket -> join(vertx, socket, address))
            .listen(databasePort, "127.0.0.1")
            .await();
        String ready = child.await(line -> line.contains("is ready on"));
        assertFalse(ready.contains("demonstration"), ready);
        assertFalse(Files.exists(folder.resolve("data/postgres")), "no embedded database");
        child.terminate();
        assertEquals(STOPPED_BY_SIGTERM, child.exit());
        String said = String.join("\n", child.linesToEnd());
        assertFalse(said.contains(String.valueOf(address.password())), "password in the log");
      }
    } finally {
      vertx.close().await();
    }
  }

  private static void join(Vertx vertx, NetSocket socket, DatabaseAddress address) {
    socket.pause();
    vertx
        .createNetClient()
        .connect(address.port(), address.host())
        .onSuccess(database -> {
          socket.pipeTo(database);
          database.pipeTo(socket);
          socket.resume();
        });
  }
}
