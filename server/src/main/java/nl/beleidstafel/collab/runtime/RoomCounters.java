package nl.beleidstafel.collab.runtime;

import nl.beleidstafel.collab.room.Reason;

/// What the rooms tell whoever watches them. Any thread; must neither block nor throw.
public interface RoomCounters {
  /// Counts nothing.
  RoomCounters NONE = new RoomCounters() {};

  default void roomOpened() {}

  default void roomClosed() {}

  default void sessionOpened() {}

  default void sessionClosed() {}

  /// Events that one room took in one go.
  default void taken(int events) {}

  /// One flush was committed.
  ///
  /// @param additions its rows: one per document and author
  default void committed(long durationNs, int updates, int additions) {}

  /// What waits for the log writer now.
  default void waiting(int updates, long sizeBytes) {}

  /// One message went to so many sessions.
  default void delivered(int sessions) {}

  /// A session that did not take what it was sent got one diff instead.
  default void resynced() {}

  default void presenceDropped() {}

  default void refused(Reason reason) {}

  /// An attempt to write failed and is made again.
  default void retried() {}
}
