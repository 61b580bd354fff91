package nl.beleidstafel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.beleidstafel.config.Configuration;
import nl.beleidstafel.db.DatabaseAddress;
import nl.beleidstafel.demonstration.Play;
import nl.beleidstafel.demonstration.PlayException;
import nl.beleidstafel.testkit.TestDatabase;
import nl.beleidstafel.testkit.junit.DatabaseExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// The plan that a newcomer finds after the first start.
final class DemonstrationIT {
  @RegisterExtension static final DatabaseExtension DATABASE = new DatabaseExtension();

  private static final Path CONFIG = Repository.ROOT.resolve("config");
  private static final int THREADS = 40;

  /// All but the one that is not for use.
  private static final int NOTES = 20;

  @TempDir Path folder = Path.of("");

  private String server = "";
  private String token = "";

  @Test
  void aPlayThatIsCutOffGoesOnAndNothingIsSaidTwice() throws Exception {
    Application application = new Application(configuration(), TestDatabase.platform());
    try {
      server = "127.0.0.1:" + application.start();
      token = signIn();
      assertEquals(List.of(), versions(), "nobody has played yet");
      PlayException cut =
          assertThrows(PlayException.class, () -> Play.perform(withoutEnd(), server, true));
      assertTrue(String.valueOf(cut.getMessage()).contains("nowhere"), cut::getMessage);
      assertEquals(List.of("Modelplan, nog leeg"), versions());

      Play.perform(CONFIG, server, false);
      assertEquals(List.of("Voorstel voor de partners", "Modelplan, nog leeg"), versions());
      List<String> said = said();
      assertEquals(THREADS, said.size());
      assertEquals(THREADS, Set.copyOf(said).size());
      assertEquals(3, get(plan() + "/asks").getJsonArray("items").size());
      Map<String, Integer> proposed = new TreeMap<>();
      for (JsonObject section : sections()) {
        String path = "/v1/sections/" + section.getString("id") + "/suggestions";
        objects(get(path).getJsonArray("items"))
            .forEach(each -> proposed.merge(each.getString("state"), 1, Integer::sum));
      }
      assertEquals(Map.of("accepted", 2, "declined", 1, "open", 3), proposed);
      Set<String> states = new TreeSet<>();
      sections().forEach(section -> states.add(section.getString("status")));
      assertEquals(Set.of("todo", "draft", "review", "agreed", "fixed"), states);

      assertEquals(6, get(plan() + "/interviews").getJsonArray("items").size());
      assertEquals(NOTES, objects(get(plan() + "/notes").getJsonArray("notes")).size());
      assertEquals(3, get(plan() + "/figures").getJsonArray("items").size());
      assertEquals(5, get(plan() + "/findings").getJsonArray("items").size());
      assertEquals(6, get(plan() + "/evidence").getJsonArray("items").size());

      assertEquals(said, afterAnother());
    } finally {
      application.stop();
    }
  }

  /// Plays once more, as another start would, which does nothing.
  private List<String> afterAnother() throws Exception {
    Play.perform(CONFIG, server, false);
    return said();
  }

  /// The script with a thread on words that stand nowhere.
  private Path withoutEnd() throws IOException {
    Path files = Files.createDirectories(folder.resolve("demonstration"));
    for (String file : List.of("fill-ins.yaml", "interviews.yaml", "talk.yaml")) {
      String text = Files.readString(CONFIG.resolve("demonstration").resolve(file));
      Files.writeString(files.resolve(file), text.replace("twee werksessies", "drie sessies "));
    }
    Files.writeString(
        files.resolve("fill-ins.yaml"),
        Files.readString(CONFIG.resolve("demonstration/fill-ins.yaml")));
    return folder;
  }

  private List<String> said() throws Exception {
    List<String> said = new ArrayList<>();
    for (JsonObject section : sections()) {
      JsonArray threads =
          get("/v1/sections/" + section.getString("id") + "/threads").getJsonArray("items");
      for (Object thread : threads) {
        JsonObject first = ((JsonObject) thread).getJsonArray("comments").getJsonObject(0);
        said.add(section.getString("number") + " " + first.getString("text"));
      }
    }
    return said;
  }

  private List<JsonObject> sections() throws Exception {
    return objects(get(plan()).getJsonArray("sections"));
  }

  private List<String> versions() throws Exception {
    return objects(get(plan() + "/versions").getJsonArray("items")).stream()
        .map(version -> version.getString("name"))
        .toList();
  }

  private String plan() throws Exception {
    return "/v1/plans/" + get("/v1/plans").getJsonArray("items").getJsonObject(0).getString("id");
  }

  private static List<JsonObject> objects(JsonArray array) {
    return array.stream().map(JsonObject.class::cast).toList();
  }

  private JsonObject get(String path) throws Exception {
    return send(HttpRequest.newBuilder().GET(), path);
  }

  private String signIn() throws Exception {
    JsonObject account = get("/v1/product").getJsonArray("accounts").getJsonObject(0);
    return send(
            HttpRequest.newBuilder()
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(account.encode())),
            "/v1/session")
        .getString("token");
  }

  private JsonObject send(HttpRequest.Builder request, String path) throws Exception {
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      return new JsonObject(
          client
              .send(
                  request.uri(URI.create("http://" + server + path)).build(),
                  BodyHandlers.ofString())
              .body());
    }
  }

  private Configuration configuration() {
    DatabaseAddress address = DATABASE.address();
    return new Configuration(
        CONFIG + "/",
        "127.0.0.1",
        0,
        URI.create("http://localhost:1"),
        false,
        true,
        false,
        new Configuration.Storage.External(
            new Configuration.DatabaseUrl(
                address.host(),
                address.port(),
                address.name(),
                address.user(),
                address.password(),
                "disable")),
        4,
        Optional.empty(),
        folder.resolve("secrets.key").toString(),
        Set.of(),
        "warn",
        10_000);
  }
}
