package nl.beleidstafel.collab.socket;

/// Why the sockets said no. What rooms refuse has the words of {@link
/// nl.beleidstafel.collab.room.Reason} and is counted by them.
public enum Refusal {
  /// The upgrade came from a page that is not ours.
  ORIGIN("origin"),
  /// Bytes that are no message of the dialect.
  MALFORMED("malformed"),
  /// A message above the frame limit.
  TOO_BIG("message-too-big"),
  /// No token, an unknown one, or one whose session ended.
  UNAUTHENTICATED("unauthenticated"),
  /// Nobody authenticated on the socket in time.
  AUTHENTICATION_LATE("authentication-late"),
  /// Not a sign of life, not even of the client's own WebSocket layer.
  IDLE("idle"),
  /// The client takes nothing from the wire.
  NOT_READING("not-reading"),
  /// More messages or bytes than the rate limits allow.
  FLOOD("too-many-messages"),
  /// More sockets than one client address or one member may have.
  TOO_MANY_SOCKETS("too-many-sockets"),
  /// More documents than one socket may have.
  TOO_MANY_DOCUMENTS("too-many-documents"),
  /// More messages than may wait for an authentication.
  WAITING_FULL("waiting-full"),
  /// Who somebody is cannot be asked now.
  IDENTITY_AWAY("identity-away"),
  /// Our own bug.
  FAILED("failed");

  private final String word;

  Refusal(String word) {
    this.word = word;
  }

  /// Lower case with hyphens; what clients read and the counter's label. Never changes.
  public String word() {
    return word;
  }
}
