package nl.beleidstafel.base;

/// Assertions that are always on. A failure is our own bug, never a user's or a peer's.
public final class Check {
  private Check() {}

  /// Throws {@link IllegalStateException} with the message where the condition does not hold.
  public static void that(boolean condition, String message) {
    if (!condition) {
      throw new IllegalStateException(message);
    }
  }

  public static void index(int index, int length) {
    if (index < 0 || index >= length) {
      throw new IndexOutOfBoundsException("index " + index + " of " + length);
    }
  }

  public static void range(int from, int count, int length) {
    if (from < 0 || count < 0 || count > length - from) {
      throw new IndexOutOfBoundsException(count + " from " + from + " of " + length);
    }
  }
}
