package nl.beleidstafel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The documents are true: what they name exists, and each numbered rule has a test.
final class DocsTest {
  private static final Pattern CODE_SPAN = Pattern.compile("`([^`\\n]+)`");
  private static final Pattern PATH =
      Pattern.compile(
          "(?:[\\w.-]+/)+[\\w.-]*|[\\w-]+\\.(?:java|md|yaml|yml|xml|ts|tsx|mjs|sql|sh)");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");
  private static final Pattern RULE =
      Pattern.compile("^\\s*[-*]?\\s*\\*\\*([PRLSCGHOFTUKNIJEV]\\d+)\\*\\*");
  private static final Pattern RULE_IN_TEST = Pattern.compile("_([PRLSCGHOFTUKNIJEV]\\d+)\\b");
  private static final Pattern RULE_IN_WEB_TEST = Pattern.compile("\\b([PRLSCHOFTUKNIJEV]\\d+)\\b");

  /// Folders that a path in a document may start from.
  private static final List<String> STARTS =
      List.of(
          "",
          "docs",
          "web",
          "web/src",
          "server",
          "server/src/main/java/nl/beleidstafel",
          "server/src/main/resources",
          "server/src/test/java/nl/beleidstafel",
          "server/src/test",
          "config");

  @Test
  void linksLeadSomewhere() {
    List<String> faults = new ArrayList<>();
    for (Path file : Repository.files(".md")) {
      Matcher link = LINK.matcher(Repository.read(file));
      while (link.find()) {
        Path parent = file.getParent() == null ? Path.of("") : file.getParent();
        if (!Files.exists(Repository.ROOT.resolve(parent).resolve(link.group(1)))) {
          faults.add(file + " links to " + link.group(1));
        }
      }
    }
    assertEquals(List.of(), faults);
  }

  @Test
  void namedPathsExist() {
    Set<String> names = new LinkedHashSet<>();
    Repository.files().forEach(file -> names.add(file.getFileName().toString()));
    List<String> faults = new ArrayList<>();
    for (Path file : Repository.files(".md")) {
      if (file.startsWith("bench")) {
        continue;
      }
      Matcher span = CODE_SPAN.matcher(Repository.read(file));
      while (span.find()) {
        String name = span.group(1);
        boolean built = name.contains("target/") || name.equals("data/");
        if (!built && PATH.matcher(name).matches() && !names.contains(name) && !exists(name)) {
          faults.add(file + " names " + name);
        }
      }
    }
    assertEquals(List.of(), faults);
  }

  @Test
  void eachRuleHasATestAndEachNumberARule() {
    Set<String> rules = new TreeSet<>();
    Repository.read(Path.of("docs/spec.md"))
        .lines()
        .forEach(line -> {
          Matcher rule = RULE.matcher(line);
          if (rule.find()) {
            assertTrue(rules.add(rule.group(1)), () -> "twice: " + rule.group(1));
          }
        });
    Set<String> tested = new TreeSet<>();
    collect(tested, RULE_IN_TEST, "Test.java", "IT.java", "Contract.java");
    collect(tested, RULE_IN_WEB_TEST, ".test.ts", ".test.tsx", ".spec.ts", ".test.mjs");
    Set<String> untested = new TreeSet<>(rules);
    untested.removeAll(tested);
    assertEquals(Set.of(), untested, "rules of docs/spec.md without a test");
    Set<String> unknown = new TreeSet<>();
    collect(unknown, RULE_IN_TEST, "Test.java", "IT.java", "Contract.java");
    unknown.removeAll(rules);
    assertEquals(Set.of(), unknown, "numbers in test names without a rule");
    assertTrue(rules.size() >= 30, "the specification has its rules");
  }

  @Test
  void theReadmeIsShort() {
    assertTrue(Repository.read(Path.of("README.md")).lines().count() <= 150);
  }

  private static void collect(Set<String> found, Pattern pattern, String... endings) {
    for (Path file : Repository.files(endings)) {
      if (file.endsWith("DocsTest.java")) {
        continue;
      }
      Matcher number = pattern.matcher(Repository.read(file));
      while (number.find()) {
        found.add(number.group(1));
      }
    }
  }

  private static boolean exists(String name) {
    return STARTS.stream()
        .anyMatch(start -> Files.exists(Repository.ROOT.resolve(start).resolve(name)));
  }
}
