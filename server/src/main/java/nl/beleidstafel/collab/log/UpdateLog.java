package nl.beleidstafel.collab.log;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.collab.Grant;
import nl.beleidstafel.collab.Level;
import nl.beleidstafel.collab.Written;
import nl.beleidstafel.db.Tx;
import org.jspecify.annotations.Nullable;

/// The durable log of all documents: every update with its author, numbered without gaps per
/// document, and the rights that decide who may add to it. Any thread. Every failure is a
/// `StoreException`. Rules L1 to L7 and L17 to L20 of `docs/spec.md`, which `UpdateLogContract`
/// proves.
public interface UpdateLog {
  /// Makes the document, open to nobody, with the update as seq 1, in the caller's transaction.
  Future<Void> create(Tx tx, DocumentId document, Bytes seed);

  /// Sets what all members of a partner may do in the document, in the caller's transaction, after
  /// locking the document. Whoever grants in several documents does so in the order of their ids.
  Future<Void> grant(Tx tx, DocumentId document, PartnerId partner, Level level);

  /// As {@link #grant(Tx, DocumentId, PartnerId, Level)}, for one member.
  Future<Void> grant(Tx tx, DocumentId document, MemberId member, Level level);

  /// Sets what partners' members may do, in the caller's transaction, after locking all the
  /// documents in the order of their ids.
  Future<Void> grantAll(Tx tx, List<Grant> grants);

  /// From now on these members, and no others, may do this in each of the documents, in the
  /// caller's transaction, after locking all the documents in the order of their ids.
  Future<Void> grantMembers(Tx tx, Map<DocumentId, Map<MemberId, Level>> members);

  /// Stores nothing of this member any more, in the caller's transaction, after locking what their
  /// partner has open: those documents.
  Future<List<DocumentId>> bar(Tx tx, MemberId member);

  /// From now on nothing is stored in the document, or things are again, in the caller's
  /// transaction, after locking the document. Gives the seq of the last update, which stays the
  /// last while the transaction lives.
  Future<Long> freeze(Tx tx, DocumentId document, boolean frozen);

  /// Leaves nothing of the document, in the caller's transaction, after locking it; where there is
  /// none, does nothing. That it was there stays known of it, to whoever could read it.
  Future<Void> erase(Tx tx, DocumentId document);

  /// Whether there was such a document, which this actor could read, and it was erased.
  Future<Boolean> wasErased(DocumentId document, Actor actor);

  /// The seq of the last update, which stays the last while the transaction lives.
  Future<Optional<Long>> lock(Tx tx, DocumentId document);

  /// Puts one update, nobody's, in the place of all up to this seq, the last of the locked
  /// document, in the caller's transaction; the snapshot with them.
  ///
  /// @param state holds what all of them say
  Future<Void> rewrite(Tx tx, DocumentId document, long seq, Bytes state);

  /// As {@link #written}, as the transaction sees it.
  Future<List<Written>> written(Tx tx, DocumentId document, long afterSeq);

  /// As {@link #since}, with who wrote it and when.
  Future<List<Written>> written(DocumentId document, long afterSeq);

  /// What one actor may do in each of the documents now, in order.
  Future<List<Level>> levels(Actor actor, List<DocumentId> documents);

  /// Appends all in one commit and answers each in order. One whose author may not write is
  /// refused; the others are stored. Where the future fails with an outcome that is `UNKNOWN`, they
  /// may be stored, and {@link #find} tells.
  Future<List<Outcome>> append(List<Addition> additions);

  /// For each part of an append that failed, the seq at which it is stored, or empty where it is
  /// not and will not be. Waits for what still holds the documents' locks.
  Future<List<Optional<Long>>> find(List<Addition> additions);

  /// Where the document stands; empty where there is none.
  Future<Optional<Head>> head(DocumentId document);

  /// The updates after a seq, in order, no more than {@link
  /// nl.beleidstafel.base.Limits#LOG_PAGE_ROWS_MAX} and about `LOG_PAGE_MAX_BYTES`: an answer that
  /// does not reach the head is followed by another question.
  Future<List<Entry>> since(DocumentId document, long afterSeq);

  /// What each of the actors may do in the document now, in order; `NONE` where there is no such
  /// document.
  Future<List<Level>> levels(DocumentId document, List<Actor> actors);

  /// One author's updates of one flush to one document, merged.
  ///
  /// @param onBehalfOf who proposed what the author accepted; null where nobody did
  record Addition(DocumentId document, Actor author, @Nullable MemberId onBehalfOf, Bytes update) {
    public Addition(DocumentId document, Actor author, Bytes update) {
      this(document, author, null, update);
    }
  }

  /// A row of the log.
  ///
  /// @param author null where the server wrote by itself
  record Entry(long seq, Bytes update, @Nullable MemberId author) {}

  /// Which content a document has, and how far its log goes.
  ///
  /// @param seq the last update's, 0 where there is none
  record Head(UUID generation, long seq) {}

  /// What became of an addition.
  sealed interface Outcome {
    record Stored(long seq) implements Outcome {}

    /// Not stored: the author has only this level now.
    record Refused(Level level) implements Outcome {}
  }
}
