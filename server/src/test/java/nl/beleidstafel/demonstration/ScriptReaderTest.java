package nl.beleidstafel.demonstration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import nl.beleidstafel.yaml.MistakesException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ScriptReaderTest {
  private static final Path CONFIG =
      Stream.of(Path.of("config"), Path.of("..", "config"))
          .filter(path -> Files.exists(path.resolve("application.yaml")))
          .findFirst()
          .orElseThrow();

  @TempDir Path folder = Path.of("");

  @Test
  void theScriptFillsEachPlaceOfTheModelPlanAndMore() throws MistakesException {
    Script script = ScriptReader.read(CONFIG);
    assertEquals(35, script.fillings().size());
    assertEquals(40, script.talks().size());
    assertEquals(3, script.asks().size());
    assertEquals(6, script.proposals().size());
  }

  @Test
  void everyMistakeIsSaidWithItsLine() throws IOException {
    Path files = Files.createDirectories(folder.resolve("demonstration"));
    Files.writeString(files.resolve("fill-ins.yaml"), "- section: \"1\"\n  by: regie\n");
    Files.writeString(files.resolve("talk.yaml"), "threads: 3\nwho: regie\n");
    String said =
        String.valueOf(
            assertThrows(MistakesException.class, () -> ScriptReader.read(folder)).getMessage());
    assertTrue(said.contains("demonstration/fill-ins.yaml"), said);
    assertTrue(said.contains("label"), said);
    assertTrue(said.contains("there is no field of this name here"), said);
  }
}
