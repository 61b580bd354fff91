package nl.beleidstafel.config;

import io.vertx.config.ConfigRetriever;
import io.vertx.config.ConfigRetrieverOptions;
import io.vertx.config.ConfigStoreOptions;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.beleidstafel.config.ConfigurationRules.Outcome;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/// Reads the file (by Vert.x Config) and hands it to the rules. Blocks; called once at start.
public final class ConfigurationFile {
  /// Where the file is, seen from where the server is started.
  public static final Path USUAL = Path.of("config", "application.yaml");

  private ConfigurationFile() {}

  /// Reads the configuration of a process with this environment. A usual file that is absent means
  /// that nothing is set; one that was named must be there.
  public static Outcome read(Map<String, String> environment) {
    String named = environment.getOrDefault(Settings.FILE_VARIABLE, "");
    Path file = named.isEmpty() ? USUAL : Path.of(named);
    if (!Files.isReadable(file)) {
      if (named.isEmpty() && !Files.exists(file)) {
        return rules(file, Map.of(), environment);
      }
      return bad(file + " cannot be read: correct the path or its rights.");
    }
    Vertx vertx = Vertx.vertx();
    try {
      JsonObject tree =
          isBlank(file) ? new JsonObject() : retriever(vertx, file).getConfig().await();
      // Through text, so that what is below is maps too.
      return rules(file, new JsonObject(tree.encode()).getMap(), environment);
    } catch (Exception failure) {
      return bad(mistake(file, failure));
    } finally {
      vertx.close().await();
    }
  }

  private static boolean isBlank(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.map(String::strip).allMatch(line -> line.isEmpty() || line.startsWith("#"));
    }
  }

  private static ConfigRetriever retriever(Vertx vertx, Path file) {
    ConfigStoreOptions store =
        new ConfigStoreOptions()
            .setType("file")
            .setFormat("yaml")
            .setConfig(new JsonObject().put("path", file.toAbsolutePath().toString()));
    return ConfigRetriever.create(
        vertx, new ConfigRetrieverOptions().setIncludeDefaultStores(false).addStore(store));
  }

  private static Outcome rules(Path file, Map<String, ?> tree, Map<String, String> environment) {
    return ConfigurationRules.read(
        file.toString(), tree, environment, ConfigurationFile::passwordIn);
  }

  private static Optional<String> passwordIn(String path) {
    try {
      return Optional.of(Files.readString(Path.of(path)).strip());
    } catch (IOException | RuntimeException _) {
      return Optional.empty();
    }
  }

  private static Outcome bad(String sentence) {
    return new Outcome.Bad(List.of(sentence));
  }

  private static String mistake(Path file, Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof MarkedYAMLException yaml && yaml.getProblemMark() != null) {
        return "%s is no YAML at line %d: %s; correct that line."
            .formatted(file, yaml.getProblemMark().getLine() + 1, yaml.getProblem());
      }
    }
    return file + " cannot be understood: write one \"key: value\" per line.";
  }
}
