package nl.beleidstafel.suggestion;

import io.vertx.core.Future;
import java.util.HashMap;
import java.util.Map;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.sections.Tally;

/// Counts suggestions that wait for an answer.
record SuggestionTally(SuggestionStore store) implements Tally {
  @Override
  public String name() {
    return "suggestion";
  }

  @Override
  public Future<Map<SectionId, Map<String, Long>>> count(Actor actor, PlanId plan) {
    return store
        .open(plan)
        .map(open -> {
          Map<SectionId, Map<String, Long>> counts = new HashMap<>();
          open.forEach((section, count) -> counts.put(section, Map.of("open", count)));
          return counts;
        });
  }
}
