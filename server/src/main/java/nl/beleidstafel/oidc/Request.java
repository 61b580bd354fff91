package nl.beleidstafel.oidc;

/// One request to sign somebody in: what is sent, and what must be remembered until the answer.
///
/// @param location where the browser goes
/// @param state names the request; must come back unchanged
/// @param nonce must be in the identity token
/// @param verifier proves to the provider that the code is ours (PKCE)
public record Request(String location, String state, String nonce, String verifier) {}
