package nl.beleidstafel.base;

import java.util.UUID;

/// Names the tenant. Random, so that it cannot be guessed.
public record MunicipalityId(UUID value) {
  /// Reads the 36-character text form; throws {@link IllegalArgumentException} on anything else.
  public static MunicipalityId parse(String text) {
    return new MunicipalityId(Ids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
