package nl.beleidstafel.crdt.encoding;

import java.util.Arrays;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.Check;

/// Writes lib0 primitives into one growing array. One thread.
///
/// Source: lib0 `encoding.js`.
public final class ByteWriter {
  private byte[] array;
  private int size;

  public ByteWriter() {
    this(64);
  }

  public ByteWriter(int expectedSizeBytes) {
    array = new byte[Math.max(16, expectedSizeBytes)];
  }

  public int size() {
    return size;
  }

  public void writeByte(int value) {
    reserve(1);
    array[size++] = (byte) value;
  }

  /// The value is from 0 to 2^53 - 1.
  public void writeVarUint(long value) {
    Check.that(value >= 0 && value <= ByteReader.MAX_INTEGER, "not an unsigned integer: " + value);
    reserve(8);
    writeGroups(value);
  }

  /// The magnitude is at most 2^53 - 1.
  public void writeVarInt(long value) {
    writeSigned(Math.abs(value), value < 0);
  }

  /// A signed integer given as magnitude and sign: the only way to write a negative zero.
  public void writeSigned(long magnitude, boolean negative) {
    Check.that(
        magnitude >= 0 && magnitude <= ByteReader.MAX_INTEGER, "not an integer: " + magnitude);
    reserve(9);
    int sign = negative ? 0x40 : 0;
    if (magnitude < 0x40) {
      array[size++] = (byte) (sign | magnitude);
    } else {
      array[size++] = (byte) (0x80 | sign | (magnitude & 0x3f));
      writeGroups(magnitude >>> 6);
    }
  }

  private void writeGroups(long value) {
    long rest = value;
    while (rest > 0x7f) {
      array[size++] = (byte) (0x80 | (rest & 0x7f));
      rest >>>= 7;
    }
    array[size++] = (byte) rest;
  }

  public void writeVarBytes(Bytes bytes) {
    writeVarUint(bytes.length());
    writeBytes(bytes);
  }

  public void writeBytes(Bytes bytes) {
    reserve(bytes.length());
    bytes.copyTo(array, size);
    size += bytes.length();
  }

  /// Half a surrogate pair becomes U+FFFD.
  public void writeVarString(CharSequence text) {
    int sizeBytes = Utf8.encodedSize(text);
    writeVarUint(sizeBytes);
    reserve(sizeBytes);
    size = Utf8.encode(text, array, size);
  }

  public void writeFloat32(float value) {
    writeBigEndian(Float.floatToIntBits(value), 4);
  }

  public void writeFloat64(double value) {
    writeBigEndian(Double.doubleToLongBits(value), 8);
  }

  public void writeInt64(long value) {
    writeBigEndian(value, 8);
  }

  private void writeBigEndian(long value, int count) {
    reserve(count);
    for (int shift = 8 * (count - 1); shift >= 0; shift -= 8) {
      array[size++] = (byte) (value >>> shift);
    }
  }

  /// Appends all that the other writer holds.
  public void append(ByteWriter other) {
    reserve(other.size);
    System.arraycopy(other.array, 0, array, size, other.size);
    size += other.size;
  }

  public void clear() {
    size = 0;
  }

  /// A copy of what was written.
  public Bytes toBytes() {
    return Bytes.wrap(Arrays.copyOf(array, size));
  }

  private void reserve(int count) {
    if (count > array.length - size) {
      int needed = Math.addExact(size, count);
      array = Arrays.copyOf(array, Math.max(needed, (int) Math.min(2L * size, 1 << 30)));
    }
  }
}
