package nl.beleidstafel.fillin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import nl.beleidstafel.RegisterOffers;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.prose.FillInKind;
import nl.beleidstafel.prose.Node;
import nl.beleidstafel.prose.Shape;
import nl.beleidstafel.testkit.PlanStage;
import org.junit.jupiter.api.Test;

/// What is read from a text for the lists of who still has what to do.
final class FillInRulesTest {
  private static final Offers OFFERS = new RegisterOffers(PlanStage.TEMPLATES.registers());

  @Test
  void aPlaceIsOpenUntilSomebodyLeftNothingToFill_F1() {
    assertTrue(read(place("a", false, "het jaar 2021")).getFirst().open(), "nobody worked on it");
    assertTrue(read(place("a", true, "het jaar 20…")).getFirst().open(), "dots are left");
    assertTrue(read(place("a", true, "  ")).getFirst().open(), "nothing is there");
    assertFalse(read(place("a", true, "het jaar 2021")).getFirst().open());
  }

  @Test
  void whatDoesNotComeIntoThePlanIsNotCounted_F1() {
    Node open = place("a", false, "…");
    assertEquals(0, read(element(new Shape.Help("h", "", false), open)).size());
    assertEquals(0, read(element(new Shape.Questions("q", ""), open)).size());
    assertEquals(0, read(element(new Shape.Example("e", Shape.Decision.DROP), open)).size());
    assertEquals(1, read(element(new Shape.Example("e", Shape.Decision.KEEP), open)).size());
  }

  @Test
  void aPlaceInAPlaceKnowsItsParent_F1() {
    List<Found.Place> found = read(block("buiten", null, FillInKind.TEXT, place("in", true, "x")));
    assertEquals(List.of("buiten", "in"), found.stream().map(Found.Place::id).toList());
    assertEquals("buiten", found.getLast().parent());
  }

  @Test
  void copiesAndNamelessOnesAreCountedEach_F1() {
    List<Found.Place> found =
        read(place("a", true, "x"), place("a", true, "y"), place(null, true, "z"));
    assertEquals(List.of("a", "a~2", "-"), found.stream().map(Found.Place::id).toList());
  }

  @Test
  void thereIsABoundToWhatIsKept_F1() {
    Node[] many =
        Stream.generate(() -> place("a", true, "w".repeat(5_000)))
            .limit(Limits.FILL_INS_OF_SECTION_MAX + 10L)
            .toArray(Node[]::new);
    List<Found.Place> found = read(many);
    assertEquals(Limits.FILL_INS_OF_SECTION_MAX, found.size());
    assertEquals(Limits.FILL_IN_EXCERPT_MAX, found.getFirst().value().length());
  }

  @Test
  void chosenItemsAreKnownByLabelNameAndCase_F4() {
    Node list =
        element(
            new Shape.BulletList(),
            item("Werkomgeving (ook de gemeente zelf)"),
            item("uitgaan;"),
            item("thuis."),
            item("Iets van onszelf"));
    assertEquals(
        List.of("work", "family"),
        read(block("a", "settings", FillInKind.CHOICE, list)).getFirst().entries(),
        "nightlife is no choice of this view");
  }

  @Test
  void rowsOfATableCountWhereTheySaySomething_F4() {
    Node table = element(new Shape.Table(), row("Onderwijs", "lessen"), row("Werkomgeving", " "));
    assertEquals(
        List.of("education"),
        read(block("a", "settings-measures", FillInKind.TABLE, table)).getFirst().entries());
  }

  @Test
  void wordsOfBlocksStandApart_F1() {
    Node list = element(new Shape.BulletList(), item("één"), item("twee"));
    assertEquals("één twee", read(block("a", null, FillInKind.LIST, list)).getFirst().value());
  }

  private static List<Found.Place> read(Node... nodes) {
    return FillInRules.read(List.of(nodes), OFFERS).places();
  }

  private static Node row(String name, String words) {
    return element(new Shape.TableRow(), cell(true, name), cell(false, words));
  }

  private static Node cell(boolean header, String words) {
    return element(new Shape.Cell(header, 1, 1, null), paragraph(words));
  }

  private static Node item(String words) {
    return element(new Shape.ListItem(), paragraph(words));
  }

  private static Node place(String id, boolean filled, String words) {
    return element(
        new Shape.Paragraph(),
        element(
            new Shape.FillIn(false, id, FillInKind.TEXT, "Label", null, null, filled),
            Node.Words.of(words)));
  }

  private static Node block(String id, String register, FillInKind kind, Node... content) {
    return element(new Shape.FillIn(true, id, kind, "Label", null, register, true), content);
  }

  private static Node paragraph(String words) {
    return element(new Shape.Paragraph(), Node.Words.of(words));
  }

  private static Node element(Shape shape, Node... children) {
    return Node.Element.of(shape, List.of(children));
  }
}
