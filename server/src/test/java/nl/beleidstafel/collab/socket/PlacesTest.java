package nl.beleidstafel.collab.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PlacesTest {
  private final Places<String> places = new Places<>(2);

  @Test
  void theFirstBeyondIsRefusedAndOneGivenBackIsFree_P74() {
    assertTrue(places.take("a"));
    assertTrue(places.take("a"));
    assertTrue(places.full("a"));
    assertFalse(places.take("a"));
    assertTrue(places.take("b"), "others have their own");
    places.giveBack("a");
    assertFalse(places.full("a"));
    assertTrue(places.take("a"));
    assertFalse(places.take("a"));
  }

  @Test
  void manyThreadsGetNoMoreThanThereIs_P74() {
    Places<String> few = new Places<>(100);
    long got = IntStream.range(0, 10_000).parallel().filter(_ -> few.take("a")).count();
    assertEquals(100, got);
  }

  @Test
  void oneSubscriberIsOneAndTheMachineItselfIsNobody_P74() {
    assertEquals(Optional.empty(), ClientAddress.of("127.0.0.1"));
    assertEquals(Optional.empty(), ClientAddress.of("::1"));
    assertEquals(ClientAddress.of("2001:db8::1"), ClientAddress.of("2001:db8::ffff:1"));
    assertNotEquals(ClientAddress.of("2001:db8::1"), ClientAddress.of("2001:db8:0:1::1"));
    assertEquals(ClientAddress.of("192.0.2.1"), ClientAddress.of("::ffff:192.0.2.1"));
    assertNotEquals(ClientAddress.of("192.0.2.1"), ClientAddress.of("192.0.2.2"));
    assertEquals(ClientAddress.of("x".repeat(64)), ClientAddress.of("x".repeat(9000)));
  }
}
