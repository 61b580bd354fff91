package nl.beleidstafel.base;

/// Every bound of the running server in one place. What reaches one is refused with a readable
/// reason and counted.
public final class Limits {
  /// The largest WebSocket frame and message: a Step2 of a long absence must fit.
  public static final int FRAME_SIZE_MAX_BYTES = 16 * 1024 * 1024;

  /// The largest document, encoded: far above any section, far below what fills a heap.
  public static final int DOCUMENT_SIZE_MAX_BYTES = 32 * 1024 * 1024;

  private Limits() {}
}
