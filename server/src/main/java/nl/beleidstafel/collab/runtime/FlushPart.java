package nl.beleidstafel.collab.runtime;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.collab.Level;
import nl.beleidstafel.collab.log.UpdateLog.Addition;
import nl.beleidstafel.collab.log.UpdateLog.Outcome;
import nl.beleidstafel.collab.room.Reason;
import nl.beleidstafel.collab.room.RoomEffect;
import nl.beleidstafel.collab.room.RoomEvent;
import nl.beleidstafel.crdt.update.Updates;
import org.jspecify.annotations.Nullable;

/// What one room adds to the log in one flush, a share for each author.
record FlushPart(DocumentId document, List<Share> shares, Reply reply) {
  /// One author's updates, merged into one addition.
  ///
  /// @param entries the updates that are in it
  /// @param sizeBytes of the updates before they were merged
  record Share(Addition addition, List<Long> entries, long sizeBytes) {
    MemberId author() {
      return addition.author().member();
    }
  }

  /// The room that waits for the answers. Called on the log writer's loop, for each entry once.
  interface Reply {
    void stored(List<RoomEvent.Row> rows);

    void refused(MemberId author, List<Long> entries, Level level);

    void failed(MemberId author, List<Long> entries, Reason reason);
  }

  /// Whose words a share holds. What an author accepted stands on nothing of theirs that is still
  /// on its way, nor the other way round, so that the order of shares means nothing.
  private record Writer(MemberId author, @Nullable MemberId onBehalfOf) {}

  static FlushPart of(DocumentId document, List<RoomEffect.Append> updates, Reply reply) {
    List<Share> shares = new ArrayList<>();
    if (updates.size() == 1) {
      share(document, updates, shares);
      return new FlushPart(document, shares, reply);
    }
    Map<Writer, List<RoomEffect.Append>> byAuthor = new LinkedHashMap<>();
    for (RoomEffect.Append update : updates) {
      Writer writer = new Writer(update.author().member(), update.onBehalfOf());
      byAuthor.computeIfAbsent(writer, _ -> new ArrayList<>()).add(update);
    }
    byAuthor.values().forEach(own -> share(document, own, shares));
    return new FlushPart(document, shares, reply);
  }

  private static void share(DocumentId document, List<RoomEffect.Append> own, List<Share> shares) {
    List<Long> entries = new ArrayList<>(own.size());
    List<Bytes> updates = new ArrayList<>(own.size());
    long sizeBytes = 0;
    for (RoomEffect.Append update : own) {
      entries.add(update.entry());
      updates.add(update.update());
      sizeBytes += update.update().length();
    }
    Bytes merged;
    try {
      merged = updates.size() == 1 ? updates.getFirst() : Updates.merge(updates);
    } catch (RuntimeException unmergeable) {
      // Whatever it is, it must not stop the writer of all rooms: each alone needs no merging.
      own.forEach(update -> share(document, List.of(update), shares));
      return;
    }
    RoomEffect.Append first = own.getFirst();
    Addition addition = new Addition(document, first.author(), first.onBehalfOf(), merged);
    shares.add(new Share(addition, entries, sizeBytes));
  }

  int updates() {
    int updates = 0;
    for (Share share : shares) {
      updates += share.entries.size();
    }
    return updates;
  }

  long sizeBytes() {
    long sizeBytes = 0;
    for (Share share : shares) {
      sizeBytes += share.sizeBytes;
    }
    return sizeBytes;
  }

  /// One part per share.
  List<FlushPart> split() {
    return shares.size() == 1
        ? List.of(this)
        : shares.stream().map(share -> new FlushPart(document, List.of(share), reply)).toList();
  }

  /// Tells the room what is stored of the shares.
  void tellStored(List<Outcome> outcomes) {
    List<RoomEvent.Row> rows = new ArrayList<>(outcomes.size());
    for (int i = 0; i < outcomes.size(); i++) {
      if (outcomes.get(i) instanceof Outcome.Stored(long seq)) {
        Share share = shares.get(i);
        rows.add(new RoomEvent.Row(seq, share.addition.update(), share.entries));
      }
    }
    if (!rows.isEmpty()) {
      rows.sort(Comparator.comparingLong(RoomEvent.Row::seq));
      reply.stored(rows);
    }
  }
}
