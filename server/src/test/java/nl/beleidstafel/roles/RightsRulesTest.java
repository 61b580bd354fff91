package nl.beleidstafel.roles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.collab.Level;
import nl.beleidstafel.rights.Outline;
import nl.beleidstafel.roles.Meanings.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class RightsRulesTest {
  private static final Meanings MEANINGS = meanings(Level.READ);
  private static final PartnerId POLICE = new PartnerId(new UUID(1, 1));
  private static final PartnerId TOWN = new PartnerId(new UUID(1, 2));
  private static final Outline.Line PART = line(3, null);
  private static final Outline.Line SECTION = line(31, PART.section());
  private static final Outline.Line ANNEX = line(9, null);
  private static final Scope ON_PART = new Scope(PART.section());
  private static final Scope ON_SECTION = new Scope(SECTION.section());

  private static Meanings meanings(Level without) {
    return new Meanings(
        List.of(
            new Role("executing", "Uitvoerend", Level.WRITE, false),
            new Role("advising", "Adviserend", Level.COMMENT, false),
            new Role("watching", "Toekijkend", Level.NONE, false),
            new Role("coordinating", "Coördinerend", Level.COMMENT, true)),
        without);
  }

  private static Outline.Line line(int number, @Nullable SectionId part) {
    return new Outline.Line(
        new SectionId(new UUID(2, number)),
        new DocumentId(new UUID(3, number)),
        part,
        "k" + number,
        "" + number,
        "Titel",
        false);
  }

  private static Level level(Matrix matrix, Outline.Line line) {
    return RightsRules.level(MEANINGS, matrix, POLICE, line);
  }

  private static Matrix with(Scope scope, String... roles) {
    return Matrix.EMPTY.with(POLICE, scope, Set.of(roles));
  }

  @Test
  void withoutARoleOneReadsOrNot_G1() {
    assertEquals(Level.READ, level(Matrix.EMPTY, SECTION));
    assertEquals(
        Level.NONE, RightsRules.level(meanings(Level.NONE), Matrix.EMPTY, POLICE, SECTION));
  }

  @Test
  void theHighestLevelOfAllRolesCounts_G1() {
    assertEquals(Level.COMMENT, level(with(ON_SECTION, "advising", "watching"), SECTION));
    assertEquals(Level.WRITE, level(with(ON_SECTION, "advising", "executing"), SECTION));
    assertEquals(Level.NONE, level(with(ON_SECTION, "watching"), SECTION));
    assertEquals(Level.READ, level(with(ON_SECTION, "executing"), ANNEX));
  }

  @Test
  void aRoleThatIsNotInTheConfigurationAnyMoreIsNone_G1() {
    Matrix matrix = with(ON_SECTION, "forgotten");
    assertEquals(Level.READ, level(matrix, SECTION));
    assertEquals(Level.NONE, level(matrix.hiding(SECTION.section(), true), SECTION));
  }

  @Test
  void aRoleOnAPartHoldsForItsSectionsAndNotTheOtherWayRound_G2() {
    assertEquals(Level.WRITE, level(with(ON_PART, "executing"), SECTION));
    assertEquals(Level.WRITE, level(with(ON_PART, "executing"), PART));
    assertEquals(Level.READ, level(with(ON_PART, "executing"), ANNEX));
    assertEquals(Level.READ, level(with(ON_SECTION, "executing"), PART));
    assertEquals(Level.WRITE, level(with(Scope.PLAN, "executing"), ANNEX));
  }

  @Test
  void hidingHoldsForWhoHasNoRoleThereAndForThatSectionOnly_G3() {
    Matrix hidden = Matrix.EMPTY.hiding(PART.section(), true);
    assertEquals(Level.NONE, level(hidden, PART));
    assertEquals(Level.READ, level(hidden, SECTION));
    assertEquals(Level.COMMENT, level(hidden.with(POLICE, ON_PART, Set.of("advising")), PART));
    assertEquals(Level.READ, level(hidden.hiding(PART.section(), false), PART));
  }

  @Test
  void hiddenIsToldToWhoLeadsOrHasARole_G3() {
    Matrix hidden = Matrix.EMPTY.hiding(SECTION.section(), true);
    Cell cell = new Cell(SECTION.section(), POLICE);
    assertFalse(knows(hidden.overriding(cell, Level.READ)));
    assertTrue(knows(hidden.with(POLICE, ON_PART, Set.of("advising"))));
    assertTrue(knows(hidden.with(POLICE, Scope.PLAN, Set.of("coordinating"))));
    assertFalse(knows(with(ON_PART, "advising")));
  }

  private static boolean knows(Matrix matrix) {
    return RightsRules.knowsHidden(MEANINGS, matrix, POLICE, SECTION);
  }

  @Test
  void anOverrideWinsBothWays_G4() {
    Cell cell = new Cell(SECTION.section(), POLICE);
    Matrix matrix = with(ON_SECTION, "executing").overriding(cell, Level.NONE);
    assertEquals(Level.NONE, level(matrix, SECTION));
    assertEquals(Level.WRITE, level(matrix.notOverriding(cell), SECTION));
    Matrix hidden = Matrix.EMPTY.hiding(SECTION.section(), true).overriding(cell, Level.WRITE);
    assertEquals(Level.WRITE, level(hidden, SECTION));
    assertEquals(Level.NONE, RightsRules.level(MEANINGS, hidden, TOWN, SECTION));
  }

  @Test
  void whoLeadsReadsEverythingWhateverIsDecided_G4() {
    Matrix matrix =
        with(Scope.PLAN, "coordinating")
            .hiding(SECTION.section(), true)
            .overriding(new Cell(SECTION.section(), POLICE), Level.NONE);
    assertEquals(Level.COMMENT, level(matrix, SECTION));
    Meanings mute =
        new Meanings(List.of(new Role("coordinating", "C", Level.NONE, true)), Level.NONE);
    assertEquals(Level.READ, RightsRules.level(mute, matrix, POLICE, SECTION));
  }

  @Test
  void leadingIsHeldOnTheWholePlan_G5() {
    assertTrue(RightsRules.coordinates(MEANINGS, with(Scope.PLAN, "coordinating"), POLICE));
    assertFalse(RightsRules.coordinates(MEANINGS, with(ON_PART, "coordinating"), POLICE));
    assertFalse(RightsRules.coordinates(MEANINGS, with(Scope.PLAN, "executing"), POLICE));
    assertTrue(RightsRules.isLed(MEANINGS, with(Scope.PLAN, "coordinating")));
    assertFalse(RightsRules.isLed(MEANINGS, with(ON_PART, "coordinating")));
  }

  @Test
  void aMatrixKeepsNothingOfWhatIsTaken() {
    Matrix matrix =
        with(ON_PART, "advising").overriding(new Cell(PART.section(), POLICE), Level.READ);
    assertEquals(Matrix.EMPTY, matrix.without(POLICE));
    assertEquals(Matrix.EMPTY, with(ON_PART, "advising").with(POLICE, ON_PART, Set.of()));
    Matrix more = matrix.adding(POLICE, Map.of(ON_PART, Set.of("executing")));
    assertEquals(Set.of("advising", "executing"), more.at(POLICE, ON_PART));
    assertEquals(2, more.size());
  }
}
