package nl.beleidstafel.http;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.http.Routes.Route;
import org.jspecify.annotations.Nullable;
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

  private static final String ROUTE = "route";
  private static final String ACTOR = "actor";

  private sealed interface Known {
    record Member(Actor actor) implements Known {}

    record Refused(Problem problem) implements Known {}
  }

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
            .handler(this::know)
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
    context.put(ROUTE, route);
    if (route.changes()) {
      boolean byCookie =
          route.guard() != Guard.PUBLIC
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

  /// Who sends a body is asked before it is read: strangers shall not fill the memory.
  private void know(RoutingContext context) {
    Route route = Objects.requireNonNull(context.get(ROUTE));
    HttpServerRequest request = context.request();
    if (route.guard() == Guard.PUBLIC || !BODIES.contains(request.method())) {
      context.next();
      return;
    }
    String token = token(request);
    request.pause();
    run(
        context,
        () -> known(route, token),
        known -> {
          switch (known) {
            case Known.Member(Actor actor) -> {
              context.put(ACTOR, actor);
              context.next();
            }
            case Known.Refused(Problem problem) -> {
              writer.write(context, problem);
            }
          }
        });
  }

  private void readBody(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (!BODIES.contains(request.method())) {
      context.next();
      return;
    }
    String type = request.getHeader("Content-Type");
    String media = type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    BodyKind body = Objects.requireNonNull(context.<Route>get(ROUTE)).body();
    if (!body.mediaTypes().contains(media)) {
      writer.write(
          context,
          body.equals(BodyKind.JSON) ? Problem.jsonExpected() : Problem.typeExpected(body));
      return;
    }
    BodyHandler.create(false).setBodyLimit(body.sizeMaxBytes()).handle(context);
  }

  private void call(RoutingContext context) {
    Route route = Objects.requireNonNull(context.get(ROUTE));
    HttpServerRequest request = context.request();
    Buffer buffer = context.body().buffer();
    @Nullable Actor actor = context.get(ACTOR);
    Call call =
        new Call(
            context.pathParams(),
            query(context),
            Language.of(request.getHeader("Accept-Language")),
            parts.settings().callerAddress(request.headers(), request.remoteAddress()),
            agent(request),
            parts.authenticated().binding(request),
            buffer == null ? Bytes.EMPTY : Bytes.wrap(buffer.getBytes()),
            token(request),
            actor);
    boolean ready = route.guard() == Guard.PUBLIC || actor != null;
    run(
        context,
        () -> ready ? answer(route, call) : answerKnown(route, call),
        answer -> writer.write(context, answer));
  }

  private <T> void run(RoutingContext context, Supplier<T> work, Handler<T> then) {
    if (!lanes.run(context.vertx().getOrCreateContext(), work, then)) {
      writer.write(context, Problem.busy(1));
    }
  }

  /// Lane.
  private Answer answerKnown(Route route, Call call) {
    return switch (known(route, call.token())) {
      case Known.Member(Actor actor) -> answer(route, call.as(actor));
      case Known.Refused(Problem problem) -> problem;
    };
  }

  /// Lane.
  private Known known(Route route, @Nullable String token) {
    try {
      return parts
          .authenticated()
          .actor(token)
          .map(actor -> admitted(route, actor))
          .orElseGet(() -> entering(route, token));
    } catch (Throwable e) {
      return new Known.Refused(failure(route, e));
    }
  }

  /// Lane.
  private Known entering(Route route, @Nullable String token) {
    return parts
        .authenticated()
        .entering(token)
        .<Known>map(actor ->
            route.guard() == Guard.ENTERING
                ? new Known.Member(actor)
                : new Known.Refused(Problem.secondFactorDue()))
        .orElseGet(() -> new Known.Refused(Problem.sessionRequired()));
  }

  private static Known admitted(Route route, Actor actor) {
    return switch (route.guard()) {
      case PUBLIC, MEMBER, ENTERING -> new Known.Member(actor);
      case ACCOUNT ->
          actor.byLink() ? new Known.Refused(Problem.accountRequired()) : new Known.Member(actor);
      case ADMINISTRATOR ->
          actor.administrator()
              ? new Known.Member(actor)
              : new Known.Refused(Problem.administratorRequired());
    };
  }

  /// Lane.
  private Answer answer(Route route, Call call) {
    try {
      return route.endpoint().answer(call);
    } catch (RefusedException e) {
      return e.problem();
    } catch (Throwable e) {
      // Errors too: nothing may leave a request unanswered.
      return failure(route, e);
    }
  }

  private Problem failure(Route route, Throwable e) {
    if (parts.away().test(e)) {
      LOG.warn("{} {}: the database is away", route.method(), route.path());
      return Problem.unavailable();
    }
    LOG.error("{} {} failed", route.method(), route.path(), e);
    return Problem.internal();
  }

  private void failed(RoutingContext context) {
    int status = context.statusCode();
    if (status == 413) {
      Route route = context.get(ROUTE);
      BodyKind body = route == null ? BodyKind.JSON : route.body();
      writer.write(context, Problem.tooLarge(body.sizeMaxBytes()));
    } else if (status >= 400 && status < 500) {
      writer.write(context, status == 404 ? Problem.notFound() : Problem.badRequest());
    } else {
      LOG.error("A request failed before its endpoint", context.failure());
      writer.write(context, Problem.internal());
    }
  }

  private static Map<String, String> query(RoutingContext context) {
    Map<String, String> query = new HashMap<>();
    context.queryParams().forEach(query::putIfAbsent);
    return query;
  }

  private @Nullable String token(HttpServerRequest request) {
    return parts
        .authenticated()
        .credential(request)
        .map(Authenticated.Credential::token)
        .orElse(null);
  }

  private static String agent(HttpServerRequest request) {
    String agent = Objects.requireNonNullElse(request.getHeader("User-Agent"), "");
    return agent.length() > Limits.AGENT_LENGTH_MAX
        ? agent.substring(0, Limits.AGENT_LENGTH_MAX)
        : agent;
  }
}
