package nl.beleidstafel.collab.room;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.beleidstafel.base.Limits;
import org.jspecify.annotations.Nullable;

/// The entries that are on their way to the log; bounded in bytes.
final class Parked {
  private final Map<Long, Entry> entries = new HashMap<>();
  private long sizeBytes;

  boolean isEmpty() {
    return entries.isEmpty();
  }

  long sizeBytes() {
    return sizeBytes;
  }

  boolean fits(Entry entry) {
    return sizeBytes + entry.update.length() <= Limits.ROOM_UNCOMMITTED_MAX_BYTES;
  }

  void add(Entry entry) {
    entries.put(entry.id, entry);
    sizeBytes += entry.update.length();
    if (entry.session != null) {
      entry.session.sent(entry);
    }
  }

  /// Null where there is no such entry (any more).
  @Nullable Entry remove(long id) {
    Entry entry = entries.remove(id);
    if (entry != null) {
      sizeBytes -= entry.update.length();
      if (entry.session != null) {
        entry.session.settled();
      }
    }
    return entry;
  }

  /// The one session that all rows come from, where it does not wait for its own; else nobody.
  long soleSession(List<RoomEvent.Row> rows) {
    Session sole = null;
    for (RoomEvent.Row row : rows) {
      if (row.entries().isEmpty()) {
        return RoomEffect.Publish.NOBODY;
      }
      for (Long id : row.entries()) {
        Entry entry = entries.get(id);
        Session session = entry == null ? null : entry.session;
        if (session == null || (sole != null && sole != session)) {
          return RoomEffect.Publish.NOBODY;
        }
        sole = session;
      }
    }
    return sole == null || sole.echoesOwn ? RoomEffect.Publish.NOBODY : sole.id;
  }
}
