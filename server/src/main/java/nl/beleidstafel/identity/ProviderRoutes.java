package nl.beleidstafel.identity;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.beleidstafel.audit.Deed;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.http.Answer;
import nl.beleidstafel.http.Call;
import nl.beleidstafel.http.Fields;
import nl.beleidstafel.http.Guard;
import nl.beleidstafel.http.HttpSettings;
import nl.beleidstafel.http.Problem;
import nl.beleidstafel.http.RefusedException;
import nl.beleidstafel.http.Routes;
import nl.beleidstafel.http.Text;
import nl.beleidstafel.identity.ProviderStore.Kept;
import nl.beleidstafel.identity.ProviderStore.Settings;
import nl.beleidstafel.oidc.ClientKey;
import nl.beleidstafel.oidc.OidcException;
import nl.beleidstafel.oidc.RelyingParty;

/// The identity providers of a municipality, for its administrators.
final class ProviderRoutes {
  private static final Problem TOO_MANY =
      new Problem(
          409,
          "provider-not-added",
          new Text("De aanbieder is niet toegevoegd", "The provider was not added"),
          new Text(
              "Deze aanbieder staat er al, of er zijn er al "
                  + Limits.PROVIDERS_OF_MUNICIPALITY_MAX
                  + ".",
              "This provider is there already, or there are "
                  + Limits.PROVIDERS_OF_MUNICIPALITY_MAX
                  + " already."));

  private final ProviderStore store;
  private final RelyingParty relyingParty;
  private final Sealing sealing;
  private final Fresh fresh;
  private final HttpSettings settings;

  ProviderRoutes(
      ProviderStore store,
      RelyingParty relyingParty,
      Sealing sealing,
      Fresh fresh,
      HttpSettings settings) {
    this.store = store;
    this.relyingParty = relyingParty;
    this.sealing = sealing;
    this.fresh = fresh;
    this.settings = settings;
  }

  Routes routes() {
    return new Routes()
        .get("/v1/identity-providers", Guard.ADMINISTRATOR, this::list)
        .post("/v1/identity-providers", Guard.ADMINISTRATOR, fresh.only(this::add))
        .put("/v1/identity-providers/{id}", Guard.ADMINISTRATOR, fresh.only(this::change))
        .delete("/v1/identity-providers/{id}", Guard.ADMINISTRATOR, fresh.only(this::remove))
        .get("/v1/oidc/{id}/keys", Guard.PUBLIC, this::keys);
  }

  private Answer list(Call call) {
    JsonArray items = new JsonArray();
    store.providers(call.actor().municipality()).await().forEach(each -> items.add(json(each)));
    return Answer.ok(
        new JsonObject().put("items", items).put("redirectUri", relyingParty.redirect()));
  }

  private JsonObject json(Kept provider) {
    return new JsonObject()
        .put("id", provider.id().toString())
        .put("name", provider.settings().name())
        .put("issuer", provider.settings().issuer())
        .put("clientId", provider.settings().clientId())
        .put("acrValues", String.join(" ", provider.settings().acrs()))
        .put("keysUri", settings.link("/v1/oidc/" + provider.id() + "/keys"));
  }

  private Answer add(Call call) {
    Actor actor = call.actor();
    Settings wanted = read(call.fields());
    check(wanted);
    UUID id = UUID.randomUUID();
    ClientKey key = ClientKey.make();
    Bytes secret = Bytes.wrap(key.secret().getBytes(StandardCharsets.UTF_8));
    boolean added =
        store
            .add(
                Deed.done(actor, "provider.add", "provider", id, call.address()),
                id,
                actor,
                wanted,
                sealing.seal(secret, owner(id)),
                key.publicKeys())
            .await();
    return added ? Answer.created(json(store.provider(id).await().orElseThrow())) : TOO_MANY;
  }

  /// Asks the provider what it can do, before anybody meets its refusal at the door.
  private void check(Settings wanted) {
    try {
      relyingParty.check(wanted.issuer());
    } catch (OidcException refusal) {
      throw new RefusedException(Problem.field("issuer", ProviderFaults.text(refusal.fault())));
    }
  }

  private static Settings read(Fields fields) {
    return new Settings(
        fields.line("name", Limits.NAME_LENGTH_MAX),
        fields.line("issuer", Limits.PROVIDER_ADDRESS_LENGTH_MAX),
        fields.line("clientId", Limits.NAME_LENGTH_MAX),
        List.of(fields.line("acrValues", 1000).split("\\s+")));
  }

  private Answer change(Call call) {
    Fields fields = call.fields();
    String name = fields.line("name", Limits.NAME_LENGTH_MAX);
    List<String> acrs = List.of(fields.line("acrValues", 1000).split("\\s+"));
    Actor actor = call.actor();
    Optional<UUID> id = Fresh.id(call);
    boolean changed =
        id.isPresent()
            && store
                .change(
                    Deed.done(actor, "provider.change", "provider", id.get(), call.address()),
                    id.get(),
                    actor.municipality(),
                    new Settings(name, "", "", acrs))
                .await();
    return changed
        ? Answer.ok(json(store.provider(id.get()).await().orElseThrow()))
        : Problem.notFound();
  }

  private Answer remove(Call call) {
    Actor actor = call.actor();
    return Fresh.id(call)
        .filter(id ->
            store
                .remove(
                    Deed.done(actor, "provider.remove", "provider", id, call.address()),
                    id,
                    actor.municipality())
                .await())
        .<Answer>map(_ -> Answer.empty())
        .orElseGet(Problem::notFound);
  }

  private Answer keys(Call call) {
    return Fresh.id(call)
        .flatMap(id -> store.provider(id).await())
        .<Answer>map(provider -> Answer.ok(new JsonObject(provider.publicKeys())))
        .orElseGet(Problem::notFound);
  }

  static String owner(UUID provider) {
    return "provider " + provider;
  }
}
