package nl.beleidstafel.crdt.update;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import nl.beleidstafel.base.Check;

/// A run of characters. Belongs to one struct or item, which may let it grow: appending to a long
/// run costs what is appended, not what is there.
///
/// A document holds very many short runs, so the characters stand in one array of their own: bytes
/// where all are Latin-1, else UTF-16 units.
///
/// @see Content
public final class TextContent implements Content {
  /// Shorter runs have no room to spare.
  private static final int SLACK_FROM = 256;

  /// A `byte[]` or a `char[]`, possibly longer than the text.
  private Object units;

  private int length;

  public TextContent(String text) {
    length = text.length();
    units = isLatin1(text) ? text.getBytes(StandardCharsets.ISO_8859_1) : text.toCharArray();
  }

  private static boolean isLatin1(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0xff) {
        return false;
      }
    }
    return true;
  }

  public String text() {
    return substring(0, length);
  }

  public char charAt(int index) {
    Check.index(index, length);
    return units instanceof byte[] bytes ? (char) (bytes[index] & 0xff) : ((char[]) units)[index];
  }

  private String substring(int from, int to) {
    return units instanceof byte[] bytes
        ? new String(bytes, from, to - from, StandardCharsets.ISO_8859_1)
        : new String((char[]) units, from, to - from);
  }

  @Override
  public long length() {
    return length;
  }

  @Override
  public int ref() {
    return STRING;
  }

  /// A cut inside a surrogate pair leaves U+FFFD on both sides, as in Yjs: every replica that sees
  /// an edit there must come to the same characters, and neither half can be encoded alone.
  @Override
  public Split split(long offset) {
    int at = Math.toIntExact(offset);
    String right = substring(at, length);
    if (Character.isHighSurrogate(charAt(at - 1))) {
      ((char[]) units)[at - 1] = '\ufffd';
      right = '\ufffd' + right.substring(1);
    }
    length = at;
    trim();
    return new Split(this, new TextContent(right));
  }

  @Override
  public boolean canAppend(Content right) {
    return right instanceof TextContent;
  }

  @Override
  public Content append(Content right) {
    TextContent more = (TextContent) right;
    int grown = Math.addExact(length, more.length);
    if (units instanceof byte[] bytes && more.units instanceof byte[] added) {
      byte[] target = bytes.length >= grown ? bytes : Arrays.copyOf(bytes, capacity(grown));
      System.arraycopy(added, 0, target, length, more.length);
      units = target;
    } else {
      char[] target = wide(grown);
      more.copyTo(target, length);
      units = target;
    }
    length = grown;
    return this;
  }

  /// The characters as UTF-16 units in an array with room for `grown` of them.
  private char[] wide(int grown) {
    if (units instanceof char[] chars && chars.length >= grown) {
      return chars;
    }
    char[] target = new char[capacity(grown)];
    copyTo(target, 0);
    return target;
  }

  private void copyTo(char[] target, int at) {
    substring(0, length).getChars(0, length, target, at);
  }

  private static int capacity(int grown) {
    return grown < SLACK_FROM ? grown : Math.addExact(grown, grown >> 1);
  }

  /// Gives back what was reserved for growth.
  public void trim() {
    if (units instanceof byte[] bytes && bytes.length > length) {
      units = Arrays.copyOf(bytes, length);
    } else if (units instanceof char[] chars && chars.length > length) {
      units = Arrays.copyOf(chars, length);
    }
  }

  @Override
  public void write(UpdateOutput out, long offset) {
    out.writeString(substring((int) offset, length));
  }
}
