package nl.beleidstafel.afterwards;

import io.vertx.core.Future;
import java.util.Set;
import java.util.UUID;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.collab.Channels;
import nl.beleidstafel.collab.Collab;
import nl.beleidstafel.collab.MemberChannels;
import nl.beleidstafel.db.Tx;
import nl.beleidstafel.talks.Withdrawals;

/// Takes away what is kept of an interview, to the last byte of the rows, the log and the
/// snapshots. What stays is that there was a talk with an organisation of a kind, on which basis,
/// and who did what when, by ids. Findings that notes stood behind are told. Any thread; nothing
/// waits. Rules E3 to E6 of `docs/spec.md`.
record Erasure(
    AfterwardsStore store, Collab collab, MemberChannels channels, Withdrawals withdrawals) {
  /// In the transaction that locked the interview.
  Future<Void> erase(Tx tx, Talk talk, Set<Kept> kinds, long nowMs) {
    return store
        .audience(tx, talk.id())
        .compose(audience -> {
          tx.atEnd(() ->
              channels.tellMembers(
                  talk.plan(), Channels.Event.INTERVIEWS_CHANGED, talk.version() + 1, audience));
          Future<Void> erased = Future.succeededFuture();
          for (Kept kept : Kept.values()) {
            if (kinds.contains(kept)) {
              erased =
                  erased
                      .compose(_ -> one(tx, talk, kept, nowMs))
                      .compose(_ -> store.markGone(tx, talk.id(), kept, nowMs));
            }
          }
          return erased;
        });
  }

  private Future<Void> one(Tx tx, Talk talk, Kept kept, long nowMs) {
    return switch (kept) {
      case NAME -> store.eraseName(tx, talk);
      case NOTES -> notes(tx, talk, nowMs);
      case SUMMARY -> store.eraseSummary(tx, talk.id());
    };
  }

  private Future<Void> notes(Tx tx, Talk talk, long nowMs) {
    DocumentId document = talk.document();
    return store
        .eraseNotes(tx, talk.id(), nowMs)
        .compose(notes -> told(tx, talk, notes))
        .compose(_ -> document == null ? Future.succeededFuture() : collab.erase(tx, document));
  }

  private Future<Void> told(Tx tx, Talk talk, Set<UUID> notes) {
    return notes.isEmpty()
        ? Future.succeededFuture()
        : withdrawals.withdrawn(tx, talk.plan(), notes);
  }
}
