package nl.beleidstafel.oidc;

import java.util.List;

/// A provider as it was set up for us.
///
/// @param acrs how surely it must know the person: any one of these; at least one
public record Provider(String issuer, String clientId, List<String> acrs, ClientKey key) {
  public Provider {
    acrs = List.copyOf(acrs);
  }
}
