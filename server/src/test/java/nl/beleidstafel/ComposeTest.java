package nl.beleidstafel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import nl.beleidstafel.config.Configuration;
import nl.beleidstafel.config.ConfigurationRules;
import nl.beleidstafel.config.ConfigurationRules.Outcome;
import nl.beleidstafel.config.Settings;
import org.junit.jupiter.api.Test;

/// `docker-compose.yml` without an engine: it is what Compose accepts, and the server accepts what
/// it sets.
final class ComposeTest {
  private static final YAMLMapper YAML = new YAMLMapper();

  private final JsonNode compose = read(Repository.read(Path.of("docker-compose.yml")));

  private static JsonNode read(String yaml) {
    try {
      return YAML.readTree(yaml);
    } catch (IOException failure) {
      throw new IllegalArgumentException(failure);
    }
  }

  private static List<String> mistakes(JsonNode file) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            ComposeTest.class.getResourceAsStream("/compose-spec/compose-spec.json"))) {
      JsonSchema schema =
          JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(schema(in));
      return schema.validate(file).stream().map(Object::toString).toList();
    }
  }

  /// Its dialect is draft 7 under an address that the validator would look up.
  private static JsonNode schema(InputStream in) throws IOException {
    ObjectNode schema = (ObjectNode) YAML.readTree(in);
    schema.put("$schema", "http://json-schema.org/draft-07/schema#");
    schema.remove("$id");
    return schema;
  }

  @Test
  void itFitsTheSchema() throws IOException {
    assertEquals(List.of(), mistakes(compose));
  }

  @Test
  void theSchemaSeesMistakes() throws IOException {
    assertFalse(mistakes(read("services: {app: {imagine: x}}")).isEmpty());
    assertFalse(mistakes(read("services: {app: {ports: {a: b}}}")).isEmpty());
  }

  @Test
  void theServerKnowsEveryVariable() {
    List<String> unknown = new ArrayList<>(variables().keySet());
    unknown.removeAll(Settings.variables());
    assertEquals(List.of(), unknown);
  }

  @Test
  void theServerAcceptsWhatIsSet() {
    Outcome outcome =
        ConfigurationRules.read("x", Map.of(), variables(), _ -> Optional.of("secret"));
    Configuration configuration =
        switch (outcome) {
          case Outcome.Good good -> good.configuration();
          case Outcome.Bad bad -> throw new AssertionError(bad.sentences());
        };
    assertFalse(configuration.demonstration());
    assertTrue(configuration.behindProxy());
    assertEquals("https", configuration.publicUrl().getScheme());
  }

  @Test
  void itNamesOnlyWhatExists() {
    Set<String> services = Set.of("app", "database", "proxy");
    compose.path("services").fieldNames().forEachRemaining(name -> assertIn(services, name));
    for (JsonNode service : compose.path("services")) {
      service.path("depends_on").fieldNames().forEachRemaining(name -> assertIn(services, name));
      service
          .path("secrets")
          .forEach(name -> assertTrue(compose.path("secrets").has(name.asText())));
      for (JsonNode volume : service.path("volumes")) {
        String source = volume.asText().substring(0, volume.asText().indexOf(':'));
        assertTrue(
            source.startsWith("./")
                ? Repository.ROOT.resolve(source).toFile().exists()
                : compose.path("volumes").has(source),
            source);
      }
    }
  }

  private static void assertIn(Set<String> names, String name) {
    assertTrue(names.contains(name), name);
  }

  /// What the app is given, with Compose's defaults in place of its variables.
  private Map<String, String> variables() {
    Map<String, String> variables = new TreeMap<>();
    JsonNode environment = compose.path("services").path("app").path("environment");
    assertFalse(environment.isEmpty());
    environment
        .properties()
        .forEach(entry ->
            variables.put(
                entry.getKey(),
                entry.getValue().asText().replaceAll("\\$\\{\\w+:-([^}]*)}", "$1")));
    return variables;
  }
}
