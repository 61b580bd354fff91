package nl.beleidstafel.base;

import java.util.UUID;

/// Reads ids strictly: {@link UUID#fromString} alone takes shortened forms, so that one thing would
/// have several names.
public final class Ids {
  private Ids() {}

  /// Reads the 36-character text form; throws {@link IllegalArgumentException} on anything else.
  public static UUID parse(String text) {
    if (text.length() == 36) {
      UUID id = UUID.fromString(text);
      if (id.toString().equals(text)) {
        return id;
      }
    }
    throw new IllegalArgumentException("not an id");
  }
}
