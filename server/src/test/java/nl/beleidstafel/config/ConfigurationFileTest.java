package nl.beleidstafel.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.beleidstafel.config.ConfigurationRules.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigurationFileTest {
  private static final Path SHIPPED =
      Stream.of(Path.of("config"), Path.of("..", "config"))
          .filter(Files::isDirectory)
          .map(folder -> folder.resolve("application.yaml"))
          .findFirst()
          .orElseThrow();

  @TempDir Path folder = Path.of("");

  private Outcome read(String yaml) throws IOException {
    Path file = folder.resolve("application.yaml");
    Files.writeString(file, yaml);
    return ConfigurationFile.read(Map.of(Settings.FILE_VARIABLE, file.toString()));
  }

  private String bad(String yaml) throws IOException {
    return String.join("\n", assertInstanceOf(Outcome.Bad.class, read(yaml)).sentences())
        .replace(folder.toString() + "/", "");
  }

  @Test
  void theShippedFileSaysWhatHoldsWithoutIt() {
    var shipped = ConfigurationFile.read(Map.of(Settings.FILE_VARIABLE, SHIPPED.toString()));
    var nothing =
        ConfigurationRules.read(
            SHIPPED.toString(), Map.of(), Map.of(), _ -> java.util.Optional.empty());
    assertEquals(nothing, shipped);
  }

  @Test
  void theShippedFileExplainsEverySetting() throws IOException {
    List<String> lines = Files.readAllLines(SHIPPED);
    for (Setting setting : Settings.ALL) {
      String last = setting.key().substring(setting.key().lastIndexOf('.') + 1);
      int at = -1;
      for (int line = 0; line < lines.size(); line++) {
        if (lines.get(line).strip().startsWith(last + ":")) {
          at = line;
        }
      }
      assertTrue(at > 0, setting.key() + " is missing");
      assertTrue(lines.get(at - 1).strip().startsWith("#"), setting.key() + " is not explained");
    }
  }

  @Test
  void anEmptyFileSetsNothing() throws IOException {
    assertInstanceOf(Outcome.Good.class, read("# nothing\n"));
  }

  @Test
  void aSyntaxMistakeNamesItsLine() throws IOException {
    assertEquals(
        "application.yaml is no YAML at line 2: mapping values are not allowed here;"
            + " correct that line.",
        bad("host: 127.0.0.1\nport: 80: 80\n"));
  }

  @Test
  void aFileThatIsNoTreeIsNotUnderstood() throws IOException {
    assertEquals(
        "application.yaml cannot be understood: write one \"key: value\" per line.",
        bad("- a\n- b\n"));
  }

  @Test
  void aNamedFileMustBeThere() {
    Path absent = folder.resolve("absent.yaml");
    var bad =
        assertInstanceOf(
            Outcome.Bad.class,
            ConfigurationFile.read(Map.of(Settings.FILE_VARIABLE, absent.toString())));
    assertEquals(
        List.of(absent + " cannot be read: correct the path or its rights."), bad.sentences());
  }
}
