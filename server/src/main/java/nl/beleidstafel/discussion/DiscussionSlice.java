package nl.beleidstafel.discussion;

import nl.beleidstafel.base.Clock;
import nl.beleidstafel.collab.Channels;
import nl.beleidstafel.collab.Collab;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.http.Routes;
import nl.beleidstafel.notice.Notices;
import nl.beleidstafel.sections.People;
import nl.beleidstafel.sections.Places;
import nl.beleidstafel.sections.Remarks;
import nl.beleidstafel.sections.Tally;

/// Threads, wired.
public final class DiscussionSlice {
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

  /// What was said, for the table of what was done with it.
  public Remarks remarks() {
    return new ThreadRemarks(store);
  }

  /// How many threads are open, and how many resolved.
  public Tally tally() {
    return new ThreadTally(store);
  }
}
