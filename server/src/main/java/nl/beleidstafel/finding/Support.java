package nl.beleidstafel.finding;

import io.vertx.core.json.JsonObject;

/// How much stands behind something, in numbers that tell of nobody.
///
/// @param organisations with whom was spoken
/// @param notes that are still there
/// @param withdrawn notes that were there once
record Support(int organisations, int notes, int withdrawn) {
  /// Whether all of it was withdrawn.
  boolean gone() {
    return notes == 0;
  }

  void into(JsonObject json) {
    json.put("organisations", organisations).put("notes", notes).put("withdrawn", withdrawn);
  }
}
