package nl.beleidstafel.base;

/// Every bound of the running server in one place. What reaches one is refused with a readable
/// reason and counted.
public final class Limits {
  /// The largest WebSocket frame and message: a Step2 of a long absence must fit.
  public static final int FRAME_SIZE_MAX_BYTES = 16 * 1024 * 1024;

  /// The largest document, encoded: far above any section, far below what fills a heap.
  public static final int DOCUMENT_SIZE_MAX_BYTES = 32 * 1024 * 1024;

  /// The largest file of a model plan or register: the whole model plan has about 100 kB.
  public static final int TEMPLATE_FILE_SIZE_MAX_BYTES = 256 * 1024;

  /// How deep blocks may stand inside one another: the model plan needs five.
  public static final int TEMPLATE_DEPTH_MAX = 20;

  private Limits() {}
}
