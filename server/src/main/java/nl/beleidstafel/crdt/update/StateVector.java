package nl.beleidstafel.crdt.update;

import java.util.Arrays;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.Check;
import nl.beleidstafel.crdt.encoding.ByteReader;
import nl.beleidstafel.crdt.encoding.ByteWriter;

/// How much of each client's clock is known: for every client the first clock that is not.
/// Immutable.
///
/// Source: yjs `encodeStateVector`, `decodeStateVector`.
public final class StateVector {
  public static final StateVector EMPTY = new StateVector(new long[0], new long[0]);

  private final long[] clients;
  private final long[] clocks;

  private StateVector(long[] clients, long[] clocks) {
    this.clients = clients;
    this.clocks = clocks;
  }

  /// Clients ascending and distinct, clocks above 0; the arrays are not written to again.
  static StateVector ofSorted(long[] clients, long[] clocks) {
    return clients.length == 0 ? EMPTY : new StateVector(clients, clocks);
  }

  /// Throws {@link CrdtException} on malformed bytes. The last entry of a client counts.
  public static StateVector decode(Bytes bytes) {
    return read(ByteReader.of(bytes));
  }

  /// Reads a state vector that ends the input.
  public static StateVector read(ByteReader in) {
    int count = in.readVarUintUpTo(in.remaining() / 2);
    Builder builder = new Builder();
    for (int i = 0; i < count; i++) {
      builder.set(in.readVarUint(), in.readVarUint());
    }
    in.expectEnd();
    return builder.build();
  }

  /// Clients in descending order, as Yjs writes them.
  public Bytes encode() {
    ByteWriter out = new ByteWriter(8 + clients.length * 10);
    out.writeVarUint(clients.length);
    for (int i = clients.length - 1; i >= 0; i--) {
      out.writeVarUint(clients[i]);
      out.writeVarUint(clocks[i]);
    }
    return out.toBytes();
  }

  /// The first clock of the client that is not known; 0 for a client never heard of.
  public long get(long client) {
    int index = Arrays.binarySearch(clients, client);
    return index < 0 ? 0 : clocks[index];
  }

  public int size() {
    return clients.length;
  }

  /// The client at a position from 0 to {@link #size} - 1, ascending.
  public long clientAt(int index) {
    Check.index(index, clients.length);
    return clients[index];
  }

  public long clockAt(int index) {
    Check.index(index, clocks.length);
    return clocks[index];
  }

  /// Whether this knows everything the other knows.
  public boolean covers(StateVector other) {
    for (int i = 0; i < other.clients.length; i++) {
      if (get(other.clients[i]) < other.clocks[i]) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StateVector that
        && Arrays.equals(clients, that.clients)
        && Arrays.equals(clocks, that.clocks);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(clients) + Arrays.hashCode(clocks);
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder("{");
    for (int i = 0; i < clients.length; i++) {
      out.append(i == 0 ? "" : ", ").append(clients[i]).append(": ").append(clocks[i]);
    }
    return out.append("}").toString();
  }

  /// Collects entries in any order.
  public static final class Builder {
    private final LongMap<long[]> entries = new LongMap<>();

    public void set(long client, long clock) {
      long[] entry = entries.get(client);
      if (entry == null) {
        entries.put(client, new long[] {clock});
      } else {
        entry[0] = clock;
      }
    }

    public void raise(long client, long clock) {
      long[] entry = entries.get(client);
      if (entry == null || entry[0] < clock) {
        set(client, clock);
      }
    }

    public StateVector build() {
      long[] keys = entries.sortedKeys();
      long[] clients = new long[keys.length];
      long[] clocks = new long[keys.length];
      int count = 0;
      for (long client : keys) {
        long[] entry = entries.get(client);
        if (entry != null && entry[0] > 0) {
          clients[count] = client;
          clocks[count++] = entry[0];
        }
      }
      return ofSorted(Arrays.copyOf(clients, count), Arrays.copyOf(clocks, count));
    }
  }
}
