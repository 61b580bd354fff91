package nl.beleidstafel.identity;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import nl.beleidstafel.audit.Audit;
import nl.beleidstafel.audit.Deed;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.Clock;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.identity.FactorStore.Pending;
import nl.beleidstafel.identity.ProviderStore.Kept;
import nl.beleidstafel.oidc.ClientKey;
import nl.beleidstafel.oidc.Fault;
import nl.beleidstafel.oidc.Identity;
import nl.beleidstafel.oidc.OidcException;
import nl.beleidstafel.oidc.Provider;
import nl.beleidstafel.oidc.RelyingParty;
import nl.beleidstafel.oidc.Request;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// From a provider's word to a session. Virtual threads: waits.
///
/// The request is in the database until its first answer, sealed, so that any node can judge it,
/// once; a cookie ties it to the browser that made it.
final class ProviderSignIn {
  sealed interface Begun {
    /// @param browser for a cookie, to be shown with the answer
    record Sent(String location, String browser) implements Begun {}

    record Refused(Fault fault) implements Begun {}
  }

  sealed interface Ended {
    record Opened(String token) implements Ended {}

    record Refused(Fault fault) implements Ended {}
  }

  private static final Logger LOG = LoggerFactory.getLogger(ProviderSignIn.class);
  private static final String PURPOSE = "provider";

  private final ProviderStore providers;
  private final FactorStore pending;
  private final RelyingParty relyingParty;
  private final Sealing sealing;
  private final Secrets secrets;
  private final Sessions sessions;
  private final Audit audit;
  private final Clock clock;

  ProviderSignIn(
      ProviderStore providers,
      FactorStore pending,
      RelyingParty relyingParty,
      Sealing sealing,
      Secrets secrets,
      Sessions sessions,
      Audit audit,
      Clock clock) {
    this.providers = providers;
    this.pending = pending;
    this.relyingParty = relyingParty;
    this.sealing = sealing;
    this.secrets = secrets;
    this.sessions = sessions;
    this.audit = audit;
    this.clock = clock;
  }

  /// Sends somebody to a provider; empty where there is no such.
  Optional<Begun> begin(UUID id) {
    return providers
        .provider(id)
        .await()
        .map(kept -> {
          try {
            return sent(kept);
          } catch (OidcException refusal) {
            return new Begun.Refused(said(kept, refusal));
          }
        });
  }

  private Begun sent(Kept kept) {
    Request request = relyingParty.request(provider(kept));
    String browser = secrets.token();
    String content =
        new JsonObject()
            .put("provider", kept.id().toString())
            .put("nonce", request.nonce())
            .put("verifier", request.verifier())
            .put("browser", browser)
            .encode();
    Bytes sealed =
        sealing.seal(Bytes.wrap(content.getBytes(StandardCharsets.UTF_8)), owner(request.state()));
    pending
        .keep(
            Secrets.hash(request.state()),
            new Pending(PURPOSE, Optional.empty(), sealed),
            clock.nowMs() + Limits.PENDING_MAX_MS)
        .await();
    return new Begun.Sent(request.location(), browser);
  }

  /// The provider's answer, as the browser brings it.
  ///
  /// @param browser what the cookie shows; empty where there is none
  /// @param code empty where the provider refused
  Ended end(
      String state,
      String browser,
      String code,
      Optional<String> issuer,
      String address,
      String agent) {
    Optional<JsonObject> asked =
        pending
            .take(Secrets.hash(state), PURPOSE)
            .await()
            .flatMap(found -> sealing.open(found.content(), owner(state)))
            .map(content -> new JsonObject(Buffer.buffer(content.toArray())))
            .filter(content -> content.getString("browser").equals(browser));
    Optional<Kept> kept =
        asked.flatMap(
            content -> providers.provider(UUID.fromString(content.getString("provider"))).await());
    if (kept.isEmpty()) {
      return new Ended.Refused(Fault.STATE);
    }
    Request request =
        new Request("", state, asked.get().getString("nonce"), asked.get().getString("verifier"));
    return ended(kept.get(), request, code, issuer.orElse(null), address, agent);
  }

  private Ended ended(
      Kept kept,
      Request request,
      String code,
      @Nullable String issuer,
      String address,
      String agent) {
    Fault fault;
    try {
      if (code.isEmpty()) {
        fault = Fault.REFUSED;
      } else {
        Identity identity = relyingParty.answered(provider(kept), request, code, issuer);
        Optional<Actor> actor = providers.member(kept, identity).await();
        if (actor.isPresent()) {
          return opened(actor.get(), address, agent);
        }
        fault = Fault.ADDRESS;
      }
    } catch (OidcException refusal) {
      fault = said(kept, refusal);
    }
    audit
        .note(
            new Deed(
                kept.municipality(),
                null,
                "session.open",
                "provider",
                kept.id().toString(),
                Deed.Result.REFUSED,
                address))
        .await();
    return new Ended.Refused(fault);
  }

  private Ended opened(Actor actor, String address, String agent) {
    String token = sessions.open(actor.member(), SessionKind.PROVIDER, agent).await();
    audit.note(Deed.done(actor, "session.open", "member", actor.member(), address)).await();
    return new Ended.Opened(token);
  }

  /// What went wrong, for the operator: the provider by its id, and never what it sent.
  private static Fault said(Kept kept, OidcException refusal) {
    LOG.warn("Identity provider {}: {}", kept.id(), refusal.getMessage());
    return refusal.fault();
  }

  private Provider provider(Kept kept) {
    Bytes key =
        sealing
            .open(kept.sealedKey(), ProviderRoutes.owner(kept.id()))
            .orElseThrow(() -> OidcException.keyLost());
    return new Provider(
        kept.settings().issuer(),
        kept.settings().clientId(),
        kept.settings().acrs(),
        ClientKey.of(new String(key.toArray(), StandardCharsets.UTF_8)));
  }

  private static String owner(String state) {
    return "request " + state;
  }
}
