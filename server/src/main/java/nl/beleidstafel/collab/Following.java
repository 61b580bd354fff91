package nl.beleidstafel.collab;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import nl.beleidstafel.base.DocumentId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// For features that keep rows of what stands in documents: they follow the commits of this node, a
/// moment after them and away from who writes, and catch up before somebody reads rows. Any thread;
/// nothing waits.
public final class Following {
  private static final Logger LOG = LoggerFactory.getLogger(Following.class);

  private final Set<DocumentId> waiting = ConcurrentHashMap.newKeySet();
  private final Vertx vertx;
  private final long delayMs;
  private final Function<DocumentId, Future<Void>> read;

  private Following(Vertx vertx, long delayMs, Function<DocumentId, Future<Void>> read) {
    this.vertx = vertx;
    this.delayMs = delayMs;
    this.read = read;
  }

  /// From now on reads each document that this node writes in.
  ///
  /// @param delayMs how long what is written is gathered before
  /// @param read what it does with one; where it fails, the next reading makes up for it
  public static void start(
      Vertx vertx, Collab collab, long delayMs, Function<DocumentId, Future<Void>> read) {
    Following following = new Following(vertx, delayMs, read);
    collab.onCommitted((document, _) -> following.committed(document));
  }

  private void committed(DocumentId document) {
    if (waiting.add(document)) {
      vertx.setTimer(
          delayMs,
          _ -> {
            waiting.remove(document);
            var _ =
                read.apply(document)
                    .onFailure(failure ->
                        LOG.warn(
                            "{} is read for its rows later: {}", document, failure.getMessage()));
          });
    }
  }

  /// Does the work for each, so many at once, the others after them: each takes a connection, and
  /// others want one, too.
  public static <T> Future<Void> each(List<T> all, int atOnce, Function<T, Future<Void>> work) {
    return Future.join(
            IntStream.range(0, atOnce).mapToObj(lane -> from(lane, all, atOnce, work)).toList())
        .mapEmpty();
  }

  private static <T> Future<Void> from(
      int index, List<T> all, int step, Function<T, Future<Void>> work) {
    return index >= all.size()
        ? Future.succeededFuture()
        : work.apply(all.get(index)).compose(_ -> from(index + step, all, step, work));
  }
}
