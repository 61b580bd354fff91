package nl.beleidstafel.collab;

import io.vertx.core.Future;
import java.util.Optional;
import nl.beleidstafel.base.Actor;

/// Who stands behind a token. Asked by the sockets, answered by `identity`.
@FunctionalInterface
public interface Identities {
  /// The actor whose session the token is; empty where there is no such session (any more). Fails
  /// only where the answer cannot be known now.
  Future<Optional<Actor>> actorOf(String token);
}
