package nl.beleidstafel.crdt.update;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What an update holds and what it stands on, without its content.
///
/// @param inserts the ids of its structs, skips left out
/// @param deletes the ids that it deletes
/// @param needs for each client the clock a document must have reached before every struct and
///   every deletion of the update can be integrated at once
/// @param structs how many structs it has, skips left out
public record UpdateSummary(IdSet inserts, IdSet deletes, StateVector needs, int structs) {
  public boolean isEmpty() {
    return inserts.isEmpty() && deletes.isEmpty();
  }

  static UpdateSummary of(StructReader reader) {
    IdSet.Builder inserts = new IdSet.Builder();
    References references = new References();
    int structs = 0;
    for (Struct struct = reader.next(); struct != null; struct = reader.next()) {
      if (struct instanceof Struct.Skip) {
        continue;
      }
      structs++;
      inserts.add(struct.client(), struct.clock(), struct.length());
      if (struct instanceof Struct.Item item) {
        references.add(item.client(), item.originClient(), item.originClock());
        references.add(item.client(), item.rightClient(), item.rightClock());
        references.add(item.client(), item.parentClient(), item.parentClock());
      }
    }
    IdSet inserted = inserts.build();
    IdSet deleted = reader.deletes();
    StateVector needs = needs(inserted, deleted, references);
    return new UpdateSummary(inserted, deleted, needs, structs);
  }

  private static StateVector needs(IdSet inserts, IdSet deletes, References references) {
    StateVector.Builder needs = new StateVector.Builder();
    for (int c = 0; c < inserts.size(); c++) {
      for (int r = 0; r < inserts.rangeCount(c); r++) {
        needs.raise(inserts.clientAt(c), inserts.fromAt(c, r));
      }
    }
    for (int c = 0; c < deletes.size(); c++) {
      long client = deletes.clientAt(c);
      int last = deletes.rangeCount(c) - 1;
      needWhereAbsent(needs, inserts, client, deletes.toAt(c, last) - 1);
    }
    for (int i = 0; i < references.count; i++) {
      needWhereAbsent(needs, inserts, references.clients[i], references.clocks[i]);
    }
    return needs.build();
  }

  /// An id that the update itself brings asks nothing more than the start of its range does.
  private static void needWhereAbsent(
      StateVector.Builder needs, IdSet inserts, long client, long clock) {
    if (!inserts.contains(client, clock)) {
      needs.raise(client, clock + 1);
    }
  }

  /// The ids of other clients that items refer to.
  private static final class References {
    private long[] clients = new long[8];
    private long[] clocks = new long[8];
    private int count;

    void add(long from, long client, long clock) {
      if (client == Struct.NONE || client == from) {
        return;
      }
      if (count > 0 && clients[count - 1] == client && clocks[count - 1] == clock) {
        return;
      }
      if (count == clients.length) {
        clients = Arrays.copyOf(clients, count * 2);
        clocks = Arrays.copyOf(clocks, count * 2);
      }
      clients[count] = client;
      clocks[count++] = clock;
    }
  }

  /// The clock behind the last struct of a client, or null where the update has none of it.
  public @Nullable Long end(long client) {
    int index = inserts.indexOf(client);
    return index < 0 ? null : inserts.toAt(index, inserts.rangeCount(index) - 1);
  }
}
