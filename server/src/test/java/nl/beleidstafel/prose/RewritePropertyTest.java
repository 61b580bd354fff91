package nl.beleidstafel.prose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.crdt.doc.Doc;
import nl.beleidstafel.crdt.update.Updates;
import nl.beleidstafel.testkit.Seeds;
import org.junit.jupiter.api.Test;

/// A text becomes any other by one small edit.
final class RewritePropertyTest {
  @Test
  void anyTreeBecomesAnyOther_H11() {
    Seeds.each(
        300,
        random -> {
          List<Node> first = new RandomProse(random, false).tree();
          List<Node> second = new RandomProse(random, false).tree();
          Doc doc = written(first);
          List<Node> before = Prose.read(doc);
          String wanted = CanonicalJson.of(Prose.read(written(second)));
          Doc other = new Doc(3);
          other.apply(doc.encode());
          Bytes there = Rewrite.to(doc, Prose.read(written(second)));
          assertEquals(wanted, CanonicalJson.of(Prose.read(doc)));
          other.apply(there);
          assertEquals(wanted, CanonicalJson.of(Prose.read(other)), "the update says it all");
          Rewrite.to(doc, before);
          assertEquals(CanonicalJson.of(before), CanonicalJson.of(Prose.read(doc)));
        });
  }

  @Test
  void aFewChangesAreAFewEdits_H11() {
    Seeds.each(
        200,
        random -> {
          List<Node> tree = paragraphs(random, 12);
          List<Node> changed = new ArrayList<>(tree);
          changed.set(random.nextInt(12), paragraph("Een heel ander verhaal."));
          Doc doc = written(tree);
          Bytes update = Rewrite.to(doc, changed);
          assertEquals(CanonicalJson.of(changed), CanonicalJson.of(Prose.read(doc)));
          assertTrue(update.length() < 150, () -> "an edit of " + update.length());
        });
  }

  @Test
  void whatOthersWriteMeanwhileStays_H11() {
    List<Node> before = List.of(paragraph("De wijk is rustig."), paragraph("De school doet mee."));
    List<Node> after = List.of(paragraph("De wijk is onrustig."), paragraph("De school doet mee."));
    Doc doc = written(before);
    Rewrite.to(doc, after);
    Doc other = new Doc(9);
    other.apply(doc.encode());
    Bytes meanwhile =
        other.transact(_ -> {
          var text = other.xmlFragment(Prose.ROOT).children().get(0);
          var words = ((nl.beleidstafel.crdt.type.XmlFragment) text).children().get(0);
          ((nl.beleidstafel.crdt.type.XmlText) words).insert(3, "hele ");
        });
    Rewrite.to(doc, before);
    doc.apply(meanwhile);
    assertEquals(
        CanonicalJson.of(
            List.of(paragraph("De hele wijk is rustig."), paragraph("De school doet mee."))),
        CanonicalJson.of(Prose.read(doc)));
  }

  @Test
  void whatIsEqualNeedsNoEdit_H11() {
    Doc doc = written(List.of(paragraph("Zo is het.")));
    assertEquals(Updates.EMPTY, Rewrite.to(doc, List.of(paragraph("Zo is het."))));
  }

  private static List<Node> paragraphs(SplittableRandom random, int count) {
    List<Node> paragraphs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      paragraphs.add(paragraph("Zin " + i + " over onderwerp " + random.nextInt(1_000) + "."));
    }
    return paragraphs;
  }

  private static Node paragraph(String words) {
    return Node.Element.of(new Shape.Paragraph(), List.of(Node.Words.of(words)));
  }

  private static Doc written(List<Node> tree) {
    Doc doc = new Doc(1);
    Prose.append(doc, tree);
    return doc;
  }
}
