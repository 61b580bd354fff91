package nl.beleidstafel.oidc;

import java.util.Locale;

/// Why a provider is not believed. Each has a word that the page for signing in explains.
public enum Fault {
  /// Its host is not among those that the operator allowed.
  HOST,
  /// It did not answer, or not in time.
  UNREACHABLE,
  /// What it says of itself cannot be read, or names another issuer.
  DISCOVERY,
  /// It does not take PKCE with S256.
  PKCE,
  /// It does not take `private_key_jwt`.
  CLIENT_AUTHENTICATION,
  /// It did not sign in the person, by its own word.
  REFUSED,
  /// It answered another request than ours, or too late, or in another browser.
  STATE,
  /// The answer names another issuer.
  ISSUER,
  /// It gave no tokens for the code.
  TOKENS,
  /// The signature is not one of its keys', or of a kind that proves nothing.
  SIGNATURE,
  /// The token is for somebody else.
  AUDIENCE,
  /// The token has expired, or is of the future.
  TIME,
  /// The token answers another request.
  NONCE,
  /// It does not say how surely it knows the person, or not surely enough.
  ASSURANCE,
  /// It does not say, as verified, by which address we know the person.
  ADDRESS;

  /// As the API and the pages spell it.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
