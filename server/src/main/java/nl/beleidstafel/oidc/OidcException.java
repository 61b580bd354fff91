package nl.beleidstafel.oidc;

/// A provider is not believed. The message is for the server's log and never holds a token.
public final class OidcException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Fault fault;

  OidcException(Fault fault, String message) {
    super(message);
    this.fault = fault;
  }

  OidcException(Fault fault, String message, Throwable cause) {
    super(message, cause);
    this.fault = fault;
  }

  /// Our own key at the provider cannot be opened: its key was lost.
  public static OidcException keyLost() {
    return new OidcException(
        Fault.CLIENT_AUTHENTICATION, "the key that seals our own is lost: add the provider anew");
  }

  public Fault fault() {
    return fault;
  }
}
