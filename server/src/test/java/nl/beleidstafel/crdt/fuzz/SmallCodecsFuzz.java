package nl.beleidstafel.crdt.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.crdt.doc.Doc;
import nl.beleidstafel.crdt.doc.RelativePosition;
import nl.beleidstafel.crdt.doc.Snapshot;
import nl.beleidstafel.crdt.encoding.ByteReader;
import nl.beleidstafel.crdt.update.IdSet;
import nl.beleidstafel.crdt.update.StateVector;
import nl.beleidstafel.crdt.update.UpdateInputV1;

/// State vectors, delete sets, snapshots and relative positions: what is read is written so that it
/// is read the same.
public final class SmallCodecsFuzz {
  private static final long MULTIPLE = 200;

  private SmallCodecsFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    Bytes bytes = Bytes.wrap(input);
    long bytesMax = MULTIPLE * input.length;
    Hostile.attempt(
        bytesMax,
        () -> {
          StateVector vector = StateVector.decode(bytes);
          assertEquals(vector, StateVector.decode(vector.encode()));
        });
    Hostile.attempt(bytesMax, () -> IdSet.read(new UpdateInputV1(ByteReader.of(bytes))));
    Hostile.attempt(
        bytesMax,
        () -> {
          Snapshot snapshot = Snapshot.decode(bytes);
          assertEquals(snapshot, Snapshot.decode(snapshot.encode()));
        });
    Hostile.attempt(
        bytesMax,
        () -> {
          RelativePosition position = RelativePosition.decode(bytes);
          assertEquals(position, RelativePosition.decode(position.encode()));
          Doc doc = new Doc(1);
          doc.text("t").insert(0, "wat er staat");
          position.indexIn(doc);
        });
  }
}
