package nl.beleidstafel.collab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FollowingTest {
  private static final List<Integer> ALL = List.of(0, 1, 2, 3, 4, 5, 6);

  private final List<Integer> begun = new ArrayList<>();
  private final Deque<Promise<Void>> open = new ArrayDeque<>();

  @Test
  void eachIsDoneOnceAndSoManyAtOnce() {
    Future<Void> all = Following.each(ALL, 3, this::begin);
    assertEquals(List.of(0, 1, 2), begun);
    while (!open.isEmpty()) {
      assertFalse(all.isComplete());
      assertTrue(open.size() <= 3);
      open.removeFirst().complete();
    }
    assertTrue(all.succeeded());
    assertEquals(ALL, begun.stream().sorted().toList());
  }

  @Test
  void whatFailsIsTold() {
    Future<Void> all = Following.each(ALL, 3, this::begin);
    open.removeFirst().fail("the database is away");
    while (!open.isEmpty()) {
      open.removeFirst().complete();
    }
    assertTrue(all.failed());
  }

  @Test
  void nothingIsDoneAtOnce() {
    assertTrue(Following.each(List.<Integer>of(), 3, this::begin).succeeded());
  }

  private Future<Void> begin(int number) {
    begun.add(number);
    Promise<Void> promise = Promise.promise();
    open.addLast(promise);
    return promise.future();
  }
}
