package nl.beleidstafel.crdt.update;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A map from client ids (0 and up) to objects without boxing: open addressing, grown at half full,
/// entries never removed. One thread.
public final class LongMap<V> {
  private static final long[] NO_KEYS = new long[1];
  private static final @Nullable Object[] NO_VALUES = new Object[1];

  // Most maps of an update of one edit stay empty: they share arrays, which the first entry
  // replaces.
  private long[] keys = NO_KEYS;
  private @Nullable Object[] values = NO_VALUES;
  private int size;

  public int size() {
    return size;
  }

  @SuppressWarnings("unchecked") // only put stores, and it stores V
  public @Nullable V get(long key) {
    return (V) values[slot(key)];
  }

  public void put(long key, V value) {
    int slot = slot(key);
    if (values[slot] == null) {
      if ((size + 1) * 2 > keys.length) {
        grow();
        slot = slot(key);
      }
      size++;
    }
    keys[slot] = key;
    values[slot] = value;
  }

  /// All keys, ascending.
  public long[] sortedKeys() {
    long[] sorted = new long[size];
    int count = 0;
    for (int i = 0; i < keys.length; i++) {
      if (values[i] != null) {
        sorted[count++] = keys[i];
      }
    }
    Arrays.sort(sorted);
    return sorted;
  }

  private int slot(long key) {
    int mask = keys.length - 1;
    long mixed = key * 0x9e3779b97f4a7c15L;
    int slot = (int) (mixed >>> 32) & mask;
    while (values[slot] != null && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    @Nullable Object[] oldValues = values;
    keys = new long[Math.max(4, oldKeys.length * 2)];
    values = new Object[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldValues[i] != null) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        values[slot] = oldValues[i];
      }
    }
  }
}
