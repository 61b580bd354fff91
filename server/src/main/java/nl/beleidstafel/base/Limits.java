package nl.beleidstafel.base;

/// Every bound of the running server in one place. What reaches one is refused with a readable
/// reason and counted.
public final class Limits {
  /// The largest WebSocket frame and message: a Step2 of a long absence must fit.
  public static final int FRAME_SIZE_MAX_BYTES = 16 * 1024 * 1024;

  /// The largest document, encoded: far above any section, far below what fills a heap.
  public static final int DOCUMENT_SIZE_MAX_BYTES = 32 * 1024 * 1024;

  /// How deep lists and objects nest inside one value of a document.
  public static final int VALUE_DEPTH_MAX = 200;

  /// Structs in one update: a whole document of the largest size has fewer.
  public static final int UPDATE_STRUCTS_MAX = 2_000_000;

  /// Structs for each byte of an update v2, whose columns say "and so on" in a few bytes.
  public static final int STRUCTS_PER_BYTE_MAX = 256;

  /// What a document keeps, encoded, of changes that wait for others that are absent.
  public static final int PENDING_SIZE_MAX_BYTES = 16 * 1024 * 1024;

  private Limits() {}
}
