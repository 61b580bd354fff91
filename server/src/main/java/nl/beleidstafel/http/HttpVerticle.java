package nl.beleidstafel.http;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import nl.beleidstafel.base.Check;
import nl.beleidstafel.base.Clock;
import nl.beleidstafel.base.Limits;
import org.jspecify.annotations.Nullable;

/// The HTTP server: one port for the API, the web app and the WebSockets. Deployed once, on an
/// event loop; it listens on that and on as many others as there are processors. Endpoints run on
/// virtual threads beside it.
public final class HttpVerticle extends VerticleBase {
  private static final int LISTENERS = Runtime.getRuntime().availableProcessors();

  /// What the server is made of.
  ///
  /// @param away whether a failure means that the database cannot be reached now
  /// @param options adds what WebSockets need to the server's options
  /// @param sockets is given each listener's server before it listens, to take the WebSockets
  public record Parts(
      HttpSettings settings,
      Authenticated authenticated,
      Routes routes,
      StaticFiles webApp,
      Clock clock,
      Predicate<Throwable> away,
      UnaryOperator<HttpServerOptions> options,
      Consumer<HttpServer> sockets) {
    /// Without WebSockets.
    public Parts(
        HttpSettings settings,
        Authenticated authenticated,
        Routes routes,
        StaticFiles webApp,
        Clock clock) {
      this(
          settings,
          authenticated,
          routes,
          webApp,
          clock,
          _ -> false,
          UnaryOperator.identity(),
          _ -> {});
    }
  }

  private final Parts parts;
  private @Nullable HttpServer server;

  public HttpVerticle(Parts parts) {
    this.parts = parts;
  }

  @Override
  public Future<?> start() {
    return Lanes.open(vertx)
        .compose(lanes ->
            listen(vertx, parts, lanes)
                .onSuccess(made -> server = made)
                .compose(_ -> share(lanes)));
  }

  /// The port it listens on, once started.
  public int port() {
    Check.that(server != null, "not started");
    return Objects.requireNonNull(server).actualPort();
  }

  /// A listener on each further event loop, so that connections are spread over all of them. A port
  /// that was chosen freely cannot be shared.
  private Future<?> share(Lanes lanes) {
    List<Future<String>> others = new ArrayList<>();
    for (int i = 1; parts.settings().port() != 0 && i < LISTENERS; i++) {
      others.add(vertx.deployVerticle(new Listener(parts, lanes)));
    }
    return Future.all(others);
  }

  private static Future<HttpServer> listen(Vertx vertx, Parts parts, Lanes lanes) {
    HttpServerOptions options =
        new HttpServerOptions()
            .setHost(parts.settings().host())
            .setPort(parts.settings().port())
            .setMaxHeaderSize(Limits.HTTP_HEADERS_SIZE_MAX_BYTES)
            .setMaxInitialLineLength(Limits.HTTP_LINE_LENGTH_MAX)
            .setHttp2ClearTextEnabled(false)
            .setIdleTimeout(Limits.HTTP_IDLE_MAX_SECONDS);
    HttpServer made = vertx.createHttpServer(parts.options().apply(options));
    made.requestHandler(new Dispatch(parts, lanes).over(Router.router(vertx)));
    parts.sockets().accept(made);
    return made.listen();
  }

  private static final class Listener extends VerticleBase {
    private final Parts parts;
    private final Lanes lanes;

    Listener(Parts parts, Lanes lanes) {
      this.parts = parts;
      this.lanes = lanes;
    }

    @Override
    public Future<?> start() {
      return listen(vertx, parts, lanes);
    }
  }
}
