package nl.beleidstafel.identity;

import io.vertx.core.Vertx;
import nl.beleidstafel.audit.Audit;
import nl.beleidstafel.base.Clock;
import nl.beleidstafel.http.HttpSettings;
import nl.beleidstafel.http.Routes;
import nl.beleidstafel.http.SessionCookie;
import nl.beleidstafel.oidc.RelyingParty;

/// Second factors, passkeys, providers and sessions, wired.
final class WaysIn {
  record Stores(
      IdentityStore people, SessionStore sessions, FactorStore factors, ProviderStore providers) {}

  private final Factors factors;
  private final PasskeySignIn passkeySignIn;
  private final Stores stores;
  private final SignInLimiter work;
  private final ProviderSignIn providerSignIn;
  private final Routes members;

  WaysIn(
      Vertx vertx,
      Stores stores,
      Sessions sessions,
      Secrets secrets,
      IdentitySlice.Settings own,
      Audit audit,
      Clock clock,
      HttpSettings settings) {
    this.stores = stores;
    work = SignInLimiter.forWork(clock);
    FactorStore kept = stores.factors();
    factors = new Factors(kept, own.sealing(), secrets, SignInLimiter.forCodes(clock), clock);
    Passkeys passkeys = new Passkeys(vertx, kept, secrets, clock, settings);
    passkeySignIn =
        new PasskeySignIn(
            passkeys, stores.people(), sessions, SignInLimiter.forWork(clock), work, audit);
    RelyingParty relyingParty =
        new RelyingParty(
            vertx, own.providerHosts(), secrets::token, clock, settings.link("/v1/oidc/callback"));
    providerSignIn =
        new ProviderSignIn(
            stores.providers(), kept, relyingParty, own.sealing(), secrets, sessions, audit, clock);
    Fresh fresh = new Fresh(sessions);
    members =
        new FactorRoutes(
                kept,
                factors,
                passkeys,
                stores.people(),
                stores.sessions(),
                fresh,
                sessions::endedOf)
            .routes()
            .addAll(new SessionListRoutes(sessions, stores.sessions(), sessions::endedOf).routes())
            .addAll(new WaysInRoutes(kept, fresh, settings, sessions::endedOf).routes())
            .addAll(
                new ProviderRoutes(stores.providers(), relyingParty, own.sealing(), fresh, settings)
                    .routes());
  }

  Factors factors() {
    return factors;
  }

  PasskeySignIn passkeySignIn() {
    return passkeySignIn;
  }

  Routes routes(SessionCookie cookie) {
    return new Routes()
        .addAll(members)
        .addAll(new OidcRoutes(providerSignIn, stores.providers(), work, cookie).routes())
        .describedIn("factors");
  }
}
