package nl.beleidstafel.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

final class LifecycleTest {
  private final ConcurrentLinkedQueue<String> ended = new ConcurrentLinkedQueue<>();
  private final Lifecycle lifecycle = new Lifecycle(1);

  private void started(String name) {
    lifecycle.onStop(name, () -> ended.add(name));
  }

  @Test
  void whatStartedLastEndsFirst() {
    started("database");
    started("rooms");
    started("server");
    assertFalse(lifecycle.stopping());
    lifecycle.stop();
    assertTrue(lifecycle.stopping());
    assertEquals(List.of("server", "rooms", "database"), List.copyOf(ended));
  }

  @Test
  void aSecondStopDoesNothing() {
    started("database");
    lifecycle.stop();
    lifecycle.stop();
    assertEquals(List.of("database"), List.copyOf(ended));
  }

  @Test
  void aFailureDoesNotKeepTheOthers() {
    started("database");
    lifecycle.onStop(
        "rooms",
        () -> {
          throw new IllegalStateException("on purpose");
        });
    lifecycle.stop();
    assertEquals(List.of("database"), List.copyOf(ended));
  }

  @Test
  void oneThatHangsDoesNotKeepTheOthers() {
    CountDownLatch never = new CountDownLatch(1);
    started("database");
    lifecycle.onStop("rooms", never::await);
    lifecycle.stop();
    assertEquals(List.of("database"), List.copyOf(ended));
  }

  @Test
  void whatStartsDuringTheStopEndsAtOnce() {
    lifecycle.stop();
    started("server");
    assertEquals(List.of("server"), List.copyOf(ended));
  }
}
