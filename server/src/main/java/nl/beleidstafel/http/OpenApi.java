package nl.beleidstafel.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.Check;

/// The description of the API, for everybody: what is said in general, joined with what each
/// feature says of its own routes. Kept true by a test that compares it with the routes.
public final class OpenApi {
  private OpenApi() {}

  /// Its one route, which describes itself and the routes given.
  public static Routes routes(Routes features) {
    JsonObject description = read("api");
    features.descriptions().forEach(name -> join(description, read(name)));
    Answer document =
        new Answer.Raw(
            200,
            "application/json",
            Bytes.wrap(description.toBuffer().getBytes()),
            Map.of(
                "Access-Control-Allow-Origin", "*",
                "Cross-Origin-Resource-Policy", "cross-origin",
                "Cache-Control", "no-cache"));
    return new Routes().get("/v1/openapi.json", Guard.PUBLIC, _ -> document);
  }

  /// Adds the paths and components of a part; that no two say the same is checked.
  private static void join(JsonObject whole, JsonObject part) {
    for (String name : part.fieldNames()) {
      Object value = part.getValue(name);
      if (whole.getValue(name) instanceof JsonObject known && value instanceof JsonObject added) {
        Check.that(!name.startsWith("/"), "described twice: " + name);
        join(known, added);
      } else {
        Check.that(!whole.containsKey(name), "described twice: " + name);
        whole.put(name, value);
      }
    }
  }

  private static JsonObject read(String name) {
    String resource = "/openapi/" + name + ".json";
    try (InputStream in = Objects.requireNonNull(OpenApi.class.getResourceAsStream(resource))) {
      return new JsonObject(Buffer.buffer(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
