package nl.beleidstafel.collab.room;

/// Why a session, an update or a request was refused. The word is what clients read and what the
/// counters are labelled with.
public enum Reason {
  /// No such document, or none for this actor: the two look the same from outside.
  FORBIDDEN("forbidden"),
  /// The actor may read but not write.
  READ_ONLY("read-only"),
  /// The right to see the document was taken while it was open.
  ACCESS_LOST("access-lost"),
  /// The document is gone, with all that was in it: nothing of it is to be kept anywhere.
  ERASED("erased"),
  /// The client carries the document's content from before it was made anew.
  GENERATION("generation"),
  /// The bytes are no Yjs update, state vector or presence.
  MALFORMED("malformed"),
  /// The document would grow above its limit.
  DOCUMENT_FULL("document-full"),
  /// As many sessions as a document may have are open.
  TOO_MANY_SESSIONS("too-many-sessions"),
  /// More is waiting than may wait: the room's mailbox, or updates that await their commit.
  OVERLOADED("overloaded"),
  /// Too much is waiting for changes that the server does not have.
  DEPENDENCIES_MISSING("dependencies-missing"),
  /// The database does not answer.
  STORAGE_AWAY("storage-away"),
  /// The database refuses this very row, or the room failed: our fault.
  FAILED("failed");

  private final String word;

  Reason(String word) {
    this.word = word;
  }

  /// Lower case with hyphens; never changes.
  public String word() {
    return word;
  }
}
