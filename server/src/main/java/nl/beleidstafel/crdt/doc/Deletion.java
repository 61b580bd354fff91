package nl.beleidstafel.crdt.doc;

import java.util.ArrayDeque;
import java.util.Deque;
import nl.beleidstafel.crdt.update.IdSet;
import org.jspecify.annotations.Nullable;

/// Marks items as deleted, and with a type all that it holds, however deep.
///
/// Source: yjs `Item.delete`, `ContentType.delete`, `readAndApplyDeleteSet`.
final class Deletion {
  private Deletion() {}

  static void delete(Transaction transaction, Item item) {
    if (!mark(transaction, item)) {
      return;
    }
    Deque<Branch> open = new ArrayDeque<>(0);
    open(open, item);
    for (Branch branch = open.poll(); branch != null; branch = open.poll()) {
      for (Item child = branch.first; child != null; child = child.right) {
        deleteChild(transaction, open, child);
      }
      for (String key : branch.keys()) {
        Item value = branch.key(key);
        if (value != null) {
          deleteChild(transaction, open, value);
        }
      }
      transaction.forgetChange(branch);
    }
  }

  private static void deleteChild(Transaction transaction, Deque<Branch> open, Item child) {
    if (mark(transaction, child)) {
      open(open, child);
    } else if (!transaction.adds(child)) {
      // It lost its content earlier; now that the parent goes it may join its neighbours.
      transaction.split.add(child);
    }
  }

  private static void open(Deque<Branch> open, Item item) {
    if (item.content instanceof Branch branch) {
      open.push(branch);
    }
  }

  private static boolean mark(Transaction transaction, Item item) {
    if (item.isDeleted()) {
      return false;
    }
    Branch parent = item.parent;
    if (item.key == null && item.content.isCountable()) {
      parent.visibleLength -= (int) item.length();
    }
    parent.forgetPlace();
    item.markDeleted();
    transaction.addDeleted(item);
    transaction.noteChange(parent, item.key);
    return true;
  }

  /// Deletes what is here of the set, and gives what is not here yet. Clients come in descending
  /// order, as Yjs writes and so reads them: whether a child or its parent goes first decides which
  /// blocks are looked at for joining.
  static IdSet apply(Transaction transaction, BlockStore store, IdSet deletes) {
    IdSet.Builder absent = new IdSet.Builder();
    for (int c = deletes.size() - 1; c >= 0; c--) {
      long client = deletes.clientAt(c);
      ClientBlocks blocks = store.get(client);
      long state = store.state(client);
      for (int r = 0; r < deletes.rangeCount(c); r++) {
        long from = deletes.fromAt(c, r);
        long to = deletes.toAt(c, r);
        absent.add(client, Math.max(from, state), to - Math.max(from, state));
        if (from < state) {
          deleteRange(transaction, blocks, from, to);
        }
      }
    }
    return absent.build();
  }

  private static void deleteRange(
      Transaction transaction, @Nullable ClientBlocks blocks, long from, long to) {
    if (blocks == null) {
      return;
    }
    int index = blocks.find(from);
    if (blocks.get(index) instanceof Item item && !item.isDeleted() && item.clock < from) {
      blocks.split(transaction, item, index, from - item.clock);
      index++;
    }
    while (index < blocks.size() && blocks.get(index).clock < to) {
      if (blocks.get(index) instanceof Item item && !item.isDeleted()) {
        if (to < item.end()) {
          blocks.split(transaction, item, index, to - item.clock);
        }
        delete(transaction, item);
      }
      index++;
    }
  }
}
