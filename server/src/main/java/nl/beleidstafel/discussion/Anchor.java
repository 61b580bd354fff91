package nl.beleidstafel.discussion;

import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.crdt.doc.RelativePosition;
import nl.beleidstafel.crdt.update.CrdtException;

/// Where in a text a thread hangs: two places that move with it.
///
/// @param from belongs to the first character
/// @param to belongs to the last one
record Anchor(RelativePosition from, RelativePosition to) {
  /// Reads what Yjs encoded. Throws {@link CrdtException} where it is none.
  static Anchor decode(Bytes from, Bytes to) {
    if (from.length() > Limits.ANCHOR_SIZE_MAX_BYTES
        || to.length() > Limits.ANCHOR_SIZE_MAX_BYTES) {
      throw new CrdtException("an anchor too long");
    }
    return new Anchor(RelativePosition.decode(from), RelativePosition.decode(to));
  }
}
