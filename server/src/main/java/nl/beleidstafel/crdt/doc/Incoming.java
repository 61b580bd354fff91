package nl.beleidstafel.crdt.doc;

import java.util.ArrayList;
import java.util.List;
import nl.beleidstafel.crdt.update.IdSet;
import nl.beleidstafel.crdt.update.LongMap;
import nl.beleidstafel.crdt.update.Struct;
import nl.beleidstafel.crdt.update.StructReader;
import org.jspecify.annotations.Nullable;

/// A decoded update: a queue of structs for each client, and what it deletes. Read to its end
/// before the document is touched, so that malformed bytes change nothing.
final class Incoming {
  private final LongMap<Queue> queues = new LongMap<>();
  private final IdSet deletes;

  private Incoming(StructReader reader) {
    Queue queue = null;
    for (Struct struct = reader.next(); struct != null; struct = reader.next()) {
      if (queue == null || queue.client != struct.client()) {
        queue = new Queue(struct.client());
        queues.put(struct.client(), queue);
      }
      queue.structs.add(struct);
    }
    deletes = reader.deletes();
  }

  static Incoming read(StructReader reader) {
    return new Incoming(reader);
  }

  IdSet deletes() {
    return deletes;
  }

  @Nullable Queue queue(long client) {
    return queues.get(client);
  }

  /// The clients that have a queue, ascending.
  long[] clients() {
    return queues.sortedKeys();
  }

  static final class Queue {
    final long client;
    private final List<Struct> structs = new ArrayList<>(4);
    private int next;

    private Queue(long client) {
      this.client = client;
    }

    boolean isEmpty() {
      return next == structs.size();
    }

    Struct take() {
      return structs.get(next++);
    }

    /// All that is left, with the struct taken last; the queue is empty then.
    List<Struct> takeBackAndRest() {
      List<Struct> rest = structs.subList(next - 1, structs.size());
      next = structs.size();
      return rest;
    }
  }
}
