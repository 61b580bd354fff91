package nl.beleidstafel.discussion;

import nl.beleidstafel.base.Clock;
import nl.beleidstafel.collab.Channels;
import nl.beleidstafel.collab.Collab;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.http.Routes;
import nl.beleidstafel.notice.Notices;
import nl.beleidstafel.sections.People;
import nl.beleidstafel.sections.Places;

/// Threads, wired.
public final class DiscussionSlice {
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
    Discussion discussion =
        new Discussion(
            database,
            new PgDiscussionStore(database),
            places,
            people,
            collab,
            channels,
            notices,
            clock);
    routes = new DiscussionRoutes(discussion, places, people).routes().describedIn("discussion");
  }

  public Routes routes() {
    return routes;
  }
}
