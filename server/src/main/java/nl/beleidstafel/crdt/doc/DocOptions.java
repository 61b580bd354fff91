package nl.beleidstafel.crdt.doc;

/// How a document treats what is deleted.
///
/// @param keepDeleted keep the content of deleted items, so that earlier states can be read;
///   without it only their clocks are kept, as Yjs does by default
public record DocOptions(boolean keepDeleted) {
  public static final DocOptions COLLECT = new DocOptions(false);
  public static final DocOptions KEEP_DELETED = new DocOptions(true);
}
