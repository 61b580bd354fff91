package nl.beleidstafel.prose;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import nl.beleidstafel.crdt.encoding.Values;
import org.jspecify.annotations.Nullable;

/// The attributes of a node by name, in the forms of {@link Values}, exactly as they are stored.
/// Immutable; in the order of their names, so that equal trees give equal bytes.
public record Attributes(Map<String, @Nullable Object> values) {
  public static final Attributes NONE = new Attributes(Map.of());

  public Attributes {
    TreeMap<String, @Nullable Object> sorted = new TreeMap<>();
    values.forEach((name, value) -> sorted.put(name, Values.of(value)));
    values = Collections.unmodifiableMap(sorted);
  }

  public static Attributes of(Map<String, ? extends @Nullable Object> values) {
    return new Attributes(new TreeMap<>(values));
  }

  /// The text of that name, or the fallback where there is none or it is no text.
  String text(String name, String fallback) {
    return values.get(name) instanceof String text ? text : fallback;
  }

  @Nullable String text(String name) {
    return values.get(name) instanceof String text ? text : null;
  }

  boolean flag(String name) {
    return Boolean.TRUE.equals(values.get(name));
  }

  /// The whole number of that name, or the fallback where there is none within the range of `int`.
  int integer(String name, int fallback) {
    return values.get(name) instanceof Long number && number == number.intValue()
        ? number.intValue()
        : fallback;
  }
}
