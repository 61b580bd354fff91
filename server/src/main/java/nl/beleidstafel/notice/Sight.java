package nl.beleidstafel.notice;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.sections.Place;
import nl.beleidstafel.sections.Places;

/// What of their notices a member may see now: what is about a section or plan that they may not
/// read any more is left out. Any thread; nothing waits. Rule N5 of `docs/spec.md`.
record Sight(Places places) {
  Future<List<Shown>> of(Actor actor, List<Told> told) {
    Set<PlanId> plans = told.stream().map(Told::plan).collect(Collectors.toSet());
    Map<PlanId, List<Place>> readable = new HashMap<>();
    Future<Void> asked = Future.succeededFuture();
    for (PlanId plan : plans) {
      asked =
          asked.compose(
              _ -> places.of(actor, plan).onSuccess(found -> readable.put(plan, found)).mapEmpty());
    }
    return asked.map(_ -> shown(told, readable));
  }

  private static List<Shown> shown(List<Told> told, Map<PlanId, List<Place>> readable) {
    List<Shown> shown = new ArrayList<>();
    for (Told each : told) {
      List<Place> places = readable.getOrDefault(each.plan(), List.of());
      if (each.section() == null) {
        places.stream()
            .findFirst()
            .ifPresent(any -> shown.add(new Shown(each, any.planTitle(), null)));
      } else {
        places.stream()
            .filter(place -> place.section().equals(each.section()))
            .findFirst()
            .ifPresent(place -> shown.add(new Shown(each, place.planTitle(), place)));
      }
    }
    return shown;
  }
}
