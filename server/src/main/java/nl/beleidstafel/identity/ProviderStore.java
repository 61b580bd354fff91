package nl.beleidstafel.identity;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.beleidstafel.audit.Deed;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.oidc.Identity;

/// Identity providers of municipalities, and whom they know.
interface ProviderStore {
  /// A provider as its administrator sees it.
  record Settings(String name, String issuer, String clientId, List<String> acrs) {}

  record Kept(
      UUID id,
      MunicipalityId municipality,
      String municipalityName,
      Settings settings,
      Bytes sealedKey,
      String publicKeys) {}

  /// All of a municipality, oldest first.
  Future<List<Kept>> providers(MunicipalityId municipality);

  /// All there are, by municipality and name: for the page for signing in.
  Future<List<Kept>> all();

  Future<Optional<Kept>> provider(UUID id);

  /// Keeps a new one. False where there are too many, or one with this issuer and client is there.
  Future<Boolean> add(
      Deed deed, UUID id, Actor actor, Settings settings, Bytes sealedKey, String publicKeys);

  /// Changes name and assurance; a provider of another issuer is another provider. False where it
  /// is not of this municipality.
  Future<Boolean> change(Deed deed, UUID id, MunicipalityId municipality, Settings settings);

  /// Takes it away. False where it is not of this municipality.
  Future<Boolean> remove(Deed deed, UUID id, MunicipalityId municipality);

  /// The member whom the provider means: by its subject, or the first time by a verified address
  /// that nobody else at this provider has; empty where there is none.
  Future<Optional<Actor>> member(Kept provider, Identity identity);
}
