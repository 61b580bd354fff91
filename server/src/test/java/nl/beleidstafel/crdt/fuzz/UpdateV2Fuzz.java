package nl.beleidstafel.crdt.fuzz;

import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.crdt.update.Updates;

/// Updates v2: converted and integrated. Their columns can repeat a struct at no cost, so that the
/// measure is what {@link Limits#STRUCTS_PER_BYTE_MAX} allows.
public final class UpdateV2Fuzz {
  private static final long STRUCT_BYTES = 400;

  private UpdateV2Fuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    Bytes bytes = Bytes.wrap(input);
    long bytesMax = STRUCT_BYTES * Limits.STRUCTS_PER_BYTE_MAX * input.length;
    Hostile.attempt(bytesMax, () -> Updates.inspect(Updates.fromV2(bytes)));
    Hostile.attempt(2 * bytesMax, () -> Hostile.applied(doc -> doc.applyV2(bytes)));
    Hostile.attempt(Hostile.ANY, () -> Hostile.use(Hostile.applied(doc -> doc.applyV2(bytes))));
  }
}
