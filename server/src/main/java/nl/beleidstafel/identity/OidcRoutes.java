package nl.beleidstafel.identity;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.http.Answer;
import nl.beleidstafel.http.Call;
import nl.beleidstafel.http.Guard;
import nl.beleidstafel.http.Problem;
import nl.beleidstafel.http.Routes;
import nl.beleidstafel.http.SessionCookie;
import nl.beleidstafel.http.Text;
import nl.beleidstafel.oidc.Fault;

/// Signing in at an identity provider: there, and back again.
final class OidcRoutes {
  private final ProviderSignIn signIn;
  private final ProviderStore store;
  private final SignInLimiter limiter;
  private final SessionCookie cookie;

  OidcRoutes(
      ProviderSignIn signIn, ProviderStore store, SignInLimiter limiter, SessionCookie cookie) {
    this.signIn = signIn;
    this.store = store;
    this.limiter = limiter;
    this.cookie = cookie;
  }

  Routes routes() {
    return new Routes()
        .get("/v1/oidc/providers", Guard.PUBLIC, this::list)
        .post("/v1/oidc/sign-in", Guard.PUBLIC, this::begin)
        .get("/v1/oidc/callback", Guard.PUBLIC, this::end);
  }

  private Answer list(Call call) {
    JsonArray items = new JsonArray();
    for (ProviderStore.Kept each : store.all().await()) {
      items.add(
          new JsonObject()
              .put("id", each.id().toString())
              .put("name", each.settings().name())
              .put("municipality", each.municipalityName()));
    }
    return Answer.ok(new JsonObject().put("items", items));
  }

  private Answer begin(Call call) {
    String text = call.fields().text("provider", 36);
    // Each asks a provider: so a stranger can make us ask no more than this.
    long waitMs = limiter.waitMs("provider", call.address());
    if (waitMs > 0) {
      return Problem.tooMany(waitMs);
    }
    limiter.failed("provider", call.address());
    Optional<UUID> id = Optional.empty();
    try {
      id = Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException _) {
      // Like one that does not exist.
    }
    return id.flatMap(signIn::begin)
        .map(begun ->
            switch (begun) {
              case ProviderSignIn.Begun.Sent(var location, var browser) ->
                  Answer.ok(new JsonObject().put("location", location))
                      .with("Set-Cookie", cookie.setBinding(browser, Limits.PENDING_MAX_MS / 1000));
              case ProviderSignIn.Begun.Refused(var fault) -> unusable(fault);
            })
        .orElseGet(Problem::notFound);
  }

  private static Problem unusable(Fault fault) {
    return new Problem(
        502,
        "provider-" + fault.word(),
        new Text("Deze aanbieder werkt nu niet", "This provider does not work now"),
        new Text(
            "Log op een andere manier in, of probeer het later. Uw beheerder weet meer.",
            "Sign in another way, or try again later. Your administrator knows more."));
  }

  /// The browser comes back from the provider, so the answer is a page to go to.
  private Answer end(Call call) {
    ProviderSignIn.Ended ended =
        signIn.end(
            call.query("state").orElse(""),
            call.binding(),
            call.query("code").orElse(""),
            call.query("iss"),
            call.address(),
            call.agent());
    return switch (ended) {
      case ProviderSignIn.Ended.Opened(var token) ->
          to("/").with("Set-Cookie", cookie.set(token, Limits.SESSION_AGE_MAX_MS / 1000));
      case ProviderSignIn.Ended.Refused(var fault) ->
          to("/inloggen?aanbieder=" + fault.word()).with("Set-Cookie", cookie.clearBinding());
    };
  }

  private static Answer.Empty to(String path) {
    return new Answer.Empty(303, Map.of("Location", path));
  }
}
