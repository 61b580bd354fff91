package nl.beleidstafel.crdt.encoding;

/// Writes the strings of update v2.
///
/// Source: lib0 `StringEncoder`.
public final class StringColumnWriter {
  private final StringBuilder text = new StringBuilder();
  private final RunWriter lengths = new RunWriter();

  public void write(String next) {
    text.append(next);
    lengths.writeUint(next.length());
  }

  public ByteWriter finish() {
    ByteWriter out = new ByteWriter(text.length() + 16);
    out.writeVarString(text);
    out.append(lengths.finishUints());
    return out;
  }
}
