package nl.beleidstafel.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.MemberId;
import org.junit.jupiter.api.Test;

final class SittingTest {
  private static final MemberId ANN = new MemberId(new UUID(0, 1));
  private static final MemberId BEN = new MemberId(new UUID(0, 2));

  @Test
  void aLongPauseBeginsAnotherSitting_H6() {
    long pause = Limits.SITTING_PAUSE_MAX_MS;
    List<Sitting.Edit> edits =
        List.of(
            new Sitting.Edit(5, 2 * pause + 2, BEN),
            new Sitting.Edit(4, pause + 1, ANN),
            new Sitting.Edit(3, pause, BEN),
            new Sitting.Edit(2, 0, ANN));
    List<Sitting> sittings = Sitting.of(edits);
    assertEquals(2, sittings.size());
    assertEquals(4, sittings.get(0).fromSeq());
    assertEquals(5, sittings.get(0).toSeq());
    assertEquals(1, sittings.get(1).fromSeq());
    assertEquals(4, sittings.get(1).toSeq());
    assertEquals(List.of(ANN, BEN), new ArrayList<>(sittings.get(1).by()), "first the first");
    assertEquals(List.of(), Sitting.of(List.of()));
  }
}
