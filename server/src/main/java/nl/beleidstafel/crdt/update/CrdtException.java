package nl.beleidstafel.crdt.update;

/// The bytes are not what they should be, or a bound was reached. Always the sender's fault; the
/// document they were meant for is unchanged.
public final class CrdtException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CrdtException(String message) {
    super(message);
  }
}
