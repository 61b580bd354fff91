package nl.beleidstafel.collab.socket;

import java.util.concurrent.ConcurrentHashMap;

/// How many sockets each has open, of those who have any, and a bound on it. Any thread.
final class Places<K> {
  private final int max;
  private final ConcurrentHashMap<K, Integer> taken = new ConcurrentHashMap<>();

  Places(int max) {
    this.max = max;
  }

  boolean full(K who) {
    return taken.getOrDefault(who, 0) >= max;
  }

  /// Takes a place; false where there is none left, and then nothing is to be given back.
  boolean take(K who) {
    boolean[] got = new boolean[1];
    taken.compute(
        who,
        (_, before) -> {
          int had = before == null ? 0 : before;
          got[0] = had < max;
          return got[0] ? Integer.valueOf(had + 1) : before;
        });
    return got[0];
  }

  void giveBack(K who) {
    taken.computeIfPresent(who, (_, had) -> had == 1 ? null : had - 1);
  }
}
