package nl.beleidstafel.collab.runtime;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.collab.Grant;
import nl.beleidstafel.collab.Level;
import nl.beleidstafel.collab.Written;
import nl.beleidstafel.collab.log.Logs;
import nl.beleidstafel.collab.log.Snapshots;
import nl.beleidstafel.collab.log.UpdateLog;
import nl.beleidstafel.db.Tx;
import nl.beleidstafel.testkit.MemoryUpdateLog;

/// A log that stores at once, or as the next line of its script says; counts what it is asked.
final class ScriptedLog implements UpdateLog, Snapshots {
  final MemoryUpdateLog memory = new MemoryUpdateLog();

  /// What becomes of the next appends; when it is empty they are stored.
  final Deque<Function<List<Addition>, Future<List<Outcome>>>> script = new ArrayDeque<>();

  final List<List<Addition>> appends = new ArrayList<>();
  final List<Long> sinces = new ArrayList<>();
  int heads;
  int finds;
  boolean away;

  Logs logs() {
    return new Logs(this, this);
  }

  /// The next append waits until the promise is completed.
  Promise<List<Outcome>> holdNext() {
    Promise<List<Outcome>> promise = Promise.promise();
    script.add(_ -> promise.future());
    return promise;
  }

  @Override
  public Future<Void> create(Tx tx, DocumentId document, Bytes seed) {
    return memory.create(tx, document, seed);
  }

  @Override
  public Future<Void> grant(Tx tx, DocumentId document, PartnerId partner, Level level) {
    return memory.grant(tx, document, partner, level);
  }

  @Override
  public Future<Void> grant(Tx tx, DocumentId document, MemberId member, Level level) {
    return memory.grant(tx, document, member, level);
  }

  @Override
  public Future<Void> grantMembers(Tx tx, Map<DocumentId, Map<MemberId, Level>> members) {
    return memory.grantMembers(tx, members);
  }

  @Override
  public Future<Void> grantAll(Tx tx, List<Grant> grants) {
    return memory.grantAll(tx, grants);
  }

  @Override
  public Future<List<DocumentId>> bar(Tx tx, MemberId member) {
    return memory.bar(tx, member);
  }

  @Override
  public Future<Long> freeze(Tx tx, DocumentId document, boolean frozen) {
    return memory.freeze(tx, document, frozen);
  }

  @Override
  public Future<Void> erase(Tx tx, DocumentId document) {
    return memory.erase(tx, document);
  }

  @Override
  public Future<Boolean> wasErased(DocumentId document, Actor actor) {
    return memory.wasErased(document, actor);
  }

  @Override
  public Future<Optional<Long>> lock(Tx tx, DocumentId document) {
    return memory.lock(tx, document);
  }

  @Override
  public Future<Void> rewrite(Tx tx, DocumentId document, long seq, Bytes state) {
    return memory.rewrite(tx, document, seq, state);
  }

  @Override
  public Future<List<Written>> written(Tx tx, DocumentId document, long afterSeq) {
    return memory.written(tx, document, afterSeq);
  }

  @Override
  public Future<List<Written>> written(DocumentId document, long afterSeq) {
    return memory.written(document, afterSeq);
  }

  @Override
  public Future<List<Level>> levels(Actor actor, List<DocumentId> documents) {
    return memory.levels(actor, documents);
  }

  @Override
  public Future<List<Outcome>> append(List<Addition> additions) {
    appends.add(additions);
    var line = script.poll();
    return line == null ? memory.append(additions) : line.apply(additions);
  }

  @Override
  public Future<List<Optional<Long>>> find(List<Addition> additions) {
    finds++;
    return orAway(memory.find(additions));
  }

  @Override
  public Future<Optional<Head>> head(DocumentId document) {
    heads++;
    return orAway(memory.head(document));
  }

  @Override
  public Future<List<Entry>> since(DocumentId document, long afterSeq) {
    sinces.add(afterSeq);
    return orAway(memory.since(document, afterSeq));
  }

  @Override
  public Future<List<Level>> levels(DocumentId document, List<Actor> actors) {
    return orAway(memory.levels(document, actors));
  }

  @Override
  public Future<Void> save(DocumentId document, UUID generation, Snapshot snapshot) {
    return memory.save(document, generation, snapshot);
  }

  @Override
  public Future<Optional<Snapshot>> latest(DocumentId document, UUID generation) {
    return memory.latest(document, generation);
  }

  private <T> Future<T> orAway(Future<T> answer) {
    return away ? Future.failedFuture(FaultyLog.lost()) : answer;
  }
}
