package nl.beleidstafel.crdt.encoding;

import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.crdt.update.CrdtException;

/// Reads lib0 primitives from hostile bytes. Every read checks the end and the range first and
/// throws {@link CrdtException}; nothing is allocated beyond what is really there. One thread.
///
/// Source: lib0 `decoding.js`.
public final class ByteReader {
  /// The largest integer of the format: 2^53 - 1, as JavaScript counts safely.
  public static final long MAX_INTEGER = (1L << 53) - 1;

  private final byte[] array;
  private final int end;
  private int position;

  private ByteReader(byte[] array, int from, int end) {
    this.array = array;
    this.position = from;
    this.end = end;
  }

  public static ByteReader of(Bytes bytes) {
    int from = bytes.arrayOffset();
    return new ByteReader(bytes.backingArray(), from, from + bytes.length());
  }

  public int remaining() {
    return end - position;
  }

  public boolean hasMore() {
    return position < end;
  }

  /// Throws unless every byte was read.
  public void expectEnd() {
    if (position != end) {
      throw new CrdtException(remaining() + " bytes too many");
    }
  }

  public int readByte() {
    if (position >= end) {
      throw new CrdtException("the bytes end too early");
    }
    return array[position++] & 0xff;
  }

  /// An integer from 0 to 2^53 - 1, seven bits to a byte, lowest first.
  public long readVarUint() {
    int first = readByte();
    return first < 0x80 ? first : readMore(first & 0x7f, 7);
  }

  /// A {@link #readVarUint} that must fit `max`.
  public int readVarUintUpTo(int max) {
    long value = readVarUint();
    if (value > max) {
      throw new CrdtException("a number of " + value + " where at most " + max + " can be");
    }
    return (int) value;
  }

  /// Whether the next {@link #readVarInt} carries the minus sign: the only way to see a negative
  /// zero, which the column encodings use as a mark.
  public boolean nextIsNegative() {
    return position < end && (array[position] & 0x40) != 0;
  }

  /// A signed integer of up to 53 bits: sign and six bits in the first byte, then seven to a byte.
  public long readVarInt() {
    int first = readByte();
    long magnitude = first & 0x3f;
    if ((first & 0x80) != 0) {
      magnitude = readMore(magnitude, 6);
    }
    return (first & 0x40) != 0 ? -magnitude : magnitude;
  }

  private long readMore(long low, int shift) {
    long value = low;
    int at = shift;
    while (true) {
      int next = readByte();
      if (at >= 56) {
        throw new CrdtException("an integer longer than 53 bits");
      }
      value |= (long) (next & 0x7f) << at;
      at += 7;
      if (next < 0x80) {
        break;
      }
    }
    if (value > MAX_INTEGER) {
      throw new CrdtException("an integer beyond 2^53 - 1");
    }
    return value;
  }

  /// A view of the length-prefixed bytes, sharing the memory of the input.
  public Bytes readVarBytes() {
    int length = readLength();
    Bytes bytes = Bytes.wrap(array, position, length);
    position += length;
    return bytes;
  }

  /// Length-prefixed UTF-8, decoded strictly: malformed bytes are refused, as Yjs refuses them.
  public String readVarString() {
    int length = readLength();
    String text = Utf8.decode(array, position, position + length);
    position += length;
    return text;
  }

  public float readFloat32() {
    return Float.intBitsToFloat((int) readBigEndian(4));
  }

  public double readFloat64() {
    return Double.longBitsToDouble(readBigEndian(8));
  }

  public long readInt64() {
    return readBigEndian(8);
  }

  private long readBigEndian(int count) {
    if (remaining() < count) {
      throw new CrdtException("the bytes end inside a number");
    }
    long value = 0;
    for (int i = 0; i < count; i++) {
      value = value << 8 | (array[position++] & 0xff);
    }
    return value;
  }

  private int readLength() {
    long length = readVarUint();
    if (length > remaining()) {
      throw new CrdtException("a length of " + length + " where " + remaining() + " bytes follow");
    }
    return (int) length;
  }
}
