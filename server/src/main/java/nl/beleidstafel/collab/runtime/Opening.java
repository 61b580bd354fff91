package nl.beleidstafel.collab.runtime;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.collab.log.Snapshots.Snapshot;
import nl.beleidstafel.collab.log.UpdateLog;
import nl.beleidstafel.collab.log.UpdateLog.Head;
import nl.beleidstafel.collab.room.Reason;
import nl.beleidstafel.collab.room.Room;
import nl.beleidstafel.db.StoreException;
import org.jspecify.annotations.Nullable;

/// Reads a document from its newest snapshot and the log behind it, once for everybody who waits.
/// On the shard's loop.
final class Opening {
  /// A document as it was read.
  ///
  /// @param snapshot empty where there is none
  record Content(Head head, Bytes snapshot, List<Bytes> tail) {}

  private final DocumentId document;
  private final Shard shard;
  private @Nullable Future<Room> room;
  private @Nullable UUID generation;

  Opening(DocumentId document, Shard shard) {
    this.document = document;
    this.shard = shard;
  }

  /// Fails with {@link Refused} where there is no such document or it cannot be read now.
  Future<Room> room() {
    Future<Room> known = room;
    if (known == null) {
      known =
          read(document, shard)
              .map(content -> {
                generation = content.head.generation();
                return new Room(
                    content.head.generation(), content.head.seq(), content.snapshot, content.tail);
              });
      room = known;
    }
    return known;
  }

  /// What somebody is told who was refused: that the document was erased, where they could read it.
  Future<Room> refused(Throwable failure, Actor actor) {
    if (!(failure instanceof Refused refused) || refused.reason() != Reason.FORBIDDEN) {
      return Future.failedFuture(failure);
    }
    return shard
        .here(shard.logs().updates().wasErased(document, actor))
        .recover(unknown -> Future.failedFuture(refusal(unknown)))
        .compose(erased -> Future.failedFuture(erased ? new Refused(Reason.ERASED) : failure));
  }

  UUID generation() {
    UUID known = generation;
    if (known == null) {
      throw new IllegalStateException("not open");
    }
    return known;
  }

  static Future<Content> read(DocumentId document, Shard shard) {
    UpdateLog log = shard.logs().updates();
    return shard
        .here(log.head(document))
        .compose(head ->
            head.isEmpty()
                ? Future.<Content>failedFuture(new Refused(Reason.FORBIDDEN))
                : readFrom(document, shard, head.get()))
        .recover(failure -> Future.failedFuture(refusal(failure)));
  }

  /// What those who ask are told.
  static Throwable refusal(Throwable failure) {
    return failure instanceof StoreException ? new Refused(Reason.STORAGE_AWAY) : failure;
  }

  private static Future<Content> readFrom(DocumentId document, Shard shard, Head head) {
    return shard
        .here(shard.logs().snapshots().latest(document, head.generation()))
        .compose(snapshot -> {
          long from = snapshot.map(Snapshot::seq).orElse(0L);
          Bytes state = snapshot.map(Snapshot::state).orElse(Bytes.EMPTY);
          if (from > head.seq()) {
            // Written since the head was read.
            return Future.succeededFuture(
                new Content(new Head(head.generation(), from), state, List.of()));
          }
          return tail(document, shard, head, from, new ArrayList<>())
              .map(tail -> new Content(head, state, tail));
        });
  }

  private static Future<List<Bytes>> tail(
      DocumentId document, Shard shard, Head head, long from, List<Bytes> sofar) {
    if (from >= head.seq()) {
      return Future.succeededFuture(sofar);
    }
    return shard
        .here(shard.logs().updates().since(document, from))
        .compose(page -> {
          long last = from;
          for (UpdateLog.Entry entry : page) {
            if (entry.seq() <= head.seq()) {
              sofar.add(entry.update());
              last = entry.seq();
            }
          }
          return last == from
              ? Future.failedFuture(new StoreException("the log ends too early", true))
              : tail(document, shard, head, last, sofar);
        });
  }
}
