package nl.beleidstafel.crdt.doc;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import nl.beleidstafel.crdt.update.Content;
import nl.beleidstafel.crdt.update.IdSet;

/// What follows a transaction: deleted content is dropped, and blocks that may be one are joined.
/// Exactly the places that Yjs looks at are looked at, so that encoded documents are equal.
///
/// Source: yjs `tryGcDeleteSet`, `tryMergeDeleteSet`, `cleanupTransactions`.
final class Cleanup {
  private Cleanup() {}

  static void run(Transaction transaction, BlockStore store, boolean keepDeleted) {
    IdSet deletes = transaction.deletes();
    if (!keepDeleted) {
      collect(store, deletes);
    }
    joinDeleted(store, deletes);
    for (ClientBlocks blocks : transaction.touched) {
      int first = Math.max(1, blocks.find(blocks.stateBefore(transaction)));
      if (first < blocks.size()) {
        blocks.join(first, blocks.size() - 1);
      }
    }
    joinSplit(transaction.split);
  }

  /// Drops the content of every deleted item, and turns all that a deleted type held into blocks of
  /// which only the clocks are known.
  static void collect(BlockStore store, IdSet deletes) {
    for (int c = 0; c < deletes.size(); c++) {
      ClientBlocks blocks = store.of(deletes.clientAt(c));
      for (int r = deletes.rangeCount(c) - 1; r >= 0; r--) {
        long to = deletes.toAt(c, r);
        for (int i = blocks.find(deletes.fromAt(c, r)); i < blocks.size(); i++) {
          if (blocks.get(i).clock >= to) {
            break;
          }
          if (blocks.get(i) instanceof Item item && item.isDeleted()) {
            collect(item);
          }
        }
      }
    }
  }

  private static void collect(Item item) {
    if (item.content instanceof Branch branch) {
      collectChildren(branch);
    }
    if (!(item.content instanceof Content.Deleted)) {
      item.content = Content.Deleted.of(item.length());
    }
  }

  private static void collectChildren(Branch root) {
    Deque<Branch> open = new ArrayDeque<>();
    open.push(root);
    for (Branch branch = open.poll(); branch != null; branch = open.poll()) {
      for (Item child = branch.first; child != null; child = child.right) {
        forget(open, child);
      }
      for (String key : branch.keys()) {
        for (Item value = branch.key(key); value != null; value = value.left) {
          forget(open, value);
        }
      }
      branch.clear();
    }
  }

  private static void forget(Deque<Branch> open, Item item) {
    if (item.content instanceof Branch branch) {
      open.push(branch);
    }
    item.client.replace(new GcBlock(item.client, item.clock, item.length()));
  }

  private static void joinDeleted(BlockStore store, IdSet deletes) {
    for (int c = 0; c < deletes.size(); c++) {
      ClientBlocks blocks = store.of(deletes.clientAt(c));
      for (int r = deletes.rangeCount(c) - 1; r >= 0; r--) {
        int last = blocks.find(deletes.toAt(c, r) - 1);
        int first = blocks.find(deletes.fromAt(c, r));
        if (blocks.get(first).clock < deletes.fromAt(c, r)) {
          first++;
        }
        int from = Math.max(1, first);
        int to = Math.min(blocks.size() - 1, last + 1);
        if (from <= to) {
          blocks.join(from, to);
        }
      }
    }
  }

  /// An item that was split, or whose neighbour was, may be whole again.
  private static void joinSplit(List<Block> split) {
    for (int i = split.size() - 1; i >= 0; i--) {
      Block block = split.get(i);
      ClientBlocks blocks = block.client;
      int index = blocks.find(block.clock);
      if (index + 1 < blocks.size() && blocks.join(index + 1, index + 1) > 1) {
        continue;
      }
      if (index > 0) {
        blocks.join(index, index);
      }
    }
  }
}
