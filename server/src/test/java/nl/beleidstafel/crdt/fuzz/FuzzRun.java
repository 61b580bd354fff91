package nl.beleidstafel.crdt.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.beleidstafel.base.Bytes;

/// Lets Jazzer look for inputs that break a target, beginning with those that are kept, and keeps
/// the least set that reaches as much: `mvn -Pfuzz -pl server test-compile exec:exec`.
public final class FuzzRun {
  private static final Path WORK = Path.of("target/fuzz").toAbsolutePath();

  private FuzzRun() {}

  /// Takes the seconds for each target, and the names of targets where not all are wanted.
  public static void main(String[] arguments) throws IOException, InterruptedException {
    List<String> wanted = List.of(arguments).subList(1, arguments.length);
    for (String target : new TreeSet<>(wanted.isEmpty() ? Corpus.TARGETS.keySet() : wanted)) {
      fuzz(target, Integer.parseInt(arguments[0]));
    }
  }

  private static void fuzz(String target, int seconds) throws IOException, InterruptedException {
    Path found = Files.createDirectories(WORK.resolve(target));
    Path least = Files.createDirectories(WORK.resolve(target + "-least"));
    List<byte[]> seeds = new ArrayList<>(Corpus.read(target));
    for (int seed = 1; seed <= 20; seed++) {
      Corpus.wellFormed(new SplittableRandom(seed)).stream()
          .map(Bytes::toArray)
          .forEach(seeds::add);
    }
    for (int i = 0; i < seeds.size(); i++) {
      Files.write(found.resolve("seed-" + i), seeds.get(i));
    }
    jazzer(target, "-max_total_time=" + seconds, "-timeout=20", found.toString());
    jazzer(target, "-merge=1", least.toString(), found.toString());
    List<byte[]> kept = new ArrayList<>();
    try (Stream<Path> files = Files.list(least)) {
      for (Path file : files.toList()) {
        kept.add(Files.readAllBytes(file));
      }
    }
    Corpus.write(target, kept);
  }

  private static void jazzer(String target, String... options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx1g", "-XX:+EnableDynamicAgentLoading"));
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("com.code_intelligence.jazzer.Jazzer");
    command.add("--target_class=" + FuzzRun.class.getPackageName() + "." + target);
    command.add("--instrumentation_includes=nl.beleidstafel.**");
    command.addAll(List.of("-max_len=4096", "-rss_limit_mb=3000"));
    command.addAll(List.of(options));
    Path folder = Files.createDirectories(WORK.resolve(target + "-crashes"));
    int code = new ProcessBuilder(command).directory(folder.toFile()).inheritIO().start().waitFor();
    if (code != 0) {
      throw new AssertionError(target + ": an input that breaks it lies in " + folder);
    }
  }
}
