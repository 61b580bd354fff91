package nl.beleidstafel.crdt.doc;

import java.util.List;
import nl.beleidstafel.crdt.update.Content;
import org.jspecify.annotations.Nullable;

/// Edits of the list of a branch by index.
///
/// Source: yjs `typeListInsertGenerics`, `typeListDelete`.
public final class ListEdits {
  private ListEdits() {}

  /// Inserts so that the first of the contents gets the index, and gives the items.
  public static List<Item> insert(
      Transaction transaction, Branch branch, int index, List<? extends Content> contents) {
    Item left = itemBefore(transaction, branch, index);
    Item right = left == null ? branch.first : left.right;
    Item[] items = new Item[contents.size()];
    int at = index;
    for (int i = 0; i < items.length; i++) {
      left = transaction.insert(left, right, branch, null, contents.get(i));
      items[i] = left;
      branch.remember(left, at);
      at += (int) left.length();
    }
    return List.of(items);
  }

  /// Throws {@link IndexOutOfBoundsException} where the list is shorter.
  public static void delete(Transaction transaction, Branch branch, int index, int count) {
    if (index < 0 || count < 0 || count > branch.visibleLength - index) {
      throw new IndexOutOfBoundsException(count + " from " + index + " of " + branch.visibleLength);
    }
    Item before = itemBefore(transaction, branch, index);
    Item item = before == null ? branch.first : before.right;
    int left = count;
    while (left > 0 && item != null) {
      if (item.isVisible()) {
        if (left < item.length()) {
          item.client.cleanStart(transaction, item.clock + left);
        }
        left -= (int) item.length();
        transaction.delete(item);
      }
      item = item.right;
    }
    if (before != null && before.isVisible()) {
      branch.remember(before, index - (int) before.length());
    }
  }

  /// The visible item that ends at the index, split where it goes on; null for index 0.
  static @Nullable Item itemBefore(Transaction transaction, Branch branch, int index) {
    if (index < 0 || index > branch.visibleLength) {
      throw new IndexOutOfBoundsException(index + " of " + branch.visibleLength);
    }
    if (index == 0) {
      return null;
    }
    Item place = branch.placeItem();
    boolean near = place != null && branch.placeIndex() < index;
    int left = near ? index - branch.placeIndex() : index;
    for (Item item = near ? place : branch.first; item != null; item = item.right) {
      if (item.isVisible()) {
        if (left <= item.length()) {
          if (left < item.length()) {
            item.client.cleanStart(transaction, item.clock + left);
          }
          return item;
        }
        left -= (int) item.length();
      }
    }
    throw new IllegalStateException("the length of a list is wrong");
  }
}
