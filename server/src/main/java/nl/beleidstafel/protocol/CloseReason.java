package nl.beleidstafel.protocol;

/// Why a socket is closed, as code and text of the WebSocket close frame. Sources: hocuspocus
/// `packages/common/src/CloseEvents.ts` for the first five; y-websocket 3 takes 4400 to 4499 as "do
/// not come back" and everything else as "try again", so what heals by itself is outside that
/// range.
public enum CloseReason {
  /// A frame or message above the limit.
  MESSAGE_TOO_BIG(1009, "Message Too Big"),
  /// What came could not be read: the client starts afresh.
  RESET(4205, "Reset Connection"),
  /// No valid token, or none where one is due.
  UNAUTHORIZED(4401, "Unauthorized"),
  /// Known, but without the right to read.
  FORBIDDEN(4403, "Forbidden"),
  /// Silent for too long, or never authenticated.
  TIMEOUT(4408, "Connection Timeout"),
  /// The server cannot answer now.
  TRY_LATER(1013, "Try Again Later"),
  /// The document was closed by the server; a new connection may find it again.
  DOCUMENT_CLOSED(4500, "Document Closed"),
  /// The client takes nothing from the wire.
  NOT_READING(4508, "Not Reading"),
  /// More than the rate limits allow.
  TOO_MANY_MESSAGES(4529, "Too Many Messages"),
  /// Our own bug; only this socket suffers.
  INTERNAL(1011, "Internal Error"),
  /// The server stops.
  GOING_AWAY(1001, "Going Away");

  private final int code;
  private final String text;

  CloseReason(int code, String text) {
    this.code = code;
    this.text = text;
  }

  /// The WebSocket status code.
  public int code() {
    return code;
  }

  /// The reason text of the close frame, at most 123 bytes.
  public String text() {
    return text;
  }
}
