package nl.beleidstafel.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.Clock;

/// Writes answers, each with the headers that all carry and a line in the access log. Event loop.
final class Writer {
  private static final String ROUTE = "template";
  private static final String BEGAN = "began";

  private final SecurityHeaders security;
  private final Clock clock;

  Writer(SecurityHeaders security, Clock clock) {
    this.security = security;
    this.clock = clock;
  }

  void begin(RoutingContext context) {
    context.put(BEGAN, clock.nowMs());
    context.next();
  }

  /// Remembers what the access log calls this request.
  void route(RoutingContext context, String template) {
    context.put(ROUTE, template);
  }

  void write(RoutingContext context, Answer answer) {
    HttpServerRequest request = context.request();
    if (request.response().ended() || request.response().closed()) {
      return;
    }
    write(request, answer);
    String route = Objects.requireNonNullElse(context.get(ROUTE), "-");
    long began = Objects.requireNonNullElse(context.<Long>get(BEGAN), clock.nowMs());
    AccessLog.answered(request.method().name(), route, answer.status(), clock.nowMs() - began);
  }

  /// Answers a request that did not get as far as a route.
  void refuse(HttpServerRequest request, Problem problem) {
    write(request, problem);
    AccessLog.answered(request.method().name(), "-", problem.status(), 0);
  }

  private void write(HttpServerRequest request, Answer answer) {
    HttpServerResponse response = request.response();
    String path = Objects.requireNonNullElse(request.path(), "");
    response.setStatusCode(answer.status());
    security.add(response.headers());
    if (path.startsWith("/v1/")) {
      response.putHeader("API-Version", "1.0.0").putHeader("Cache-Control", "no-store");
    }
    Buffer body = body(request, answer);
    answer.headers().forEach(response::putHeader);
    if (request.method().equals(HttpMethod.HEAD)) {
      response.putHeader("Content-Length", Integer.toString(body.length()));
      response.end();
    } else if (body.length() == 0) {
      response.end();
    } else {
      response.end(body);
    }
    if (!request.isEnded()) {
      // Answered before it was read: what is still to come is dropped, or the client would wait.
      request.resume();
    }
  }

  /// The body, and the headers that say what it is.
  private static Buffer body(HttpServerRequest request, Answer answer) {
    HttpServerResponse response = request.response();
    return switch (answer) {
      case Answer.Json json -> {
        response.putHeader("Content-Type", "application/json");
        yield json.body().toBuffer();
      }
      case Answer.Raw raw -> {
        response.putHeader("Content-Type", raw.mediaType());
        yield buffer(raw.body());
      }
      case Answer.Empty _ -> Buffer.buffer();
      case Problem problem -> {
        Language language = Language.of(request.getHeader("Accept-Language"));
        response.putHeader("Content-Type", Problem.MEDIA_TYPE);
        response.putHeader("Content-Language", language.tag());
        response.putHeader("Cache-Control", "no-store");
        yield problem.json(language).toBuffer();
      }
    };
  }

  private static Buffer buffer(Bytes bytes) {
    return Buffer.buffer(bytes.toArray());
  }
}
