package nl.beleidstafel.demonstration;

/// The script cannot be played on: what somebody was to do was refused, or is not possible here.
/// What was done before stays, and the next start goes on from there.
public final class PlayException extends Exception {
  private static final long serialVersionUID = 1;

  PlayException(String message) {
    super(message);
  }

  PlayException(String message, Throwable cause) {
    super(message, cause);
  }
}
