package nl.beleidstafel.crdt.encoding;

import nl.beleidstafel.crdt.update.CrdtException;

/// Writes one column of update v2. A column uses one of the three `write` methods throughout and is
/// finished once with the method of the same kind.
///
/// Source: lib0 `RleEncoder`, `UintOptRleEncoder`, `IntDiffOptRleEncoder`.
public final class RunWriter {
  private static final long DIFFERENCE_MAX = ByteReader.MAX_INTEGER / 2 - 1;

  private final ByteWriter out = new ByteWriter();
  private long value;
  private long difference;
  private long count;

  public void writeByte(int next) {
    if (count > 0 && value == next) {
      count++;
      return;
    }
    if (count > 0) {
      out.writeVarUint(count - 1);
    }
    out.writeByte(next);
    value = next;
    count = 1;
  }

  public void writeUint(long next) {
    if (value == next) {
      count++;
      return;
    }
    flushUint();
    value = next;
    count = 1;
  }

  public void writeDifference(long next) {
    if (next - value == difference) {
      value = next;
      count++;
      return;
    }
    flushDifference();
    difference = next - value;
    value = next;
    count = 1;
  }

  public ByteWriter finishBytes() {
    return out;
  }

  public ByteWriter finishUints() {
    flushUint();
    return out;
  }

  public ByteWriter finishDifferences() {
    flushDifference();
    return out;
  }

  private void flushUint() {
    if (count > 0) {
      out.writeSigned(value, count > 1);
      if (count > 1) {
        out.writeVarUint(count - 2);
      }
    }
  }

  private void flushDifference() {
    if (count > 0) {
      if (Math.abs(difference) > DIFFERENCE_MAX) {
        throw new CrdtException("clocks too far apart for update v2");
      }
      out.writeVarInt(difference * 2 + (count == 1 ? 0 : 1));
      if (count > 1) {
        out.writeVarUint(count - 2);
      }
    }
  }
}
