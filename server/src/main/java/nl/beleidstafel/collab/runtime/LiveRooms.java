package nl.beleidstafel.collab.runtime;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Context;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.collab.Collab;
import nl.beleidstafel.collab.Grant;
import nl.beleidstafel.collab.Level;
import nl.beleidstafel.collab.Written;
import nl.beleidstafel.collab.log.Logs;
import nl.beleidstafel.collab.log.Snapshots;
import nl.beleidstafel.collab.log.UpdateLog;
import nl.beleidstafel.crdt.doc.Compaction;
import nl.beleidstafel.crdt.update.Updates;
import nl.beleidstafel.db.Tx;

/// The live documents of this node: rooms spread over event loops, and the one writer to their log.
/// Any thread may call it; futures complete on the caller's Vert.x context where there is one.
public final class LiveRooms implements Rooms, Collab {
  private final List<Shard> shards;
  private final Logs logs;
  private final LogWriter writer;

  private LiveRooms(List<Shard> shards, Logs logs, LogWriter writer) {
    this.shards = shards;
    this.logs = logs;
    this.writer = writer;
  }

  /// Rooms on as many event loops as there are processors, and the log writer on one more.
  public static Future<LiveRooms> start(Vertx vertx, Logs logs, RoomCounters counters) {
    int loopCount = Runtime.getRuntime().availableProcessors();
    List<Future<Loop>> loops = new ArrayList<>();
    for (int i = 0; i <= loopCount; i++) {
      Promise<Loop> loop = Promise.promise();
      loops.add(
          vertx
              .deployVerticle(new LoopVerticle(loop), new DeploymentOptions())
              .compose(_ -> loop.future()));
    }
    return Future.all(loops)
        .map(_ -> on(loops.stream().map(Future::result).toList(), logs, counters));
  }

  /// The first loop is the log writer's.
  static LiveRooms on(List<Loop> loops, Logs logs, RoomCounters counters) {
    List<Shard> shards = new ArrayList<>();
    LogWriter writer =
        new LogWriter(
            loops.getFirst(),
            logs.updates(),
            counters,
            away -> shards.forEach(shard -> shard.loop().run(() -> shard.storageChanged(away))));
    for (Loop loop : loops.subList(1, loops.size())) {
      shards.add(new Shard(loop, logs, writer, counters));
    }
    return new LiveRooms(List.copyOf(shards), logs, writer);
  }

  /// Does nothing but have an event loop.
  private static final class LoopVerticle extends AbstractVerticle {
    private final Promise<Loop> loop;

    LoopVerticle(Promise<Loop> loop) {
      this.loop = loop;
    }

    @Override
    public void start() {
      loop.complete(new VertxLoop(vertx, context));
    }
  }

  /// Completes when all that the rooms took so far is in the log: before the database is closed,
  /// after the sockets are. While the database is away it waits, so the caller bounds it.
  public Future<Void> flushed() {
    List<Future<Void>> hops = new ArrayList<>();
    for (Shard shard : shards) {
      Promise<Void> hop = Promise.promise();
      shard.loop().run(hop::complete);
      hops.add(hop.future());
    }
    return Future.all(hops).compose(_ -> writer.flushed());
  }

  @Override
  public Future<Attachment> attach(DocumentId document, Actor actor, Outbound out) {
    return at(document, shard -> shard.attach(document, actor, out));
  }

  @Override
  public Future<Void> create(Tx tx, DocumentId document, Bytes seed) {
    Updates.inspect(seed);
    return logs.updates().create(tx, document, seed);
  }

  @Override
  public Future<Void> grantAll(Tx tx, List<Grant> grants) {
    if (grants.isEmpty()) {
      return Future.succeededFuture();
    }
    Set<DocumentId> documents = new HashSet<>();
    grants.forEach(grant -> documents.add(grant.document()));
    tx.atEnd(() -> documents.forEach(this::accessChanged));
    return logs.updates().grantAll(tx, grants);
  }

  @Override
  public Future<Void> grantMembers(Tx tx, Map<DocumentId, Map<MemberId, Level>> members) {
    if (members.isEmpty()) {
      return Future.succeededFuture();
    }
    Set<DocumentId> documents = Set.copyOf(members.keySet());
    tx.atEnd(() -> documents.forEach(this::accessChanged));
    return logs.updates().grantMembers(tx, members);
  }

  @Override
  public Future<Void> bar(Tx tx, MemberId member) {
    return logs.updates()
        .bar(tx, member)
        .map(documents -> {
          tx.atEnd(() -> documents.forEach(this::accessChanged));
          return null;
        });
  }

  @Override
  public Future<List<Written>> freeze(Tx tx, DocumentId document, boolean frozen, long knownSeq) {
    tx.atEnd(() -> accessChanged(document));
    return logs.updates()
        .freeze(tx, document, frozen)
        .compose(head -> tail(tx, document, knownSeq, head, new ArrayList<>()));
  }

  @Override
  public Future<Void> erase(Tx tx, DocumentId document) {
    Shard shard = shard(document);
    tx.atEnd(() -> shard.loop().run(() -> shard.maybeErased(document)));
    return logs.updates().erase(tx, document);
  }

  @Override
  public Future<Void> compact(Tx tx, DocumentId document) {
    UpdateLog log = logs.updates();
    return log.lock(tx, document)
        .compose(head ->
            head.isEmpty()
                ? Future.succeededFuture()
                : tail(tx, document, 0, head.get(), new ArrayList<>())
                    .compose(all -> compacted(all.stream().map(Written::update).toList()))
                    .compose(state -> log.rewrite(tx, document, head.get(), state)));
  }

  /// Away from the event loop, where there is one: it takes a while.
  private static Future<Bytes> compacted(List<Bytes> updates) {
    Context caller = Vertx.currentContext();
    return caller == null
        ? Future.succeededFuture(updates).map(Compaction::compact)
        : caller
            .executeBlocking(() -> Compaction.compact(updates), false)
            .map(state -> Objects.requireNonNull(state));
  }

  private Future<List<Written>> tail(
      Tx tx, DocumentId document, long after, long head, List<Written> found) {
    return after >= head
        ? Future.succeededFuture(found)
        : logs.updates()
            .written(tx, document, after)
            .compose(page -> {
              found.addAll(page);
              return page.isEmpty()
                  ? Future.succeededFuture(found)
                  : tail(tx, document, page.getLast().seq(), head, found);
            });
  }

  @Override
  public Future<List<Bytes>> readAt(DocumentId document, long seq) {
    return logs.updates()
        .head(document)
        .compose(head ->
            head.isEmpty()
                ? Future.succeededFuture(Optional.<Snapshots.Snapshot>empty())
                : logs.snapshots().latest(document, head.get().generation()))
        .compose(snapshot -> {
          List<Bytes> parts = new ArrayList<>();
          if (snapshot.isEmpty() || snapshot.get().seq() > seq) {
            return upTo(document, 0, seq, parts);
          }
          parts.add(snapshot.get().state());
          return upTo(document, snapshot.get().seq(), seq, parts);
        });
  }

  private Future<List<Bytes>> upTo(DocumentId document, long after, long seq, List<Bytes> parts) {
    return after >= seq
        ? Future.succeededFuture(parts)
        : logs.updates()
            .since(document, after)
            .compose(page -> {
              for (UpdateLog.Entry entry : page) {
                if (entry.seq() <= seq) {
                  parts.add(entry.update());
                }
              }
              return page.isEmpty()
                  ? Future.succeededFuture(parts)
                  : upTo(document, page.getLast().seq(), seq, parts);
            });
  }

  @Override
  public Future<List<Written>> written(DocumentId document, long afterSeq) {
    return logs.updates().written(document, afterSeq);
  }

  @Override
  public void onCommitted(Committed listener) {
    writer.onCommitted(listener);
  }

  @Override
  public Future<List<Level>> levels(Actor actor, List<DocumentId> documents) {
    return documents.isEmpty()
        ? Future.succeededFuture(List.of())
        : logs.updates().levels(actor, documents);
  }

  @Override
  public Future<Void> grant(Tx tx, DocumentId document, PartnerId partner, Level level) {
    return logs.updates().grant(tx, document, partner, level);
  }

  @Override
  public Future<Void> grant(Tx tx, DocumentId document, MemberId member, Level level) {
    return logs.updates().grant(tx, document, member, level);
  }

  @Override
  public void accessChanged(DocumentId document) {
    Shard shard = shard(document);
    shard.loop().run(() -> shard.accessChanged(document));
  }

  @Override
  public Future<Long> append(DocumentId document, Actor author, Bytes update) {
    return at(document, shard -> shard.append(document, author, null, update));
  }

  @Override
  public Future<Long> append(DocumentId document, Actor author, MemberId onBehalfOf, Bytes update) {
    return at(document, shard -> shard.append(document, author, onBehalfOf, update));
  }

  @Override
  public Future<Bytes> read(DocumentId document, long atLeastSeq) {
    return at(document, shard -> shard.read(document, atLeastSeq));
  }

  private Shard shard(DocumentId document) {
    return shards.get(Math.floorMod(document.hashCode(), shards.size()));
  }

  private <T> Future<T> at(DocumentId document, Function<Shard, Future<T>> work) {
    Context caller = Vertx.currentContext();
    Promise<T> promise = Promise.promise();
    Shard shard = shard(document);
    // Inside compose, so that work that throws fails the future instead of never ending it.
    Runnable asked =
        () ->
            Future.succeededFuture(shard)
                .compose(work)
                .onComplete(answer -> {
                  if (caller == null) {
                    promise.handle(answer);
                  } else {
                    caller.runOnContext(_ -> promise.handle(answer));
                  }
                });
    shard.loop().run(asked);
    return promise.future();
  }
}
