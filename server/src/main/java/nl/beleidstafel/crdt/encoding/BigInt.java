package nl.beleidstafel.crdt.encoding;

/// JavaScript's `bigint` within 64 bits: kept apart from numbers, because it is encoded otherwise.
public record BigInt(long value) {
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
