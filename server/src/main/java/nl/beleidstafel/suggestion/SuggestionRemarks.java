package nl.beleidstafel.suggestion;

import io.vertx.core.Future;
import java.util.List;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.sections.Remark;
import nl.beleidstafel.sections.Remarks;
import nl.beleidstafel.suggestion.Suggestion.Decided;

/// Suggestions as remarks: what they strike is the quotation, what they add is what was said.
record SuggestionRemarks(SuggestionStore store) implements Remarks {
  @Override
  public Future<List<Remark>> of(PlanId plan) {
    return store.of(plan).map(found -> found.stream().map(SuggestionRemarks::remark).toList());
  }

  private static Remark remark(Suggestion suggestion) {
    boolean underway = suggestion.state() == Suggestion.State.ACCEPTING;
    Decided decided = underway ? null : suggestion.decided();
    return new Remark(
        Remark.Kind.SUGGESTION,
        suggestion.section(),
        suggestion.id(),
        suggestion.by(),
        suggestion.partner(),
        suggestion.atMs(),
        suggestion.effect().struck(),
        suggestion.effect().added(),
        switch (suggestion.state()) {
          case OPEN, ACCEPTING -> Remark.Outcome.OPEN;
          case ACCEPTED -> Remark.Outcome.ACCEPTED;
          case DECLINED -> Remark.Outcome.DECLINED;
        },
        decided == null ? "" : decided.reason(),
        decided == null ? null : decided.by(),
        decided == null ? null : decided.atMs());
  }
}
