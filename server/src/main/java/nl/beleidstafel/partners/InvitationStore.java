package nl.beleidstafel.partners;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.Email;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.db.Tx;

/// Invitations and personal links. Instants are milliseconds since 1970. Whatever another
/// municipality has is absent.
interface InvitationStore {
  /// An invitation as its link finds it.
  sealed interface Found {
    /// It can be accepted.
    record Open(
        Invitation invitation,
        MunicipalityId municipality,
        String municipalityName,
        String partnerName)
        implements Found {}

    record Expired() implements Found {}

    record Accepted() implements Found {}

    record Withdrawn() implements Found {}

    /// There never was such a link, or it was replaced by a newer one.
    record Unknown() implements Found {}
  }

  /// A personal link as its token finds it.
  ///
  /// @param account they have got an account meanwhile: the link is no way in any more
  record Link(
      UUID id,
      MemberId member,
      MunicipalityId municipality,
      String name,
      String partnerName,
      String municipalityName,
      boolean account,
      long expiresAtMs) {}

  /// Those without an answer, expired ones too, newest first.
  Future<List<Invitation>> list(MunicipalityId municipality);

  Future<List<Invitation>> list(Tx tx, MunicipalityId municipality);

  /// Keeps a new one, and forgets those that came to their end long ago.
  Future<Void> insert(
      Tx tx,
      MunicipalityId municipality,
      Invitation invitation,
      Bytes tokenHash,
      Optional<MemberId> by);

  /// A new token and a new term; the former link works no more.
  Future<Void> renew(Tx tx, UUID invitation, Bytes tokenHash, long nowMs, long expiresAtMs);

  Future<Void> withdraw(Tx tx, UUID invitation, long nowMs);

  Future<Void> withdrawAll(Tx tx, PartnerId partner, long nowMs);

  /// Finds it and, where it is open, keeps others from accepting it meanwhile.
  Future<Found> byToken(Tx tx, Bytes tokenHash, long nowMs);

  Future<Void> accept(Tx tx, UUID invitation, long nowMs);

  /// Whether somebody was invited at this address and has not answered.
  Future<Boolean> waitsFor(Tx tx, MunicipalityId municipality, Email email);

  /// Gives somebody a link; a former one ends with all that was opened with it.
  Future<Void> putLink(
      Tx tx, UUID id, MemberId member, Bytes tokenHash, long nowMs, long expiresAtMs);

  /// Gives somebody one more link, if they have no account and their last one was not withdrawn.
  /// Those that work go on working.
  Future<Boolean> addLink(
      Tx tx, UUID id, MemberId member, Bytes tokenHash, long nowMs, long expiresAtMs);

  Future<Void> dropLink(Tx tx, MemberId member);

  Future<Optional<Link>> linkByToken(Bytes tokenHash);
}
