package nl.beleidstafel.crdt;

import nl.beleidstafel.testkit.Seeds;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The same scripts on real Yjs 13.6 and on ours; `-Dseeds=10000` runs more of them.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class YjsDifferentialTest {
  private final YjsOracle oracle = YjsOracle.start();

  @BeforeAll
  void begin() {
    oracle.closeDocs();
  }

  @AfterAll
  void end() {
    oracle.close();
  }

  @Test
  void oursFollowsWhatYjsWrites() {
    Seeds.each(200, random -> new DifferentialScript(oracle, random, false).run());
  }

  @Test
  void yjsFollowsWhatOursWrites() {
    Seeds.each(100, random -> new DifferentialScript(oracle, random, true).run());
  }
}
