package nl.beleidstafel.discussion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.crdt.doc.Doc;
import nl.beleidstafel.crdt.doc.RelativePosition;
import nl.beleidstafel.crdt.doc.RelativePosition.Side;
import nl.beleidstafel.crdt.type.XmlElement;
import nl.beleidstafel.crdt.type.XmlText;
import nl.beleidstafel.crdt.update.StateVector;
import nl.beleidstafel.prose.Prose;
import nl.beleidstafel.testkit.Seeds;
import org.junit.jupiter.api.Test;

/// Where anchors are, in a document of two paragraphs.
final class AnchorRulesTest {
  private static final String FIRST = "Drugs op school";
  private static final String SECOND = "en op straat";

  @Test
  void theQuoteRunsOverBlocks_T1() {
    Doc doc = document(1);
    assertEquals(Optional.of("op school en op"), AnchorRules.quote(doc, anchor(doc, 0, 6, 1, 5)));
  }

  @Test
  void anEmptyOrBackwardAnchorIsNowhere_T2() {
    Doc doc = document(1);
    assertEquals(Optional.empty(), AnchorRules.quote(doc, anchor(doc, 0, 5, 0, 5)));
    assertEquals(Optional.empty(), AnchorRules.quote(doc, anchor(doc, 0, 9, 0, 6)));
    assertEquals(Optional.empty(), AnchorRules.quote(doc, anchor(doc, 1, 0, 0, 5)));
  }

  @Test
  void whatIsTypedInsideBelongsToItAndBesideItDoesNot_T1() {
    Doc doc = document(1);
    Anchor anchor = anchor(doc, 0, 6, 0, 8);
    text(doc, 0).insert(7, "XX", Map.of());
    assertEquals(Optional.of("oXXp"), AnchorRules.quote(doc, anchor));
    text(doc, 0).insert(6, "voor", Map.of());
    text(doc, 0).insert(14, "na", Map.of());
    assertEquals(Optional.of("oXXp"), AnchorRules.quote(doc, anchor));
  }

  @Test
  void whereItsWordsAreGoneItIsNowhere_T2() {
    Doc doc = document(1);
    Anchor anchor = anchor(doc, 0, 6, 0, 8);
    text(doc, 0).delete(4, 6);
    assertEquals(Optional.empty(), AnchorRules.quote(doc, anchor));
    doc.xmlFragment(Prose.ROOT).delete(0, 1);
    assertEquals(Optional.empty(), AnchorRules.quote(doc, anchor));
  }

  @Test
  void whoHasTheSameStateFindsTheSameWords_T1() {
    Seeds.each(300, AnchorRulesTest::sameForEverybody);
  }

  private static void sameForEverybody(SplittableRandom random) {
    Doc first = document(1);
    Anchor anchor = anchor(first, 0, random.nextInt(7), 1, 1 + random.nextInt(SECOND.length()));
    Bytes begin = first.encode();
    List<Bytes> updates = new ArrayList<>();
    for (int client = 2; client <= 4; client++) {
      Doc writer = new Doc(client);
      writer.apply(begin);
      StateVector had = writer.stateVector();
      for (int edit = 0; edit < 8; edit++) {
        edit(random, text(writer, random.nextInt(2)));
      }
      updates.add(writer.encode(had));
    }
    Optional<String> expected = null;
    for (int order = 0; order < 4; order++) {
      Collections.shuffle(updates, new Random(random.nextLong()));
      Doc reader = new Doc(10 + order);
      reader.apply(begin);
      updates.forEach(reader::apply);
      Anchor wired = Anchor.decode(anchor.from().encode(), anchor.to().encode());
      Optional<String> found = AnchorRules.quote(reader, wired);
      expected = order == 0 ? found : expected;
      assertEquals(expected, found);
    }
  }

  private static void edit(SplittableRandom random, XmlText text) {
    int at = random.nextInt(text.length() + 1);
    if (text.length() > 3 && random.nextInt(3) == 0) {
      text.delete(Math.min(at, text.length() - 2), 2);
    } else {
      text.insert(at, String.valueOf((char) ('a' + random.nextInt(26))), Map.of());
    }
  }

  private static Doc document(long client) {
    Doc doc = new Doc(client);
    for (String words : List.of(FIRST, SECOND)) {
      doc.xmlFragment(Prose.ROOT).appendElement("paragraph").insertText(0, words);
    }
    return doc;
  }

  private static XmlText text(Doc doc, int paragraph) {
    return (XmlText) ((XmlElement) doc.xmlFragment(Prose.ROOT).get(paragraph)).get(0);
  }

  private static Anchor anchor(Doc doc, int first, int from, int last, int to) {
    return new Anchor(
        RelativePosition.at(text(doc, first).branch(), from, Side.RIGHT),
        RelativePosition.at(text(doc, last).branch(), to, Side.LEFT));
  }
}
