package nl.beleidstafel.crdt.doc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.Check;
import nl.beleidstafel.crdt.encoding.ByteReader;
import nl.beleidstafel.crdt.type.XmlFragment;
import nl.beleidstafel.crdt.type.YArray;
import nl.beleidstafel.crdt.type.YMap;
import nl.beleidstafel.crdt.type.YText;
import nl.beleidstafel.crdt.update.CrdtException;
import nl.beleidstafel.crdt.update.IdSet;
import nl.beleidstafel.crdt.update.LongMap;
import nl.beleidstafel.crdt.update.StateVector;
import nl.beleidstafel.crdt.update.Struct;
import nl.beleidstafel.crdt.update.StructReader;
import nl.beleidstafel.crdt.update.UpdateOutput;
import nl.beleidstafel.crdt.update.UpdateOutputV1;
import nl.beleidstafel.crdt.update.UpdateOutputV2;
import nl.beleidstafel.crdt.update.UpdateSummary;
import nl.beleidstafel.crdt.update.Updates;
import org.jspecify.annotations.Nullable;

/// A Yjs document: takes updates in any order and any number of times, and holds the same as every
/// replica that got the same ones. Equal in bytes to Yjs 13.6. One thread.
///
/// It never changes by itself: Yjs in a browser removes superfluous format marks after a remote
/// change, which are deletions of its own; here the log alone says what is deleted.
///
/// Source: yjs `Doc.js`, `encoding.js`.
public final class Doc {
  private final long clientId;
  private final DocOptions options;
  private final BlockStore store = new BlockStore();
  private final Pending pending = new Pending();
  private final Map<String, Branch> roots = new LinkedHashMap<>();
  private final List<Consumer<Transaction>> observers = new ArrayList<>();
  private @Nullable Transaction current;

  /// An empty document. Its own edits are written under the client id, 0 to 2^53 - 1, which nobody
  /// else may use.
  public Doc(long clientId) {
    this(clientId, DocOptions.COLLECT);
  }

  public Doc(long clientId, DocOptions options) {
    Check.that(clientId >= 0 && clientId <= ByteReader.MAX_INTEGER, "not a client id");
    this.clientId = clientId;
    this.options = options;
  }

  public long clientId() {
    return clientId;
  }

  /// Integrates an update v1; what depends on absent ones waits. Throws {@link CrdtException} on
  /// malformed bytes, with the document unchanged, and where more waits than is allowed, with all
  /// integrated that could be.
  public void apply(Bytes updateV1) {
    apply(Incoming.read(StructReader.v1(updateV1)));
  }

  /// As {@link #apply}, of an update v2.
  public void applyV2(Bytes updateV2) {
    apply(Incoming.read(StructReader.v2(updateV2)));
  }

  private void apply(Incoming update) {
    Check.that(current == null, "an update cannot be applied inside of a transaction");
    Transaction transaction = new Transaction(this, false);
    current = transaction;
    try {
      Incoming next = update;
      while (next != null) {
        next = integrate(transaction, next);
      }
    } finally {
      finish(transaction);
    }
  }

  /// Integrates what can be, and gives what waited and may go on now.
  private @Nullable Incoming integrate(Transaction transaction, Incoming incoming) {
    Integration integration = new Integration(transaction, store, incoming);
    integration.run();
    boolean retry = pending.hasStructs() && pending.mayContinue(store);
    LongMap<List<Struct>> rest = integration.rest();
    if (rest != null) {
      pending.add(rest, integration.missingClocks());
    }
    IdSet absent = Deletion.apply(transaction, store, incoming.deletes());
    if (!absent.isEmpty() || !pending.deletes().isEmpty()) {
      IdSet still = Deletion.apply(transaction, store, pending.deletes());
      pending.setDeletes(IdSet.union(List.of(absent, still)));
    }
    return retry ? pending.takeStructs() : null;
  }

  /// Runs the edits as one change and gives it as an update v1, {@link Updates#EMPTY} where nothing
  /// changed. A transaction inside another belongs to it and gives nothing.
  public Bytes transact(Consumer<Transaction> edits) {
    Transaction outer = current;
    if (outer != null) {
      edits.accept(outer);
      return Updates.EMPTY;
    }
    Transaction transaction = new Transaction(this, true);
    current = transaction;
    try {
      edits.accept(transaction);
    } finally {
      finish(transaction);
    }
    return transaction.encode();
  }

  private void finish(Transaction transaction) {
    try {
      transaction.sealDeletes();
      for (Consumer<Transaction> observer : List.copyOf(observers)) {
        observer.accept(transaction);
      }
    } finally {
      current = null;
      Cleanup.run(transaction, store, options.keepDeleted());
    }
  }

  /// Calls the observer at the end of every transaction, before deleted content is dropped. It only
  /// reads.
  public void observe(Consumer<Transaction> observer) {
    observers.add(observer);
  }

  boolean isObserved() {
    return !observers.isEmpty();
  }

  /// What this document has of each client.
  public StateVector stateVector() {
    return store.stateVector();
  }

  /// Every id that is deleted.
  public IdSet deletes() {
    return store.deletes();
  }

  /// Which ids are here and which of them deleted: names this state of the document.
  public Snapshot snapshot() {
    return new Snapshot(deletes(), stateVector());
  }

  /// The whole document as an update v1, with what waits.
  public Bytes encode() {
    return encode(StateVector.EMPTY);
  }

  /// What somebody lacks who has the state vector, as an update v1, with what waits.
  public Bytes encode(StateVector have) {
    Bytes state = encodeStore(new UpdateOutputV1(), have);
    if (pending.isEmpty()) {
      return state;
    }
    List<Bytes> parts = new ArrayList<>();
    parts.add(state);
    addPresent(parts, pending.encodeDeletes());
    addPresent(parts, pending.encodeStructs(have));
    return Updates.merge(parts);
  }

  private static void addPresent(List<Bytes> parts, @Nullable Bytes part) {
    if (part != null) {
      parts.add(part);
    }
  }

  /// The whole document as an update v2.
  public Bytes encodeV2() {
    return encodeV2(StateVector.EMPTY);
  }

  /// As {@link #encode(StateVector)}, as an update v2.
  public Bytes encodeV2(StateVector have) {
    return pending.isEmpty() ? encodeStore(new UpdateOutputV2(), have) : Updates.toV2(encode(have));
  }

  private Bytes encodeStore(UpdateOutput out, StateVector have) {
    store.write(out, have);
    store.deletes().write(out);
    return out.finish();
  }

  /// Whether something waits for what is absent.
  public boolean hasPending() {
    return !pending.isEmpty();
  }

  /// Whether everything the update holds is here already, its deletions too.
  public boolean covers(UpdateSummary update) {
    IdSet inserts = update.inserts();
    for (int c = 0; c < inserts.size(); c++) {
      if (inserts.toAt(c, inserts.rangeCount(c) - 1) > store.state(inserts.clientAt(c))) {
        return false;
      }
    }
    IdSet deletes = update.deletes();
    for (int c = 0; c < deletes.size(); c++) {
      for (int r = 0; r < deletes.rangeCount(c); r++) {
        if (!store.isDeleted(deletes.clientAt(c), deletes.fromAt(c, r), deletes.toAt(c, r))) {
          return false;
        }
      }
    }
    return true;
  }

  /// Whether the update can be integrated now as a whole, with nothing of it left waiting.
  public boolean ready(UpdateSummary update) {
    StateVector needs = update.needs();
    for (int i = 0; i < needs.size(); i++) {
      if (store.state(needs.clientAt(i)) < needs.clockAt(i)) {
        return false;
      }
    }
    return true;
  }

  /// The root of that name, made where there is none. What it is, its first reader decides.
  public Branch root(String name) {
    return roots.computeIfAbsent(name, key -> Branch.root(this, key));
  }

  /// The names of all roots that were read or written.
  public Set<String> rootNames() {
    return Set.copyOf(roots.keySet());
  }

  public XmlFragment xmlFragment(String root) {
    return XmlFragment.of(root(root));
  }

  public YText text(String root) {
    return YText.of(root(root));
  }

  public YMap map(String root) {
    return YMap.of(root(root));
  }

  public YArray array(String root) {
    return YArray.of(root(root));
  }

  /// How many blocks the store has: a measure of memory.
  public long blockCount() {
    return store.blockCount();
  }

  /// Gives back memory that was reserved for growth: for a document that is read from now on.
  public void trim() {
    store.trim();
  }

  BlockStore store() {
    return store;
  }

  ClientBlocks ownBlocks() {
    return store.of(clientId);
  }
}
