package nl.beleidstafel.crdt.doc;

import nl.beleidstafel.crdt.update.Content;
import nl.beleidstafel.crdt.update.TypeContent;
import org.jspecify.annotations.Nullable;

/// Gives a new item its place among those written at the same time: the heart of YATA.
///
/// Every replica must come to the same order whatever the order in which items arrive. So an item
/// may stand anywhere between its two origins, and among the items there these rules decide: no
/// line from an item to its origin crosses another; of items with the same origin the one of the
/// smaller client id stands first; and what was inserted behind an item stays with it.
///
/// Source: yjs `Item.integrate`; Nicolaescu et al., Near Real-Time Peer-to-Peer Shared Editing on
/// Extensible Data Types (GROUP 2016).
final class Placement {
  private Placement() {}

  /// Links the item in behind `left` or wherever the rules put it, stores it, and lets its content
  /// take effect. The neighbours are those at its origins.
  static void place(Transaction transaction, Item item, @Nullable Item left, @Nullable Item right) {
    Branch parent = item.parent;
    boolean contested = left == null ? right == null || right.left != null : left.right != right;
    Item behind = contested ? leftNeighbour(item, left, right) : left;
    link(item, behind);
    parent.forgetPlace();
    if (item.right == null && item.key != null) {
      parent.putKey(item.key, item);
      if (item.left != null) {
        Deletion.delete(transaction, item.left);
      }
    }
    if (item.key == null && item.content.isCountable()) {
      parent.visibleLength += (int) item.length();
    }
    item.client.add(transaction, item);
    takeEffect(transaction, item);
    transaction.noteChange(parent, item.key);
    if (parent.isDeleted() || (item.key != null && item.right != null)) {
      Deletion.delete(transaction, item);
    }
  }

  private static void link(Item item, @Nullable Item left) {
    Branch parent = item.parent;
    item.left = left;
    if (left != null) {
      item.right = left.right;
      left.right = item;
    } else {
      item.right = parent.firstOf(item.key);
      if (item.key == null) {
        parent.first = item;
      }
    }
    if (item.right != null) {
      item.right.left = item;
    }
  }

  private static void takeEffect(Transaction transaction, Item item) {
    switch (item.content) {
      case Content.Deleted _ -> {
        transaction.addDeleted(item);
        item.markDeleted();
      }
      case Content.Format _ -> item.parent.isFormatted = true;
      case TypeContent type -> item.content = Branch.in(item, transaction.doc, type);
      default -> {}
    }
  }

  /// Walks from the left origin to the right one over the items that may have been written at the
  /// same time, and gives the last one that must stand before the new item.
  private static @Nullable Item leftNeighbour(
      Item item, @Nullable Item left, @Nullable Item right) {
    Item behind = left;
    Item other = left != null ? left.right : item.parent.firstOf(item.key);
    ScannedItems scanned = new ScannedItems();
    int undecidedFrom = 0;
    while (other != null && other != right) {
      scanned.add(other);
      if (item.hasSameOrigin(other)) {
        if (other.client.id < item.client.id) {
          behind = other;
          undecidedFrom = scanned.size();
        } else if (item.hasSameRightOrigin(other)) {
          break;
        }
      } else {
        int originAt = scanned.indexOfOrigin(other);
        if (originAt < 0) {
          break;
        }
        if (originAt < undecidedFrom) {
          behind = other;
          undecidedFrom = scanned.size();
        }
      }
      other = other.right;
    }
    return behind;
  }
}
