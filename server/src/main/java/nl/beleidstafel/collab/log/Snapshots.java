package nl.beleidstafel.collab.log;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.UUID;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.DocumentId;

/// The newest whole state of each document that was written down, so that opening reads it and a
/// short tail of the log. Losing one loses nothing but time. Any thread. Rules S1 to S3 of
/// `docs/spec.md`; `SnapshotsContract` proves them.
public interface Snapshots {
  /// Keeps the state, unless a later one is kept already or the document has another generation.
  Future<Void> save(DocumentId document, UUID generation, Snapshot snapshot);

  /// The newest state of this generation; empty where none was written down yet.
  Future<Optional<Snapshot>> latest(DocumentId document, UUID generation);

  /// A whole state.
  ///
  /// @param seq the last update that `state` holds; it holds all before as well
  /// @param state as update v1
  record Snapshot(long seq, Bytes state) {}
}
