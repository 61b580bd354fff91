package nl.beleidstafel.fillin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import nl.beleidstafel.RegisterOffers;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.testkit.PlanStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What does not fit together in what was filled in.
final class CheckRulesTest {
  private static final Offers OFFERS = new RegisterOffers(PlanStage.TEMPLATES.registers());
  private static final SectionId SECTION = new SectionId(new UUID(1, 1));

  @Test
  void aSettingWithoutAPlaceInTheActionsIsPointedOut_F8() {
    List<Finding> findings =
        check(
            choice("settings", "work", "media"), choice("settings-actions", "media", "community"));
    assertEquals(1, findings.size());
    assertEquals(Finding.Kind.SETTING_WITHOUT_ACTION, findings.getFirst().kind());
    assertEquals("Werkomgeving (ook de gemeente zelf)", findings.getFirst().words());
  }

  @Test
  void anEntryIsCalledAsItsOwnRegisterCallsIt_F8() {
    List<Finding> findings =
        check(choice("settings", "sport"), choice("settings-actions", "media"));
    assertEquals("Sportomgeving", findings.getFirst().words());
  }

  @Test
  void aWiderOrNarrowerSettingIsAPlaceToo_F8() {
    assertEquals(
        List.of(),
        check(
            choice("settings", "education", "going-out", "community"),
            choice("settings-actions", "secondary-education", "coffeeshop", "community"),
            choice("settings-measures", "education", "nightlife", "community-and-environment")));
  }

  @Test
  void theTableOfMeasuresIsHeldAgainstItLikewise_F8() {
    List<Finding> findings =
        check(choice("settings", "work"), choice("settings-measures", "family"));
    assertEquals(1, findings.size());
    assertEquals(Finding.Kind.SETTING_WITHOUT_MEASURE, findings.getFirst().kind());
  }

  @Test
  void whatIsOpenSaysNothingYet_F8() {
    assertEquals(
        List.of(),
        check(choice("settings", "work"), with(choice("settings-actions"), FillIn.State.OPEN)));
    assertEquals(
        List.of(),
        check(with(choice("settings", "work"), FillIn.State.OPEN), choice("settings-actions")));
  }

  @Test
  void numbersOfTheWrongKindAndOldYearsArePointedOut_F8() {
    assertEquals(List.of(), check(value("year", "2024"), value("number", "1.234,5")));
    assertEquals(Finding.Kind.OLD_YEAR, check(value("year", "2019")).getFirst().kind());
    assertEquals(List.of(), check(value("year", "2020–2024"), value("year", "2027 t/m 2030")));
    assertEquals(Finding.Kind.NO_NUMBER, check(value("year", "2030–2027")).getFirst().kind());
    assertEquals(Finding.Kind.NO_NUMBER, check(value("year", "vorig jaar")).getFirst().kind());
    assertEquals(Finding.Kind.NO_NUMBER, check(value("percentage", "101")).getFirst().kind());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "12", " 12,5 ", "1.234", "1.234.567,89", "-3", "1234567"})
  void numbersAsPeopleWriteThem_F3(String text) {
    assertTrue(NumberRules.number(text).isPresent());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "twaalf", "12.5", "1,2,3", "1.23.456", "12 %", "1e5", "١٢"})
  void whatIsNoNumber_F3(String text) {
    assertFalse(NumberRules.number(text).isPresent());
  }

  @Test
  void percentagesMayHaveTheirSign_F3() {
    assertTrue(NumberRules.isPercentage("12,5 %"));
    assertTrue(NumberRules.isPercentage("100"));
    assertFalse(NumberRules.isPercentage("-1"));
  }

  private static List<Finding> check(FillIn... fillIns) {
    return CheckRules.of(List.of(fillIns), OFFERS, 2026);
  }

  private static FillIn choice(String register, String... entries) {
    return fillIn("choice", register, "", List.of(entries));
  }

  private static FillIn value(String kind, String value) {
    return fillIn(kind, null, value, List.of());
  }

  private static FillIn with(FillIn each, FillIn.State state) {
    return new FillIn(
        SECTION,
        each.id(),
        null,
        each.kind(),
        "",
        null,
        each.register(),
        state,
        each.value(),
        each.entries(),
        null);
  }

  private static FillIn fillIn(String kind, String register, String value, List<String> entries) {
    return new FillIn(
        SECTION,
        register + kind,
        null,
        kind,
        "",
        null,
        register,
        FillIn.State.FILLED,
        value,
        entries,
        null);
  }
}
