package nl.beleidstafel.sections;

import io.vertx.core.Future;
import java.util.List;
import nl.beleidstafel.base.PlanId;

/// What one feature knows of remarks, for the table of what was done with them. Any thread; nothing
/// waits. Who asks leaves out what their reader may not see.
public interface Remarks {
  /// All of a plan, oldest first, no more than {@link
  /// nl.beleidstafel.base.Limits#REMARKS_OF_PLAN_MAX}.
  Future<List<Remark>> of(PlanId plan);
}
