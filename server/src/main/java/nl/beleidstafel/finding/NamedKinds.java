package nl.beleidstafel.finding;

import io.vertx.core.Future;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.InterviewId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.talks.Interviews;

/// Interviews with the names of kinds of partners in the place of their ids.
///
/// @param names of kinds by id
record NamedKinds(Interviews interviews, Map<String, String> names) implements Interviews {
  NamedKinds {
    names = Map.copyOf(names);
  }

  @Override
  public Future<Set<InterviewId>> openTo(Actor actor, PlanId plan) {
    return interviews.openTo(actor, plan);
  }

  @Override
  public Future<Boolean> inCoreTeam(Actor actor, PlanId plan) {
    return interviews.inCoreTeam(actor, plan);
  }

  @Override
  public Future<Set<Header>> of(PlanId plan) {
    return interviews
        .of(plan)
        .map(all -> all.stream().map(this::named).collect(Collectors.toSet()));
  }

  private Header named(Header header) {
    String kind = header.partnerKind();
    return new Header(header.interview(), header.organisation(), names.getOrDefault(kind, kind));
  }
}
