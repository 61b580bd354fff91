package nl.beleidstafel.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.base.SectionId;
import org.junit.jupiter.api.Test;

final class AskRulesTest {
  private static final PartnerId GGD = new PartnerId(new UUID(1, 1));
  private static final SectionId ONE = new SectionId(new UUID(2, 1));
  private static final SectionId TWO = new SectionId(new UUID(2, 2));
  private static final SectionId THREE = new SectionId(new UUID(2, 3));
  private static final List<SectionId> ALL = List.of(ONE, TWO, THREE);
  private static final LocalDate DUE = LocalDate.parse("2026-12-04");

  private static AskRules.Here here(boolean reads, boolean hasRole) {
    return new AskRules.Here(reads ? Set.of(GGD) : Set.of(), hasRole ? Set.of(GGD) : Set.of());
  }

  @Test
  void aPartnerIsAskedWhereItHasARole_K1() {
    var here = Map.of(ONE, here(true, false), TWO, here(true, true), THREE, here(true, true));
    assertEquals(List.of(TWO, THREE), AskRules.askedOf(GGD, ALL, here));
  }

  @Test
  void withoutARoleItIsAskedAboutAllThatItMayRead_K1() {
    var here = Map.of(ONE, here(true, false), TWO, here(false, false), THREE, here(true, false));
    assertEquals(List.of(ONE, THREE), AskRules.askedOf(GGD, ALL, here));
  }

  @Test
  void nobodyIsAskedAboutWhatTheyMayNotRead_K1() {
    var here = Map.of(ONE, here(false, true), TWO, here(false, false));
    assertEquals(List.of(), AskRules.askedOf(GGD, ALL, here));
  }

  @Test
  void theDateIsADutchDay_K4() {
    assertFalse(AskRules.isLate(DUE, ms("2026-12-04T22:59:59Z")));
    assertTrue(AskRules.isLate(DUE, ms("2026-12-04T23:00:00Z")));
  }

  @Test
  void remindersComeBeforeTheDateAndOnIt_K5() {
    assertEquals(next("2026-12-01T08:00:00Z"), AskRules.nextReminder(DUE, ms("2026-11-20T10:00Z")));
    assertEquals(next("2026-12-04T08:00:00Z"), AskRules.nextReminder(DUE, ms("2026-12-01T08:00Z")));
    assertEquals(Optional.empty(), AskRules.nextReminder(DUE, ms("2026-12-04T08:00Z")));
  }

  @Test
  void noReminderInAWeekend_K5() {
    LocalDate wednesday = LocalDate.parse("2026-12-09");
    assertEquals(
        next("2026-12-04T08:00:00Z"), AskRules.nextReminder(wednesday, ms("2026-11-20T10:00Z")));
  }

  @Test
  void summerTimeIsKept_K5() {
    LocalDate summer = LocalDate.parse("2027-06-25");
    assertEquals(
        next("2027-06-22T07:00:00Z"), AskRules.nextReminder(summer, ms("2027-06-01T10:00Z")));
  }

  private static Optional<Long> next(String at) {
    return Optional.of(ms(at));
  }

  private static long ms(String at) {
    return Instant.parse(at.length() == 17 ? at.replace("Z", ":00Z") : at).toEpochMilli();
  }
}
