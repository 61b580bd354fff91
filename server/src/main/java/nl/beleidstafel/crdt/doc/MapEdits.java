package nl.beleidstafel.crdt.doc;

import nl.beleidstafel.crdt.update.Content;

/// Edits of the keys of a branch.
///
/// Source: yjs `typeMapSet`, `typeMapDelete`.
public final class MapEdits {
  private MapEdits() {}

  /// Gives the key a new value; the one before is deleted.
  public static Item set(Transaction transaction, Branch branch, String key, Content content) {
    return transaction.insert(branch.key(key), null, branch, key, content);
  }

  public static void delete(Transaction transaction, Branch branch, String key) {
    Item item = branch.key(key);
    if (item != null) {
      transaction.delete(item);
    }
  }
}
