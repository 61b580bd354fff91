package nl.beleidstafel.crdt.doc;

import java.util.List;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.crdt.update.CrdtException;
import nl.beleidstafel.crdt.update.Updates;

/// A log made into one update in which nothing deleted can be read any more: of what was deleted
/// only the clocks stay, so that clients who still refer to it are understood. The keys of deleted
/// attributes and the names of roots stay, too.
public final class Compaction {
  private Compaction() {}

  /// One update v1 that shows what the given ones show. Throws {@link CrdtException} where one of
  /// them is malformed or needs what none of them has.
  public static Bytes compact(List<Bytes> updatesV1) {
    Doc doc = new Doc(0, DocOptions.COLLECT);
    doc.apply(Updates.merge(updatesV1));
    if (doc.hasPending()) {
      throw new CrdtException("a log with holes cannot be compacted");
    }
    return doc.encode();
  }
}
