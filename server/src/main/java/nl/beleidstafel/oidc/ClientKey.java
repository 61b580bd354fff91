package nl.beleidstafel.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.Date;
import java.util.List;

/// The key with which we prove to a provider who we are. It never leaves the server; the provider
/// fetches the public half. RSA, because that is what every provider takes.
public final class ClientKey {
  private static final int BITS = 3072;
  private static final long ASSERTION_MAX_MS = 60_000;

  private final RSAKey key;

  private ClientKey(RSAKey key) {
    this.key = key;
  }

  /// A new one. Takes some tenths of a second of a core.
  public static ClientKey make() {
    try {
      return new ClientKey(
          new RSAKeyGenerator(BITS).keyUse(KeyUse.SIGNATURE).keyIDFromThumbprint(true).generate());
    } catch (JOSEException e) {
      throw new IllegalStateException("every JDK makes RSA keys", e);
    }
  }

  /// Reads what {@link #secret} wrote.
  public static ClientKey of(String secret) {
    try {
      return new ClientKey(RSAKey.parse(secret));
    } catch (ParseException e) {
      throw new IllegalStateException("a key of ours cannot be read", e);
    }
  }

  /// All of it, to be sealed and kept.
  public String secret() {
    return key.toJSONString();
  }

  /// The public half as a JSON Web Key Set.
  public String publicKeys() {
    return new JWKSet(key.toPublicJWK()).toString();
  }

  /// A statement that we are the client, for one use within a minute (RFC 7523).
  ///
  /// @param algorithms what the provider takes; empty where it does not say
  @SuppressWarnings("JavaUtilDate") // the library speaks it
  String assertion(
      String clientId, String audience, List<String> algorithms, String id, long nowMs) {
    JWSAlgorithm algorithm = algorithms.contains("PS256") ? JWSAlgorithm.PS256 : JWSAlgorithm.RS256;
    if (!algorithms.isEmpty() && !algorithms.contains(algorithm.getName())) {
      throw new OidcException(
          Fault.CLIENT_AUTHENTICATION, "the provider takes neither PS256 nor RS256");
    }
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(clientId)
            .subject(clientId)
            .audience(audience)
            .jwtID(id)
            .issueTime(new Date(nowMs))
            .expirationTime(new Date(nowMs + ASSERTION_MAX_MS))
            .build();
    SignedJWT jwt =
        new SignedJWT(new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(), claims);
    try {
      jwt.sign(new RSASSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("every JDK signs with RSA", e);
    }
    return jwt.serialize();
  }
}
