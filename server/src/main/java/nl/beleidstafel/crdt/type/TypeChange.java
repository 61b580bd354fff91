package nl.beleidstafel.crdt.type;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.beleidstafel.crdt.doc.Branch;
import nl.beleidstafel.crdt.doc.Item;
import nl.beleidstafel.crdt.doc.Transaction;
import org.jspecify.annotations.Nullable;

/// How one type was changed by a transaction. Types that came or went with it have no change of
/// their own: that of their parent says it. To be read inside of an observer of the document.
///
/// Source: yjs `YEvent.js`.
///
/// @param target what was changed
/// @param path keys and indices from the root, whose name is the first, to the target
/// @param keys the keys that changed
/// @param delta what happened to the list; empty where nothing did
public record TypeChange(
    Branch target, List<Object> path, Map<String, KeyChange> keys, List<DeltaOp> delta) {

  /// What happened to a key.
  public enum Action {
    ADD,
    UPDATE,
    DELETE
  }

  /// What happened to a key and the value it had before; null where it had none.
  public record KeyChange(Action action, @Nullable Object before) {}

  /// All changes of a transaction, in the order in which they began.
  public static List<TypeChange> of(Transaction transaction) {
    List<TypeChange> changes = new ArrayList<>();
    for (Map.Entry<Branch, Set<@Nullable String>> entry : transaction.changed().entrySet()) {
      Branch branch = entry.getKey();
      Map<String, KeyChange> keys = keys(transaction, branch, entry.getValue());
      boolean listChanged = entry.getValue().contains(null);
      List<DeltaOp> delta = listChanged ? DeltaReader.read(transaction, branch) : List.of();
      if (!branch.isDeleted() && (!keys.isEmpty() || !delta.isEmpty())) {
        changes.add(new TypeChange(branch, path(branch), keys, delta));
      }
    }
    return changes;
  }

  private static Map<String, KeyChange> keys(
      Transaction transaction, Branch branch, Set<@Nullable String> parts) {
    Map<String, KeyChange> changes = new LinkedHashMap<>();
    for (String key : parts) {
      Item item = key == null ? null : branch.key(key);
      if (key != null && item != null) {
        KeyChange change = keyChange(transaction, item);
        if (change != null) {
          changes.put(key, change);
        }
      }
    }
    return changes;
  }

  private static @Nullable KeyChange keyChange(Transaction transaction, Item last) {
    Item before = last;
    while (before != null && transaction.adds(before)) {
      before = before.left();
    }
    boolean hadValue = before != null && (!before.isDeleted() || transaction.deletes(before));
    boolean hasValue = !last.isDeleted();
    Object value = hadValue && before != null ? Elements.last(before.content()) : null;
    if (hadValue && hasValue) {
      return transaction.adds(last) ? new KeyChange(Action.UPDATE, value) : null;
    }
    if (hadValue) {
      return new KeyChange(Action.DELETE, value);
    }
    return hasValue ? new KeyChange(Action.ADD, null) : null;
  }

  private static List<Object> path(Branch target) {
    Deque<Object> path = new ArrayDeque<>();
    Branch at = target;
    for (Item item = at.item(); item != null; item = at.item()) {
      String key = item.key();
      path.addFirst(key == null ? (Object) indexOf(item) : key);
      at = item.parent();
    }
    String root = at.rootName();
    path.addFirst(root == null ? "" : root);
    return List.copyOf(path);
  }

  private static int indexOf(Item item) {
    int index = 0;
    for (Item before = item.left(); before != null; before = before.left()) {
      if (before.isVisible()) {
        index += (int) before.clockCount();
      }
    }
    return index;
  }
}
