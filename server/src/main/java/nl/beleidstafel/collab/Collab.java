package nl.beleidstafel.collab;

import io.vertx.core.Future;
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

  /// Sets what a partner's members may do, in the caller's transaction. Who grants in several
  /// documents does so in the order of their ids, and calls {@link #accessChanged} for each after
  /// the commit.
  Future<Void> grant(Tx tx, DocumentId document, PartnerId partner, Level level);

  /// As above, for one member. The higher of the partner's and the member's level counts.
  Future<Void> grant(Tx tx, DocumentId document, MemberId member, Level level);

  /// Lets open sessions follow rights that were changed and committed: at once, without reconnect.
  void accessChanged(DocumentId document);

  /// Writes for an actor, by the same road as their own typing: checked, committed, then shown to
  /// all who have the document open.
  ///
  /// @return the seq at which it is stored; 0 where it brought nothing new. Fails with a refusal
  ///   (`Refused`) where the actor may not write or the update does not fit.
  Future<Long> append(DocumentId document, Actor author, Bytes update);

  /// Everything that is committed, as update v1. Asks for nobody's rights.
  Future<Bytes> read(DocumentId document);
}
