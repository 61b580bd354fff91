package nl.beleidstafel.prose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.crdt.doc.Doc;
import nl.beleidstafel.crdt.type.XmlElement;
import nl.beleidstafel.crdt.type.XmlFragment;
import nl.beleidstafel.crdt.update.CrdtException;
import nl.beleidstafel.crdt.update.TypeKind;
import nl.beleidstafel.testkit.Seeds;
import org.junit.jupiter.api.Test;

/// What is written is read, whether anybody knows it or not.
final class ProsePropertyTest {
  @Test
  void everyTreeSurvivesADocumentAndTheWire() {
    Set<Class<?>> shapes = new HashSet<>();
    Seeds.each(
        400,
        random -> {
          List<Node> tree = new RandomProse(random, random.nextBoolean()).tree();
          Doc doc = written(tree);
          assertEquals(tree, Prose.read(doc));
          Doc other = new Doc(2);
          other.apply(doc.encode());
          List<Node> read = Prose.read(other);
          assertEquals(tree, read);
          assertEquals(CanonicalJson.of(tree), CanonicalJson.of(read));
          Doc again = written(read);
          assertEquals(doc.encode(), again.encode(), "the same bytes");
          collectShapes(shapes, tree);
        });
    // The law is empty where the trees are.
    assertTrue(shapes.size() < 5 || shapes.size() == Shape.class.getPermittedSubclasses().length);
  }

  private static void collectShapes(Set<Class<?>> shapes, List<Node> nodes) {
    for (Node node : nodes) {
      if (node instanceof Node.Element element) {
        shapes.add(element.shape().getClass());
        collectShapes(shapes, element.children());
      }
    }
  }

  @Test
  void everyShapeIsFoundAgainInItsNode() {
    Seeds.each(
        200,
        random -> {
          for (Node node : new RandomProse(random, false).tree()) {
            Node.Element element = (Node.Element) node;
            assertEquals(element, Node.Element.of(element.shape(), element.children()));
          }
        });
  }

  @Test
  void whatHasADefaultIsNotStoredAndMeansTheSame() {
    Node.Element heading = Node.Element.of(new Shape.Heading(2), List.of());
    assertEquals(Attributes.NONE, heading.attributes());
    Node.Element explicit =
        new Node.Element("heading", new Attributes(Map.of("level", 2)), List.of());
    assertNotEquals(heading, explicit);
    assertEquals(heading.shape(), explicit.shape());
    assertEquals(CanonicalJson.of(List.of(heading)), CanonicalJson.of(List.of(explicit)));
  }

  @Test
  void anAttributeOfTheWrongKindIsKeptAndMeansTheDefault() {
    Attributes strange = new Attributes(Map.of("level", "hoog"));
    Node.Element heading = new Node.Element("heading", strange, List.of());
    assertEquals(new Shape.Heading(2), heading.shape());
    assertEquals(List.of(heading), Prose.read(written(List.of(heading))));
  }

  @Test
  void textsThatTouchReadAsOne() {
    List<Node> two = List.of(Node.Words.of("samen"), Node.Words.of(""), Node.Words.of("werken"));
    assertEquals(CanonicalJson.of(List.of(Node.Words.of("samenwerken"))), CanonicalJson.of(two));
    Run bold = new Run.Text("werken", List.of(Mark.of(Mark.Kind.BOLD)));
    assertEquals(
        "{\"content\":[{\"text\":\"samen\",\"type\":\"text\"},"
            + "{\"marks\":[{\"type\":\"bold\"}],\"text\":\"werken\",\"type\":\"text\"}],"
            + "\"type\":\"doc\"}",
        CanonicalJson.of(List.of(Node.Words.of("samen"), new Node.Words(List.of(bold)))));
  }

  @Test
  void whatATreeCannotCarryIsSaidAndNeverWritten() {
    Doc doc = new Doc(1);
    doc.xmlFragment(Prose.ROOT).appendText().insertType(0, TypeKind.MAP, null);
    List<Node> tree = Prose.read(doc);
    assertEquals(List.of(new Node.Words(List.of(new Run.Foreign("YMap", List.of())))), tree);
    Doc target = new Doc(2);
    assertThrows(IllegalArgumentException.class, () -> Prose.append(target, tree));
    assertEquals(List.of(), Prose.read(target));
  }

  @Test
  void aDocumentNestedTooDeeplyIsRefused() {
    Doc doc = new Doc(1);
    XmlFragment here = doc.xmlFragment(Prose.ROOT);
    for (int depth = 0; depth <= Limits.TREE_DEPTH_MAX; depth++) {
      XmlElement inner = here.appendElement("blockquote");
      here = inner;
    }
    assertThrows(CrdtException.class, () -> Prose.read(doc));
  }

  private static Doc written(List<Node> tree) {
    Doc doc = new Doc(1);
    Prose.append(doc, tree);
    return doc;
  }
}
