package nl.beleidstafel.crdt.encoding;

import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.crdt.update.CrdtException;

/// Reads the strings of update v2: one long text and a column of lengths in UTF-16 units.
///
/// Source: lib0 `StringDecoder`.
public final class StringColumnReader {
  private final String text;
  private final RunReader lengths;
  private int position;

  public StringColumnReader(Bytes column) {
    ByteReader in = ByteReader.of(column);
    text = in.readVarString();
    lengths = new RunReader(in);
  }

  public String next() {
    long length = lengths.nextUint();
    if (length > text.length() - position) {
      throw new CrdtException("a string column ends too early");
    }
    int start = position;
    position += (int) length;
    return text.substring(start, position);
  }
}
