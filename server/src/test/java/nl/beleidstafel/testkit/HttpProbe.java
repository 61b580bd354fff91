package nl.beleidstafel.testkit;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Clock;
import nl.beleidstafel.collab.socket.SocketRoutes;
import nl.beleidstafel.http.Authenticated;
import nl.beleidstafel.http.HttpSettings;
import nl.beleidstafel.http.HttpVerticle;
import nl.beleidstafel.http.Routes;
import nl.beleidstafel.http.SessionCookie;
import nl.beleidstafel.http.StaticFiles;

/// A real server on a free port of the loopback, and a client that says what a test tells it to.
public final class HttpProbe implements AutoCloseable {
  /// What the tests' servers call their own address, whatever port they got.
  public static final URI PUBLIC_URL = URI.create("http://localhost:8080");

  /// An answer, read whole.
  public record Reply(int status, HttpHeaders headers, String body) {
    public JsonObject json() {
      return new JsonObject(body);
    }

    public String header(String name) {
      return headers.firstValue(name).orElse("");
    }
  }

  private final HttpClient client = HttpClient.newHttpClient();
  private final Vertx vertx;
  private final String deployment;
  private final int port;

  private HttpProbe(Vertx vertx, String deployment, int port) {
    this.vertx = vertx;
    this.deployment = deployment;
    this.port = port;
  }

  public static HttpSettings settings() {
    return new HttpSettings("127.0.0.1", 0, PUBLIC_URL, false);
  }

  public static HttpProbe start(
      Vertx vertx,
      HttpSettings settings,
      Clock clock,
      Routes routes,
      Function<String, Future<Optional<Actor>>> actorOf) {
    return start(vertx, settings, clock, routes, actorOf, _ -> {});
  }

  /// With WebSockets, which `sockets` takes.
  public static HttpProbe start(
      Vertx vertx,
      HttpSettings settings,
      Clock clock,
      Routes routes,
      Function<String, Future<Optional<Actor>>> actorOf,
      Consumer<HttpServer> sockets) {
    return start(
        vertx,
        settings,
        clock,
        routes,
        actorOf,
        _ -> Future.succeededFuture(Optional.empty()),
        sockets);
  }

  /// @param enteringOf whose session may do nothing yet but set up a second factor
  /// @param sockets takes the WebSockets
  public static HttpProbe start(
      Vertx vertx,
      HttpSettings settings,
      Clock clock,
      Routes routes,
      Function<String, Future<Optional<Actor>>> actorOf,
      Function<String, Future<Optional<Actor>>> enteringOf,
      Consumer<HttpServer> sockets) {
    HttpVerticle verticle =
        new HttpVerticle(
            new HttpVerticle.Parts(
                settings,
                new Authenticated(settings, new SessionCookie(settings), actorOf, enteringOf),
                routes,
                new StaticFiles("webroot-test"),
                clock,
                _ -> false,
                SocketRoutes::configure,
                sockets));
    String deployment = wait(vertx.deployVerticle(verticle));
    return new HttpProbe(vertx, deployment, verticle.port());
  }

  public int port() {
    return port;
  }

  /// Sends a request.
  ///
  /// @param headers name, value, name, value …
  public Reply send(String method, String path, String body, String... headers) {
    return send(method, path, body.getBytes(StandardCharsets.UTF_8), headers);
  }

  public Reply send(String method, String path, byte[] body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(60))
            .method(
                method,
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      var response = client.send(request.build(), BodyHandlers.ofString());
      return new Reply(response.statusCode(), response.headers(), response.body());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public Reply get(String path, String... headers) {
    return send("GET", path, "", headers);
  }

  /// Posts JSON; more headers may follow.
  public Reply post(String path, JsonObject body, String... headers) {
    List<String> all = new ArrayList<>(List.of("Content-Type", "application/json"));
    all.addAll(List.of(headers));
    return send("POST", path, body.encode(), all.toArray(String[]::new));
  }

  /// The result of a future, on a test's thread.
  public static <T> T wait(Future<T> future) {
    try {
      return future.await(30, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new IllegalStateException("no answer in 30 seconds", e);
    }
  }

  @Override
  public void close() {
    client.close();
    wait(vertx.undeploy(deployment));
  }
}
