package nl.beleidstafel.testkit;

import java.util.SplittableRandom;
import java.util.function.Consumer;

/// Runs a law over many seeded random scripts. A failure names its seed; `-Dseed=N` runs only that
/// one, `-Dseeds=N` the first N, and `-Dseeds.from=M` leaves out those before M.
public final class Seeds {
  private Seeds() {}

  /// The law, for seeds 1 to `count` (or `-Dseeds=`), each with its own generator.
  public static void each(int count, Consumer<SplittableRandom> law) {
    Long only = Long.getLong("seed");
    if (only != null) {
      run(only, law);
      return;
    }
    int wanted = Integer.getInteger("seeds", count);
    for (long seed = Long.getLong("seeds.from", 1); seed <= wanted; seed++) {
      run(seed, law);
    }
  }

  private static void run(long seed, Consumer<SplittableRandom> law) {
    try {
      law.accept(new SplittableRandom(seed));
    } catch (AssertionError | RuntimeException failure) {
      throw new AssertionError("seed " + seed + " (-Dseed=" + seed + "): " + failure, failure);
    }
  }
}
