package nl.beleidstafel.collab;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.db.Tx;

/// Live documents, for the features: make one, open it to people, write in it, read it. Any thread;
/// futures complete on the caller's Vert.x context.
public interface Collab {
  /// Makes a document with its first content, in the caller's transaction: a document exists and is
  /// seeded, or neither. Nobody may open it before something is granted.
  ///
  /// @param seed update v1; throws `CrdtException` where it is none
  Future<Void> create(Tx tx, DocumentId document, Bytes seed);

  /// Sets what partners' members may do, in the caller's transaction, after locking the documents
  /// in the order of their ids. Open sessions follow by themselves when it has ended. Call it once
  /// in a transaction: a second call could lock in another order than somebody else.
  Future<Void> grantAll(Tx tx, List<Grant> grants);

  /// Nothing of this member is stored any more, in any document, once the caller's transaction is
  /// committed; it locks what their partner has open, so call it while they are still a member.
  /// Open sessions follow by themselves.
  Future<Void> bar(Tx tx, MemberId member);

  /// From now on nothing is stored in the document, whoever sends it, or things are again, in the
  /// caller's transaction: everybody has `COMMENT` at most, whatever they are granted before or
  /// after. Open sessions follow by themselves when it has ended. Call it before anything else that
  /// locks documents.
  ///
  /// @param knownSeq up to where the caller has read
  /// @return what is behind that, to the end, which stays the end while the transaction lives
  Future<List<Written>> freeze(Tx tx, DocumentId document, boolean frozen, long knownSeq);

  /// Leaves nothing of the document in the caller's transaction: log, snapshot, rights. When it has
  /// ended, open sessions end with the reason `erased`, and so does who comes back with a copy; all
  /// that is left is who could read it. Rows of others that name the document go before. Where
  /// there is no such document it does nothing.
  Future<Void> erase(Tx tx, DocumentId document);

  /// Puts one update in the place of the document's whole log, in the caller's transaction: it says
  /// what the log said, and nothing that was deleted can be read in it. Who wrote what is
  /// forgotten, and no earlier moment can be read any more. Nobody who has the document open sees a
  /// difference. Where there is no such document it does nothing.
  Future<Void> compact(Tx tx, DocumentId document);

  /// Updates v1 that together hold everything up to and with that seq, and nothing behind it. Asks
  /// for nobody's rights.
  Future<List<Bytes>> readAt(DocumentId document, long seq);

  /// The log after a seq, in order, a page of it: an answer that does not reach the end is followed
  /// by another question. Asks for nobody's rights.
  Future<List<Written>> written(DocumentId document, long afterSeq);

  /// From now on calls the listener with each document that this node wrote in, and the seq of its
  /// last update, after the commit. The listener must not wait nor throw: who writes waits for it.
  void onCommitted(Committed listener);

  /// Hears of commits.
  @FunctionalInterface
  interface Committed {
    void committed(DocumentId document, long seq);
  }

  /// What the actor may do in each of the documents now, in order; `NONE` where there is no such
  /// document. One query.
  Future<List<Level>> levels(Actor actor, List<DocumentId> documents);

  /// Sets what a partner's members may do in one document, likewise; call {@link #accessChanged}
  /// after the commit.
  Future<Void> grant(Tx tx, DocumentId document, PartnerId partner, Level level);

  /// As above, for one member. The higher of the partner's and the member's level counts.
  Future<Void> grant(Tx tx, DocumentId document, MemberId member, Level level);

  /// From now on these members, and no others, may do this in each of the documents, in the
  /// caller's transaction, after locking the documents in the order of their ids; what partners may
  /// do stays. Open sessions follow by themselves when it has ended. Call it once in a transaction.
  Future<Void> grantMembers(Tx tx, Map<DocumentId, Map<MemberId, Level>> members);

  /// Lets open sessions follow rights that were changed and committed: at once, without reconnect.
  void accessChanged(DocumentId document);

  /// Writes for an actor, by the same road as their own typing: checked, committed, then shown to
  /// all who have the document open.
  ///
  /// @return the seq at which it is stored; 0 where it brought nothing new. Fails with a refusal
  ///   (`Refused`) where the actor may not write or the update does not fit.
  Future<Long> append(DocumentId document, Actor author, Bytes update);

  /// As above, what somebody else proposed: the log keeps both.
  Future<Long> append(DocumentId document, Actor author, MemberId onBehalfOf, Bytes update);

  /// What this node knows of the document, as update v1: what is committed, but perhaps not what
  /// was a moment ago. Asks for nobody's rights.
  default Future<Bytes> read(DocumentId document) {
    return read(document, 0);
  }

  /// As above, with everything up to and with that seq, which is known to be committed.
  Future<Bytes> read(DocumentId document, long atLeastSeq);
}
