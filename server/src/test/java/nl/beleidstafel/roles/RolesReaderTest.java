package nl.beleidstafel.roles;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.beleidstafel.collab.Level;
import nl.beleidstafel.plan.template.Templates;
import nl.beleidstafel.yaml.MistakesException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each test damages a copy of what ships and reads what the author is told.
final class RolesReaderTest {
  private static final Path SHIPPED = Path.of(System.getProperty("basedir", "."), "..", "config");
  private static final Templates TEMPLATES = Templates.load(SHIPPED);
  private static final String ROLES = "registers/roles.yaml";
  private static final String DEFAULTS = "default-roles/drugspreventie.yaml";

  @TempDir private Path config = Path.of("set by JUnit");

  @BeforeEach
  void copy() throws IOException {
    for (String file : List.of(ROLES, DEFAULTS)) {
      Files.createDirectories(config.resolve(file).getParent());
      Files.copy(SHIPPED.resolve(file), config.resolve(file));
    }
  }

  private RolesConfig load() {
    return RolesConfig.load(config, TEMPLATES.partnerKinds(), TEMPLATES.keys());
  }

  @Test
  void whatShipsIsRightAndKnowsEveryKind() {
    RolesConfig shipped = load();
    assertEquals(Level.READ, shipped.meanings().withoutRole());
    assertEquals("coordinating", shipped.meanings().coordinating().id());
    Map<String, Map<String, Set<String>>> table =
        requireNonNull(shipped.defaults().get("drugspreventie"));
    assertEquals(new TreeSet<>(TEMPLATES.partnerKinds().keySet()), new TreeSet<>(table.keySet()));
    assertTrue(table.values().stream().noneMatch(Map::isEmpty), "nobody begins with nothing");
  }

  /// Which file, what is replaced, by what, the line, the field and a piece of the sentence.
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          roles; without-role: read; without-role: comment; 9; without-role; reads at most
          roles; without-role: read; without-role: all; 9; without-role; “all” is no level
          roles; without-role: read; with-role: read; 7; without-role; the field is missing
          roles; level: comment; level: shout; 16; entries[1].level; “shout” is no level
          roles; coordinates: true; coordinates: yes; 23; entries[3].coordinates; must be true
          roles; coordinates: true; coordinates: false; 10; entries; no role coordinates
          table; kind: police; kind: polis; 18; partners[3].kind; has no kind “polis”
          table; kind: police; kind: schools; 5; partners; the kind “police” is missing
          table; role: coordinating; role: boss; 8; partners[0].roles[0].role; has no role “boss”
          table; "3.7"; "3.77"; 9; partners[0].roles[1].on; no section “3.77”
          table; "2", "3.7"; "2", "2"; 9; partners[0].roles[1].on; has this role twice
          """)
  void aMistakeIsToldWithFileLineAndField(
      String which, String before, String after, int line, String field, String problem)
      throws IOException {
    String file = which.equals("table") ? DEFAULTS : ROLES;
    Path path = config.resolve(file);
    String text = Files.readString(path);
    assertTrue(text.contains(before), before);
    int at = text.indexOf(before);
    Files.writeString(path, text.substring(0, at) + after + text.substring(at + before.length()));
    var told = assertThrows(MistakesException.class, this::load).mistakes();
    assertTrue(
        told.stream()
            .anyMatch(mistake ->
                mistake.file().equals(file)
                    && mistake.line() == line
                    && mistake.field().equals(field)
                    && mistake.problem().contains(problem)),
        told.toString());
  }

  @Test
  void aModelPlanWithoutATableIsToldAndATableWithoutOne() throws IOException {
    Files.move(config.resolve(DEFAULTS), config.resolve("default-roles/alcohol.yaml"));
    String told = String.valueOf(assertThrows(MistakesException.class, this::load).getMessage());
    assertTrue(told.contains("default-roles/alcohol.yaml: there is no model plan “alcohol”"), told);
    Files.delete(config.resolve("default-roles/alcohol.yaml"));
    told = String.valueOf(assertThrows(MistakesException.class, this::load).getMessage());
    assertTrue(told.contains("drugspreventie.yaml is missing"), told);
  }
}
