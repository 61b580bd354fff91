package nl.beleidstafel.crdt.encoding;

/// JavaScript's `undefined` where it stands in a value: not the same as null.
public enum Undefined {
  VALUE;

  @Override
  public String toString() {
    return "undefined";
  }
}
