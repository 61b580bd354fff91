package nl.beleidstafel.crdt.type;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import nl.beleidstafel.base.Check;
import nl.beleidstafel.crdt.doc.Branch;
import nl.beleidstafel.crdt.doc.Item;
import nl.beleidstafel.crdt.doc.MapEdits;
import nl.beleidstafel.crdt.update.TypeContent;
import nl.beleidstafel.crdt.update.TypeKind;
import org.jspecify.annotations.Nullable;

/// Values and nested types by key.
///
/// Source: yjs `YMap.js`.
public final class YMap extends SharedType {
  private YMap(Branch branch) {
    super(branch);
  }

  public static YMap of(Branch branch) {
    return new YMap(branch);
  }

  /// A value in the forms of {@link nl.beleidstafel.crdt.encoding.Values}, a {@link SharedType}, or
  /// null where there is none.
  public @Nullable Object get(String key) {
    return keyValue(key);
  }

  public boolean has(String key) {
    return hasKey(key);
  }

  public Set<String> keys() {
    return keyValues().keySet();
  }

  public void set(String key, @Nullable Object value) {
    setKey(key, value);
  }

  /// Gives the key an empty nested type; `name` where the kind has one.
  public SharedType setType(String key, TypeKind kind, @Nullable String name) {
    List<Item> made = new ArrayList<>(1);
    TypeContent type = new TypeContent(kind, name);
    edit(tx -> made.add(MapEdits.set(tx, branch, key, type)));
    Check.that(made.getFirst().content() instanceof Branch, "the map itself is gone");
    return SharedType.of((Branch) made.getFirst().content());
  }

  public void delete(String key) {
    removeKey(key);
  }

  /// A plain copy; texts and XML as strings.
  @SuppressWarnings("unchecked") // Json gives a map for a map
  public Map<String, @Nullable Object> toJson() {
    return (Map<String, @Nullable Object>) Objects.requireNonNull(Json.of(this));
  }

  @Override
  public String toString() {
    return toJson().toString();
  }
}
