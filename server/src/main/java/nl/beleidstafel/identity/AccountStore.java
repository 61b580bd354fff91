package nl.beleidstafel.identity;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.Email;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.db.Tx;

/// What people change of how they come in. Instants are milliseconds since 1970. Demonstration
/// municipalities do not exist for a store that was made without them.
interface AccountStore {
  /// Somebody to write to.
  record Owner(
      MemberId member,
      MunicipalityId municipality,
      String municipalityName,
      String name,
      String email,
      Optional<String> passwordHash) {}

  /// A wish for another address.
  record Change(MemberId member, Email email) {}

  /// Who is known by this address: one for each municipality, a few at most.
  Future<List<Owner>> owners(Email email);

  Future<Optional<Owner>> owner(MemberId member);

  /// Keeps a link for a forgotten password, and forgets those that have expired.
  Future<Void> keepReset(Tx tx, Bytes tokenHash, MemberId member, long nowMs, long expiresAtMs);

  /// Uses up a link, and all others of its member; empty where it is not good.
  Future<Optional<MemberId>> takeReset(Tx tx, Bytes tokenHash, long nowMs);

  Future<Void> setPassword(Tx tx, MemberId member, String passwordHash);

  /// Ends all sessions but one.
  ///
  /// @param kept the hash of the token of the session that goes on; empty: none does
  Future<Void> endSessions(Tx tx, MemberId member, Optional<Bytes> kept);

  /// Keeps a wish; it replaces a former one.
  Future<Void> keepChange(Tx tx, Bytes tokenHash, Change change, long expiresAtMs);

  /// Uses up a wish; empty where its link is not good.
  Future<Optional<Change>> takeChange(Tx tx, Bytes tokenHash, long nowMs);

  /// False where somebody else of the municipality has the address.
  Future<Boolean> setEmail(Tx tx, MemberId member, Email email);

  /// Ends all that somebody can come in with, and the wishes of theirs that wait.
  Future<Void> leave(Tx tx, MemberId member);

  /// Marks a session that was just opened as one by a personal link.
  Future<Void> bind(Bytes tokenHash, UUID link);
}
