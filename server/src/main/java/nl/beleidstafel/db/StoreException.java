package nl.beleidstafel.db;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The database could not do what was asked: the only failure that `db` hands to its callers.
///
/// Messages hold no values of rows, so that they may be logged.
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// What is known of the transaction that failed.
  public enum Outcome {
    /// Nothing of it was stored.
    ROLLED_BACK,
    /// The connection was lost at COMMIT: it may or may not be stored, read it back.
    UNKNOWN
  }

  private final boolean retryable;
  private final Outcome outcome;
  private final @Nullable String sqlState;
  private final @Nullable String constraint;

  public StoreException(
      String message,
      boolean retryable,
      Outcome outcome,
      @Nullable String sqlState,
      @Nullable String constraint,
      @Nullable Throwable cause) {
    super(message, cause);
    this.retryable = retryable;
    this.outcome = outcome;
    this.sqlState = sqlState;
    this.constraint = constraint;
  }

  /// For doubles in tests: a failure of which nothing was stored.
  public StoreException(String message, boolean retryable) {
    this(message, retryable, Outcome.ROLLED_BACK, null, null, null);
  }

  /// True where the same work may succeed later: database away, deadlock, serialization, no room.
  public boolean retryable() {
    return retryable;
  }

  public Outcome outcome() {
    return outcome;
  }

  /// The five characters of PostgreSQL's error code; empty where the server said nothing.
  public Optional<String> sqlState() {
    return Optional.ofNullable(sqlState);
  }

  /// The name of the constraint that was violated, so that a slice can turn it into a refusal.
  public Optional<String> constraint() {
    return Optional.ofNullable(constraint);
  }
}
