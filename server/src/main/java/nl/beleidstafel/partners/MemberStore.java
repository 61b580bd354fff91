package nl.beleidstafel.partners;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Email;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.db.Tx;

/// The people of municipalities. Instants are milliseconds since 1970. Whatever another
/// municipality has is absent.
interface MemberStore {
  /// @param passwordHash empty for who has no account
  record NewMember(
      MemberId id,
      MunicipalityId municipality,
      PartnerId partner,
      String name,
      Email email,
      Optional<String> passwordHash,
      boolean administrator,
      boolean contact) {}

  /// Everybody, former people too, oldest first.
  Future<List<Person>> list(MunicipalityId municipality);

  Future<List<Person>> list(Tx tx, MunicipalityId municipality);

  /// What the actor may do now; empty where they left meanwhile.
  Future<Optional<Standing>> standing(Actor actor);

  Future<Void> insert(Tx tx, NewMember member, long nowMs);

  /// Whether somebody of the municipality has this address.
  Future<Boolean> knows(Tx tx, MunicipalityId municipality, Email email);

  Future<Void> change(
      Tx tx, MemberId member, boolean administrator, boolean operator, boolean contact);

  /// Holds these people until the transaction ends: call it before anything that locks documents,
  /// as whoever changes who takes part in something does.
  Future<Void> lock(Tx tx, Set<MemberId> members);

  Future<Void> rename(Tx tx, MemberId member, String name);

  /// They are gone: without address, password and rights.
  Future<Void> remove(Tx tx, MemberId member, long nowMs);

  /// The name of who left goes, too.
  Future<Void> blank(Tx tx, MemberId member);

  /// What ids of this municipality are called: people, partners, the municipality.
  Future<Map<UUID, String>> names(MunicipalityId municipality, Set<UUID> ids);

  /// Everything that is kept about somebody in the tables of people, as JSON text.
  Future<String> about(MemberId member);
}
