package nl.beleidstafel.image;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.UUID;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.DocumentId;

/// Where pictures are kept. Each call answers for one actor: what they may not see is absent.
interface ImageStore {
  /// What became of a picture that somebody wants to add.
  enum Added {
    STORED,
    /// No such document, or the actor may not read it: these two look alike.
    ABSENT,
    /// The actor reads the document but may not write in it.
    READ_ONLY,
    /// The document holds as many pictures as it may.
    FULL
  }

  Future<Added> add(Actor actor, DocumentId document, UUID id, Picture picture);

  Future<Optional<Picture>> find(Actor actor, UUID id);
}
