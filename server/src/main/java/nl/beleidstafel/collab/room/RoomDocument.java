package nl.beleidstafel.collab.room;

import java.util.List;
import java.util.UUID;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.crdt.doc.Doc;
import nl.beleidstafel.crdt.update.CrdtException;
import nl.beleidstafel.crdt.update.StateVector;
import org.jspecify.annotations.Nullable;

/// The document of a room: exactly what the log holds up to `seq`, and nothing else.
final class RoomDocument {
  final UUID generation;
  private final Doc doc = new Doc(0);
  private long seq;
  private long sizeBytes;
  private long tailUpdates;
  private long tailBytes;

  /// The document's state vector, where it was asked for since the last change.
  private @Nullable StateVector vector;

  RoomDocument(UUID generation, long seq, Bytes snapshot, List<Bytes> tail) {
    this.generation = generation;
    this.seq = seq;
    if (!snapshot.isEmpty()) {
      apply(snapshot);
    }
    tailBytes = 0;
    tailUpdates = tail.size();
    tail.forEach(this::apply);
  }

  long seq() {
    return seq;
  }

  /// Updates behind the last snapshot.
  long tailUpdates() {
    return tailUpdates;
  }

  /// Takes the row that follows. False where it cannot be applied, which the checks before its
  /// append rule out: it is passed over here and at every opening alike.
  boolean take(RoomEvent.Row row) {
    seq = row.seq();
    tailUpdates++;
    return apply(row.update());
  }

  private boolean apply(Bytes update) {
    sizeBytes += update.length();
    tailBytes += update.length();
    vector = null;
    try {
      doc.apply(update);
      return true;
    } catch (CrdtException unfit) {
      return false;
    }
  }

  StateVector vector() {
    StateVector known = vector;
    if (known == null) {
      known = doc.stateVector();
      vector = known;
    }
    return known;
  }

  /// Whether the entry brings nothing new.
  boolean covers(Entry entry) {
    return doc.covers(entry.summary);
  }

  /// Whether all that the entry stands on is here, or before it on its way from the same session.
  boolean ready(Entry entry) {
    return doc.ready(entry.summary)
        || (entry.session != null && entry.session.mayFollow(vector(), entry.summary.needs()));
  }

  boolean wouldOverflow(long moreBytes) {
    return sizeBytes + moreBytes > Limits.DOCUMENT_SIZE_MAX_BYTES;
  }

  Bytes state() {
    return doc.encode();
  }

  Bytes lackedBy(StateVector have) {
    return doc.encode(have);
  }

  boolean snapshotDue() {
    return tailUpdates >= Limits.SNAPSHOT_UPDATES_MAX
        || tailBytes >= Limits.SNAPSHOT_TAIL_MAX_BYTES;
  }

  /// The whole state, as the beginning of a new tail.
  Bytes snapshot() {
    Bytes state = doc.encode();
    sizeBytes = state.length();
    tailUpdates = 0;
    tailBytes = 0;
    return state;
  }
}
