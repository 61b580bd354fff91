package nl.beleidstafel.crdt.doc;

import java.util.Arrays;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/// The items passed while looking for a place, in order. Mostly one or two; many where somebody
/// wrote much at the same spot, so beyond a few they are found by hash.
final class ScannedItems {
  private static final int LINEAR_MAX = 16;

  private Item[] items = new Item[4];
  private int size;
  private @Nullable IdentityHashMap<Block, Integer> positions;

  int size() {
    return size;
  }

  void add(Item item) {
    if (size == items.length) {
      items = Arrays.copyOf(items, size * 2);
    }
    if (size == LINEAR_MAX) {
      positions = new IdentityHashMap<>();
      for (int i = 0; i < size; i++) {
        positions.put(items[i], i);
      }
    }
    if (positions != null) {
      positions.put(item, size);
    }
    items[size++] = item;
  }

  /// Where the item that holds the origin of `item` was passed; negative where it was not.
  int indexOfOrigin(Item item) {
    ClientBlocks origin = item.origin;
    if (origin == null) {
      return -1;
    }
    if (positions != null) {
      return positions.getOrDefault(origin.get(origin.find(item.originClock())), -1);
    }
    for (int i = size - 1; i >= 0; i--) {
      Item passed = items[i];
      if (passed.client == origin
          && passed.clock <= item.originClock()
          && item.originClock() < passed.end()) {
        return i;
      }
    }
    return -1;
  }
}
