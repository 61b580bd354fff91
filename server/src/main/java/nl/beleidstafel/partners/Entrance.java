package nl.beleidstafel.partners;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.UUID;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.db.Tx;
import nl.beleidstafel.http.Problem;

/// What this feature asks of signing in. Any thread; nothing waits but what says so.
public interface Entrance {
  /// A random token to give away once, and what is kept of it.
  record Key(String token, Bytes hash) {}

  Key key();

  Bytes hash(String token);

  /// What to keep of a password; empty where too many are waiting.
  Future<Optional<String>> passwordHash(String password);

  /// Opens a session for somebody with an account, and gives its token.
  Future<String> open(MemberId member);

  /// Opens a session that is short, may not administer, and ends with the link.
  Future<String> openByLink(MemberId member, UUID link);

  /// Whether this is the actor's own password, before something that cannot be undone; a refusal
  /// where it is not, or was tried too often. Who has no password needs none. Virtual thread:
  /// waits.
  Optional<Problem> confirm(Actor actor, String password, String address);

  /// Ends all that somebody can come in with: sessions, password, factors.
  Future<Void> leave(Tx tx, MemberId member);
}
