package nl.beleidstafel.crdt.doc;

import java.util.ArrayList;
import java.util.List;
import nl.beleidstafel.crdt.update.LongMap;
import nl.beleidstafel.crdt.update.Struct;
import org.jspecify.annotations.Nullable;

/// Brings the structs of one update into the store, each after those it refers to. Where one of
/// them is neither here nor in the update, what depends on it is left over.
///
/// Works with a stack of its own instead of recursion: the struct on top waits for none but absent
/// ones. Clients are taken from the largest id down, as Yjs does, though any order would do.
///
/// Source: yjs `integrateStructs`, `Item.getMissing`.
final class Integration {
  private final Transaction transaction;
  private final BlockStore store;
  private final Incoming incoming;
  private final List<Struct> stack = new ArrayList<>();
  private final LongMap<List<Struct>> rest = new LongMap<>();
  private final LongMap<long[]> missingClocks = new LongMap<>();

  Integration(Transaction transaction, BlockStore store, Incoming incoming) {
    this.transaction = transaction;
    this.store = store;
    this.incoming = incoming;
  }

  /// Integrates all that can be.
  void run() {
    long[] clients = incoming.clients();
    for (int i = clients.length - 1; i >= 0; i--) {
      Incoming.Queue queue = incoming.queue(clients[i]);
      while (queue != null && !queue.isEmpty()) {
        integrateFrom(queue.take());
      }
    }
  }

  /// What was left over by client, or null where nothing was.
  @Nullable LongMap<List<Struct>> rest() {
    return rest.size() == 0 ? null : rest;
  }

  /// For each client the clock above which something was missed.
  LongMap<long[]> missingClocks() {
    return missingClocks;
  }

  private void integrateFrom(Struct first) {
    Struct head = first;
    while (true) {
      Struct before = integrate(head);
      if (before != null) {
        stack.add(head);
        head = before;
      } else if (stack.isEmpty()) {
        return;
      } else {
        head = stack.removeLast();
      }
    }
  }

  /// Integrates one struct, or gives the struct that must come first.
  private @Nullable Struct integrate(Struct struct) {
    if (struct instanceof Struct.Skip) {
      return null;
    }
    long known = store.state(struct.client()) - struct.clock();
    if (known < 0) {
      giveUp(struct, struct.client(), struct.clock() - 1);
      return null;
    }
    if (known >= struct.length()) {
      return null;
    }
    switch (struct) {
      case Struct.Item item -> {
        long absent = absentClient(item);
        if (absent != Struct.NONE) {
          Incoming.Queue queue = incoming.queue(absent);
          if (queue != null && !queue.isEmpty()) {
            return queue.take();
          }
          giveUp(struct, absent, store.state(absent));
        } else {
          integrateItem(item, known);
        }
      }
      case Struct.Gc gc -> {
        ClientBlocks own = store.of(gc.client());
        own.add(transaction, new GcBlock(own, gc.clock() + known, gc.length() - known));
      }
      case Struct.Skip _ -> {}
    }
    return null;
  }

  /// A client of which the item needs more than is here.
  private long absentClient(Struct.Item item) {
    if (isAbsent(item, item.originClient(), item.originClock())) {
      return item.originClient();
    }
    if (isAbsent(item, item.rightClient(), item.rightClock())) {
      return item.rightClient();
    }
    if (isAbsent(item, item.parentClient(), item.parentClock())) {
      return item.parentClient();
    }
    return Struct.NONE;
  }

  private boolean isAbsent(Struct.Item item, long client, long clock) {
    return client != Struct.NONE && client != item.client() && clock >= store.state(client);
  }

  private void integrateItem(Struct.Item struct, long known) {
    ClientBlocks own = store.of(struct.client());
    Block left = null;
    if (struct.hasOrigin()) {
      left = store.of(struct.originClient()).cleanEnd(transaction, struct.originClock());
    }
    Block right = null;
    if (struct.hasRightOrigin()) {
      ClientBlocks blocks = store.of(struct.rightClient());
      right = blocks.get(blocks.cleanStart(transaction, struct.rightClock()));
    }
    Branch parent = parentOf(struct, left, right);
    String key = keyOf(struct, left, right);
    Struct.Item item = struct;
    if (known > 0) {
      left = own.cleanEnd(transaction, struct.clock() + known - 1);
      item = (Struct.Item) struct.behind(known);
    }
    if (parent == null || left instanceof GcBlock) {
      own.add(transaction, new GcBlock(own, item.clock(), item.length()));
      return;
    }
    boolean hasRight = item.hasRightOrigin();
    Item placed =
        new Item(
            own,
            item.clock(),
            item.hasOrigin() ? store.of(item.originClient()) : null,
            item.originClock(),
            hasRight ? store.of(item.rightClient()) : null,
            item.rightClock(),
            parent,
            key,
            item.content());
    Placement.place(transaction, placed, (Item) left, (Item) right);
  }

  /// The type the item belongs in; null where that is gone and the item goes with it.
  private @Nullable Branch parentOf(Struct.Item item, @Nullable Block left, @Nullable Block right) {
    if (left instanceof GcBlock || right instanceof GcBlock) {
      return null;
    }
    if (left instanceof Item neighbour) {
      return neighbour.parent;
    }
    if (right instanceof Item neighbour) {
      return neighbour.parent;
    }
    String root = item.parentRoot();
    if (root != null) {
      return transaction.doc.root(root);
    }
    Block holder = store.find(item.parentClient(), item.parentClock());
    return holder instanceof Item parent && parent.content instanceof Branch branch ? branch : null;
  }

  private static @Nullable String keyOf(
      Struct.Item item, @Nullable Block left, @Nullable Block right) {
    if (left instanceof Item neighbour) {
      return neighbour.key;
    }
    if (right instanceof Item neighbour) {
      return neighbour.key;
    }
    return item.parentSub();
  }

  /// Leaves over the struct and all that waits for it, each with the rest of its client.
  private void giveUp(Struct struct, long client, long clock) {
    long[] lowest = missingClocks.get(client);
    if (lowest == null) {
      missingClocks.put(client, new long[] {clock});
    } else {
      lowest[0] = Math.min(lowest[0], clock);
    }
    stack.add(struct);
    for (Struct waiting : stack) {
      leaveOver(waiting);
    }
    stack.clear();
  }

  private void leaveOver(Struct struct) {
    if (rest.get(struct.client()) == null) {
      Incoming.Queue queue = incoming.queue(struct.client());
      rest.put(struct.client(), queue == null ? List.of(struct) : queue.takeBackAndRest());
    }
  }
}
