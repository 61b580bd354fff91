package nl.beleidstafel.identity;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.beleidstafel.audit.Deed;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.MemberId;

/// Sessions as their owner sees them. Instants are milliseconds since 1970.
interface SessionStore {
  /// A session that has not ended.
  ///
  /// @param described what its browser is called to its owner
  record Open(
      UUID id,
      Bytes tokenHash,
      SessionKind kind,
      String described,
      long createdAtMs,
      long seenAtMs,
      long expiresAtMs) {}

  /// The session of a token; empty where it has ended.
  Future<Optional<Open>> session(Bytes tokenHash, long nowMs, long seenAfterMs);

  /// Whose session this is, if it may do nothing yet but set up the second factor that the
  /// municipality requires.
  Future<Optional<Actor>> entering(Bytes tokenHash, long nowMs, long seenAfterMs);

  /// All sessions of a member that have not ended, the last seen first.
  Future<List<Open>> sessions(MemberId member, long nowMs, long seenAfterMs);

  /// Ends one. False where it is not theirs.
  Future<Boolean> end(Deed deed, MemberId member, UUID session);

  /// Ends all but one. The result says how many those were.
  Future<Integer> endOthers(Deed deed, MemberId member, Bytes but);

  /// This session has shown a factor more; those that have not are ended. The result says how many
  /// those were.
  Future<Integer> strengthen(Bytes tokenHash, MemberId member, SessionKind kind);
}
