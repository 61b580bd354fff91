package nl.beleidstafel.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.plan.OutlineRules.Place;
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
              Section.Status.OPEN));
    }
    return sections;
  }
}
