package nl.beleidstafel.interview;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.Objects;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.InterviewId;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.collab.Channels;
import nl.beleidstafel.collab.Collab;
import nl.beleidstafel.collab.Following;
import nl.beleidstafel.collab.MemberChannels;
import nl.beleidstafel.crdt.doc.Doc;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.talks.Withdrawals;

/// Keeps the rows of notes up to the documents of interviews. It follows the commits of this node,
/// a moment after them and away from who writes; whoever reads rows first lets it catch up, so that
/// what was said to be not for use on another node, or a moment ago, is never shown. Any thread;
/// nothing waits.
final class NoteProjector {
  private final Vertx vertx;
  private final WorkerExecutor workers;
  private final Database database;
  private final NoteStore store;
  private final Collab collab;
  private final Withdrawals withdrawals;
  private final MemberChannels channels;

  NoteProjector(
      Vertx vertx,
      Database database,
      NoteStore store,
      Collab collab,
      Withdrawals withdrawals,
      MemberChannels channels) {
    this.vertx = vertx;
    this.workers = vertx.createSharedWorkerExecutor("notes", Limits.NOTE_READERS);
    this.database = database;
    this.store = store;
    this.collab = collab;
    this.withdrawals = withdrawals;
    this.channels = channels;
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

  /// Completes when the rows of all interviews of a plan are up to their documents.
  Future<Void> catchUp(PlanId plan) {
    return store
        .behind(plan)
        .compose(behind -> Following.each(behind, Limits.PROJECTIONS_AT_ONCE, this::project));
  }

  private Future<Void> project(NoteStore.Behind behind) {
    return collab
        .read(behind.document(), behind.seq())
        .compose(update -> away(behind.interview(), update))
        .compose(read ->
            database.transaction(tx ->
                store
                    .write(tx, behind, read)
                    .compose(outcome ->
                        outcome.gone().isEmpty()
                            ? Future.succeededFuture(outcome)
                            : withdrawals
                                .withdrawn(tx, behind.plan(), outcome.gone())
                                .map(_ -> outcome))))
        .compose(outcome -> outcome.changed() ? tell(behind) : Future.succeededFuture());
  }

  private Future<Void> tell(NoteStore.Behind behind) {
    return store
        .openTo(behind.interview())
        .map(members -> {
          channels.tellMembers(behind.plan(), Channels.Event.NOTES_CHANGED, 0, members);
          return null;
        });
  }

  /// On a thread of its own: reading a document takes a while.
  private Future<NoteStore.Read> away(InterviewId interview, Bytes update) {
    return workers
        .executeBlocking(
            () -> {
              Doc doc = new Doc(0);
              doc.apply(update);
              return new NoteStore.Read(
                  NoteReader.notes(doc, interview), NoteReader.added(doc, interview));
            },
            false)
        .map(read -> Objects.requireNonNull(read));
  }
}
