package nl.beleidstafel.identity;

import java.util.Arrays;
import java.util.Locale;

/// How a session was opened, and so how sure it is who holds it.
enum SessionKind {
  /// With a password alone.
  PASSWORD,
  /// With a password and a code.
  SECOND_FACTOR,
  /// With a passkey that asked for its holder's finger, face or code: two factors in one.
  PASSKEY,
  /// By an identity provider of the municipality.
  PROVIDER,
  /// With a personal link, without an account.
  LINK;

  /// As the database and the API spell it.
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static SessionKind of(String word) {
    return Arrays.stream(values())
        .filter(kind -> kind.word().equals(word))
        .findFirst()
        .orElseThrow();
  }
}
