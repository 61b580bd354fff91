package nl.beleidstafel.collab;

import io.vertx.core.Future;
import java.util.Optional;
import nl.beleidstafel.base.Actor;

/// Who stands behind a token. Asked by the sockets, answered by `identity`.
@FunctionalInterface
public interface Identities {
  /// Somebody who is signed in.
  ///
  /// @param endsAtMs when the session ends if nothing is done with it until then; to be asked about
  ///   again at that moment at the latest
  record Session(Actor actor, long endsAtMs) {}

  /// Whose session the token is; empty where there is no such session (any more). Fails only where
  /// the answer cannot be known now.
  ///
  /// @param acting whether its holder did something since it was last asked about, so that the
  ///   session is not idle; an open socket alone keeps no session alive
  Future<Optional<Session>> sessionOf(String token, boolean acting);
}
