package nl.beleidstafel.identity;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Clock;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.collab.Identities;
import nl.beleidstafel.identity.IdentityStore.NewSession;

/// Sessions from their opening to their end. Any thread; nothing waits.
final class Sessions {
  private final IdentityStore store;
  private final SessionStore open;
  private final Secrets secrets;
  private final Clock clock;
  private volatile Consumer<MemberId> ended = _ -> {};

  Sessions(IdentityStore store, SessionStore open, Secrets secrets, Clock clock) {
    this.store = store;
    this.open = open;
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

  /// Whose session this is, if it may do nothing yet but set up a second factor.
  Future<Optional<Actor>> enteringOf(String token) {
    long now = clock.nowMs();
    return token.isEmpty() || token.length() > Limits.TOKEN_LENGTH_MAX
        ? Future.succeededFuture(Optional.empty())
        : open.entering(Secrets.hash(token), now, longestUnseen(now));
  }

  /// The session itself; empty where it has ended.
  Future<Optional<SessionStore.Open>> session(String token) {
    long now = clock.nowMs();
    return open.session(Secrets.hash(token), now, longestUnseen(now));
  }

  /// All sessions of a member that have not ended, the last seen first.
  Future<List<SessionStore.Open>> sessions(MemberId member) {
    long now = clock.nowMs();
    return open.sessions(member, now, longestUnseen(now));
  }

  /// Whether the session was opened a moment ago: so it is hardly one that somebody left open.
  boolean isFresh(SessionStore.Open session) {
    return clock.nowMs() - session.createdAtMs() < Limits.SESSION_FRESH_MAX_MS;
  }

  /// Whose session this is, and when it ends unless something is done with it.
  ///
  /// @param acting whether something was done with it now
  Future<Optional<Identities.Session>> sessionOf(String token, boolean acting) {
    if (token.isEmpty() || token.length() > Limits.TOKEN_LENGTH_MAX) {
      return Future.succeededFuture(Optional.empty());
    }
    Future<?> seen = acting ? actorOf(token) : Future.succeededFuture();
    return seen.compose(_ -> store.look(Secrets.hash(token)))
        .map(found ->
            found
                .map(look ->
                    new Identities.Session(
                        look.actor(),
                        Math.min(look.expiresAtMs(), look.seenAtMs() + Limits.SESSION_IDLE_MAX_MS)))
                .filter(session -> session.endsAtMs() > clock.nowMs()));
  }

  /// Ends a session of a member, and lets open sockets know.
  Future<Void> close(String token, MemberId member) {
    return store.close(Secrets.hash(token)).onSuccess(_ -> ended.accept(member));
  }

  /// Lets open sockets know that sessions of a member were ended.
  void endedOf(MemberId member) {
    ended.accept(member);
  }

  void onEnded(Consumer<MemberId> told) {
    ended = told;
  }

  private static long longestUnseen(long now) {
    return now - Limits.SESSION_IDLE_MAX_MS;
  }
}
