package nl.beleidstafel.fillin;

import io.vertx.core.Future;
import java.util.HashMap;
import java.util.Map;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.sections.Tally;

/// Counts fill-ins: those that are open, those that are filled, of which some are resolved, and all
/// of them.
record FillInTally(FillInStore store, Projector projector) implements Tally {
  @Override
  public String name() {
    return "fillin";
  }

  @Override
  public Future<Map<SectionId, Map<String, Long>>> count(Actor actor, PlanId plan) {
    return projector
        .catchUp(plan)
        .compose(_ -> store.count(plan))
        .map(counted -> {
          Map<SectionId, Map<String, Long>> counts = new HashMap<>();
          counted.forEach((section, count) ->
              counts.put(
                  section,
                  Map.of(
                      "open",
                      count.open(),
                      "filled",
                      count.filled() + count.resolved(),
                      "resolved",
                      count.resolved(),
                      "total",
                      count.total())));
          return counts;
        });
  }
}
