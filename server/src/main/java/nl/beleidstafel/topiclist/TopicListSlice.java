package nl.beleidstafel.topiclist;

import io.vertx.core.Future;
import java.nio.file.Path;
import java.util.Set;
import nl.beleidstafel.talks.TopicLists;

/// Lists of topics, wired.
public final class TopicListSlice {
  private final TopicLists lists;

  /// Reads what comes with the product; touches no database.
  ///
  /// Throws `MistakesException` with every mistake found.
  ///
  /// @param config the configuration folder
  /// @param kinds ids of the kinds of partners
  public TopicListSlice(Path config, Set<String> kinds) {
    Models models = Models.load(config, kinds);
    lists =
        (_, list, version) ->
            Future.succeededFuture(
                models
                    .find(list)
                    .filter(_ -> version == null || version == Model.VERSION)
                    .map(
                        model -> new TopicLists.Found(model.id(), Model.VERSION, model.content())));
  }

  /// What interviews are held along.
  public TopicLists lists() {
    return lists;
  }
}
