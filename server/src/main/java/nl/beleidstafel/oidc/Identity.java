package nl.beleidstafel.oidc;

import java.util.Optional;

/// Whom a provider has signed in.
///
/// @param subject by which the provider knows the person, for us alone perhaps
/// @param verifiedEmail an address that the provider says it has verified
public record Identity(String subject, Optional<String> verifiedEmail) {}
