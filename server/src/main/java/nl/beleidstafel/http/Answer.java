package nl.beleidstafel.http;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import nl.beleidstafel.base.Bytes;

/// What an endpoint answers, as a value: written to the wire in one place, never half.
public sealed interface Answer permits Answer.Json, Answer.Raw, Answer.Empty, Problem {
  /// The HTTP status, 200 to 599.
  int status();

  /// Headers beyond those that every answer carries.
  Map<String, String> headers();

  /// 200 with JSON.
  static Json ok(JsonObject body) {
    return new Json(200, body, Map.of());
  }

  /// 201 with the thing made and where it is found.
  static Json created(String location, JsonObject body) {
    return new Json(201, body, Map.of("Location", location));
  }

  /// 201 with the thing made, which has no address of its own.
  static Json created(JsonObject body) {
    return new Json(201, body, Map.of());
  }

  /// 204.
  static Empty empty() {
    return new Empty(204, Map.of());
  }

  /// 200 with text of a media type, such as metrics.
  static Raw text(int status, String mediaType, String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return new Raw(status, mediaType, Bytes.wrap(utf8), Map.of());
  }

  record Json(int status, JsonObject body, Map<String, String> headers) implements Answer {
    public Json {
      headers = Map.copyOf(headers);
    }

    /// The same with one more header.
    public Json with(String header, String value) {
      return new Json(status, body, added(headers, header, value));
    }
  }

  record Raw(int status, String mediaType, Bytes body, Map<String, String> headers)
      implements Answer {
    public Raw {
      headers = Map.copyOf(headers);
    }

    /// The same with one more header.
    public Raw with(String header, String value) {
      return new Raw(status, mediaType, body, added(headers, header, value));
    }
  }

  record Empty(int status, Map<String, String> headers) implements Answer {
    public Empty {
      headers = Map.copyOf(headers);
    }

    /// The same with one more header.
    public Empty with(String header, String value) {
      return new Empty(status, added(headers, header, value));
    }
  }

  private static Map<String, String> added(Map<String, String> to, String header, String value) {
    Map<String, String> headers = new HashMap<>(to);
    headers.put(header, value);
    return headers;
  }
}
