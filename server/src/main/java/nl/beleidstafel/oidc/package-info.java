/// An OpenID Connect relying party after the NL GOV Assurance profile: code flow, PKCE with S256,
/// `private_key_jwt`, state, nonce and `acr`. It asks only hosts that the operator allowed, within
/// bounds, and believes an identity only after every check. It knows no member and keeps nothing.
///
/// Open first: {@link nl.beleidstafel.oidc.RelyingParty}, {@link nl.beleidstafel.oidc.Fault}.
@NullMarked
package nl.beleidstafel.oidc;

import org.jspecify.annotations.NullMarked;
