package nl.beleidstafel.sections;

import io.vertx.core.Future;
import java.util.Map;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.base.SectionId;

/// What one feature counts in each section of a plan, for the overview of it all. Any thread;
/// nothing waits.
public interface Tally {
  /// Whose numbers these are: the feature's name.
  String name();

  /// Numbers by section and by what they count, as the actor may know them. Sections that are left
  /// out count nothing; those that the actor may not read are left out by who asks.
  Future<Map<SectionId, Map<String, Long>>> count(Actor actor, PlanId plan);
}
