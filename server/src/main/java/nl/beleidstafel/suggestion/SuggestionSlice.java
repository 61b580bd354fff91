package nl.beleidstafel.suggestion;

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
import nl.beleidstafel.sections.Traces;

/// Suggestions, wired.
public final class SuggestionSlice {
  private final SuggestionStore store;
  private final Traces traces;
  private final Routes routes;

  /// Builds everything; touches no database.
  public SuggestionSlice(
      Database database,
      Collab collab,
      Channels channels,
      Places places,
      People people,
      Notices notices,
      Clock clock) {
    store = new PgSuggestionStore(database);
    traces = new PgSuggestionTraces(database);
    Suggestions suggestions =
        new Suggestions(database, store, places, people, collab, channels, notices, clock);
    routes = new SuggestionRoutes(suggestions, people).routes().describedIn("suggestion");
  }

  public Routes routes() {
    return routes;
  }

  /// How many suggestions wait for an answer.
  public Tally tally() {
    return new SuggestionTally(store);
  }

  /// What one person proposed.
  public Traces traces() {
    return traces;
  }

  /// What was proposed, and what was done with it.
  public Remarks remarks() {
    return new SuggestionRemarks(store);
  }
}
