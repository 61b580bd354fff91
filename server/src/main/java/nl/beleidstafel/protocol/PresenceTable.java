package nl.beleidstafel.protocol;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.beleidstafel.base.Limits;

/// Who is in one document, by what their clients said last. Entries stay when a client leaves: the
/// clock they left with keeps a late message from bringing them back. Single-threaded.
public final class PresenceTable {
  private final Map<Long, PresenceEntry> entries = new LinkedHashMap<>();

  /// Takes what is news and returns just that, for passing on. Above the limit of clients the one
  /// that left longest ago is forgotten; where all are here, a new one is not taken.
  public List<PresenceEntry> apply(Collection<PresenceEntry> said) {
    List<PresenceEntry> news = new ArrayList<>();
    for (PresenceEntry entry : said) {
      PresenceEntry known = entries.get(entry.client());
      long clock = known == null ? 0 : known.clock();
      boolean present = known != null && !known.gone();
      if (entry.replaces(clock, present) && (known != null || makeRoom())) {
        entries.remove(entry.client());
        entries.put(entry.client(), entry);
        news.add(entry);
      }
    }
    return news;
  }

  private boolean makeRoom() {
    if (entries.size() < Limits.PRESENCE_ENTRIES_MAX) {
      return true;
    }
    var oldest = entries.values().iterator();
    while (oldest.hasNext()) {
      if (oldest.next().gone()) {
        oldest.remove();
        return true;
      }
    }
    return false;
  }

  /// Marks these clients as gone, because their session ended, and returns what to tell the others:
  /// the clock they had, with `null`, as y-protocols' `removeAwarenessStates` does.
  public List<PresenceEntry> leave(Collection<Long> clients) {
    List<PresenceEntry> left = new ArrayList<>();
    for (Long client : clients) {
      PresenceEntry known = entries.get(client);
      if (known != null && !known.gone()) {
        left.add(new PresenceEntry(client, known.clock(), PresenceEntry.GONE));
      }
    }
    return apply(left);
  }

  /// The clients that are here.
  public List<PresenceEntry> present() {
    return entries.values().stream().filter(entry -> !entry.gone()).toList();
  }
}
