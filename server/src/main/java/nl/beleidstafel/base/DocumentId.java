package nl.beleidstafel.base;

import java.util.UUID;

/// Names one Yjs document, the unit of rights. Random, so that it cannot be guessed.
public record DocumentId(UUID value) {
  /// Reads the 36-character text form; throws {@link IllegalArgumentException} on anything else.
  public static DocumentId parse(String text) {
    return new DocumentId(Ids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
