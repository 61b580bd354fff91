package nl.beleidstafel.crdt.doc;

import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.crdt.encoding.ByteReader;
import nl.beleidstafel.crdt.update.CrdtException;
import nl.beleidstafel.crdt.update.IdSet;
import nl.beleidstafel.crdt.update.StateVector;
import nl.beleidstafel.crdt.update.UpdateInputV1;
import nl.beleidstafel.crdt.update.UpdateOutputV1;

/// Names one state of a document: what had been inserted and what of it deleted. Holds no content.
///
/// Source: yjs `Snapshot.js`.
public record Snapshot(IdSet deletes, StateVector vector) {
  public static final Snapshot EMPTY = new Snapshot(IdSet.EMPTY, StateVector.EMPTY);

  /// Reads the v1 form. Throws {@link CrdtException} on malformed bytes.
  public static Snapshot decode(Bytes bytes) {
    ByteReader in = ByteReader.of(bytes);
    IdSet deletes = IdSet.read(new UpdateInputV1(in));
    return new Snapshot(deletes, StateVector.read(in));
  }

  /// The v1 form, as `encodeSnapshot` of Yjs gives it.
  public Bytes encode() {
    UpdateOutputV1 out = new UpdateOutputV1();
    deletes.write(out);
    out.rest().writeBytes(vector.encode());
    return out.finish();
  }

  /// Whether the item was here and not deleted.
  public boolean shows(Item item) {
    return vector.get(item.clientId()) > item.firstClock()
        && !deletes.contains(item.clientId(), item.firstClock());
  }
}
