package nl.beleidstafel.crdt.update;

import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.crdt.encoding.ByteReader;
import org.jspecify.annotations.Nullable;

/// Walks the structs of an update one by one, checking everything, and then its delete set. Throws
/// {@link CrdtException}; every step consumes input or one of {@link Limits#UPDATE_STRUCTS_MAX}
/// structs. One thread.
///
/// Source: yjs `LazyStructReader`.
public final class StructReader {
  private final UpdateInput in;
  private final long structsMax;
  private final long clientCount;
  private final LongMap<Boolean> seen = new LongMap<>();
  private long clientsLeft;
  private long structsLeft;
  private long client;
  private long clock;
  private int structs;

  public StructReader(UpdateInput in) {
    this.in = in;
    this.structsMax = in.structsMax();
    this.clientCount = in.rest().readVarUintUpTo(in.rest().remaining());
    this.clientsLeft = clientCount;
  }

  public static StructReader v1(Bytes update) {
    return new StructReader(new UpdateInputV1(update));
  }

  public static StructReader v2(Bytes update) {
    return new StructReader(new UpdateInputV2(update));
  }

  /// How many clients have a section.
  public long clientCount() {
    return clientCount;
  }

  /// How many structs the present section still has.
  public long structsLeft() {
    return structsLeft;
  }

  /// The next struct, clocks of one client ascending; null behind the last.
  public @Nullable Struct next() {
    while (structsLeft == 0) {
      if (clientsLeft == 0) {
        return null;
      }
      clientsLeft--;
      openSection();
    }
    structsLeft--;
    if (++structs > structsMax) {
      throw new CrdtException("an update of more than " + structsMax + " structs");
    }
    Struct struct = read(in.readInfo());
    long length = struct.length();
    if (length <= 0 || length > ByteReader.MAX_INTEGER - clock) {
      throw new CrdtException("a struct of " + length + " clocks at " + clock);
    }
    clock += length;
    return struct;
  }

  /// The delete set, once {@link #next} has given null; nothing may follow it.
  public IdSet deletes() {
    IdSet deletes = IdSet.read(in);
    in.rest().expectEnd();
    return deletes;
  }

  private void openSection() {
    structsLeft = in.rest().readVarUint();
    client = in.readClient();
    clock = in.rest().readVarUint();
    if (clientCount > 1) {
      if (seen.get(client) != null) {
        throw new CrdtException("client " + client + " has two sections");
      }
      seen.put(client, true);
    }
  }

  private Struct read(int info) {
    if (info == Struct.Skip.REF) {
      return new Struct.Skip(client, clock, in.rest().readVarUint());
    }
    if ((info & 0x1f) == Struct.Gc.REF) {
      return new Struct.Gc(client, clock, in.readLength());
    }
    return Struct.Item.read(in, info, client, clock);
  }
}
