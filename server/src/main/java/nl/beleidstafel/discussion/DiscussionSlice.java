package nl.beleidstafel.discussion;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Clock;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.collab.Channels;
import nl.beleidstafel.collab.Collab;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.http.Routes;
import nl.beleidstafel.notice.Notices;
import nl.beleidstafel.sections.People;
import nl.beleidstafel.sections.Places;
import nl.beleidstafel.sections.Remark;
import nl.beleidstafel.sections.Remarks;
import nl.beleidstafel.sections.Tally;

/// Threads, wired.
public final class DiscussionSlice implements Tally, Remarks {
  private final DiscussionStore store;
  private final Routes routes;

  /// Builds everything; touches no database.
  public DiscussionSlice(
      Database database,
      Collab collab,
      Channels channels,
      Places places,
      People people,
      Notices notices,
      Clock clock) {
    store = new PgDiscussionStore(database);
    Discussion discussion =
        new Discussion(database, store, places, people, collab, channels, notices, clock);
    routes = new DiscussionRoutes(discussion, places, people).routes().describedIn("discussion");
  }

  public Routes routes() {
    return routes;
  }

  @Override
  public String name() {
    return "discussion";
  }

  @Override
  public Future<Map<SectionId, Map<String, Long>>> count(Actor actor, PlanId plan) {
    return store.tally(plan);
  }

  @Override
  public Future<List<Remark>> of(PlanId plan) {
    return store
        .of(plan, Limits.REMARKS_OF_PLAN_MAX)
        .map(talks -> {
          List<Remark> remarks = new ArrayList<>();
          for (Talk talk : talks) {
            remarks.add(remark(talk));
          }
          return remarks;
        });
  }

  private static Remark remark(Talk talk) {
    Talk.Comment first = talk.comments().getFirst();
    return new Remark(
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
        talk.resolvedAtMs());
  }
}
