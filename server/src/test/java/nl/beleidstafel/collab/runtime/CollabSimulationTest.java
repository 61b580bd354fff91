package nl.beleidstafel.collab.runtime;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import nl.beleidstafel.testkit.Seeds;
import org.junit.jupiter.api.Test;

/// Rooms, log writer, log and network under seeded faults: connections break, the database fails
/// before or at the commit or is away, the node dies and starts again, readers stall, rights come
/// and go. The laws are in `SimulatedClient`; a failure names its seed.
final class CollabSimulationTest {
  private static final int SEEDS = 200;
  private static final int ACTIONS = 250;

  @Test
  void nothingAcknowledgedIsLostAndNothingShownIsUnlogged_R4_R5() {
    long[] happened = new long[6];
    Seeds.each(
        SEEDS,
        random -> {
          var simulation = new CollabSimulation(random);
          simulation.run(ACTIONS);
          simulation.assertLaws();
          for (SimulatedClient client : simulation.clients()) {
            happened[0] += client.acknowledged;
            happened[1] += client.refusals;
          }
          happened[2] += simulation.kills;
          happened[3] += simulation.stalls;
          happened[4] += simulation.changesOfRights;
          happened[5] += simulation.log().unknown;
        });
    if (Long.getLong("seed") == null) {
      for (long count : happened) {
        assertTrue(
            count > SEEDS / 4,
            () -> "the scripts did too little: " + java.util.Arrays.toString(happened));
      }
    }
  }

  @Test
  void aLogThatForgetsIsNoticed() {
    assertThrows(
        AssertionError.class,
        () -> {
          var simulation = new CollabSimulation(new SplittableRandom(1));
          simulation.log().lies = true;
          simulation.run(ACTIONS);
          simulation.assertLaws();
        });
  }
}
