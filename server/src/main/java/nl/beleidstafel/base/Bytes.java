package nl.beleidstafel.base;

import java.util.Arrays;
import java.util.HexFormat;

/// An immutable run of bytes with content equality. Any thread.
public final class Bytes {
  public static final Bytes EMPTY = new Bytes(new byte[0], 0, 0);

  private final byte[] array;
  private final int offset;
  private final int length;

  private Bytes(byte[] array, int offset, int length) {
    this.array = array;
    this.offset = offset;
    this.length = length;
  }

  /// A copy of the array's present content.
  public static Bytes copyOf(byte[] array) {
    return new Bytes(array.clone(), 0, array.length);
  }

  /// A view of the array without copying: the caller never writes to it again.
  public static Bytes wrap(byte[] array) {
    return new Bytes(array, 0, array.length);
  }

  /// A view of a range of the array without copying: the caller never writes to it again.
  public static Bytes wrap(byte[] array, int offset, int length) {
    Check.range(offset, length, array.length);
    return new Bytes(array, offset, length);
  }

  public static Bytes ofHex(String hex) {
    return wrap(HexFormat.of().parseHex(hex));
  }

  public int length() {
    return length;
  }

  public boolean isEmpty() {
    return length == 0;
  }

  public byte at(int index) {
    Check.index(index, length);
    return array[offset + index];
  }

  /// A view of `length` bytes from `from`, sharing this memory.
  public Bytes slice(int from, int sliceLength) {
    Check.range(from, sliceLength, length);
    return new Bytes(array, offset + from, sliceLength);
  }

  public byte[] toArray() {
    return Arrays.copyOfRange(array, offset, offset + length);
  }

  /// Copies everything to `target` from `at` on.
  public void copyTo(byte[] target, int at) {
    System.arraycopy(array, offset, target, at, length);
  }

  /// The backing array, for reading only: with {@link #arrayOffset} the way to parse without a
  /// copy.
  public byte[] backingArray() {
    return array;
  }

  /// Where in {@link #backingArray} these bytes begin.
  public int arrayOffset() {
    return offset;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes that
        && Arrays.equals(
            array, offset, offset + length, that.array, that.offset, that.offset + that.length);
  }

  @Override
  public int hashCode() {
    int hash = 1;
    for (int i = offset; i < offset + length; i++) {
      hash = 31 * hash + array[i];
    }
    return hash;
  }

  /// Hexadecimal, cut after 32 bytes: for messages and test failures.
  @Override
  public String toString() {
    int shown = Math.min(length, 32);
    String hex = HexFormat.of().formatHex(array, offset, offset + shown);
    return shown < length ? hex + "… (" + length + " bytes)" : hex;
  }
}
