package nl.beleidstafel.partners;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.beleidstafel.base.PartnerId;
import org.junit.jupiter.api.Test;

final class MarkRulesTest {
  @Test
  void initialsFirst() {
    assertEquals("WD", MarkRules.propose("Welzijn Demostad", List.of()));
    assertEquals("GG", MarkRules.propose("GGD", List.of()));
    assertEquals("GD", MarkRules.propose("GGD", List.of(partner("GG"))));
    assertEquals("ÉC", MarkRules.propose("école-centre", List.of()));
    assertEquals("AA", MarkRules.propose("!", all('P')));
  }

  @Test
  void everyNameGetsAMarkThatNobodyHas() {
    List<Partner> known = new ArrayList<>();
    Set<String> marks = new HashSet<>();
    for (int i = 0; i < 500; i++) {
      String mark = MarkRules.propose("Sportclub", known);
      assertTrue(marks.add(mark), mark);
      assertEquals(Optional.of(mark), MarkRules.badge(mark));
      known.add(partner(mark));
    }
  }

  @Test
  void twoLettersOrDigits() {
    assertEquals(Optional.of("AB"), MarkRules.badge(" ab "));
    assertEquals(Optional.empty(), MarkRules.badge("a"));
    assertEquals(Optional.empty(), MarkRules.badge("a<"));
    assertEquals(Optional.empty(), MarkRules.badge("abc"));
  }

  @Test
  void coloursAreSpread() {
    List<Partner> known = new ArrayList<>();
    for (int i = 0; i < 2 * Partner.COLOUR_COUNT; i++) {
      int colour = MarkRules.colour(known);
      assertEquals(i % Partner.COLOUR_COUNT, colour);
      known.add(partner("X" + i, colour));
    }
  }

  private static List<Partner> all(char first) {
    List<Partner> known = new ArrayList<>();
    for (char each : "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".toCharArray()) {
      known.add(partner("" + first + each));
    }
    return known;
  }

  private static Partner partner(String badge) {
    return partner(badge, 0);
  }

  private static Partner partner(String badge, int colour) {
    return new Partner(new PartnerId(UUID.randomUUID()), "police", "x", badge, colour);
  }
}
