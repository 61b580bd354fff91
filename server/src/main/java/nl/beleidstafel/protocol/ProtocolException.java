package nl.beleidstafel.protocol;

/// The peer sent what it must not send. Ends the document or the socket it came on, never more.
/// Without stack trace: a flood of bad frames must stay cheap.
public final class ProtocolException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final CloseReason reason;

  public ProtocolException(CloseReason reason, String text) {
    super(text, null, false, false);
    this.reason = reason;
  }

  /// How to close, where the whole socket has to end.
  public CloseReason reason() {
    return reason;
  }
}
