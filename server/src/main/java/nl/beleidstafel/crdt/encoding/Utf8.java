package nl.beleidstafel.crdt.encoding;

import java.nio.charset.StandardCharsets;
import nl.beleidstafel.crdt.update.CrdtException;

/// UTF-8 as browsers read and write it. Reading is strict; writing turns half a surrogate pair into
/// U+FFFD, as `TextEncoder` does.
final class Utf8 {
  private Utf8() {}

  static String decode(byte[] array, int from, int end) {
    for (int i = from; i < end; i++) {
      if (array[i] < 0) {
        return decodeWide(array, from, end);
      }
    }
    return new String(array, from, end - from, StandardCharsets.ISO_8859_1);
  }

  private static String decodeWide(byte[] array, int from, int end) {
    char[] chars = new char[end - from];
    int count = 0;
    int i = from;
    while (i < end) {
      int lead = array[i];
      if (lead >= 0) {
        chars[count++] = (char) lead;
        i++;
        continue;
      }
      int size = sequenceSize(lead & 0xff);
      if (size > end - i) {
        throw malformed();
      }
      int point = lead & (0x7f >> size);
      for (int k = 1; k < size; k++) {
        int next = array[i + k];
        if ((next & 0xc0) != 0x80) {
          throw malformed();
        }
        point = point << 6 | (next & 0x3f);
      }
      count += put(chars, count, point, size);
      i += size;
    }
    return new String(chars, 0, count);
  }

  private static int sequenceSize(int lead) {
    if (lead >= 0xc2 && lead <= 0xdf) {
      return 2;
    }
    if (lead >= 0xe0 && lead <= 0xef) {
      return 3;
    }
    if (lead >= 0xf0 && lead <= 0xf4) {
      return 4;
    }
    throw malformed();
  }

  private static int put(char[] chars, int at, int point, int size) {
    boolean overlong = (size == 3 && point < 0x800) || (size == 4 && point < 0x10000);
    boolean surrogate = point >= 0xd800 && point <= 0xdfff;
    if (overlong || surrogate || point > 0x10ffff) {
      throw malformed();
    }
    if (point < 0x10000) {
      chars[at] = (char) point;
      return 1;
    }
    chars[at] = Character.highSurrogate(point);
    chars[at + 1] = Character.lowSurrogate(point);
    return 2;
  }

  /// How many bytes the characters take.
  static int encodedSize(CharSequence text) {
    int size = 0;
    int length = text.length();
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        size++;
      } else if (c < 0x800) {
        size += 2;
      } else if (isPair(text, i)) {
        size += 4;
        i++;
      } else {
        size += 3;
      }
    }
    return size;
  }

  /// Writes the characters; the array has room. Gives the position behind them.
  static int encode(CharSequence text, byte[] array, int at) {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        array[at++] = (byte) c;
      } else if (c < 0x800) {
        array[at++] = (byte) (0xc0 | (c >> 6));
        array[at++] = (byte) (0x80 | (c & 0x3f));
      } else if (isPair(text, i)) {
        int point = Character.toCodePoint(c, text.charAt(++i));
        array[at++] = (byte) (0xf0 | (point >> 18));
        array[at++] = (byte) (0x80 | ((point >> 12) & 0x3f));
        array[at++] = (byte) (0x80 | ((point >> 6) & 0x3f));
        array[at++] = (byte) (0x80 | (point & 0x3f));
      } else {
        int point = Character.isSurrogate(c) ? 0xfffd : c;
        array[at++] = (byte) (0xe0 | (point >> 12));
        array[at++] = (byte) (0x80 | ((point >> 6) & 0x3f));
        array[at++] = (byte) (0x80 | (point & 0x3f));
      }
    }
    return at;
  }

  private static boolean isPair(CharSequence text, int at) {
    return Character.isHighSurrogate(text.charAt(at))
        && at + 1 < text.length()
        && Character.isLowSurrogate(text.charAt(at + 1));
  }

  private static CrdtException malformed() {
    return new CrdtException("malformed UTF-8");
  }
}
