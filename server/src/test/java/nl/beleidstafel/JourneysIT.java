package nl.beleidstafel;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.beleidstafel.testkit.ChildJvm;
import nl.beleidstafel.testkit.NodePackage;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// People's journeys through the packaged product: in real browsers, and with real kills.
final class JourneysIT {
  private static final Logger LOG = LoggerFactory.getLogger(JourneysIT.class);
  private static final Pattern PASSED = Pattern.compile("\\b([1-9]\\d*) passed");

  /// The journeys that passed only in their second try, below their count.
  private static final Pattern FLAKY = Pattern.compile("(?m)^ +\\d+ flaky$(\\n {4,}.*$)*");

  /// The specs of `web/e2e`; what each did is left in `target/journeys.log`.
  @Test
  void browsersGoEachJourney() throws IOException, InterruptedException {
    String output =
        new NodePackage(Repository.ROOT.resolve("web"))
            .run(
                List.of("npm", "run", "e2e"),
                Map.of("BELEIDSTAFEL_JAVA", ChildJvm.java(), "FORCE_COLOR", "0"));
    Files.writeString(Path.of("target", "journeys.log"), output);
    assertTrue(PASSED.matcher(output).find(), output);
    FLAKY.matcher(output).results().forEach(flaky -> LOG.warn("{}", flaky.group()));
  }

  /// Six people type with the real provider while server, database or both are killed. More rounds:
  /// `-Drounds=100 -Dseed=7`.
  @Test
  void nothingShownAsSavedIsLostInAKill() throws IOException, InterruptedException {
    Path work = Files.createTempDirectory("faults");
    String output =
        new NodePackage("faults")
            .run(
                List.of(
                    "node",
                    "kill.mjs",
                    "--java",
                    ChildJvm.java(),
                    "--jar",
                    Path.of("target", "beleidstafel.jar").toAbsolutePath().toString(),
                    "--home",
                    Repository.ROOT.toString(),
                    "--work",
                    work.toString(),
                    "--rounds",
                    System.getProperty("rounds", "5"),
                    "--seed",
                    System.getProperty("seed", "1")),
                Map.of());
    Files.writeString(Path.of("target", "faults.log"), output);
    assertTrue(output.contains(" 0 failed") && PASSED.matcher(output).find(), output);
  }
}
