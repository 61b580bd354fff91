package nl.beleidstafel.crdt.type;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.beleidstafel.crdt.update.Content;
import org.jspecify.annotations.Nullable;

/// Nested maps and arrays as plain values, as `toJSON` of Yjs gives them; texts and XML become
/// strings, other documents empty. Works with a stack of its own, since nesting is as deep as
/// somebody made it.
final class Json {
  private final Deque<Runnable> open = new ArrayDeque<>();

  private Json() {}

  static @Nullable Object of(SharedType type) {
    Json json = new Json();
    Object value = json.value(type);
    for (Runnable next = json.open.poll(); next != null; next = json.open.poll()) {
      next.run();
    }
    return value;
  }

  /// The value; what a map or array holds is filled in later.
  private @Nullable Object value(@Nullable Object element) {
    return switch (element) {
      case YMap map -> {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        open.push(() -> map.keyValues().forEach((key, value) -> copy.put(key, value(value))));
        yield copy;
      }
      case YArray array -> {
        List<@Nullable Object> copy = new ArrayList<>();
        open.push(() -> Elements.all(array.branch).forEach(value -> copy.add(value(value))));
        yield copy;
      }
      case SharedType type -> type.toString();
      case Content.Document _ -> Map.of();
      case null, default -> element;
    };
  }
}
