package nl.beleidstafel.identity;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.Email;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.base.PartnerId;

/// What the feature keeps. Instants are milliseconds since 1970. Demonstration municipalities and
/// all that is theirs do not exist for a store that was made without them.
interface IdentityStore {
  /// A member to sign in.
  ///
  /// @param passwordHash empty where they have none
  record Account(MemberId member, MunicipalityId municipality, Optional<String> passwordHash) {}

  /// What a look at a session finds.
  record Look(Actor actor, long expiresAtMs, long seenAtMs) {}

  /// What a member sees of themselves.
  ///
  /// @param operator may make municipalities
  /// @param contact speaks for their partner
  record Profile(
      Actor actor, String email, String municipality, boolean operator, boolean contact) {}

  /// A municipality to be made, with its partners and their members.
  record Founding(
      MunicipalityId id, String name, boolean demonstration, List<NewPartner> partners) {}

  record NewPartner(
      PartnerId id, String kind, String name, String badge, int colour, List<NewMember> members) {}

  record NewMember(
      MemberId id, String name, Email email, String passwordHash, boolean administrator) {}

  /// A session to be kept.
  ///
  /// @param described what the browser is called to its owner
  /// @param expiresAtMs it ends then at the latest
  record NewSession(
      Bytes tokenHash, MemberId member, SessionKind kind, String described, long expiresAtMs) {}

  /// The accounts of an address: one for each municipality it is known in, oldest first, a few at
  /// most.
  Future<List<Account>> accounts(Email email);

  /// Keeps a session, and drops those that have ended.
  ///
  /// @param seenAfterMs longer unseen ones have ended
  Future<Void> open(NewSession session, long nowMs, long seenAfterMs);

  /// Whose session this is, if it has not ended. Remembers that it was seen, to the minute.
  Future<Optional<Actor>> actor(Bytes tokenHash, long nowMs, long seenAfterMs);

  /// A session, whether it has ended or not, without remembering that it was seen. Empty for one
  /// that may do nothing yet but set up a second factor.
  Future<Optional<Look>> look(Bytes tokenHash);

  /// Ends a session.
  Future<Void> close(Bytes tokenHash);

  Future<Optional<Profile>> profile(MemberId member);

  Future<Optional<String>> name(MunicipalityId municipality);

  /// The oldest member of the demonstration's partner of kind `municipality`.
  Future<Optional<Actor>> demonstrationCoordinator();

  /// Makes the demonstration, unless there is one. Two nodes may try at once.
  Future<Void> foundDemonstration(Founding founding, long nowMs);

  Future<Boolean> hasMembers();

  Future<Void> keepLink(Bytes tokenHash, long expiresAtMs);

  /// Makes a municipality with its first administrator if the link is good and nobody is there yet;
  /// the link and all others are then used up. The result says whether it was made.
  Future<Boolean> found(Bytes linkHash, Founding founding, long nowMs);
}
