package nl.beleidstafel.plan.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.yaml.Mistake;
import nl.beleidstafel.yaml.MistakesException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each test damages a copy of the shipped configuration and reads what the author is told.
final class LoadingTest {
  private static final Path SHIPPED = Path.of("../config");
  private static final String PLAN = "model-plans/drugspreventie/";

  @TempDir private Path config = Path.of("set by JUnit");

  @BeforeEach
  void copy() throws IOException {
    for (String folder : List.of("model-plans", "registers")) {
      try (Stream<Path> files = Files.walk(SHIPPED.resolve(folder))) {
        for (Path file : files.toList()) {
          Path target = config.resolve(SHIPPED.relativize(file));
          if (Files.isDirectory(file)) {
            Files.createDirectories(target);
          } else {
            Files.copy(file, target);
          }
        }
      }
    }
  }

  @Test
  void theCopyIsRight() {
    assertEquals(1, Templates.load(config).all().size());
  }

  /// File, what is replaced, by what, the line, the field and a piece of the sentence.
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      textBlock =
          """
          3.3.yaml; level: section; levl: section; 1; levl; there is no field of this name
          3.3.yaml; level: section; level: chapter; 1; level; “chapter” is no level
          3.3.yaml; number: 3.3; number: C3; 2; number; must look like 3 for a part
          3.3.yaml; number: 3.3; number: 4.9; 0; number; listed under part “3”
          3.4.yaml; number: 3.4; number: 3.3; 0; key; is also the key of
          3.3.yaml; title: Verschillende gegevensbronnen; title:; 3; title; the field is empty
          3.3.yaml; title: Verschillende gegevensbronnen; title: [a]; 3; title; must be text
          3.3.yaml; kind: list; kind: lijst; 6; fill-ins.bronnen.kind; is no kind of fill-in
          3.3.yaml; kind: list; kind: choice; 6; fill-ins.bronnen.register; needs a register
          3.3.yaml; kind: list; nature: list; 6; fill-ins.bronnen.kind; the field is missing
          3.3.yaml; {{bronnen}}; {{bronnetjes}}; 12; blocks[0].text; no fill-in is called
          3.3.yaml; {{bronnen}}; {{bronnen; 12; blocks[0].text; opened but not closed
          3.3.yaml; {{bronnen}}; niets; 5; fill-ins.bronnen; the fill-in has no place
          3.3.yaml; {{bronnen}}; {{bronnen}} en {{bronnen}}; 12; blocks[0].text; has a place already
          3.3.yaml; **Let op:**; **Let op:; 14; blocks[1].text; opened but not closed
          3.3.yaml; [[B2]]; [[B9]]; 14; blocks[1].text; no section has that key
          3.3.yaml; - text: >-; - tekst: >-; 12; blocks[0]; a block of this kind is unknown
          3.10.yaml; register: vulnerable-groups; register: groepen; 11; ""; no register is called
          3.10.yaml; icon: false; icon: nee; 19; blocks[2].help.icon; must be true or false
          3.10.yaml; key: groepen; key: De groepen; 9; blocks[1].fill-in.key; is no key
          3.9.yaml; level: 3; level: 7; 28; ""; must be a number from 2 to 4
          3.9.yaml; key: bevindingen; key: registraties; 0; ""; is used by two fill-ins
          5.8.yaml; across: 3, cell; across: 2, cell; 0; ""; columns wide
          5.8.yaml; across: 3, cell; over: 3, cell; 0; ""; there is no field of this name
          plan.yaml; - 3.4.yaml; - 3.44.yaml; 0; ""; there is no file 3.44.yaml
          plan.yaml; - 3.4.yaml; - ../../x.yaml; 0; ""; name of a .yaml file in this folder
          plan.yaml; - 3.4.yaml; - 3.5.yaml; 0; ""; it is listed twice
          plan.yaml; - 3.4.yaml; "- 3.3.yaml"; 0; ""; the file 3.4.yaml is not listed
          plan.yaml; title: Modelplan; titel: Modelplan; 2; title; the field is missing
          """)
  void namesFileLineAndField(
      String file, String wrong, String by, int line, String field, String sentence)
      throws IOException {
    change(PLAN + file, wrong, by);
    Mistake mistake = find(sentence);
    assertEquals(PLAN + file, mistake.file(), mistake::toString);
    if (line > 0) {
      assertEquals(line, mistake.line(), mistake::toString);
    }
    if (field != null && !field.isEmpty()) {
      assertEquals(field, mistake.field(), mistake::toString);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          settings.yaml; within: education; within: onderwijs; 15; has no entry “onderwijs”
          settings.yaml; label: Gezin; label:; 0; the field is empty
          settings.yaml; id: work; id: family; 0; “family” stands in this register twice
          settings.yaml; aliases: [Thuis,; aliases: [Onderwijs,; 0; the name “Onderwijs” stands
          settings.yaml; - higher-education; - hogeschool; 0; has no entry “hogeschool”
          settings.yaml; - public-space; - sport; 0; “sport” stands in this view twice
          pillars.yaml; id: pillars-goals; id: settings; 0; the view “settings” is also in
          roles.yaml; entries:; entry:; 0; the field is missing
          """)
  void registersAreCheckedToo(String file, String wrong, String by, int line, String sentence)
      throws IOException {
    change("registers/" + file, wrong, by);
    Mistake mistake = find(sentence);
    assertTrue(mistake.file().startsWith("registers/"), mistake::toString);
    if (line > 0) {
      assertEquals(line, mistake.line(), mistake::toString);
    }
  }

  @Test
  void allMistakesAreListedAtOnce() throws IOException {
    change(PLAN + "3.3.yaml", "[[B2]]", "[[B9]]");
    change(PLAN + "3.4.yaml", "kind: text", "kind: tekst");
    change("registers/roles.yaml", "label: Uitvoerend", "naam: Uitvoerend");
    List<Mistake> mistakes = load();
    assertEquals(4, mistakes.size(), mistakes.toString());
    assertEquals(
        mistakes.stream().map(Mistake::toString).toList(),
        String.valueOf(
                assertThrows(MistakesException.class, () -> Templates.load(config)).getMessage())
            .lines()
            .toList());
  }

  @Test
  void aFieldThatStandsTwiceIsNamed() throws IOException {
    change(PLAN + "3.3.yaml", "level: section", "level: section\nlevel: part");
    Mistake mistake = find("the field stands here twice");
    assertEquals(2, mistake.line());
    assertEquals("level", mistake.field());
    assertEquals(
        "model-plans/drugspreventie/3.3.yaml, line 2, level: the field stands here twice.",
        mistake.toString());
  }

  @Test
  void brokenYamlIsNamed() throws IOException {
    change(PLAN + "3.3.yaml", "title: Verschillende", "title: \"Verschillende");
    assertEquals(PLAN + "3.3.yaml", find("this is not valid YAML").file());
  }

  @Test
  void aSecondDocumentAndAliasesAreRefused() throws IOException {
    change(PLAN + "3.3.yaml", "level: section", "level: section\n---\nlevel: part");
    find("a second document begins here");
    change(PLAN + "3.4.yaml", "- …\n            - …", "- &a …\n            - *a");
    find("anchors and aliases");
  }

  @Test
  void aFileThatIsTooLargeIsNotRead() throws IOException {
    String comment = "# " + "x".repeat(Limits.TEMPLATE_FILE_SIZE_MAX_BYTES) + "\n";
    change(PLAN + "3.3.yaml", "level: section", comment + "level: section");
    assertEquals(PLAN + "3.3.yaml", find("split it in two").file());
  }

  @Test
  void anEmptyFileAndBytesThatAreNoTextAreNamed() throws IOException {
    Files.writeString(config.resolve(PLAN + "3.3.yaml"), "# niets\n");
    Files.write(config.resolve(PLAN + "3.4.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    assertEquals(PLAN + "3.3.yaml", find("the file is empty").file());
    assertEquals(PLAN + "3.4.yaml", find("is not UTF-8").file());
  }

  @Test
  void blocksThatStandTooDeepAreRefused() throws IOException {
    String deep = "- example:\n" + "- example:\n".repeat(Limits.TEMPLATE_DEPTH_MAX) + "- …\n";
    StringBuilder indented = new StringBuilder();
    int depth = 1;
    for (String line : deep.lines().toList()) {
      indented.append("  ".repeat(depth++)).append(line).append('\n');
    }
    Files.writeString(
        config.resolve(PLAN + "3.3.yaml"),
        "level: section\nnumber: 3.3\ntitle: Diep\nblocks:\n" + indented);
    find("too deep");
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    MistakesException wrong =
        assertThrows(MistakesException.class, () -> Templates.load(config.resolve("registers")));
    assertEquals(
        "registers: the folder cannot be read; does it exist?.",
        wrong.mistakes().getFirst().toString());
  }

  private void change(String file, String from, String to) throws IOException {
    Path path = config.resolve(file);
    String text = Files.readString(path);
    assertTrue(text.contains(from), file + " holds " + from);
    int at = text.indexOf(from);
    Files.writeString(path, text.substring(0, at) + to + text.substring(at + from.length()));
  }

  private List<Mistake> load() {
    return assertThrows(MistakesException.class, () -> Templates.load(config)).mistakes();
  }

  private Mistake find(String sentence) {
    List<Mistake> mistakes = load();
    return mistakes.stream()
        .filter(mistake -> mistake.toString().contains(sentence))
        .findFirst()
        .orElseThrow(() -> new AssertionError("told instead: " + mistakes));
  }
}
