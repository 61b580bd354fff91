package nl.beleidstafel.crdt.update;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.LongUnaryOperator;
import nl.beleidstafel.base.Check;
import nl.beleidstafel.crdt.encoding.ByteReader;

/// A set of ids, kept per client as ranges of clocks: sorted, disjoint, not touching. The delete
/// set of Yjs is one. Immutable.
///
/// Source: yjs `DeleteSet.js`.
public final class IdSet {
  public static final IdSet EMPTY = new IdSet(new long[0], new long[0][]);

  private final long[] clients;
  private final long[][] ranges;

  private IdSet(long[] clients, long[][] ranges) {
    this.clients = clients;
    this.ranges = ranges;
  }

  public boolean isEmpty() {
    return clients.length == 0;
  }

  /// How many clients have ids in the set.
  public int size() {
    return clients.length;
  }

  /// The client at a position from 0 to {@link #size} - 1, ascending.
  public long clientAt(int index) {
    Check.index(index, clients.length);
    return clients[index];
  }

  public int rangeCount(int clientIndex) {
    return ranges[clientIndex].length / 2;
  }

  /// The first clock of a range.
  public long fromAt(int clientIndex, int range) {
    return ranges[clientIndex][2 * range];
  }

  /// The clock behind the last of a range.
  public long toAt(int clientIndex, int range) {
    return ranges[clientIndex][2 * range + 1];
  }

  /// The position of a client, or a negative number.
  public int indexOf(long client) {
    return Arrays.binarySearch(clients, client);
  }

  public boolean contains(long client, long clock) {
    return endOfRange(client, clock) > clock;
  }

  /// Whether all of the clocks from `from` up to, not including, `to` are in the set.
  public boolean containsAll(long client, long from, long to) {
    return from >= to || endOfRange(client, from) >= to;
  }

  /// Where the range that holds the clock ends; the clock itself where none holds it.
  public long endOfRange(long client, long clock) {
    int index = indexOf(client);
    if (index < 0) {
      return clock;
    }
    long[] own = ranges[index];
    int low = 0;
    int high = own.length / 2 - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (own[2 * middle] > clock) {
        high = middle - 1;
      } else if (own[2 * middle + 1] <= clock) {
        low = middle + 1;
      } else {
        return own[2 * middle + 1];
      }
    }
    return clock;
  }

  /// Whether every id of the other set is in this one.
  public boolean containsAll(IdSet other) {
    for (int c = 0; c < other.clients.length; c++) {
      for (int r = 0; r < other.rangeCount(c); r++) {
        if (!containsAll(other.clients[c], other.fromAt(c, r), other.toAt(c, r))) {
          return false;
        }
      }
    }
    return true;
  }

  public static IdSet union(Iterable<IdSet> sets) {
    Builder builder = new Builder();
    for (IdSet set : sets) {
      builder.addAll(set);
    }
    return builder.build();
  }

  /// The set as if clients had other ids.
  public IdSet renamed(LongUnaryOperator names) {
    Builder builder = new Builder();
    for (int c = 0; c < clients.length; c++) {
      for (int i = 0; i < ranges[c].length; i += 2) {
        long client = names.applyAsLong(clients[c]);
        builder.add(client, ranges[c][i], ranges[c][i + 1] - ranges[c][i]);
      }
    }
    return builder.build();
  }

  /// Reads a delete set. Empty ranges are dropped, overlapping ones joined.
  public static IdSet read(UpdateInput in) {
    ByteReader rest = in.rest();
    Builder builder = new Builder();
    int clientCount = rest.readVarUintUpTo(rest.remaining() / 2);
    for (int c = 0; c < clientCount; c++) {
      in.resetDeletes();
      long client = rest.readVarUint();
      int count = rest.readVarUintUpTo(rest.remaining() / 2);
      for (int i = 0; i < count; i++) {
        long clock = in.readDeleteClock();
        long length = in.readDeleteLength();
        if (length > ByteReader.MAX_INTEGER - clock) {
          throw new CrdtException("a deletion beyond 2^53 - 1");
        }
        builder.add(client, clock, length);
      }
    }
    return builder.build();
  }

  /// Writes a delete set, clients in descending order as Yjs does.
  public void write(UpdateOutput out) {
    out.rest().writeVarUint(clients.length);
    for (int c = clients.length - 1; c >= 0; c--) {
      out.resetDeletes();
      out.rest().writeVarUint(clients[c]);
      long[] own = ranges[c];
      out.rest().writeVarUint(own.length / 2);
      for (int i = 0; i < own.length; i += 2) {
        out.writeDeleteClock(own[i]);
        out.writeDeleteLength(own[i + 1] - own[i]);
      }
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IdSet that
        && Arrays.equals(clients, that.clients)
        && Arrays.deepEquals(ranges, that.ranges);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(clients) + Arrays.deepHashCode(ranges);
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder("{");
    for (int c = 0; c < clients.length; c++) {
      out.append(c == 0 ? "" : ", ").append(clients[c]).append(": ");
      out.append(Arrays.toString(ranges[c]));
    }
    return out.append("}").toString();
  }

  /// Collects ranges in any order, overlapping or not.
  public static final class Builder {
    private final LongMap<Ranges> clients = new LongMap<>();

    public void add(long client, long clock, long length) {
      if (length <= 0) {
        return;
      }
      Ranges own = clients.get(client);
      if (own == null) {
        own = new Ranges();
        clients.put(client, own);
      }
      own.add(clock, clock + length);
    }

    public void addAll(IdSet set) {
      for (int c = 0; c < set.clients.length; c++) {
        for (int i = 0; i < set.ranges[c].length; i += 2) {
          add(set.clients[c], set.ranges[c][i], set.ranges[c][i + 1] - set.ranges[c][i]);
        }
      }
    }

    public boolean isEmpty() {
      return clients.size() == 0;
    }

    public IdSet build() {
      if (clients.size() == 0) {
        return EMPTY;
      }
      long[] sorted = clients.sortedKeys();
      long[][] ranges = new long[sorted.length][];
      for (int i = 0; i < sorted.length; i++) {
        Ranges own = clients.get(sorted[i]);
        ranges[i] = own == null ? new long[0] : own.normalized();
      }
      return new IdSet(sorted, ranges);
    }
  }

  /// Pairs of from and to; `ordered` while each begins no earlier than the one before.
  private static final class Ranges {
    private long[] pairs = new long[4];
    private int count;
    private boolean ordered = true;

    void add(long from, long to) {
      if (count > 0 && ordered && from >= pairs[count - 2]) {
        if (from <= pairs[count - 1]) {
          pairs[count - 1] = Math.max(pairs[count - 1], to);
          return;
        }
      } else if (count > 0) {
        ordered = false;
      }
      if (count == pairs.length) {
        pairs = Arrays.copyOf(pairs, count * 2);
      }
      pairs[count++] = from;
      pairs[count++] = to;
    }

    long[] normalized() {
      return ordered ? Arrays.copyOf(pairs, count) : sorted();
    }

    private long[] sorted() {
      long[][] each = new long[count / 2][];
      for (int i = 0; i < each.length; i++) {
        each[i] = new long[] {pairs[2 * i], pairs[2 * i + 1]};
      }
      Arrays.sort(each, Comparator.comparingLong(pair -> pair[0]));
      Ranges joined = new Ranges();
      for (long[] pair : each) {
        joined.add(pair[0], pair[1]);
      }
      return Arrays.copyOf(joined.pairs, joined.count);
    }
  }
}
