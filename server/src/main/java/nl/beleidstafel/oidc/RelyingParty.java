package nl.beleidstafel.oidc;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import nl.beleidstafel.base.Clock;
import nl.beleidstafel.base.Limits;
import org.jspecify.annotations.Nullable;

/// Signs people in at a provider: makes the request, and judges the answer. Virtual threads: waits.
/// Every method throws {@link OidcException} where the provider is not believed.
public final class RelyingParty {
  private record Known(JsonObject json, long atMs) {}

  private final Hosts hosts;
  private final ProviderHttp http;
  private final Supplier<String> random;
  private final Clock clock;
  private final String redirect;
  private final Map<URI, Known> known = new ConcurrentHashMap<>();

  /// Built once at start.
  ///
  /// @param random gives at least 256 bits in characters that need no escape in an address
  /// @param redirect where providers send browsers back to
  public RelyingParty(
      Vertx vertx, Hosts hosts, Supplier<String> random, Clock clock, String redirect) {
    this.hosts = hosts;
    http = new ProviderHttp(vertx);
    this.random = random;
    this.clock = clock;
    this.redirect = redirect;
  }

  /// Where providers send browsers back to: an administrator registers it there.
  public String redirect() {
    return redirect;
  }

  /// Whether the provider can be used: asks what it says of itself, anew.
  public void check(String issuer) {
    known.clear();
    discovered(issuer);
  }

  /// A request to sign somebody in.
  public Request request(Provider provider) {
    Discovery discovery = discovered(provider.issuer());
    String state = random.get();
    String nonce = random.get();
    String verifier = random.get();
    Map<String, String> query = new LinkedHashMap<>();
    query.put("response_type", "code");
    query.put("client_id", provider.clientId());
    query.put("redirect_uri", redirect);
    query.put("scope", "openid email");
    query.put("state", state);
    query.put("nonce", nonce);
    query.put("acr_values", String.join(" ", provider.acrs()));
    query.put("claims", acrClaim(provider));
    query.put("code_challenge", Pkce.challenge(verifier));
    query.put("code_challenge_method", "S256");
    String sign = discovery.authorization().getRawQuery() == null ? "?" : "&";
    return new Request(
        discovery.authorization() + sign + ProviderHttp.encoded(query), state, nonce, verifier);
  }

  /// Asks for the acr as essential: so a provider that cannot give it says so.
  private static String acrClaim(Provider provider) {
    JsonObject acr =
        new JsonObject()
            .put("essential", true)
            .put("values", new io.vertx.core.json.JsonArray(provider.acrs()));
    return new JsonObject().put("id_token", new JsonObject().put("acr", acr)).encode();
  }

  /// Whom the provider has signed in, by its answer.
  ///
  /// @param issuer as the answer names it; null where it names none
  public Identity answered(
      Provider provider, Request request, String code, @Nullable String issuer) {
    Discovery discovery = discovered(provider.issuer());
    boolean named = issuer == null ? !discovery.namesIssuer() : issuer.equals(provider.issuer());
    if (!named) {
      throw new OidcException(Fault.ISSUER, "the answer names another issuer, or none");
    }
    JsonObject tokens = tokens(provider, discovery, request, code);
    if (!(tokens.getValue("id_token") instanceof String text)) {
      throw new OidcException(Fault.TOKENS, "the provider gave no identity token");
    }
    SignedJWT token = IdTokenRules.parsed(text);
    if (!IdTokenRules.isSigned(token, keys(discovery, false))
        && !IdTokenRules.isSigned(token, keys(discovery, true))) {
      throw new OidcException(Fault.SIGNATURE, "no key of the provider has signed the token");
    }
    IdTokenRules.Expected expected =
        new IdTokenRules.Expected(
            provider.issuer(),
            provider.clientId(),
            request.nonce(),
            provider.acrs(),
            clock.nowMs());
    JWTClaimsSet claims = IdTokenRules.checked(token, expected);
    return identity(discovery, claims, tokens);
  }

  private JsonObject tokens(Provider provider, Discovery discovery, Request request, String code) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    form.put("redirect_uri", redirect);
    form.put("client_id", provider.clientId());
    form.put("code_verifier", request.verifier());
    form.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
    form.put(
        "client_assertion",
        provider
            .key()
            .assertion(
                provider.clientId(),
                provider.issuer(),
                discovery.signing(),
                random.get(),
                clock.nowMs()));
    ProviderHttp.Reply reply = http.post(discovery.token(), form).await();
    if (reply.status() != 200) {
      throw new OidcException(
          Fault.TOKENS, "the provider gave no tokens, but status " + reply.status());
    }
    return reply.json();
  }

  /// The address may be in the token, or where the provider keeps what it knows of people.
  private Identity identity(Discovery discovery, JWTClaimsSet claims, JsonObject tokens) {
    String subject = claims.getSubject();
    JsonObject said = new JsonObject(claims.toJSONObject());
    if (said.getValue("email") == null
        && discovery.userInfo().isPresent()
        && tokens.getValue("access_token") instanceof String access) {
      ProviderHttp.Reply reply = http.get(discovery.userInfo().get(), access).await();
      // Whose answer this is must be said again (OpenID Connect Core 5.3.2).
      boolean same = reply.status() == 200 && subject.equals(reply.json().getValue("sub"));
      said = same ? reply.json() : said;
    }
    boolean verified = Boolean.TRUE.equals(said.getValue("email_verified"));
    return new Identity(
        subject,
        verified && said.getValue("email") instanceof String email
            ? Optional.of(email)
            : Optional.empty());
  }

  private Discovery discovered(String issuer) {
    URI at = hosts.checked(issuer.replaceAll("/+$", "") + "/.well-known/openid-configuration");
    return Discovery.of(fetched(at, Limits.PROVIDER_KNOWN_MAX_MS), issuer, hosts);
  }

  private JWKSet keys(Discovery discovery, boolean anew) {
    // A provider that has changed its keys is asked again, but not for each forged token.
    long ageMaxMs = anew ? Limits.PROVIDER_ANSWER_MAX_MS : Limits.PROVIDER_KNOWN_MAX_MS;
    try {
      return JWKSet.parse(fetched(discovery.keys(), ageMaxMs).encode());
    } catch (ParseException e) {
      throw new OidcException(Fault.SIGNATURE, "the provider's keys cannot be read", e);
    }
  }

  private JsonObject fetched(URI uri, long ageMaxMs) {
    long now = clock.nowMs();
    Known before = known.get(uri);
    if (before != null && now - before.atMs() < ageMaxMs) {
      return before.json().copy();
    }
    ProviderHttp.Reply reply = http.get(uri).await();
    if (reply.status() != 200) {
      throw new OidcException(
          Fault.UNREACHABLE, "the provider answered with status " + reply.status());
    }
    if (known.size() >= Limits.PROVIDERS_KNOWN_MAX) {
      known.clear();
    }
    known.put(uri, new Known(reply.json(), now));
    return reply.json().copy();
  }
}
