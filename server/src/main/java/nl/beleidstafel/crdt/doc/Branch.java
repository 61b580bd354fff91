package nl.beleidstafel.crdt.doc;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import nl.beleidstafel.crdt.update.TypeContent;
import nl.beleidstafel.crdt.update.TypeKind;
import org.jspecify.annotations.Nullable;

/// A shared type as a place for items: a list from {@link #first} on, and a chain of values for
/// each key. What the types of `crdt.type` are views of.
///
/// A root has a name and no item; its kind is what the first reader takes it for.
public final class Branch extends TypeContent {
  private final Doc doc;
  private final @Nullable Item item;
  private final @Nullable String rootName;
  private @Nullable Map<String, Item> keys;
  private @Nullable Item placeItem;
  private int placeIndex;
  @Nullable Item first;
  int visibleLength;
  boolean isFormatted;

  private Branch(
      Doc doc,
      @Nullable Item item,
      @Nullable String rootName,
      TypeKind kind,
      @Nullable String name) {
    super(kind, name);
    this.doc = doc;
    this.item = item;
    this.rootName = rootName;
  }

  static Branch root(Doc doc, String name) {
    return new Branch(doc, null, name, TypeKind.MAP, null);
  }

  static Branch in(Item item, Doc doc, TypeContent content) {
    return new Branch(doc, item, null, content.kind(), content.name());
  }

  public Doc doc() {
    return doc;
  }

  /// The item that holds it; null for a root.
  public @Nullable Item item() {
    return item;
  }

  public @Nullable String rootName() {
    return rootName;
  }

  /// Whether it, or anything it stands in, is deleted.
  public boolean isDeleted() {
    return item != null && item.isDeleted();
  }

  /// The first item of the list, deleted or not.
  public @Nullable Item first() {
    return first;
  }

  /// How many places the visible items of the list take.
  public int visibleLength() {
    return visibleLength;
  }

  /// The item that holds the present value of a key, deleted or not.
  public @Nullable Item key(String key) {
    return keys == null ? null : keys.get(key);
  }

  /// The keys that ever had a value, in the order in which they first had.
  public Set<String> keys() {
    return keys == null ? Set.of() : keys.keySet();
  }

  void putKey(String key, Item item) {
    if (keys == null) {
      keys = new LinkedHashMap<>();
    }
    keys.put(key, item);
  }

  /// The beginning of the chain of a key.
  @Nullable Item firstOf(@Nullable String key) {
    if (key == null) {
      return first;
    }
    Item oldest = key(key);
    while (oldest != null && oldest.left != null) {
      oldest = oldest.left;
    }
    return oldest;
  }

  /// Drops all children; the blocks themselves are the caller's.
  void clear() {
    first = null;
    keys = null;
    forgetPlace();
  }

  /// A visible item of which the index is known: where the last local edit was. Editing and reading
  /// near it need not walk the list from its beginning.
  @Nullable Item placeItem() {
    return placeItem;
  }

  int placeIndex() {
    return placeIndex;
  }

  void remember(Item item, int index) {
    placeItem = item;
    placeIndex = index;
  }

  void forgetPlace() {
    placeItem = null;
  }
}
