package nl.beleidstafel.crdt.type;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import nl.beleidstafel.base.Check;
import nl.beleidstafel.crdt.doc.Branch;
import nl.beleidstafel.crdt.doc.Item;
import nl.beleidstafel.crdt.doc.MapEdits;
import nl.beleidstafel.crdt.doc.Transaction;
import org.jspecify.annotations.Nullable;

/// A view of one shared type. Two views of the same type are equal. An edit outside of a
/// transaction is one by itself. One thread, that of the document.
public abstract sealed class SharedType permits SharedText, XmlFragment, YArray, YMap {
  final Branch branch;

  SharedType(Branch branch) {
    this.branch = branch;
  }

  /// The view that fits what a nested type is.
  public static SharedType of(Branch branch) {
    Check.that(branch.item() != null, "what a root is, its reader says");
    return switch (branch.kind()) {
      case ARRAY -> YArray.of(branch);
      case MAP, XML_HOOK -> YMap.of(branch);
      case TEXT -> YText.of(branch);
      case XML_TEXT -> XmlText.of(branch);
      case XML_ELEMENT -> XmlElement.of(branch);
      case XML_FRAGMENT -> XmlFragment.of(branch);
    };
  }

  public final Branch branch() {
    return branch;
  }

  /// Whether it, or anything it stands in, is deleted.
  public final boolean isDeleted() {
    return branch.isDeleted();
  }

  /// How many places its list has: characters and embeds of a text, children, elements.
  public final int length() {
    return branch.visibleLength();
  }

  /// The present value of a key; null where it has none (or null itself).
  final @Nullable Object keyValue(String key) {
    Item item = branch.key(key);
    return item == null || item.isDeleted() ? null : Elements.last(item.content());
  }

  final boolean hasKey(String key) {
    Item item = branch.key(key);
    return item != null && !item.isDeleted();
  }

  final Map<String, @Nullable Object> keyValues() {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (String key : branch.keys()) {
      if (hasKey(key)) {
        values.put(key, keyValue(key));
      }
    }
    return values;
  }

  final void setKey(String key, @Nullable Object value) {
    edit(transaction -> MapEdits.set(transaction, branch, key, Elements.content(value)));
  }

  final void removeKey(String key) {
    edit(transaction -> MapEdits.delete(transaction, branch, key));
  }

  final void edit(Consumer<Transaction> edits) {
    var _ = branch.doc().transact(edits);
  }

  @Override
  public final boolean equals(Object other) {
    return other instanceof SharedType that && branch == that.branch;
  }

  @Override
  public final int hashCode() {
    return System.identityHashCode(branch);
  }
}
