package nl.beleidstafel.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import nl.beleidstafel.base.Bytes;

/// The description of the API, for everybody. Kept true by a test that compares it with the routes.
public final class OpenApi {
  private static final String RESOURCE = "/openapi.json";

  private OpenApi() {}

  /// Its one route.
  public static Routes routes() {
    Answer document =
        new Answer.Raw(
            200,
            "application/json",
            read(),
            Map.of(
                "Access-Control-Allow-Origin", "*",
                "Cross-Origin-Resource-Policy", "cross-origin",
                "Cache-Control", "no-cache"));
    return new Routes().get("/v1/openapi.json", Guard.PUBLIC, _ -> document);
  }

  private static Bytes read() {
    try (InputStream in = Objects.requireNonNull(OpenApi.class.getResourceAsStream(RESOURCE))) {
      return Bytes.wrap(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
