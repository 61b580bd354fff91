package nl.beleidstafel.http;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.http.Routes.Route;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// From a request to its answer: finds the route, guards it, reads the body within its bound, runs
/// the endpoint on a lane, writes what it answers. Event loop, but for {@link #answer}.
final class Dispatch {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);

  private static final Set<HttpMethod> BODIES =
      Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH);

  /// A path whose escapes can be decoded.
  private static final Pattern READABLE = Pattern.compile("/(?:[^%]|%[0-9A-Fa-f]{2})*+");

  private final HttpVerticle.Parts parts;
  private final Lanes lanes;
  private final Writer writer;
  private final WebApp webApp;

  Dispatch(HttpVerticle.Parts parts, Lanes lanes) {
    this.parts = parts;
    this.lanes = lanes;
    writer = new Writer(new SecurityHeaders(parts.settings()), parts.clock());
    webApp = new WebApp(parts.webApp(), lanes, writer);
  }

  /// What the server calls for each request.
  Handler<HttpServerRequest> over(Router router) {
    mount(router);
    // The router would log an unreadable path as our own error, with a stack trace each.
    return request -> {
      String path = request.path();
      if (path != null && READABLE.matcher(path).matches()) {
        router.handle(request);
      } else {
        writer.refuse(request, Problem.badRequest());
      }
    };
  }

  private void mount(Router router) {
    router.route().handler(writer::begin);
    Map<String, Map<String, Route>> byPath = new LinkedHashMap<>();
    for (Route route : parts.routes().list()) {
      byPath.computeIfAbsent(route.path(), _ -> new TreeMap<>()).put(route.method(), route);
    }
    byPath.forEach((path, methods) ->
        router
            .route(path.replaceAll("\\{(\\w+)}", ":$1"))
            .handler(context -> find(context, path, methods))
            .handler(this::readBody)
            .handler(this::call));
    router.route().handler(webApp::serve);
    router.route().failureHandler(this::failed);
  }

  private void find(RoutingContext context, String path, Map<String, Route> methods) {
    HttpMethod method = context.request().method();
    Route route = methods.get(method.equals(HttpMethod.HEAD) ? "GET" : method.name());
    writer.route(context, path);
    if (route == null) {
      String allowed = String.join(", ", methods.keySet());
      writer.write(context, Problem.methodNotAllowed(allowed));
      return;
    }
    context.put("route", route);
    if (route.changes()) {
      boolean byCookie =
          route.guard() == Guard.MEMBER
              && parts
                  .authenticated()
                  .credential(context.request())
                  .map(Authenticated.Credential::byCookie)
                  .orElse(false);
      Optional<Problem> forged = parts.authenticated().forged(context.request(), byCookie);
      if (forged.isPresent()) {
        writer.write(context, forged.get());
        return;
      }
    }
    context.next();
  }

  private void readBody(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (!BODIES.contains(request.method())) {
      context.next();
      return;
    }
    String type = request.getHeader("Content-Type");
    String media = type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    BodyKind body = Objects.requireNonNull(context.<Route>get("route")).body();
    if (!body.mediaTypes().contains(media)) {
      writer.write(
          context,
          body.equals(BodyKind.JSON) ? Problem.jsonExpected() : Problem.typeExpected(body));
      return;
    }
    BodyHandler.create(false).setBodyLimit(body.sizeMaxBytes()).handle(context);
  }

  private void call(RoutingContext context) {
    Route route = Objects.requireNonNull(context.get("route"));
    Optional<Authenticated.Credential> credential =
        parts.authenticated().credential(context.request());
    Buffer buffer = context.body().buffer();
    Call call =
        new Call(
            context.pathParams(),
            Language.of(context.request().getHeader("Accept-Language")),
            address(context.request()),
            buffer == null ? Bytes.EMPTY : Bytes.wrap(buffer.getBytes()),
            credential.map(Authenticated.Credential::token).orElse(null),
            null);
    lanes.run(
        context.vertx().getOrCreateContext(),
        () -> answer(route, call),
        answer -> writer.write(context, answer));
  }

  /// Lane.
  private Answer answer(Route route, Call call) {
    try {
      return switch (route.guard()) {
        case PUBLIC -> route.endpoint().answer(call);
        case MEMBER -> {
          var actor = parts.authenticated().actor(call.token());
          yield actor.isPresent()
              ? route.endpoint().answer(call.as(actor.get()))
              : Problem.sessionRequired();
        }
      };
    } catch (RefusedException e) {
      return e.problem();
    } catch (Throwable e) {
      // Errors too: nothing may leave a request unanswered.
      if (parts.away().test(e)) {
        LOG.warn("{} {}: the database is away", route.method(), route.path());
        return Problem.unavailable();
      }
      LOG.error("{} {} failed", route.method(), route.path(), e);
      return Problem.internal();
    }
  }

  private void failed(RoutingContext context) {
    int status = context.statusCode();
    if (status == 413) {
      Route route = context.get("route");
      BodyKind body = route == null ? BodyKind.JSON : route.body();
      writer.write(context, Problem.tooLarge(body.sizeMaxBytes()));
    } else if (status >= 400 && status < 500) {
      writer.write(context, status == 404 ? Problem.notFound() : Problem.badRequest());
    } else {
      LOG.error("A request failed before its endpoint", context.failure());
      writer.write(context, Problem.internal());
    }
  }

  private String address(HttpServerRequest request) {
    String forwarded = request.getHeader("X-Forwarded-For");
    if (parts.settings().behindProxy() && forwarded != null) {
      return forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
    }
    SocketAddress remote = request.remoteAddress();
    String host = remote == null ? null : remote.hostAddress();
    return host == null ? "" : host;
  }
}
