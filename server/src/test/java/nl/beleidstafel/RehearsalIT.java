package nl.beleidstafel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nl.beleidstafel.rehearsal.Rehearsal;
import nl.beleidstafel.testkit.ChildJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The packaged program rehearses, and what it learned is taken by the next start.
final class RehearsalIT {
  private static final Path JAR =
      Path.of(System.getProperty("basedir", "."), "target", "beleidstafel.jar").toAbsolutePath();

  @TempDir Path folder = Path.of("");

  private ChildJvm java(String... arguments) {
    ProcessBuilder builder = new ProcessBuilder(ChildJvm.java());
    builder.command().addAll(List.of(arguments));
    builder.directory(folder.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("BELEIDSTAFEL_"));
    builder.environment().put("PORT", "0");
    builder
        .environment()
        .put("BELEIDSTAFEL_CONFIG", Repository.ROOT.resolve("config/application.yaml").toString());
    return ChildJvm.run(builder);
  }

  private Path temporary() throws IOException {
    return Files.createDirectories(folder.resolve("temporary"));
  }

  private ChildJvm rehearse(Path cache, String flag) throws IOException {
    return java(
        "-Xmx256m",
        "-Djava.io.tmpdir=" + temporary(),
        "-cp",
        JAR.toString(),
        Rehearsal.class.getName(),
        cache.toString(),
        JAR.toString(),
        flag);
  }

  @Test
  void theNextStartBeginsWithWhatWasLearned() throws Exception {
    Path cache = folder.resolve("cache");
    try (ChildJvm rehearsal = rehearse(cache, "-Xmx512m")) {
      List<String> said = rehearsal.linesToEnd();
      assertEquals(0, rehearsal.exit(), () -> String.join("\n", said));
    }
    assertTrue(Files.size(cache) > 1_000_000);
    // With this mode the JVM does not start where it cannot use the cache.
    try (ChildJvm server =
        java("-Xmx512m", "-XX:AOTCache=" + cache, "-XX:AOTMode=on", "-jar", JAR.toString())) {
      server.await(line -> line.contains("is ready on"));
    }
    try (Stream<Path> left = Files.list(temporary())) {
      assertEquals(List.of(), left.toList(), "the database of the rehearsal is thrown away");
    }
  }

  @Test
  void aRehearsalThatFailsLeavesNoCache() throws IOException {
    Path cache = folder.resolve("cache");
    try (ChildJvm rehearsal = rehearse(cache, "-XX:NoSuchFlag")) {
      List<String> said = rehearsal.linesToEnd();
      assertEquals(1, rehearsal.exit(), () -> String.join("\n", said));
      assertEquals(List.of("The rehearsal failed: the server does not start"), said);
    }
    assertFalse(Files.exists(cache));
  }
}
