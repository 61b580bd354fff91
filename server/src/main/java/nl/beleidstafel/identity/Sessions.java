package nl.beleidstafel.identity;

import io.vertx.core.Future;
import java.util.Optional;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Clock;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.identity.IdentityStore.NewSession;

/// Sessions from their opening to their end. Any thread; nothing waits.
final class Sessions {
  private final IdentityStore store;
  private final Secrets secrets;
  private final Clock clock;

  Sessions(IdentityStore store, Secrets secrets, Clock clock) {
    this.store = store;
    this.secrets = secrets;
    this.clock = clock;
  }

  /// Opens a session and gives its token, which is kept nowhere.
  ///
  /// @param agent what the browser says of itself
  Future<String> open(MemberId member, SessionKind kind, String agent) {
    return open(member, kind, agent, Limits.SESSION_AGE_MAX_MS);
  }

  /// Opens a session that ends after `ageMaxMs` at the latest.
  Future<String> open(MemberId member, SessionKind kind, String agent, long ageMaxMs) {
    String token = secrets.token();
    long now = clock.nowMs();
    NewSession session =
        new NewSession(Secrets.hash(token), member, kind, Browser.describe(agent), now + ageMaxMs);
    return store.open(session, now, longestUnseen(now)).map(token);
  }

  Future<Optional<Actor>> actorOf(String token) {
    long now = clock.nowMs();
    return token.isEmpty() || token.length() > Limits.TOKEN_LENGTH_MAX
        ? Future.succeededFuture(Optional.empty())
        : store.actor(Secrets.hash(token), now, longestUnseen(now));
  }

  Future<Void> close(String token) {
    return store.close(Secrets.hash(token));
  }

  private static long longestUnseen(long now) {
    return now - Limits.SESSION_IDLE_MAX_MS;
  }
}
