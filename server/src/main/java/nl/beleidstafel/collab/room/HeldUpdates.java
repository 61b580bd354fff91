package nl.beleidstafel.collab.room;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import nl.beleidstafel.base.Limits;

/// Updates that stand on changes the server does not have yet, in order of arrival; bounded.
final class HeldUpdates {
  private record Held(Entry entry, long sinceRound) {}

  private final List<Held> updates = new ArrayList<>();
  private long sizeBytes;

  /// How often the document changed since the room began: who waits longer than two changes waits
  /// for something that is not on its way.
  private long round;

  /// False where there is no room for it.
  boolean add(Entry entry) {
    int length = entry.update.length();
    if (updates.size() >= Limits.ROOM_HELD_MAX || sizeBytes + length > Limits.ROOM_HELD_MAX_BYTES) {
      return false;
    }
    updates.add(new Held(entry, round));
    sizeBytes += length;
    return true;
  }

  boolean isEmpty() {
    return updates.isEmpty();
  }

  void nextRound() {
    round++;
  }

  /// Removes and returns, in order, those that the test takes. The test may be asked about one
  /// after it took another, and each time sees what it did then.
  List<Entry> take(Predicate<Entry> test) {
    List<Entry> taken = new ArrayList<>();
    Iterator<Held> each = updates.iterator();
    while (each.hasNext()) {
      Entry entry = each.next().entry;
      if (test.test(entry)) {
        each.remove();
        sizeBytes -= entry.update.length();
        taken.add(entry);
      }
    }
    return taken;
  }

  /// The sessions of those that wait for what is not on its way.
  List<Session> stuck(boolean nothingUnderway) {
    List<Session> sessions = new ArrayList<>();
    for (Held held : updates) {
      Session session = held.entry.session;
      if (session != null && (nothingUnderway || round - held.sinceRound >= 2)) {
        sessions.add(session);
      }
    }
    return sessions;
  }
}
