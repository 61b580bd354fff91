package nl.beleidstafel.crdt.type;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nl.beleidstafel.base.Check;
import nl.beleidstafel.crdt.doc.Branch;
import nl.beleidstafel.crdt.doc.Item;
import nl.beleidstafel.crdt.doc.ListEdits;
import nl.beleidstafel.crdt.update.TypeContent;
import nl.beleidstafel.crdt.update.TypeKind;
import org.jspecify.annotations.Nullable;

/// A list of values and nested types.
///
/// Source: yjs `YArray.js`.
public final class YArray extends SharedType {
  private YArray(Branch branch) {
    super(branch);
  }

  public static YArray of(Branch branch) {
    return new YArray(branch);
  }

  /// A value in the forms of {@link nl.beleidstafel.crdt.encoding.Values}, or a {@link SharedType}.
  public @Nullable Object get(int index) {
    return Elements.get(branch, index);
  }

  public List<@Nullable Object> values() {
    return Elements.all(branch);
  }

  public void insert(int index, List<?> values) {
    edit(tx -> ListEdits.insert(tx, branch, index, Elements.contents(values)));
  }

  public void append(List<?> values) {
    insert(length(), values);
  }

  /// Inserts an empty nested type; `name` where the kind has one.
  public SharedType insertType(int index, TypeKind kind, @Nullable String name) {
    List<Item> made = new ArrayList<>(1);
    TypeContent type = new TypeContent(kind, name);
    edit(tx -> made.addAll(ListEdits.insert(tx, branch, index, List.of(type))));
    Check.that(made.getFirst().content() instanceof Branch, "the array itself is gone");
    return SharedType.of((Branch) made.getFirst().content());
  }

  public void delete(int index, int count) {
    edit(tx -> ListEdits.delete(tx, branch, index, count));
  }

  /// A plain copy; texts and XML as strings.
  @SuppressWarnings("unchecked") // Json gives a list for an array
  public List<@Nullable Object> toJson() {
    return (List<@Nullable Object>) Objects.requireNonNull(Json.of(this));
  }

  @Override
  public String toString() {
    return toJson().toString();
  }
}
