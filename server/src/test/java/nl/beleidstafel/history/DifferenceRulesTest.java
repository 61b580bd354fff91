package nl.beleidstafel.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.crdt.doc.Doc;
import nl.beleidstafel.crdt.doc.Provenance;
import nl.beleidstafel.crdt.update.Updates;
import nl.beleidstafel.history.Difference.Author;
import nl.beleidstafel.history.Difference.Block;
import nl.beleidstafel.history.Difference.Change;
import nl.beleidstafel.history.Difference.Run;
import nl.beleidstafel.prose.Mark;
import nl.beleidstafel.prose.Node;
import nl.beleidstafel.prose.Prose;
import nl.beleidstafel.prose.Rewrite;
import nl.beleidstafel.prose.Shape;
import nl.beleidstafel.testkit.Seeds;
import org.junit.jupiter.api.Test;

/// What a reader is told of two moments. Each text is one entry of the log; the first is the
/// server's, the second Ann's, the third Ben's.
final class DifferenceRulesTest {
  private static final Author ANN = author(2);
  private static final Author BEN = author(3);

  private static Author author(long seq) {
    return new Author(new MemberId(new UUID(0, seq)), null);
  }

  /// The difference between the first and the last of these texts.
  @SafeVarargs
  private static List<Block> between(List<Node>... texts) {
    Provenance<Long> provenance = new Provenance<>();
    Doc doc = new Doc(1);
    Prose.append(doc, texts[0]);
    provenance.add(1L, doc.encode());
    for (int i = 1; i < texts.length; i++) {
      Bytes update = Rewrite.to(doc, texts[i]);
      assertTrue(!update.equals(Updates.EMPTY), "each text is another");
      provenance.add(i + 1L, update);
    }
    return DifferenceRules.of(Union.of(provenance, 1), 1, DifferenceRulesTest::author).blocks();
  }

  private static Node paragraph(Node... inline) {
    return Node.Element.of(new Shape.Paragraph(), List.of(inline));
  }

  private static Node says(String words) {
    return paragraph(Node.Words.of(words));
  }

  private static String told(Block block) {
    return block.runs().stream()
        .map(run ->
            switch (run.kind()) {
              case SAME -> run.text();
              case ADDED -> "[+" + run.text() + "]";
              case REMOVED -> "[-" + run.text() + "]";
              case CHANGED -> "[*" + run.text() + "]";
              case MOVED_HERE, MOVED_AWAY -> throw new AssertionError("no fate of words");
            })
        .collect(Collectors.joining());
  }

  private static Run only(Block block, Change kind) {
    List<Run> found = block.runs().stream().filter(run -> run.kind() == kind).toList();
    assertEquals(1, found.size(), block.toString());
    return found.getFirst();
  }

  @Test
  void wholeWordsAreToldWithWhoChangedThem_H8() {
    List<Block> blocks =
        between(
            List.of(says("De wijk is rustig."), says("Klaar.")),
            List.of(says("De wijk is onrustig."), says("Klaar.")),
            List.of(says("De hele wijk is onrustig."), says("Klaar.")));
    assertEquals("De [+hele ]wijk is [-rustig][+onrustig].", told(blocks.get(0)));
    assertEquals(Change.CHANGED, blocks.get(0).change());
    assertEquals(Change.SAME, blocks.get(1).change());
    assertEquals(Set.of(ANN), only(blocks.get(0), Change.REMOVED).by());
    assertEquals(BEN, blocks.get(0).runs().get(1).by().iterator().next());
  }

  @Test
  void otherWordsInARowAreToldInOneGo_H8() {
    List<Block> blocks =
        between(
            List.of(says("In XTC: 2 procent.")), List.of(says("In onze scholen zien procent.")));
    assertEquals("In [-XTC: 2][+onze scholen zien] procent.", told(blocks.getFirst()));
  }

  @Test
  void whatCameAndWentBetweenIsNotTold_H8() {
    List<Block> blocks =
        between(
            List.of(says("De wijk is rustig.")),
            List.of(says("De wijk is rustig."), says("Even.")),
            List.of(says("De wijk is rustig, zegt men.")));
    assertEquals(1, blocks.size());
    assertEquals("De wijk is rustig[+, zegt men].", told(blocks.getFirst()));
    assertEquals(Set.of(BEN), only(blocks.getFirst(), Change.ADDED).by());
  }

  @Test
  void blocksThatCameAndWentAreWholes_H9() {
    List<Block> blocks =
        between(
            List.of(says("Eerste alinea hier."), says("Tweede staat daar.")),
            List.of(says("Eerste alinea hier.")),
            List.of(says("Eerste alinea hier."), says("Heel wat anders.")));
    assertEquals(
        List.of(Change.SAME, Change.REMOVED, Change.ADDED),
        blocks.stream().map(Block::change).toList());
    assertEquals(Set.of(ANN), only(blocks.get(1), Change.REMOVED).by());
    assertEquals(Set.of(BEN), only(blocks.get(2), Change.ADDED).by());
  }

  @Test
  void whatStandsElsewhereWasMoved_H9() {
    List<Block> blocks =
        between(
            List.of(says("Alfa een."), says("Beta twee."), says("Gamma drie.")),
            List.of(says("Beta twee."), says("Gamma drie.")),
            List.of(says("Beta twee."), says("Gamma drie."), says("Alfa een.")));
    assertEquals(
        List.of(Change.MOVED_AWAY, Change.SAME, Change.SAME, Change.MOVED_HERE),
        blocks.stream().map(Block::change).toList());
  }

  @Test
  void otherMarksAreSaidAndNoWordIs_H9() {
    Node bold =
        paragraph(
            Node.Words.of("Dit is "),
            new Node.Words(
                List.of(
                    new nl.beleidstafel.prose.Run.Text(
                        "belangrijk", List.of(Mark.of(Mark.Kind.BOLD))))));
    List<Block> blocks = between(List.of(says("Dit is belangrijk")), List.of(bold));
    assertTrue(
        blocks.stream()
            .flatMap(block -> block.runs().stream())
            .anyMatch(run -> run.now().contains("bold")),
        blocks.toString());
  }

  @Test
  void aTableIsToldByCell_H9() {
    List<Block> blocks = between(List.of(table("2021", "12")), List.of(table("2021", "14")));
    Block changed =
        blocks.stream().filter(block -> block.change() != Change.SAME).findFirst().orElseThrow();
    assertEquals(new Difference.Cell(1, 1, 2, false), changed.cell());
    assertEquals("[-12][+14]", told(changed));
  }

  private static Node table(String... cells) {
    List<Node> row = new ArrayList<>();
    for (String cell : cells) {
      row.add(Node.Element.of(new Shape.Cell(false, 1, 1, null), List.of(says(cell))));
    }
    Node rows = Node.Element.of(new Shape.TableRow(), row);
    return Node.Element.of(new Shape.Table(), List.of(rows));
  }

  /// Without what came it says what it said; without what went, what it says.
  @Test
  void bothMomentsCanBeReadFromIt_H10() {
    Seeds.each(
        150,
        random -> {
          List<String> before = words(random);
          List<String> after = new ArrayList<>(before);
          for (int i = random.nextInt(1, 5); i > 0; i--) {
            int at = random.nextInt(after.size());
            after.set(at, after.get(at).replaceFirst("\\w+", "woord" + random.nextInt(90)));
          }
          if (after.equals(before)) {
            return;
          }
          List<Block> blocks =
              between(
                  before.stream().map(DifferenceRulesTest::says).toList(),
                  after.stream().map(DifferenceRulesTest::says).toList());
          assertEquals(String.join("", before), without(blocks, Change.ADDED));
          assertEquals(String.join("", after), without(blocks, Change.REMOVED));
        });
  }

  private static String without(List<Block> blocks, Change gone) {
    return blocks.stream()
        .flatMap(block -> block.runs().stream())
        .filter(run -> run.kind() != gone)
        .map(Run::text)
        .collect(Collectors.joining());
  }

  private static List<String> words(SplittableRandom random) {
    List<String> lines = new ArrayList<>();
    for (int i = random.nextInt(2, 6); i > 0; i--) {
      lines.add("Regel " + i + " telt " + random.nextInt(9) + " leerlingen, zegt de school.");
    }
    return lines;
  }
}
