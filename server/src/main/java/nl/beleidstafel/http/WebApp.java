package nl.beleidstafel.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.beleidstafel.base.Bytes;

/// Serves the web app: its files by name, and its first page for every address that is a screen of
/// the app. Event loop; files are read on a lane.
final class WebApp {
  private static final String PAGE = "index.html";
  private static final List<String> NOT_SCREENS =
      List.of("/v1", "/collab", "/yws", "/health", "/metrics", "/assets");

  /// As `web/src/first/address.ts` has it.
  private static final Pattern SECTION =
      Pattern.compile("/plannen/([0-9a-f-]{36})/([A-Z]?[0-9][0-9-]*)");

  private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

  private final StaticFiles files;
  private final Lanes lanes;
  private final Writer writer;
  private static final Pattern FILE_ENDING = Pattern.compile("\\.[a-zA-Z][a-zA-Z0-9]*$");

  WebApp(StaticFiles files, Lanes lanes, Writer writer) {
    this.files = files;
    this.lanes = lanes;
    this.writer = writer;
  }

  void serve(RoutingContext context) {
    HttpServerRequest request = context.request();
    String path = Objects.requireNonNullElse(request.path(), "/");
    boolean screen = isScreen(path);
    writer.route(context, screen ? "(screen)" : "(file)");
    if (!READS.contains(request.method())) {
      writer.write(context, screen ? Problem.methodNotAllowed("GET") : Problem.notFound());
      return;
    }
    String name = screen ? PAGE : path.substring(1);
    String known = Objects.requireNonNullElse(request.getHeader("If-None-Match"), "");
    String encodings = Objects.requireNonNullElse(request.getHeader("Accept-Encoding"), "");
    boolean taken =
        lanes.run(
            context.vertx().getOrCreateContext(),
            () -> answer(name, known, encodings.contains("gzip")),
            answer -> writer.write(context, screen ? ahead(answer, path) : answer));
    if (!taken) {
      writer.write(context, Problem.busy(1));
    }
  }

  private Answer answer(String name, String known, boolean gzip) {
    Optional<StaticFiles.File> found = files.find(name);
    if (found.isEmpty()) {
      return Problem.notFound();
    }
    StaticFiles.File file = found.get();
    String caching =
        StaticFiles.isHashed(name) ? "public, max-age=31536000, immutable" : "no-cache";
    if (known.equals(file.tag())) {
      return new Answer.Empty(304, Map.of("ETag", file.tag(), "Cache-Control", caching));
    }
    Bytes zipped = file.gzipped();
    Answer.Raw plain =
        new Answer.Raw(
                200, file.mediaType(), zipped != null && gzip ? zipped : file.plain(), Map.of())
            .with("ETag", file.tag())
            .with("Cache-Control", caching)
            .with("Vary", "Accept-Encoding");
    return zipped != null && gzip ? plain.with("Content-Encoding", "gzip") : plain;
  }

  /// The page of a section names the section's text, so that the browser asks for it while it still
  /// reads the page.
  private static Answer ahead(Answer answer, String path) {
    Matcher section = SECTION.matcher(path);
    return answer instanceof Answer.Raw page && section.matches()
        ? page.with(
            "Link",
            "</v1/plans/%s/sections/%s/text>; rel=preload; as=fetch; crossorigin"
                .formatted(section.group(1), section.group(2)))
        : answer;
  }

  /// An address without a file's ending, outside what the server itself answers. A section's number
  /// is no ending: `/plannen/…/3.9` is a screen.
  private static boolean isScreen(String path) {
    return !FILE_ENDING.matcher(path).find()
        && NOT_SCREENS.stream().noneMatch(each -> path.equals(each) || path.startsWith(each + "/"));
  }
}
