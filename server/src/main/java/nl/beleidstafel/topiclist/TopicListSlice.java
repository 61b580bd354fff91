package nl.beleidstafel.topiclist;

import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import nl.beleidstafel.base.Clock;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.http.Routes;
import nl.beleidstafel.rights.Rights;
import nl.beleidstafel.sections.People;
import nl.beleidstafel.talks.TopicLists;

/// Lists of topics, wired.
public final class TopicListSlice {
  private final Lists lists;
  private final Routes routes;

  /// What an operator wrote.
  ///
  /// @param directory the configuration folder
  /// @param kinds labels of the kinds of partners, by id
  public record Written(Path directory, Map<String, String> kinds) {}

  /// Reads what comes with the product and builds everything; touches no database.
  ///
  /// Throws `MistakesException` with every mistake found in what is written.
  public TopicListSlice(
      Database database, Rights rights, People people, Clock clock, Written written) {
    Models models = Models.load(written.directory(), written.kinds().keySet());
    lists = new Lists(database, new PgListStore(database), models, rights, UUID::randomUUID, clock);
    routes = new ListRoutes(lists, people, written.kinds()).routes().describedIn("topiclist");
  }

  public Routes routes() {
    return routes;
  }

  /// What interviews are held along.
  public TopicLists lists() {
    return lists;
  }
}
