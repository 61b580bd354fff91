package nl.beleidstafel.discussion;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.sections.Remark;
import nl.beleidstafel.sections.Remarks;

/// Threads as remarks: their first words that are still there are what was said.
record ThreadRemarks(DiscussionStore store) implements Remarks {
  @Override
  public Future<List<Remark>> of(PlanId plan) {
    return store
        .ofPlan(plan)
        .map(talks -> talks.stream().map(ThreadRemarks::remark).flatMap(Optional::stream).toList());
  }

  /// Empty where everything that was said was removed.
  private static Optional<Remark> remark(Talk talk) {
    return talk.comments().stream()
        .filter(each -> !each.removed())
        .findFirst()
        .map(first ->
            new Remark(
                Remark.Kind.THREAD,
                talk.section(),
                talk.id(),
                first.by(),
                first.partner(),
                talk.atMs(),
                talk.quote(),
                first.text(),
                talk.resolvedBy() == null ? Remark.Outcome.OPEN : Remark.Outcome.RESOLVED,
                "",
                talk.resolvedBy(),
                talk.resolvedAtMs()));
  }
}
