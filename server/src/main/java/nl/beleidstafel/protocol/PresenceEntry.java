package nl.beleidstafel.protocol;

/// What one client says about itself.
///
/// @param client the Yjs client id, 0 to 2^53 - 1
/// @param clock rises with every change of this client's entry
/// @param json the state; `null` means gone
public record PresenceEntry(long client, long clock, String json) {
  /// The state of a client that left.
  public static final String GONE = "null";

  /// Whether this client left.
  public boolean gone() {
    return json.equals(GONE);
  }

  /// Whether this replaces what is known of the client. An unknown client counts as clock 0 and
  /// absent, so the first entry with clock 0 is ignored, by design. Source: y-protocols
  /// `awareness.js`, `applyAwarenessUpdate`.
  ///
  /// @param knownClock the clock last accepted for this client, 0 where there is none
  /// @param present whether the client is here by what is known
  public boolean replaces(long knownClock, boolean present) {
    return knownClock < clock || (knownClock == clock && gone() && present);
  }
}
