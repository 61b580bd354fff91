package nl.beleidstafel.base;

import java.util.UUID;

/// Names a person at a partner. Random, so that it cannot be guessed.
public record MemberId(UUID value) {
  /// Reads the 36-character text form; throws {@link IllegalArgumentException} on anything else.
  public static MemberId parse(String text) {
    return new MemberId(Ids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
