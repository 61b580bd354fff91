package nl.beleidstafel.topiclist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import nl.beleidstafel.plan.template.Templates;
import nl.beleidstafel.talks.Condition;
import nl.beleidstafel.talks.TopicList;
import nl.beleidstafel.talks.TopicsJson;
import nl.beleidstafel.yaml.MistakesException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What ships, and damaged copies of it with what their author is told.
final class ModelReaderTest {
  private static final Path SHIPPED = Path.of(System.getProperty("basedir", "."), "..", "config");
  private static final Set<String> KINDS = Templates.load(SHIPPED).partnerKinds().keySet();
  private static final String FILE = "topic-lists/drugspreventie.yaml";

  @TempDir private Path config = Path.of("set by JUnit");

  @BeforeEach
  void copy() throws IOException {
    Files.createDirectories(config.resolve("topic-lists"));
    Files.copy(SHIPPED.resolve(FILE), config.resolve(FILE));
  }

  private Models load() {
    return Models.load(config, KINDS);
  }

  private TopicList shipped() {
    return load().find("model-drugspreventie").orElseThrow().content();
  }

  @Test
  void theModelsListHasItsGroupsAndQuestions_J1() {
    TopicList list = shipped();
    assertEquals(
        List.of(2, 3, 5, 6, 5), list.groups().stream().map(g -> g.questions().size()).toList());
    assertTrue(
        list.groups().stream()
            .flatMap(group -> group.questions().stream())
            .noneMatch(question -> question.probes().isEmpty()),
        "each question has something to ask on");
    assertFalse(list.goal().isBlank());
    assertEquals(6, load().all().getFirst().advice().size());
    assertEquals(list, TopicsJson.read(TopicsJson.write(list)));
  }

  @Test
  void coffeeshopsAndTheExperimentHaveQuestionsOfTheirOwn_J2() {
    TopicList list = shipped();
    assertEquals(12, count(list.fitting("schools", false)));
    assertEquals(15, count(list.fitting("schools", true)));
    assertEquals(18, count(list.fitting("coffeeshops", false)));
    assertEquals(21, count(list.fitting("coffeeshops", true)));
    assertEquals(new Condition(Set.of("coffeeshops"), false), list.groups().get(3).when());
  }

  private static int count(TopicList list) {
    return list.groups().stream().mapToInt(group -> group.questions().size()).sum();
  }

  /// What is replaced, by what, the line, the field and a piece of the sentence.
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          title: Gesprekslijst; name: Gesprekslijst; 8; title; the field is missing
          goal: Weten; goals: Weten; 8; goal; the field is missing
          goal: Weten; goals: Weten; 9; goals; no field of this name
          id: own-figures; id: figures; 22; groups[0].questions[0].id; twice
          id: own-figures; id: general; 22; groups[0].questions[0].id; is no id
          id: own-figures; id: added-one; 22; groups[0].questions[0].id; is no id
          id: own-figures; id: Own figures; 22; groups[0].questions[0].id; is no id
          experiment: true; experiment: yes; 125; groups[4].questions[1].when.experiment; be true
          [coffeeshops]; [koffieshops]; 84; groups[3].when.partner-kinds; no kind “koffieshops”
          {experiment: true}; {experiment: false}; 125; groups[4].questions[1].when; for nothing
          questions:; vragen:; 19; groups[0].questions; the field is missing
          """)
  void aMistakeIsToldWithFileLineAndField_J1(
      String before, String after, int line, String field, String problem) throws IOException {
    Path path = config.resolve(FILE);
    String text = Files.readString(path);
    int at = text.indexOf(before, text.indexOf("title:"));
    assertTrue(at >= 0, before);
    Files.writeString(path, text.substring(0, at) + after + text.substring(at + before.length()));
    var told = assertThrows(MistakesException.class, this::load).mistakes();
    assertTrue(
        told.stream()
            .anyMatch(mistake ->
                mistake.file().equals(FILE)
                    && mistake.line() == line
                    && mistake.field().equals(field)
                    && mistake.problem().contains(problem)),
        told.toString());
  }
}
