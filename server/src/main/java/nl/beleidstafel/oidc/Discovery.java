package nl.beleidstafel.oidc;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a provider says of itself, as far as we use it; checked against the profile.
///
/// @param namesIssuer it names itself in each answer (RFC 9207)
/// @param signing the algorithms it takes for our assertion; empty where it does not say
record Discovery(
    String issuer,
    URI authorization,
    URI token,
    URI keys,
    Optional<URI> userInfo,
    boolean namesIssuer,
    List<String> signing) {
  /// Reads it.
  ///
  /// @param issuer whose it must be
  static Discovery of(JsonObject json, String issuer, Hosts hosts) {
    if (!issuer.equals(json.getValue("issuer"))) {
      throw new OidcException(Fault.DISCOVERY, "the provider names another issuer");
    }
    if (!words(json, "response_types_supported").contains("code")) {
      throw new OidcException(Fault.DISCOVERY, "the provider has no code flow");
    }
    if (!words(json, "code_challenge_methods_supported").contains("S256")) {
      throw new OidcException(Fault.PKCE, "the provider does not take PKCE with S256");
    }
    if (!words(json, "token_endpoint_auth_methods_supported").contains("private_key_jwt")) {
      throw new OidcException(
          Fault.CLIENT_AUTHENTICATION, "the provider does not take private_key_jwt");
    }
    @Nullable String userInfo = json.getValue("userinfo_endpoint") instanceof String s ? s : null;
    return new Discovery(
        issuer,
        hosts.checked(text(json, "authorization_endpoint")),
        hosts.checked(text(json, "token_endpoint")),
        hosts.checked(text(json, "jwks_uri")),
        Optional.ofNullable(userInfo).map(hosts::checked),
        Boolean.TRUE.equals(json.getValue("authorization_response_iss_parameter_supported")),
        words(json, "token_endpoint_auth_signing_alg_values_supported"));
  }

  private static String text(JsonObject json, String name) {
    if (json.getValue(name) instanceof String found) {
      return found;
    }
    throw new OidcException(Fault.DISCOVERY, "the provider does not say its " + name);
  }

  private static List<String> words(JsonObject json, String name) {
    return json.getValue(name) instanceof JsonArray found
        ? found.stream().filter(String.class::isInstance).map(String.class::cast).toList()
        : List.of();
  }
}
