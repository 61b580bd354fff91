package nl.beleidstafel.crdt.fuzz;

import java.util.List;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.crdt.update.StateVector;
import nl.beleidstafel.crdt.update.Updates;

/// Updates v1: checked, cut, joined, converted, integrated.
public final class UpdateV1Fuzz {
  /// A struct takes at least 2 bytes on the wire and about 100 as an object.
  private static final long MULTIPLE = 200;

  private UpdateV1Fuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    Bytes bytes = Bytes.wrap(input);
    long bytesMax = MULTIPLE * input.length;
    Hostile.attempt(bytesMax, () -> Updates.inspect(bytes));
    Hostile.attempt(bytesMax, () -> Updates.stateVectorOf(bytes));
    Hostile.attempt(bytesMax, () -> Updates.diff(bytes, StateVector.EMPTY));
    Hostile.attempt(2 * bytesMax, () -> Updates.merge(List.of(bytes, bytes)));
    Hostile.attempt(bytesMax, () -> Updates.toV2(bytes));
    Hostile.attempt(4 * bytesMax, () -> Hostile.applied(doc -> doc.apply(bytes)));
    Hostile.attempt(Hostile.ANY, () -> Hostile.use(Hostile.applied(doc -> doc.apply(bytes))));
  }
}
