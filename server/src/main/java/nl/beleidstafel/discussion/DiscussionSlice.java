package nl.beleidstafel.discussion;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
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

  /// All that a member said, newest first, for what they take with them: their words, and none of
  /// anybody else's or of a text that they may not read any more.
  public Traces traces() {
    return member ->
        store
            .by(member)
            .map(said -> {
              JsonArray comments = new JsonArray();
              said.forEach(each -> comments.add(json(each)));
              return new JsonObject().put("comments", comments);
            });
  }

  private static JsonObject json(Said said) {
    return new JsonObject()
        .put("section", said.section().toString())
        .put("at", Instant.ofEpochMilli(said.comment().atMs()).toString())
        .put("edited", said.comment().editedAtMs() != null)
        .put("text", said.comment().text());
  }

  /// How many threads are open, and how many resolved.
  public Tally tally() {
    return new ThreadTally(store);
  }
}
