package nl.beleidstafel.collab.socket;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import nl.beleidstafel.collab.room.Reason;

/// Counts by remembering. Any thread.
final class Refusals implements SocketCounters {
  private final CopyOnWriteArrayList<Refusal> refusals = new CopyOnWriteArrayList<>();
  private final CopyOnWriteArrayList<Reason> reasons = new CopyOnWriteArrayList<>();
  private final AtomicInteger open = new AtomicInteger();

  @Override
  public void refused(Refusal refusal) {
    refusals.add(refusal);
  }

  @Override
  public void refused(Reason reason) {
    reasons.add(reason);
  }

  @Override
  public void opened() {
    open.incrementAndGet();
  }

  @Override
  public void closed() {
    open.decrementAndGet();
  }

  List<Refusal> all() {
    return List.copyOf(refusals);
  }

  List<Reason> ofRooms() {
    return List.copyOf(reasons);
  }

  int open() {
    return open.get();
  }
}
