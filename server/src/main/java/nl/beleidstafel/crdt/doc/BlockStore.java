package nl.beleidstafel.crdt.doc;

import nl.beleidstafel.crdt.update.IdSet;
import nl.beleidstafel.crdt.update.LongMap;
import nl.beleidstafel.crdt.update.StateVector;
import nl.beleidstafel.crdt.update.UpdateOutput;
import org.jspecify.annotations.Nullable;

/// Every block of the document, by client and clock.
final class BlockStore {
  private final LongMap<ClientBlocks> clients = new LongMap<>();

  @Nullable ClientBlocks get(long client) {
    return clients.get(client);
  }

  ClientBlocks of(long client) {
    ClientBlocks blocks = clients.get(client);
    if (blocks == null) {
      blocks = new ClientBlocks(client);
      clients.put(client, blocks);
    }
    return blocks;
  }

  /// The first clock of the client that is not here.
  long state(long client) {
    ClientBlocks blocks = clients.get(client);
    return blocks == null ? 0 : blocks.state();
  }

  /// The block that holds an id, or null where the id is not here.
  @Nullable Block find(long client, long clock) {
    ClientBlocks blocks = clients.get(client);
    return blocks == null || clock >= blocks.state() ? null : blocks.get(blocks.find(clock));
  }

  StateVector stateVector() {
    StateVector.Builder vector = new StateVector.Builder();
    for (long client : clients.sortedKeys()) {
      vector.set(client, state(client));
    }
    return vector.build();
  }

  /// Every id that is deleted.
  IdSet deletes() {
    IdSet.Builder deletes = new IdSet.Builder();
    for (long client : clients.sortedKeys()) {
      ClientBlocks blocks = of(client);
      for (int i = 0; i < blocks.size(); i++) {
        Block block = blocks.get(i);
        if (block.isDeleted()) {
          deletes.add(client, block.clock, block.length());
        }
      }
    }
    return deletes.build();
  }

  /// Whether everything in a range of clocks is here and deleted.
  boolean isDeleted(long client, long from, long to) {
    ClientBlocks blocks = clients.get(client);
    if (blocks == null || to > blocks.state()) {
      return false;
    }
    for (int i = blocks.find(from); i < blocks.size() && blocks.get(i).clock < to; i++) {
      if (!blocks.get(i).isDeleted()) {
        return false;
      }
    }
    return true;
  }

  /// Writes what somebody lacks who has the state vector, clients in descending order.
  void write(UpdateOutput out, StateVector have) {
    long[] sorted = clients.sortedKeys();
    int count = 0;
    for (long client : sorted) {
      if (state(client) > have.get(client)) {
        count++;
      }
    }
    out.rest().writeVarUint(count);
    for (int i = sorted.length - 1; i >= 0; i--) {
      if (state(sorted[i]) > have.get(sorted[i])) {
        write(out, of(sorted[i]), have.get(sorted[i]));
      }
    }
  }

  static void write(UpdateOutput out, ClientBlocks blocks, long from) {
    int start = blocks.find(from);
    out.rest().writeVarUint(blocks.size() - start);
    out.writeClient(blocks.id);
    out.rest().writeVarUint(from);
    blocks.get(start).write(out, from - blocks.get(start).clock);
    for (int i = start + 1; i < blocks.size(); i++) {
      blocks.get(i).write(out, 0);
    }
  }

  void trim() {
    for (long client : clients.sortedKeys()) {
      of(client).trim();
    }
  }

  long blockCount() {
    long count = 0;
    for (long client : clients.sortedKeys()) {
      count += of(client).size();
    }
    return count;
  }
}
