package nl.beleidstafel.ask;

import io.vertx.core.Future;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.sections.Tally;

/// Counts answers by what they say, those that are waited for, and sign-offs that stand.
record AskTally(AskStore asks, SignOffStore signOffs) implements Tally {
  @Override
  public String name() {
    return "ask";
  }

  @Override
  public Future<Map<SectionId, Map<String, Long>>> count(Actor actor, PlanId plan) {
    return asks.counts(plan)
        .compose(answers ->
            signOffs
                .standing(plan)
                .map(signed -> {
                  Map<SectionId, Map<String, Long>> counts = new HashMap<>();
                  answers.forEach((section, by) -> counts.put(section, named(by)));
                  signed.forEach((section, count) ->
                      counts.computeIfAbsent(section, _ -> named(Map.of())).put("signed", count));
                  return counts;
                }));
  }

  private static Map<String, Long> named(Map<String, Long> byWord) {
    Map<String, Long> named = new HashMap<>();
    Arrays.stream(Verdict.values())
        .forEach(each -> named.put(each.count(), byWord.getOrDefault(each.word(), 0L)));
    named.put("waiting", byWord.getOrDefault("waiting", 0L));
    named.put("signed", 0L);
    return named;
  }
}
