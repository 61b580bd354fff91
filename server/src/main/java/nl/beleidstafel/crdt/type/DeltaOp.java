package nl.beleidstafel.crdt.type;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One step of a walk over a list or text that turns its former state into the present one.
public sealed interface DeltaOp {
  /// Leaves `count` places, but changes their formats: null takes one away.
  record Retain(int count, Map<String, @Nullable Object> formats) implements DeltaOp {}

  /// Inserts a string of characters, an embed, a nested type, or one value of an array.
  record Insert(@Nullable Object value, Map<String, @Nullable Object> formats) implements DeltaOp {}

  record Delete(int count) implements DeltaOp {}
}
