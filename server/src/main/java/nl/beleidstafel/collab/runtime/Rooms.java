package nl.beleidstafel.collab.runtime;

import io.vertx.core.Future;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.DocumentId;

/// The live documents of this node, as the sockets see them. Any thread may call it.
public interface Rooms {
  /// Opens a session of the actor in the document, loading the document where nobody has it open.
  ///
  /// The room speaks first, through `out`: `AuthGranted` with what the actor may do, then the
  /// `Stateless` that names document generation and schema, then everybody's presence where there
  /// is any. The socket sends no `AuthGranted` of its own for an attachment. What the client sends
  /// is given to {@link Attachment#receive} in order of arrival.
  ///
  /// Completes on the caller's Vert.x context where there is one. Fails with {@link Refused} where
  /// the session cannot be; then nothing was sent.
  Future<Attachment> attach(DocumentId document, Actor actor, Outbound out);
}
