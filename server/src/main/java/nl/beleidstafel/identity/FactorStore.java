package nl.beleidstafel.identity;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.beleidstafel.audit.Deed;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.mail.Letter;

/// What people prove themselves with. Instants are milliseconds since 1970. What is done is noted
/// in the audit log in the same transaction.
interface FactorStore {
  /// What somebody has.
  ///
  /// @param totpSinceMs 0 where there are no codes of an app
  record Factors(long totpSinceMs, List<Passkey> passkeys, int recoveryCodes, boolean required) {
    boolean any() {
      return totpSinceMs > 0 || !passkeys.isEmpty();
    }
  }

  /// A passkey.
  ///
  /// @param credential as the authenticator calls it, in base64url
  /// @param publicKey COSE, in base64url
  /// @param usedAtMs 0 where it was never used
  record Passkey(
      UUID id,
      MemberId member,
      String credential,
      String publicKey,
      long counter,
      String aaguid,
      String name,
      long createdAtMs,
      long usedAtMs) {}

  /// The sealed secret of somebody's app.
  ///
  /// @param lastStep the step of the last code that was taken
  record AppSecret(Bytes sealed, boolean confirmed, long lastStep) {}

  /// Something that was asked of a browser.
  ///
  /// @param member whose answer it must be; empty where nobody is known yet
  record Pending(String purpose, Optional<MemberId> member, Bytes content) {}

  /// A colleague, as far as their ways in go.
  record Colleague(MemberId member, String name, String email, String partner, boolean any) {}

  Future<Factors> factors(MemberId member);

  /// Keeps a secret that is to be confirmed, in the place of one that was not. False where one is
  /// confirmed already.
  Future<Boolean> begin(MemberId member, Bytes sealed);

  Future<Optional<AppSecret>> appSecret(MemberId member);

  /// Makes the app a factor with the first code, and keeps the recovery codes unless there are
  /// some. The result says whether they were kept; empty where the code was not good any more.
  Future<Optional<Boolean>> confirm(Deed deed, MemberId member, long step, List<Bytes> codes);

  /// Takes a code's step, once. False where it, or a later one, was taken before.
  Future<Boolean> take(MemberId member, long step);

  /// Seals a secret anew.
  Future<Void> reseal(MemberId member, Bytes before, Bytes after);

  /// Takes a recovery code away. False where there is no such.
  Future<Boolean> useRecoveryCode(Deed deed, MemberId member, Bytes hash);

  /// Replaces all recovery codes.
  Future<Void> replaceRecoveryCodes(Deed deed, MemberId member, List<Bytes> codes);

  /// Takes the app away; with the last factor go the recovery codes. False where there was none.
  Future<Boolean> removeApp(Deed deed, MemberId member);

  /// Keeps a passkey, and the recovery codes unless there are some. The result says whether those
  /// were kept; empty where the passkey is known already, or there are too many.
  Future<Optional<Boolean>> add(Deed deed, Passkey passkey, List<Bytes> codes);

  Future<Optional<Passkey>> passkey(String credential);

  /// Remembers that it signed. False where its count did not go up as it must.
  Future<Boolean> signed(Passkey passkey, long counter);

  /// Takes a passkey away; with the last factor go the recovery codes. False where it is not
  /// theirs.
  Future<Boolean> removePasskey(Deed deed, MemberId member, UUID passkey);

  /// Takes everything away from a colleague, ends their sessions and tells them. False where there
  /// is no such member in the administrator's municipality.
  Future<Boolean> reset(Deed deed, Actor administrator, MemberId member, Tell tell);

  /// The letter to a colleague.
  @FunctionalInterface
  interface Tell {
    Letter letter(String name, String email, String municipality);
  }

  Future<List<Colleague>> colleagues(MunicipalityId municipality);

  Future<Boolean> required(MunicipalityId municipality);

  Future<Void> require(Deed deed, MunicipalityId municipality, boolean required);

  /// Keeps what was asked until it is answered or expires. The oldest go where too much waits.
  Future<Void> keep(Bytes tokenHash, Pending pending, long expiresAtMs);

  /// Takes it away, once.
  Future<Optional<Pending>> take(Bytes tokenHash, String purpose);
}
