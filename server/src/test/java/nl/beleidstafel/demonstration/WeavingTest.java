package nl.beleidstafel.demonstration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.beleidstafel.prose.FillInKind;
import nl.beleidstafel.prose.Node;
import nl.beleidstafel.prose.Shape;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class WeavingTest {
  @Test
  void wordsComeIntoThePlaceOfThatLabelAndNowhereElse() {
    List<Node> tree = List.of(paragraph(words("Wij doen dit om ", place("reden")), place("ander")));
    List<Node> woven = fill(tree, filling("reden", new Script.Content.Words("een motie")));
    assertEquals(
        List.of(paragraph(words("Wij doen dit om ", filled("reden", "een motie")), place("ander"))),
        woven);
  }

  @Test
  void aPlaceThatIsFilledStaysAsItIs() {
    List<Node> tree = List.of(paragraph(List.of(filled("reden", "van de raad")), place("ander")));
    assertEquals(tree, fill(tree, filling("reden", new Script.Content.Words("een motie"))));
  }

  @Test
  void aPlaceThatIsNotThereIsSaid() {
    List<Node> tree = List.of(paragraph(List.of(place("reden")), place("ander")));
    assertEquals(
        Optional.empty(),
        Weaving.fill(tree, filling("doel", new Script.Content.Words("een motie"))));
  }

  @Test
  void ofTwoPlacesOfOneNameTheOneInsideIsMeant() {
    Node inner = block("buiten", false, List.of(paragraph(List.of(place("reden")), place("x"))));
    List<Node> tree = List.of(paragraph(List.of(place("reden")), place("y")), inner);
    Script.Filling filling =
        new Script.Filling(
            "1", "reden", "regie", new Script.Content.Words("een motie"), "buiten", null);
    List<Node> woven = fill(tree, filling);
    assertEquals(tree.getFirst(), woven.getFirst());
    assertFalse(woven.getLast().equals(tree.getLast()));
  }

  @Test
  void blocksTakeThePlaceOfBlocksButWhatIsToBeKept() {
    Node kept = paragraph(List.of(filled("goed", "Alles.")), place("z"));
    Node tree = block("wat", false, List.of(paragraph(List.of(Node.Words.of("…"))), kept));
    Script.Filling filling =
        new Script.Filling(
            "1",
            "wat",
            "regie",
            new Script.Content.Blocks(List.of(new Script.Part.Text("Dit."))),
            null,
            "goed");
    assertEquals(
        List.of(block("wat", true, List.of(paragraph(List.of(Node.Words.of("Dit."))), kept))),
        fill(List.of(tree), filling));
  }

  @Test
  void ofAListOnlyWhatIsChosenStays() {
    Node tree = block("groepen", false, List.of(list("Sport", "Werk", "Thuis")));
    Script.Filling filling =
        filling("groepen", new Script.Content.Chosen(List.of("Thuis", "Sport")));
    assertEquals(
        List.of(block("groepen", true, List.of(list("Sport", "Thuis")))),
        fill(List.of(tree), filling));
  }

  private static List<Node> fill(List<Node> tree, Script.Filling filling) {
    return Weaving.fill(tree, filling).orElseThrow();
  }

  private static Script.Filling filling(String label, Script.Content content) {
    return new Script.Filling("1", label, "regie", content, null, null);
  }

  private static List<Node> words(String text, Node more) {
    return List.of(Node.Words.of(text), more);
  }

  private static Node paragraph(List<Node> content, Node... more) {
    return Node.Element.of(
        new Shape.Paragraph(), Stream.concat(content.stream(), Stream.of(more)).toList());
  }

  private static Node list(String... items) {
    return Node.Element.of(
        new Shape.BulletList(),
        Arrays.stream(items)
            .map(item ->
                Node.Element.of(
                    new Shape.ListItem(), List.of(paragraph(List.of(Node.Words.of(item))))))
            .toList());
  }

  private static Node place(String label) {
    return Node.Element.of(shape(false, label, null, false), List.of());
  }

  private static Node filled(String label, String words) {
    return Node.Element.of(shape(false, label, null, true), List.of(Node.Words.of(words)));
  }

  private static Node block(String label, boolean filled, List<Node> content) {
    return Node.Element.of(shape(true, label, null, filled), content);
  }

  private static Shape shape(
      boolean block, String label, @Nullable String register, boolean filled) {
    return new Shape.FillIn(block, label, FillInKind.TEXT, label, null, register, filled);
  }
}
