package nl.beleidstafel.crdt.encoding;

import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.crdt.update.CrdtException;

/// Reads one column of update v2, whose repeated values are written once with a count. A repeat
/// count costs a few bytes however large it is, so the caller bounds how many values it asks for.
///
/// Source: lib0 `RleDecoder`, `UintOptRleDecoder`, `IntDiffOptRleDecoder`.
public final class RunReader {
  private final ByteReader in;
  private long value;
  private long difference;
  private long count;

  public RunReader(Bytes column) {
    this(ByteReader.of(column));
  }

  RunReader(ByteReader in) {
    this.in = in;
  }

  /// The next byte of a column in which each value is followed by its count, the last one by none.
  public int nextByte() {
    if (count == 0) {
      value = in.readByte();
      count = in.hasMore() ? in.readVarUint() + 1 : Long.MAX_VALUE;
    }
    count--;
    return (int) value;
  }

  /// The next unsigned integer of a column in which a negative sign says that a count follows.
  public long nextUint() {
    if (count == 0) {
      boolean repeated = in.nextIsNegative();
      value = Math.abs(in.readVarInt());
      count = repeated ? in.readVarUint() + 2 : 1;
    }
    count--;
    return value;
  }

  /// The next unsigned integer of a column of differences, the lowest bit of which says that a
  /// count follows.
  public long nextDifference() {
    if (count == 0) {
      long coded = in.readVarInt();
      difference = Math.floorDiv(coded, 2);
      count = (coded & 1) != 0 ? in.readVarUint() + 2 : 1;
    }
    count--;
    value += difference;
    if (value < 0 || value > ByteReader.MAX_INTEGER) {
      throw new CrdtException("a column leaves the range of integers");
    }
    return value;
  }
}
