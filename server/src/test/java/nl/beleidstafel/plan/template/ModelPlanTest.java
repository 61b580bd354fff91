package nl.beleidstafel.plan.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import nl.beleidstafel.prose.Attributes;
import nl.beleidstafel.prose.Node;
import nl.beleidstafel.prose.Run;
import nl.beleidstafel.prose.Shape;
import org.junit.jupiter.api.Test;

/// The model plan that ships is complete: its counts are those of the plan it follows.
final class ModelPlanTest {
  private static final Templates TEMPLATES = Templates.load(Path.of("../config"));
  private static final Template PLAN = TEMPLATES.find("drugspreventie").orElseThrow();

  @Test
  void hasItsDocuments() {
    List<String> expected = new ArrayList<>(List.of("leeswijzer", "overzicht", "1", "2", "3"));
    for (int i = 1; i <= 11; i++) {
      expected.add("3." + i);
    }
    expected.addAll(List.of("4", "4.1", "4.2", "4.3", "4.4", "5"));
    for (int i = 1; i <= 8; i++) {
      expected.add("5." + i);
    }
    expected.addAll(List.of("6", "6.1", "6.2", "6.3", "B1", "B2", "B3"));
    assertEquals(expected, PLAN.sections().stream().map(TemplateSection::key).toList());
    assertEquals(37, expected.size());
    assertEquals(2, count(TemplateSection.FRONT));
    assertEquals(6, count(TemplateSection.PART));
    assertEquals(26, count(TemplateSection.SECTION));
    assertEquals(3, count(TemplateSection.ANNEX));
  }

  @Test
  void hasItsFillIns() {
    Map<String, Integer> expected = new TreeMap<>();
    PLAN.sections().forEach(section -> expected.put(section.key(), 0));
    for (String key :
        ("3.3 3.4 3.5 3.6 3.10 3.11 4.1 4.2 4.3 5 5.1 5.2 5.3 5.4 5.5 5.6 5.7 5.8 6.1" + " 6.2")
            .split(" ")) {
      expected.put(key, 1);
    }
    expected.putAll(Map.of("1", 3, "2", 2, "3.7", 2, "3.8", 2, "3.9", 4, "4.4", 2));
    Map<String, Integer> found = new TreeMap<>();
    PLAN.sections().forEach(section -> found.put(section.key(), fillIns(section).size()));
    assertEquals(expected, found);
    assertEquals(35, found.values().stream().mapToInt(Integer::intValue).sum());
  }

  @Test
  void oneFillInStandsInsideAnother() {
    List<String> nested = new ArrayList<>();
    for (TemplateSection section : PLAN.sections()) {
      for (Node.Element outer : fillIns(section)) {
        all(outer.children())
            .filter(ModelPlanTest::isFillIn)
            .forEach(inner ->
                nested.add(section.key() + " " + inner.attributes().values().get("label")));
      }
    }
    assertEquals(List.of("3.9 wat goed gaat en moet blijven"), nested);
  }

  @Test
  void eachFillInSaysWhatItAsksFor() {
    Map<String, List<Object>> kinds = new TreeMap<>();
    for (TemplateSection section : PLAN.sections()) {
      for (Node.Element fillIn : fillIns(section)) {
        assertTrue(!String.valueOf(fillIn.attributes().values().get("label")).isBlank());
        kinds.computeIfAbsent(section.key(), _ -> new ArrayList<>()).add(kind(fillIn));
      }
    }
    assertEquals(List.of("text", "text", "list"), kinds.get("1"));
    assertEquals(List.of("text", "list"), kinds.get("2"));
    assertEquals(List.of("list"), kinds.get("3.3"));
    assertEquals(List.of("list", "text"), kinds.get("3.7"));
    assertEquals(List.of("list", "list", "text", "text"), kinds.get("3.9"));
    assertEquals(List.of("choice"), kinds.get("3.10"));
    assertEquals(List.of("choice"), kinds.get("3.11"));
    assertEquals(List.of("table"), kinds.get("4.1"));
    assertEquals(List.of("choice"), kinds.get("5"));
    assertEquals(List.of("table"), kinds.get("5.8"));
    assertEquals(List.of("year"), kinds.get("6.2"));
  }

  @Test
  void hasItsBoxes() {
    List<String> withIcon = new ArrayList<>();
    List<String> without = new ArrayList<>();
    for (TemplateSection section : PLAN.sections()) {
      named(section, "help")
          .forEach(help -> {
            boolean icon = Boolean.TRUE.equals(help.attributes().values().get("icon"));
            (icon ? withIcon : without).add(section.key());
          });
    }
    assertEquals(List.of("1", "1", "2", "2", "3.1", "3.9", "5.7", "6.1"), withIcon);
    assertEquals(List.of("3.9", "3.10", "4", "5"), without);
  }

  @Test
  void hasItsTablesAndFootnotes() {
    assertEquals(List.of("overzicht", "4.1", "5.8", "B2", "B2"), holders("table"));
    assertEquals(List.of("2", "4.2", "4.2", "5.7"), holders("footnote"));
    assertEquals(List.of(7, 2), shape("overzicht", 0));
    assertEquals(List.of(3, 3), shape("4.1", 0));
    assertEquals(List.of(7, 2), shape("B2", 0));
    assertEquals(List.of(9, 2), shape("B2", 1));
  }

  @Test
  void theMatrixHasSpanningRowsAndEmptyCells() {
    Node.Element matrix = named(section("5.8"), "table").getFirst();
    List<String> settings = new ArrayList<>();
    int spanning = 0;
    int empty = 0;
    for (Node row : matrix.children().subList(1, matrix.children().size())) {
      for (Node node : ((Node.Element) row).children()) {
        Node.Element cell = (Node.Element) node;
        if (cell.name().equals("tableHeader")) {
          settings.add(text(cell));
        } else if (cell.attributes().values().get("colspan") instanceof Long across
            && across == 3) {
          spanning++;
        } else if (text(cell).isEmpty()) {
          empty++;
        }
      }
    }
    assertEquals(labels("settings-measures"), settings);
    assertEquals(7, settings.size());
    assertEquals(4, spanning);
    assertEquals(5, empty);
  }

  @Test
  void asksItsQuestions() {
    assertEquals(9, items("3.2"));
    assertEquals(5, items("6.1"));
    List<Integer> topics = new ArrayList<>();
    for (Node.Element list : named(section("B3"), "bulletList")) {
      topics.add(list.children().size());
    }
    assertEquals(List.of(2, 3, 5, 6, 5), topics);
    assertEquals(21, topics.stream().mapToInt(Integer::intValue).sum());
  }

  @Test
  void offersItsGoals() {
    assertEquals(9, named(section("4.2"), "example").size());
    assertEquals(6, named(section("4.3"), "example").size());
    assertEquals(4, named(section("4.4"), "example").size());
    long pairs = text(section("4.2")).split("van …% naar …%", -1).length - 1L;
    assertEquals(15, pairs);
  }

  @Test
  void pointsToOtherSections() {
    Set<String> found = new HashSet<>();
    for (TemplateSection section : PLAN.sections()) {
      named(section, "crossReference")
          .forEach(reference ->
              found.add(section.key() + "→" + reference.attributes().values().get("target")));
    }
    for (String wanted : List.of("5.7→5.6", "5.6→3.10", "3.2→4", "3.9→4", "4→B1")) {
      assertTrue(found.contains(wanted), wanted);
    }
  }

  @Test
  void namesTheDossier() {
    Map<String, String> paragraphs =
        Map.of(
            "5.1", "5.2", "5.2", "5.3", "5.3", "5.5", "5.4", "5.6", "5.5", "5.7", "5.6", "5.8",
            "4.4", "4.1");
    paragraphs.forEach((key, paragraph) ->
        assertTrue(text(section(key)).contains("aragraaf " + paragraph + " van het Wat"), key));
  }

  @Test
  void everyIdIsFresh() {
    Set<Object> seen = new HashSet<>();
    AtomicInteger next = new AtomicInteger();
    for (TemplateSection section : PLAN.sections()) {
      all(SectionNodes.of(section, Choices.NONE, () -> "id-" + next.getAndIncrement()))
          .filter(node -> node.attributes().values().containsKey("id"))
          .forEach(node -> assertTrue(seen.add(node.attributes().values().get("id"))));
    }
    assertEquals(next.get(), seen.size());
  }

  @Test
  void registersHaveTheirEntries() {
    assertEquals(11, labels("settings").size());
    assertEquals(11, labels("settings-actions").size());
    assertEquals(7, labels("settings-measures").size());
    assertEquals(9, labels("vulnerable-groups").size());
    assertEquals(12, labels("reasons").size());
    assertEquals(5, labels("roles").size());
    assertEquals(5, labels("laws").size());
    assertEquals(7, labels("local-plans").size());
    assertEquals(9, labels("substances").size());
    assertEquals(17, labels("programmes").size());
    assertEquals(22, labels("partner-kinds").size());
    assertEquals(
        List.of("Vraagbeperking", "Aanbodbeperking", "Schadebeperking"),
        labels("pillars-measures"));
    assertEquals("Beperken van het aanbod van drugs", labels("pillars-goals").getFirst());
  }

  @Test
  void settingsAreFoundAcrossTheThreeLists() {
    Register settings = TEMPLATES.registers().find("settings").orElseThrow();
    assertEquals(List.of("sport", "traffic"), without(settings, "settings-actions"));
    assertEquals(List.of("sport", "media", "traffic"), without(settings, "settings-measures"));
    assertEquals(
        List.of("nightlife", "coffeeshop"),
        settings.related("going-out", "settings-measures").stream()
            .map(Register.Choice::entry)
            .toList());
    assertEquals("family", settings.named("ouders en opvoeders").orElseThrow().id());
  }

  private static List<String> without(Register register, String otherView) {
    return register.view("settings").orElseThrow().choices().stream()
        .map(Register.Choice::entry)
        .filter(entry -> register.related(entry, otherView).isEmpty())
        .toList();
  }

  private static List<String> labels(String view) {
    return TEMPLATES.registers().view(view).orElseThrow().choices().stream()
        .map(Register.Choice::label)
        .toList();
  }

  private static long count(int level) {
    return PLAN.sections().stream().filter(section -> section.level() == level).count();
  }

  private static TemplateSection section(String key) {
    return PLAN.section(key).orElseThrow();
  }

  private static List<Node> nodes(TemplateSection section) {
    return SectionNodes.of(section, Choices.NONE, () -> "id");
  }

  private static Stream<Node.Element> all(List<Node> nodes) {
    return nodes.stream()
        .filter(Node.Element.class::isInstance)
        .map(Node.Element.class::cast)
        .flatMap(element -> Stream.concat(Stream.of(element), all(element.children())));
  }

  private static List<Node.Element> named(TemplateSection section, String name) {
    return all(nodes(section)).filter(node -> node.name().equals(name)).toList();
  }

  private static boolean isFillIn(Node.Element node) {
    return node.name().equals("fillIn") || node.name().equals("fillInBlock");
  }

  private static List<Node.Element> fillIns(TemplateSection section) {
    return all(nodes(section)).filter(ModelPlanTest::isFillIn).toList();
  }

  /// The key of the section of each node of this name, in reading order.
  private static List<String> holders(String name) {
    return PLAN.sections().stream()
        .flatMap(section -> named(section, name).stream().map(_ -> section.key()))
        .toList();
  }

  private static List<Integer> shape(String key, int index) {
    Node.Element table = named(section(key), "table").get(index);
    Node.Element row = (Node.Element) table.children().getFirst();
    return List.of(table.children().size(), row.children().size());
  }

  private static int items(String key) {
    Node.Element questions = named(section(key), "questions").getFirst();
    return ((Node.Element) questions.children().getFirst()).children().size();
  }

  private static String text(TemplateSection section) {
    return text(new Node.Element("doc", Attributes.NONE, nodes(section)));
  }

  private static String text(Node node) {
    return switch (node) {
      case Node.Words words -> text(words);
      case Node.Foreign _ -> "";
      case Node.Element element -> {
        StringBuilder words = new StringBuilder();
        element.children().forEach(child -> words.append(text(child)));
        yield words.toString();
      }
    };
  }

  private static String text(Node.Words words) {
    StringBuilder text = new StringBuilder();
    for (Run run : words.runs()) {
      if (run instanceof Run.Text(String chars, var _)) {
        text.append(chars);
      }
    }
    return text.toString();
  }

  private static Object kind(Node.Element fillIn) {
    return ((Shape.FillIn) fillIn.shape()).kind().word();
  }
}
