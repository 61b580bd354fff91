package nl.beleidstafel.base;

import java.util.UUID;

/// Names an organisation. Random, so that it cannot be guessed.
public record PartnerId(UUID value) {
  /// Reads the 36-character text form; throws {@link IllegalArgumentException} on anything else.
  public static PartnerId parse(String text) {
    return new PartnerId(Ids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
