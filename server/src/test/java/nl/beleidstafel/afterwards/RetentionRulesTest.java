package nl.beleidstafel.afterwards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import nl.beleidstafel.base.InterviewId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.yaml.MistakesException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RetentionRulesTest {
  private static final AfterwardsConfig CONFIG =
      new AfterwardsConfig(
          List.of(), 14, 30, Map.of(Kept.NAME, 2, Kept.NOTES, 10, Kept.SUMMARY, 20));
  private static final long DAY = TimeUnit.DAYS.toMillis(1);

  private static Talk talk(@Nullable Long at, @Nullable Long started, @Nullable Long closed) {
    return new Talk(
        new InterviewId(new UUID(0, 1)),
        new PlanId(new UUID(0, 2)),
        new MunicipalityId(new UUID(0, 3)),
        "Hier",
        null,
        1,
        "Basisteam",
        1_000,
        at,
        started,
        closed);
  }

  @Test
  void theDaysCountFromTheEndElseTheBeginningElseTheDayItWasFor_E1() {
    assertEquals(9_000, RetentionRules.fromMs(talk(5_000L, 6_000L, 9_000L)));
    assertEquals(6_000, RetentionRules.fromMs(talk(5_000L, 6_000L, null)));
    assertEquals(5_000, RetentionRules.fromMs(talk(5_000L, null, null)));
    assertEquals(1_000, RetentionRules.fromMs(talk(500L, null, null)));
    assertEquals(1_000, RetentionRules.fromMs(talk(null, null, null)));
  }

  @Test
  void eachGoesWhenItsTimeIsOverAndNotBefore_E2() {
    Talk talk = talk(null, null, 0L);
    assertEquals(Set.of(), RetentionRules.due(talk, Set.of(), CONFIG, 2 * DAY - 1));
    assertEquals(Set.of(Kept.NAME), RetentionRules.due(talk, Set.of(), CONFIG, 2 * DAY));
    assertEquals(Set.of(), RetentionRules.due(talk, Set.of(Kept.NAME), CONFIG, 2 * DAY));
    assertEquals(
        OptionalLong.of(10 * DAY), RetentionRules.nextMs(talk, Set.of(Kept.NAME), CONFIG, 2 * DAY));
    assertEquals(
        OptionalLong.empty(),
        RetentionRules.nextMs(talk, EnumSet.allOf(Kept.class), CONFIG, 20 * DAY));
  }

  /// Whatever the times and however late the job runs, everything goes, and each once.
  @Test
  void followingTheNextTimeEverythingGoesOnce_E2() {
    for (long seed = 1; seed <= 300; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      AfterwardsConfig config =
          new AfterwardsConfig(
              List.of(),
              1,
              1,
              Map.of(
                  Kept.NAME, 1 + random.nextInt(50),
                  Kept.NOTES, 1 + random.nextInt(50),
                  Kept.SUMMARY, 1 + random.nextInt(50)));
      Talk talk = talk(null, null, random.nextLong(10 * DAY));
      Set<Kept> gone = EnumSet.noneOf(Kept.class);
      long now = 0;
      for (int step = 0; step < 10 && gone.size() < 3; step++) {
        Set<Kept> due = RetentionRules.due(talk, gone, config, now);
        for (Kept kept : due) {
          assertTrue(gone.add(kept), "seed " + seed);
          assertTrue(RetentionRules.dueMs(talk, kept, config) <= now, "seed " + seed);
        }
        OptionalLong next = RetentionRules.nextMs(talk, gone, config, now);
        assertEquals(gone.size() == 3, next.isEmpty(), "seed " + seed);
        now = next.orElse(now) + random.nextLong(5 * DAY);
      }
      assertEquals(3, gone.size(), "seed " + seed);
    }
  }

  @Test
  void whatShipsIsRead() {
    AfterwardsConfig config =
        AfterwardsConfig.load(Path.of(System.getProperty("basedir", "."), "..", "config"));
    assertEquals(
        List.of("public-task", "consent"),
        config.bases().stream().map(AfterwardsConfig.Basis::id).toList());
    assertEquals(14, config.correctionDays());
    assertEquals(365, config.days(Kept.NOTES));
  }

  @Test
  void everyMistakeIsToldWithItsLineAndField(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("interviews.yaml"),
        """
        bases:
          - id: consent
            label: Toestemming
            text: Lees dit.
          - id: consent
            label: Nog een
            texts: Dit ook.
        summary:
          correction-days: 14
          link-days: 7
        retention:
          name: 0
          notes: 30
        """);
    MistakesException mistakes =
        assertThrows(MistakesException.class, () -> AfterwardsConfig.load(folder));
    String said = String.valueOf(mistakes.getMessage());
    for (String part :
        List.of(
            "bases[1].id",
            "bases[1].text",
            "texts",
            "summary.link-days",
            "retention.name",
            "retention.summary",
            "interviews.yaml")) {
      assertTrue(said.contains(part), part + " in " + said);
    }
  }
}
