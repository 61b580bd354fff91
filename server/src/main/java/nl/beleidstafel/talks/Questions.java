package nl.beleidstafel.talks;

import io.vertx.core.Future;
import java.util.Map;
import nl.beleidstafel.base.InterviewId;
import nl.beleidstafel.base.PlanId;

/// What was to be asked in interviews. Any thread; nothing waits.
@FunctionalInterface
public interface Questions {
  /// The list of each interview of a plan, as the interview keeps it. Asks for nobody's rights: a
  /// list says nothing of what was answered.
  Future<Map<InterviewId, TopicList>> of(PlanId plan);
}
