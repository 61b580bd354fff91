package nl.beleidstafel.base;

import java.util.UUID;

/// Names a section of a plan. Random, so that it cannot be guessed.
public record SectionId(UUID value) {
  /// Reads the 36-character text form; throws {@link IllegalArgumentException} on anything else.
  public static SectionId parse(String text) {
    return new SectionId(Ids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
