package nl.beleidstafel.base;

/// Every bound of the running server in one place. What reaches one is refused with a readable
/// reason and counted.
public final class Limits {
  /// The largest WebSocket frame and message: a Step2 of a long absence must fit.
  public static final int FRAME_SIZE_MAX_BYTES = 16 * 1024 * 1024;

  /// The largest document, encoded: far above any section, far below what fills a heap.
  public static final int DOCUMENT_SIZE_MAX_BYTES = 32 * 1024 * 1024;

  /// Queries that may wait for a connection before more are refused.
  public static final int DATABASE_WAITING_MAX = 4_096;

  /// How long to wait for a connection to the database.
  public static final int DATABASE_CONNECT_MAX_MS = 5_000;

  /// How long the pool keeps a connection that nobody uses; below the next, so that it ends first.
  public static final int DATABASE_IDLE_MAX_MS = 30_000;

  /// How long a query may hear nothing before its connection counts as lost.
  public static final int DATABASE_SILENCE_MAX_MS = 60_000;

  /// How long a readiness check waits for the database.
  public static final int DATABASE_PROBE_MAX_MS = 2_000;

  private Limits() {}
}
