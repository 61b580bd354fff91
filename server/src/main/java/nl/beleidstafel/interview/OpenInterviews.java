package nl.beleidstafel.interview;

import io.vertx.core.Future;
import java.util.Set;
import java.util.stream.Collectors;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.InterviewId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.talks.Interviews;

/// Interviews as others ask for them.
record OpenInterviews(InterviewStore store) implements Interviews {
  @Override
  public Future<Set<InterviewId>> openTo(Actor actor, PlanId plan) {
    return store
        .core(plan)
        .compose(core ->
            store
                .of(actor.municipality(), plan)
                .map(all ->
                    all.stream()
                        .filter(each -> InterviewRules.mayOpen(each, core, actor.member()))
                        .map(Interview::id)
                        .collect(Collectors.toUnmodifiableSet())));
  }

  @Override
  public Future<Boolean> inCoreTeam(Actor actor, PlanId plan) {
    return store.core(plan).map(core -> core.contains(actor.member()));
  }

  @Override
  public Future<Set<Header>> of(PlanId plan) {
    return store.headers(plan);
  }
}
