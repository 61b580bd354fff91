package nl.beleidstafel.testkit;

import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.crdt.encoding.ByteWriter;

/// Yjs updates (v1) written by hand: text in the root `default`, for tests that care about where
/// updates go and not about what they say.
public final class Edits {
  private static final int STRING = 4;
  private static final int HAS_ORIGIN = 0x80;

  private Edits() {}

  /// Text at the start of the root. It stands on nothing but the client's own clocks before.
  public static Bytes text(long client, long clock, String text) {
    ByteWriter out = one(client, clock);
    out.writeByte(STRING);
    out.writeVarUint(1);
    out.writeVarString("default");
    out.writeVarString(text);
    out.writeVarUint(0);
    return out.toBytes();
  }

  /// Text behind the character with the given id.
  public static Bytes textAfter(
      long client, long clock, long originClient, long originClock, String text) {
    ByteWriter out = one(client, clock);
    out.writeByte(STRING | HAS_ORIGIN);
    out.writeVarUint(originClient);
    out.writeVarUint(originClock);
    out.writeVarString(text);
    out.writeVarUint(0);
    return out.toBytes();
  }

  /// The deletion of a run of characters.
  public static Bytes deletion(long client, long clock, long length) {
    ByteWriter out = new ByteWriter();
    out.writeVarUint(0);
    out.writeVarUint(1);
    out.writeVarUint(client);
    out.writeVarUint(1);
    out.writeVarUint(clock);
    out.writeVarUint(length);
    return out.toBytes();
  }

  private static ByteWriter one(long client, long clock) {
    ByteWriter out = new ByteWriter();
    out.writeVarUint(1);
    out.writeVarUint(1);
    out.writeVarUint(client);
    out.writeVarUint(clock);
    return out;
  }
}
