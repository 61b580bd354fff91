package nl.beleidstafel.collab.runtime;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.collab.log.Logs;
import nl.beleidstafel.collab.room.Room;
import nl.beleidstafel.collab.room.RoomEffect;
import nl.beleidstafel.collab.room.RoomEvent;
import nl.beleidstafel.crdt.update.Updates;
import org.jspecify.annotations.Nullable;

/// The rooms of one event loop. A document always belongs to the same shard, so opening, using and
/// forgetting its room never race. All methods run on the loop.
final class Shard {
  private final Loop loop;
  private final Logs logs;
  private final LogWriter writer;
  private final RoomCounters counters;
  private final Map<DocumentId, LiveRoom> rooms = new HashMap<>();
  private boolean storageAway;

  Shard(Loop loop, Logs logs, LogWriter writer, RoomCounters counters) {
    this.loop = loop;
    this.logs = logs;
    this.writer = writer;
    this.counters = counters;
  }

  Loop loop() {
    return loop;
  }

  Logs logs() {
    return logs;
  }

  LogWriter writer() {
    return writer;
  }

  RoomCounters counters() {
    return counters;
  }

  /// The future, completed on this shard's loop.
  <T extends @Nullable Object> Future<T> here(Future<T> elsewhere) {
    Promise<T> promise = Promise.promise();
    elsewhere.onComplete(answer -> loop.run(() -> promise.handle(answer)));
    return promise.future();
  }

  Future<Attachment> attach(DocumentId document, Actor actor, Outbound out) {
    return room(document).attach(actor, out);
  }

  Future<Long> append(
      DocumentId document, Actor author, @Nullable MemberId onBehalfOf, Bytes update) {
    return room(document).append(author, onBehalfOf, update);
  }

  /// The open room's state where it has come that far, else what the log holds, without opening a
  /// room for it.
  Future<Bytes> read(DocumentId document, long atLeastSeq) {
    LiveRoom room = rooms.get(document);
    Bytes state = room == null ? null : room.state(atLeastSeq);
    return state != null
        ? Future.succeededFuture(state)
        : Opening.read(document, this).map(Shard::merged);
  }

  private static Bytes merged(Opening.Content content) {
    List<Bytes> updates = new java.util.ArrayList<>(content.tail());
    if (!content.snapshot().isEmpty()) {
      updates.addFirst(content.snapshot());
    }
    return updates.isEmpty() ? Updates.EMPTY : Updates.merge(updates);
  }

  void accessChanged(DocumentId document) {
    LiveRoom room = rooms.get(document);
    if (room != null) {
      room.accessChanged();
    }
  }

  /// Somebody tried to erase it.
  void maybeErased(DocumentId document) {
    LiveRoom room = rooms.get(document);
    if (room != null) {
      room.maybeErased();
    }
  }

  void storageChanged(boolean away) {
    storageAway = away;
    rooms.values().forEach(room -> room.storageChanged(away));
  }

  /// What a room that was just opened must know of the world.
  List<RoomEffect> told(Room room) {
    return storageAway ? room.on(new RoomEvent.StorageChanged(true)) : List.of();
  }

  private LiveRoom room(DocumentId document) {
    LiveRoom room = rooms.get(document);
    if (room == null) {
      room = new LiveRoom(document, this);
      rooms.put(document, room);
      counters.roomOpened();
    }
    return room;
  }

  void remove(DocumentId document, LiveRoom room) {
    if (rooms.remove(document, room)) {
      counters.roomClosed();
    }
  }

  int roomCount() {
    return rooms.size();
  }
}
