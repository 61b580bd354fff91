package nl.beleidstafel.crdt.update;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;
import nl.beleidstafel.base.Bytes;

/// Work on encoded updates without a document. Every method checks its input fully and throws
/// {@link CrdtException} where it is no update.
///
/// Source: yjs `updates.js`.
public final class Updates {
  /// The update (v1) that holds nothing.
  public static final Bytes EMPTY = Bytes.ofHex("0000");

  private Updates() {}

  /// What the update (v1) holds and needs.
  public static UpdateSummary inspect(Bytes updateV1) {
    return UpdateSummary.of(StructReader.v1(updateV1));
  }

  /// One update (v1) with all that the given ones hold. A single one comes back as it is, though
  /// checked. Takes n log n for n structs.
  public static Bytes merge(List<Bytes> updatesV1) {
    if (updatesV1.size() == 1) {
      Bytes only = updatesV1.getFirst();
      inspect(only);
      return only;
    }
    return Merge.v1(updatesV1);
  }

  /// What of the update (v1) somebody lacks who has the state vector; deletions stay whole.
  public static Bytes diff(Bytes updateV1, StateVector have) {
    StructReader reader = StructReader.v1(updateV1);
    StructWriter writer = new StructWriter(new UpdateOutputV1());
    long client = Struct.NONE;
    boolean writing = false;
    for (Struct struct = reader.next(); struct != null; struct = reader.next()) {
      if (struct.client() != client) {
        client = struct.client();
        writing = false;
      }
      if (writing) {
        writer.write(struct, 0);
      } else if (!(struct instanceof Struct.Skip) && struct.end() > have.get(client)) {
        writer.write(struct, Math.max(0, have.get(client) - struct.clock()));
        writing = true;
      }
    }
    return writer.finish(reader.deletes());
  }

  /// What a document would have that got the update (v1) and nothing else: for each client the run
  /// that begins at clock 0.
  public static StateVector stateVectorOf(Bytes updateV1) {
    StructReader reader = StructReader.v1(updateV1);
    StateVector.Builder vector = new StateVector.Builder();
    long client = Struct.NONE;
    boolean counting = false;
    for (Struct struct = reader.next(); struct != null; struct = reader.next()) {
      if (struct.client() != client) {
        client = struct.client();
        counting = struct.clock() == 0;
      }
      counting &= !(struct instanceof Struct.Skip);
      if (counting) {
        vector.set(client, struct.end());
      }
    }
    reader.deletes();
    return vector.build();
  }

  /// The update (v1) as if clients had other ids, wherever it speaks of them. Throws {@link
  /// CrdtException} where two of its clients would be one.
  public static Bytes renamed(Bytes updateV1, LongUnaryOperator names) {
    StructReader reader = StructReader.v1(updateV1);
    // Yjs takes for granted that higher clients come first.
    NavigableMap<Long, List<Struct>> sections = new TreeMap<>();
    for (Struct struct = reader.next(); struct != null; struct = reader.next()) {
      Struct named = struct.renamed(names);
      List<Struct> section = sections.computeIfAbsent(named.client(), _ -> new ArrayList<>());
      if (!section.isEmpty() && section.getLast().end() != named.clock()) {
        throw new CrdtException("two clients of one name");
      }
      section.add(named);
    }
    StructWriter writer = new StructWriter(new UpdateOutputV1());
    for (List<Struct> section : sections.descendingMap().values()) {
      section.forEach(struct -> writer.write(struct, 0));
    }
    return writer.finish(reader.deletes().renamed(names));
  }

  /// Update v2 as v1.
  public static Bytes fromV2(Bytes v2) {
    return convert(StructReader.v2(v2), new UpdateOutputV1());
  }

  /// Update v1 as v2.
  public static Bytes toV2(Bytes v1) {
    return convert(StructReader.v1(v1), new UpdateOutputV2());
  }

  private static Bytes convert(StructReader reader, UpdateOutput out) {
    StructWriter writer = new StructWriter(out);
    for (Struct struct = reader.next(); struct != null; struct = reader.next()) {
      writer.write(struct, 0);
    }
    return writer.finish(reader.deletes());
  }
}
