package nl.beleidstafel.collab.runtime;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;
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
import nl.beleidstafel.crdt.doc.Doc;
import nl.beleidstafel.crdt.update.Updates;
import nl.beleidstafel.db.StoreException;
import nl.beleidstafel.db.Tx;
import nl.beleidstafel.testkit.MemoryUpdateLog;

/// A log behind a bad line: late, failing before or at the commit, away for a while. Knows what is
/// truly stored.
final class FaultyLog implements UpdateLog, Snapshots {
  private final MemoryUpdateLog memory = new MemoryUpdateLog();
  private final Map<DocumentId, Doc> stored = new HashMap<>();
  private final SimulatedTime time;
  private final SplittableRandom random;

  /// Appends that were sent, of which nobody heard, and that the database has not got to yet.
  private final List<Runnable> late = new ArrayList<>();

  boolean faults;
  boolean away;

  /// Answers that something is stored, and forgets it: to see the laws fail.
  boolean lies;

  int unknown;
  int refused;

  FaultyLog(SimulatedTime time, SplittableRandom random) {
    this.time = time;
    this.random = random;
  }

  Logs logs() {
    return new Logs(this, this);
  }

  MemoryUpdateLog memory() {
    return memory;
  }

  /// Whether all of an update is in the log.
  boolean holds(DocumentId document, Bytes update) {
    return doc(document).covers(Updates.inspect(update));
  }

  Doc doc(DocumentId document) {
    return stored.computeIfAbsent(document, _ -> new Doc(0));
  }

  @Override
  public Future<Void> create(Tx tx, DocumentId document, Bytes seed) {
    doc(document).apply(seed);
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
    Promise<List<Outcome>> promise = Promise.promise();
    time.after(1 + random.nextInt(5), () -> append(additions, promise));
    return promise.future();
  }

  private void append(List<Addition> additions, Promise<List<Outcome>> promise) {
    int chance = faults ? random.nextInt(100) : 99;
    if (away || chance < 4) {
      unknown++;
      promise.fail(lost());
    } else if (chance < 8) {
      unknown++;
      store(additions);
      promise.fail(lost());
    } else if (chance < 12) {
      unknown++;
      late.add(() -> store(additions));
      time.after(random.nextInt(50), this::storeLate);
      promise.fail(lost());
    } else if (chance < 15) {
      promise.fail(new StoreException("deadlock, in jest", true));
    } else if (chance < 18) {
      refused++;
      promise.fail(new StoreException("bad row, in jest", false));
    } else {
      List<Outcome> outcomes = store(additions);
      time.after(random.nextInt(3), () -> promise.complete(outcomes));
    }
  }

  static StoreException lost() {
    return new StoreException(
        "connection lost, in jest", true, StoreException.Outcome.UNKNOWN, null, null, null);
  }

  private List<Outcome> store(List<Addition> additions) {
    if (lies) {
      return additions.stream().map(_ -> (Outcome) new Outcome.Stored(2)).toList();
    }
    List<Outcome> outcomes = memory.append(additions).result();
    for (int i = 0; i < additions.size(); i++) {
      if (outcomes.get(i) instanceof Outcome.Stored) {
        doc(additions.get(i).document()).apply(additions.get(i).update());
      }
    }
    return outcomes;
  }

  private void storeLate() {
    List<Runnable> now = List.copyOf(late);
    late.clear();
    now.forEach(Runnable::run);
  }

  @Override
  public Future<List<Optional<Long>>> find(List<Addition> additions) {
    return later(() -> {
      // The locks of what is still underway are waited for.
      storeLate();
      return memory.find(additions);
    });
  }

  @Override
  public Future<Optional<Head>> head(DocumentId document) {
    return later(() -> memory.head(document));
  }

  @Override
  public Future<List<Entry>> since(DocumentId document, long afterSeq) {
    return later(() -> memory.since(document, afterSeq));
  }

  @Override
  public Future<List<Level>> levels(DocumentId document, List<Actor> actors) {
    return later(() -> memory.levels(document, actors));
  }

  @Override
  public Future<Void> save(DocumentId document, UUID generation, Snapshot snapshot) {
    return later(() -> memory.save(document, generation, snapshot));
  }

  @Override
  public Future<Optional<Snapshot>> latest(DocumentId document, UUID generation) {
    return later(() -> memory.latest(document, generation));
  }

  private <T> Future<T> later(Supplier<Future<T>> work) {
    Promise<T> promise = Promise.promise();
    time.after(
        random.nextInt(4),
        () -> {
          if (away || (faults && random.nextInt(100) < 3)) {
            promise.fail(lost());
          } else {
            T answer = work.get().result();
            time.after(random.nextInt(3), () -> promise.complete(answer));
          }
        });
    return promise.future();
  }
}
