package nl.beleidstafel.finding;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.InterviewId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.collab.Level;
import nl.beleidstafel.sections.Place;
import nl.beleidstafel.sections.Places;
import nl.beleidstafel.talks.Interviews;

/// What an actor may do with what interviews taught. Rules V5 and V6 of `docs/spec.md`.
///
/// @param places the sections that they may read, at least one
/// @param opens the interviews that they may open
/// @param core whether they are in the core team
record Access(List<Place> places, Set<InterviewId> opens, boolean core) {
  Access {
    places = List.copyOf(places);
    opens = Set.copyOf(opens);
  }

  /// Where access is found out.
  record Doors(Places places, Interviews interviews) {
    /// Empty where there is no such plan for the actor.
    Future<Optional<Access>> of(Actor actor, PlanId plan) {
      return places
          .of(actor, plan)
          .compose(found ->
              found.isEmpty()
                  ? Future.succeededFuture(Optional.empty())
                  : interviews
                      .openTo(actor, plan)
                      .compose(opens ->
                          interviews
                              .inCoreTeam(actor, plan)
                              .map(core -> Optional.of(new Access(found, opens, core)))));
    }
  }

  /// Whether they read findings: whoever takes part in the plan, and who works with its notes.
  boolean reads() {
    return works() || places.stream().anyMatch(place -> place.level().allows(Level.COMMENT));
  }

  /// Whether they make findings, themes and codes.
  boolean works() {
    return core || !opens.isEmpty();
  }

  Optional<Place> place(SectionId section) {
    return places.stream().filter(place -> place.section().equals(section)).findFirst();
  }
}
