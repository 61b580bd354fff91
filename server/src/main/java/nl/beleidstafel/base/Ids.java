package nl.beleidstafel.base;

import java.util.UUID;

/// Reads ids strictly: {@link UUID#fromString} alone takes shortened forms, so that one thing would
/// have several names.
final class Ids {
  private Ids() {}

  static UUID parse(String text) {
    if (text.length() == 36) {
      UUID id = UUID.fromString(text);
      if (id.toString().equals(text)) {
        return id;
      }
    }
    throw new IllegalArgumentException("not an id");
  }
}
