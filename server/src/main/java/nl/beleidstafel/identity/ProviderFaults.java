package nl.beleidstafel.identity;

import nl.beleidstafel.http.Text;
import nl.beleidstafel.oidc.Fault;

/// What to tell an administrator of a provider that cannot be used.
final class ProviderFaults {
  private ProviderFaults() {}

  static Text text(Fault fault) {
    return switch (fault) {
      case HOST ->
          new Text(
              "Deze server mag dit adres niet vragen. Vraag uw technisch beheerder om de naam van"
                  + " de aanbieder op te nemen in identity-provider-hosts.",
              "This server may not ask this address. Ask your operator to add the provider's host"
                  + " to identity-provider-hosts.");
      case UNREACHABLE ->
          new Text(
              "De aanbieder antwoordt niet. Controleer het adres.",
              "The provider does not answer. Check the address.");
      case PKCE ->
          new Text(
              "De aanbieder ondersteunt geen PKCE met S256. Dat is verplicht.",
              "The provider does not support PKCE with S256, which is required.");
      case CLIENT_AUTHENTICATION ->
          new Text(
              "De aanbieder ondersteunt private_key_jwt niet. Dat is verplicht.",
              "The provider does not support private_key_jwt, which is required.");
      case DISCOVERY,
          REFUSED,
          STATE,
          ISSUER,
          TOKENS,
          SIGNATURE,
          AUDIENCE,
          TIME,
          NONCE,
          ASSURANCE,
          ADDRESS ->
          new Text(
              "Op dit adres staat geen goede beschrijving van een aanbieder. Neem het adres precies"
                  + " over, ook een schuine streep aan het eind.",
              "There is no good description of a provider at this address. Copy it exactly, with"
                  + " a slash at its end if it has one.");
    };
  }
}
