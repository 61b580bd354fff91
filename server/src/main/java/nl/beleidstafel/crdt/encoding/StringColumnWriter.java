package nl.beleidstafel.crdt.encoding;

/// Writes the strings of update v2.
///
/// Source: lib0 `StringEncoder`.
public final class StringColumnWriter {
  private final StringBuilder text = new StringBuilder();
  private final RunWriter lengths = new RunWriter();

  /// The characters from `from` on.
  public void write(CharSequence next, int from) {
    text.append(next, from, next.length());
    lengths.writeUint(next.length() - from);
  }

  public ByteWriter finish() {
    ByteWriter out = new ByteWriter(text.length() + 16);
    out.writeVarString(text);
    out.append(lengths.finishUints());
    return out;
  }
}
