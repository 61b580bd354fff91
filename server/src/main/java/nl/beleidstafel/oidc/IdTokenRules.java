package nl.beleidstafel.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import nl.beleidstafel.base.Limits;
import org.jspecify.annotations.Nullable;

/// Whether an identity token is one: signed by the provider, for us, for this request, now, and
/// surely enough. Source: OpenID Connect Core 3.1.3.7.
final class IdTokenRules {
  /// What the token must answer to.
  ///
  /// @param acrs how surely the provider must know the person: any one of these
  record Expected(String issuer, String clientId, String nonce, List<String> acrs, long nowMs) {}

  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  private IdTokenRules() {}

  static SignedJWT parsed(String token) {
    try {
      return SignedJWT.parse(token);
    } catch (ParseException e) {
      throw new OidcException(Fault.SIGNATURE, "the identity token is not a signed one", e);
    }
  }

  /// Whether one of the keys has signed it.
  static boolean isSigned(SignedJWT token, JWKSet keys) {
    if (!ALGORITHMS.contains(token.getHeader().getAlgorithm())) {
      throw new OidcException(Fault.SIGNATURE, "the identity token's algorithm proves nothing");
    }
    JWKMatcher matcher = Objects.requireNonNull(JWKMatcher.forJWSHeader(token.getHeader()));
    for (JWK key : new JWKSelector(matcher).select(keys)) {
      if (key instanceof AsymmetricJWK asymmetric && verifies(token, asymmetric)) {
        return true;
      }
    }
    return false;
  }

  private static boolean verifies(SignedJWT token, AsymmetricJWK key) {
    try {
      JWSVerifier verifier =
          new DefaultJWSVerifierFactory().createJWSVerifier(token.getHeader(), key.toPublicKey());
      return token.verify(verifier);
    } catch (JOSEException _) {
      return false;
    }
  }

  /// The claims of a signed token, after every check.
  static JWTClaimsSet checked(SignedJWT token, Expected expected) {
    JWTClaimsSet claims = claims(token);
    require(expected.issuer().equals(claims.getIssuer()), Fault.ISSUER, "iss");
    List<String> audience = claims.getAudience();
    require(audience.contains(expected.clientId()), Fault.AUDIENCE, "aud");
    @Nullable Object party = claims.getClaim("azp");
    require(
        party == null ? audience.size() == 1 : expected.clientId().equals(party),
        Fault.AUDIENCE,
        "azp");
    checkTime(claims, expected.nowMs());
    require(expected.nonce().equals(claims.getClaim("nonce")), Fault.NONCE, "nonce");
    @Nullable Object acr = claims.getClaim("acr");
    require(acr instanceof String word && expected.acrs().contains(word), Fault.ASSURANCE, "acr");
    @Nullable String subject = claims.getSubject();
    require(subject != null && !subject.isEmpty() && subject.length() <= 255, Fault.TOKENS, "sub");
    return claims;
  }

  @SuppressWarnings("JavaUtilDate") // the library speaks it
  private static void checkTime(JWTClaimsSet claims, long nowMs) {
    @Nullable Date expires = claims.getExpirationTime();
    @Nullable Date issued = claims.getIssueTime();
    long skew = Limits.PROVIDER_CLOCK_SKEW_MAX_MS;
    require(expires != null && expires.getTime() > nowMs - skew, Fault.TIME, "exp");
    require(
        issued != null
            && issued.getTime() <= nowMs + skew
            && issued.getTime() > nowMs - Limits.PENDING_MAX_MS - skew,
        Fault.TIME,
        "iat");
    @Nullable Date notBefore = claims.getNotBeforeTime();
    require(notBefore == null || notBefore.getTime() <= nowMs + skew, Fault.TIME, "nbf");
  }

  private static JWTClaimsSet claims(SignedJWT token) {
    try {
      return token.getJWTClaimsSet();
    } catch (ParseException e) {
      throw new OidcException(Fault.TOKENS, "the identity token's claims cannot be read", e);
    }
  }

  private static void require(boolean holds, Fault fault, String claim) {
    if (!holds) {
      throw new OidcException(fault, "the identity token's " + claim + " is not as it must be");
    }
  }
}
