package nl.beleidstafel.fillin;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.collab.Channels;
import nl.beleidstafel.collab.Collab;
import nl.beleidstafel.collab.Following;
import nl.beleidstafel.collab.Written;
import nl.beleidstafel.crdt.doc.Doc;
import nl.beleidstafel.crdt.update.CrdtException;
import nl.beleidstafel.crdt.update.Updates;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.prose.Prose;
import nl.beleidstafel.prose.Shape;
import nl.beleidstafel.sections.Places;

/// Keeps the rows of fill-ins and examples up to the text. It follows the commits of this node, a
/// moment after them and away from who writes; whoever reads rows first lets it catch up, so that
/// what another node wrote, or what was missed, is never missing. Any thread; nothing waits.
final class Projector {
  private final Vertx vertx;
  private final WorkerExecutor workers;
  private final Database database;
  private final FillInStore store;
  private final Collab collab;
  private final Places places;
  private final Channels channels;
  private final Offers offers;

  Projector(
      Vertx vertx,
      Database database,
      FillInStore store,
      Collab collab,
      Places places,
      Channels channels,
      Offers offers) {
    this.vertx = vertx;
    this.workers = vertx.createSharedWorkerExecutor("fill-ins", Limits.FILL_IN_READERS);
    this.database = database;
    this.store = store;
    this.collab = collab;
    this.places = places;
    this.channels = channels;
    this.offers = offers;
  }

  /// Follows the commits of this node from now on.
  void start() {
    Following.start(
        vertx,
        collab,
        Limits.PROJECTION_DELAY_MS,
        document ->
            store
                .behind(document)
                .compose(
                    behind -> behind.isEmpty() ? Future.succeededFuture() : project(behind.get())));
  }

  /// Completes when the rows of a section are up to its text.
  Future<Void> catchUp(SectionId section) {
    return store
        .behind(section)
        .compose(behind -> behind.isEmpty() ? Future.succeededFuture() : project(behind.get()));
  }

  /// Completes when the rows of all sections of a plan are up to their text.
  Future<Void> catchUp(PlanId plan) {
    return store
        .behind(plan)
        .compose(behind -> Following.each(behind, Limits.PROJECTIONS_AT_ONCE, this::project));
  }

  private Future<Void> project(FillInStore.Behind behind) {
    return collab
        .read(behind.document(), behind.seq())
        .compose(update -> away(() -> found(update)))
        .compose(found ->
            decided(behind, found)
                .compose(decided ->
                    database.transaction(
                        tx -> store.write(tx, behind.section(), behind.seq(), found, decided))))
        .compose(changed -> changed ? tell(behind) : Future.succeededFuture());
  }

  /// Does it on a thread of its own: reading a text takes a while.
  private <T> Future<T> away(Callable<T> work) {
    return workers.executeBlocking(work, false).map(done -> Objects.requireNonNull(done));
  }

  private Found found(Bytes update) {
    Doc doc = new Doc(0);
    doc.apply(update);
    try {
      return FillInRules.read(Prose.read(doc), offers);
    } catch (CrdtException _) {
      // Nested deeper than a tree is read: nobody sees such a text, and nothing in it counts.
      return new Found(List.of(), List.of());
    }
  }

  private Future<Void> tell(FillInStore.Behind behind) {
    return places
        .readers(behind.document())
        .map(readers -> {
          channels.tell(
              behind.plan(), Channels.Event.FILL_INS_CHANGED, behind.section(), 0, readers);
          return null;
        });
  }

  /// Who decided on the examples whose decision is another than the rows say.
  private Future<Map<String, FillInStore.Decided>> decided(FillInStore.Behind behind, Found found) {
    return store
        .examples(behind.section())
        .compose(before -> {
          Map<String, String> known = new HashMap<>();
          before.forEach(each -> known.put(each.id(), each.decision()));
          boolean news =
              found.passages().stream()
                  .anyMatch(
                      each -> !word(each.decision()).equals(known.getOrDefault(each.id(), "open")));
          return news
              ? collab
                  .readAt(behind.document(), behind.readSeq())
                  .compose(parts -> {
                    Doc doc = new Doc(0);
                    if (!parts.isEmpty()) {
                      doc.apply(Updates.merge(parts));
                    }
                    return replay(behind, doc, behind.readSeq(), new HashMap<>());
                  })
              : Future.succeededFuture(Map.of());
        });
  }

  /// Applies the log from there on, update by update, and looks which of them changed a decision.
  private Future<Map<String, FillInStore.Decided>> replay(
      FillInStore.Behind behind, Doc doc, long afterSeq, Map<String, FillInStore.Decided> decided) {
    return collab
        .written(behind.document(), afterSeq)
        .compose(page ->
            away(() -> {
              Map<String, Shape.Decision> before = DecisionRules.read(doc);
              for (Written written : page) {
                doc.apply(written.update());
                Map<String, Shape.Decision> after = DecisionRules.read(doc);
                for (String id : DecisionRules.changed(before, after)) {
                  decided.put(id, new FillInStore.Decided(written.author(), written.atMs()));
                }
                before = after;
              }
              return page;
            }))
        .compose(page ->
            page.isEmpty() || page.getLast().seq() >= behind.seq()
                ? Future.succeededFuture(decided)
                : replay(behind, doc, page.getLast().seq(), decided));
  }

  private static String word(Shape.Decision decision) {
    return decision.name().toLowerCase(Locale.ROOT);
  }
}
