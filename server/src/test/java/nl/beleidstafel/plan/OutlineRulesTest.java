package nl.beleidstafel.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.plan.OutlineRules.Place;
import nl.beleidstafel.testkit.Seeds;
import org.junit.jupiter.api.Test;

final class OutlineRulesTest {
  @Test
  void goesBehindTheLastPartAndCountsOn() {
    List<Section> outline =
        outline(
            "0 leeswijzer -", "1 3 3", "2 3.1 3.1", "1 6 6", "2 6.1 6.1", "2 6.3 6.3", "3 B1 B1");
    assertEquals(new Place(6, "own-1", "6.4"), OutlineRules.placeOfNew(outline));
  }

  @Test
  void theNextOneGoesBehindThat() {
    List<Section> outline = outline("1 6 6", "2 6.1 6.1", "2 own-1 6.2", "3 B1 B1");
    assertEquals(new Place(3, "own-2", "6.3"), OutlineRules.placeOfNew(outline));
  }

  @Test
  void aPartWithoutSectionsStartsAtOne() {
    assertEquals(new Place(1, "own-1", "1.1"), OutlineRules.placeOfNew(outline("1 1 1")));
  }

  @Test
  void withoutPartsThereIsNoNumber() {
    assertEquals(new Place(0, "own-1", ""), OutlineRules.placeOfNew(List.of()));
    assertEquals(
        new Place(1, "own-1", ""), OutlineRules.placeOfNew(outline("0 intro -", "3 B1 B1")));
    assertEquals(new Place(1, "own-1", ""), OutlineRules.placeOfNew(outline("1 deel -")));
  }

  @Test
  void oddNumbersAreNotCounted() {
    List<Section> outline = outline("1 6 6", "2 a 6.x", "2 b 6.", "2 c 6.99999999999", "2 d 6.2");
    assertEquals(new Place(5, "own-1", "6.3"), OutlineRules.placeOfNew(outline));
  }

  @Test
  void numbersRunOnWhereSomethingMovedOrIsOff_O1() {
    List<Section> outline =
        outline("0 voor -", "1 1 1", "1 3 3", "2 3.2 3.2", "2 los -", "2 3.1 3.1", "3 B2 B2");
    List<Section> off =
        OutlineRules.switchedOff(outline, outline.get(3).id(), new Section.Off(1, ""));
    assertEquals(List.of("", "1", "2", "2.1", "", "2.2", "B1"), numbers(outline));
    assertEquals(List.of("", "1", "2", "3.2", "", "2.1", "B1"), numbers(off));
  }

  /// Numbering anew gives each its own number, in order, and does nothing the second time;
  /// switching off and on gives back what was.
  @Test
  void laws_O1_O4() {
    Seeds.each(
        500,
        random -> {
          List<Section> outline = random(random);
          List<Section> once = OutlineRules.renumbered(outline);
          assertEquals(once, OutlineRules.renumbered(once));
          List<String> given =
              once.stream()
                  .filter(each -> each.off() == null)
                  .map(Section::number)
                  .filter(number -> !number.isEmpty())
                  .toList();
          assertEquals(given.size(), new HashSet<>(given).size(), given.toString());
          assertTrue(given.stream().allMatch(OutlineRules::isNumber), given.toString());
          List<SectionId> order = outline.stream().map(Section::id).toList();
          assertEquals(Optional.of(outline), OutlineRules.arranged(outline, order, List.of()));

          SectionId chosen = order.get(random.nextInt(order.size()));
          Section before = outline.get(order.indexOf(chosen));
          List<Section> off =
              OutlineRules.switchedOff(outline, chosen, new Section.Off(99, "Elders"));
          if (before.off() == null) {
            assertTrue(off.get(order.indexOf(chosen)).off() != null);
            List<Section> back = OutlineRules.switchedOn(off, chosen);
            for (int i = 0; i < outline.size(); i++) {
              boolean partOfChosen = before.level() == Section.SECTION && back.get(i).level() == 1;
              assertTrue(partOfChosen || outline.get(i).equals(back.get(i)), outline.toString());
            }
          }
        });
  }

  private static List<Section> random(SplittableRandom random) {
    List<String> lines = new ArrayList<>();
    int key = 0;
    for (int i = random.nextInt(3); i > 0; i--) {
      lines.add("0 k" + key++ + " -");
    }
    for (int part = 1 + random.nextInt(4); part > 0; part--) {
      lines.add("1 k" + key++ + " " + random.nextInt(1, 9));
      for (int i = random.nextInt(5); i > 0; i--) {
        String number = random.nextInt(4) == 0 ? "-" : "7." + random.nextInt(1, 9);
        lines.add("2 k" + key++ + " " + number);
      }
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      lines.add("3 k" + key++ + (random.nextBoolean() ? " B1" : " C2"));
    }
    List<Section> outline = new ArrayList<>();
    boolean isPartOff = false;
    for (Section section : outline(lines.toArray(String[]::new))) {
      boolean isInside = section.level() == Section.SECTION;
      boolean off = (isInside && isPartOff) || random.nextInt(6) == 0;
      isPartOff = section.level() == Section.PART ? off : isInside && isPartOff;
      outline.add(off ? section.with(new Section.Off(random.nextInt(3), "")) : section);
    }
    return outline;
  }

  private static List<String> numbers(List<Section> outline) {
    return OutlineRules.renumbered(outline).stream().map(Section::number).toList();
  }

  /// Each line: level, key, number (`-` for none).
  private static List<Section> outline(String... lines) {
    List<Section> sections = new ArrayList<>();
    for (String line : lines) {
      String[] words = line.split(" ");
      sections.add(
          new Section(
              new SectionId(UUID.randomUUID()),
              words[1],
              words[2].replace("-", ""),
              "Titel",
              Integer.parseInt(words[0]),
              new DocumentId(UUID.randomUUID()),
              Section.Status.OPEN,
              null));
    }
    return sections;
  }
}
