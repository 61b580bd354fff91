package nl.beleidstafel.discussion;

import io.vertx.core.Future;
import java.util.HashMap;
import java.util.Map;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.sections.Tally;

/// Counts threads: those that are open, and those that are resolved.
record ThreadTally(DiscussionStore store) implements Tally {
  @Override
  public String name() {
    return "discussion";
  }

  @Override
  public Future<Map<SectionId, Map<String, Long>>> count(Actor actor, PlanId plan) {
    return store
        .countAll(plan)
        .map(counted -> {
          Map<SectionId, Map<String, Long>> counts = new HashMap<>();
          counted.forEach((section, by) ->
              counts.put(
                  section,
                  Map.of(
                      "open", by.getOrDefault(false, 0L), "resolved", by.getOrDefault(true, 0L))));
          return counts;
        });
  }
}
