package nl.beleidstafel.crdt.doc;

import java.util.List;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.crdt.update.CrdtException;
import nl.beleidstafel.crdt.update.IdSet;
import nl.beleidstafel.crdt.update.LongMap;
import nl.beleidstafel.crdt.update.StateVector;
import nl.beleidstafel.crdt.update.Struct;
import nl.beleidstafel.crdt.update.StructReader;
import nl.beleidstafel.crdt.update.StructWriter;
import nl.beleidstafel.crdt.update.UpdateOutputV1;
import nl.beleidstafel.crdt.update.Updates;
import org.jspecify.annotations.Nullable;

/// What waits for something absent: structs, encoded as an update, and deletions of what is not
/// here yet. Bounded by {@link Limits#PENDING_SIZE_MAX_BYTES}.
///
/// Source: yjs `store.pendingStructs`, `store.pendingDs`.
final class Pending {
  private LongMap<long[]> missing = new LongMap<>();
  private Bytes structs = Updates.EMPTY;
  private IdSet deletes = IdSet.EMPTY;

  boolean isEmpty() {
    return !hasStructs() && deletes.isEmpty();
  }

  boolean hasStructs() {
    return missing.size() > 0;
  }

  IdSet deletes() {
    return deletes;
  }

  void setDeletes(IdSet waiting) {
    deletes = waiting;
  }

  /// Whether something that was missed has come.
  boolean mayContinue(BlockStore store) {
    for (long client : missing.sortedKeys()) {
      long[] clock = missing.get(client);
      if (clock != null && clock[0] < store.state(client)) {
        return true;
      }
    }
    return false;
  }

  /// Takes out the waiting structs to try them again.
  Incoming takeStructs() {
    Incoming incoming = Incoming.read(StructReader.v1(structs));
    structs = Updates.EMPTY;
    missing = new LongMap<>();
    return incoming;
  }

  /// Adds what an update left over. Throws {@link CrdtException} where that is too much; what
  /// waited before goes on waiting then.
  void add(LongMap<List<Struct>> rest, LongMap<long[]> missingClocks) {
    StructWriter writer = new StructWriter(new UpdateOutputV1());
    long[] clients = rest.sortedKeys();
    for (int i = clients.length - 1; i >= 0; i--) {
      List<Struct> waiting = rest.get(clients[i]);
      if (waiting != null) {
        waiting.forEach(struct -> writer.write(struct, 0));
      }
    }
    Bytes added = writer.finish(IdSet.EMPTY);
    Bytes all = hasStructs() ? Updates.merge(List.of(structs, added)) : added;
    if (all.length() > Limits.PENDING_SIZE_MAX_BYTES) {
      throw new CrdtException("too much waits for what is absent");
    }
    structs = all;
    for (long client : missingClocks.sortedKeys()) {
      long[] clock = missingClocks.get(client);
      long[] known = missing.get(client);
      if (clock != null && (known == null || known[0] > clock[0])) {
        missing.put(client, clock);
      }
    }
  }

  /// The waiting deletions as an update; null where there are none.
  @Nullable Bytes encodeDeletes() {
    return deletes.isEmpty() ? null : new StructWriter(new UpdateOutputV1()).finish(deletes);
  }

  /// The waiting structs that somebody with the state vector lacks; null where there are none.
  @Nullable Bytes encodeStructs(StateVector have) {
    return hasStructs() ? Updates.diff(structs, have) : null;
  }
}
