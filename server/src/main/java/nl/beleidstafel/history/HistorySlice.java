package nl.beleidstafel.history;

import java.util.List;
import nl.beleidstafel.audit.Audit;
import nl.beleidstafel.base.Clock;
import nl.beleidstafel.collab.Channels;
import nl.beleidstafel.collab.Collab;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.http.Routes;
import nl.beleidstafel.notice.Notices;
import nl.beleidstafel.sections.People;
import nl.beleidstafel.sections.Places;
import nl.beleidstafel.sections.Seals;
import nl.beleidstafel.sections.Tally;

/// States and versions, wired.
public final class HistorySlice {
  private final Seals seals;
  private final Routes routes;

  /// Builds everything; touches no database.
  ///
  /// @param tallies what others count in a section, to be known before it is fixed
  public HistorySlice(
      Database database,
      Collab collab,
      Channels channels,
      Places places,
      People people,
      Notices notices,
      Audit audit,
      Clock clock,
      List<Tally> tallies) {
    HistoryStore store = new PgHistoryStore(database);
    Trees trees = new Trees(store, collab);
    seals = trees;
    History history =
        new History(
            database, store, trees, collab, channels, places, people, notices, audit, clock);
    Comparing comparing = new Comparing(store, trees, collab, places);
    routes =
        new HistoryRoutes(history, comparing, places, people, tallies)
            .routes()
            .describedIn("history");
  }

  public Routes routes() {
    return routes;
  }

  /// What sections say now, for sign-offs.
  public Seals seals() {
    return seals;
  }
}
