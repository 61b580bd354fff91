package nl.beleidstafel.collab.runtime;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import nl.beleidstafel.collab.room.Reason;

/// The counters of rooms as metrics, named `beleidstafel_*` where Prometheus reads them. Any
/// thread.
public final class MicrometerRoomCounters implements RoomCounters {
  private final AtomicLong rooms = new AtomicLong();
  private final AtomicLong sessions = new AtomicLong();
  private final AtomicLong waitingUpdates = new AtomicLong();
  private final AtomicLong waitingBytes = new AtomicLong();
  private final Timer commits;
  private final Counter updates;
  private final Counter additions;
  private final Counter retries;
  private final Counter resyncs;
  private final Counter droppedPresence;
  private final Counter deliveries;
  private final DistributionSummary fanOut;
  private final DistributionSummary mailbox;
  private final Map<Reason, Counter> refusals = new EnumMap<>(Reason.class);

  public MicrometerRoomCounters(MeterRegistry registry) {
    registry.gauge("beleidstafel.rooms", rooms);
    registry.gauge("beleidstafel.sessions", sessions);
    registry.gauge("beleidstafel.log.waiting.updates", waitingUpdates);
    registry.gauge("beleidstafel.log.waiting.bytes", waitingBytes);
    commits =
        Timer.builder("beleidstafel.log.commit")
            .description("Time from handing a flush to the database until it is committed.")
            .serviceLevelObjectives(
                Duration.ofMillis(1),
                Duration.ofMillis(2),
                Duration.ofMillis(5),
                Duration.ofMillis(10),
                Duration.ofMillis(25),
                Duration.ofMillis(100),
                Duration.ofSeconds(1))
            .register(registry);
    updates = registry.counter("beleidstafel.updates");
    additions = registry.counter("beleidstafel.log.rows");
    retries = registry.counter("beleidstafel.log.retries");
    resyncs = registry.counter("beleidstafel.resyncs");
    droppedPresence = registry.counter("beleidstafel.presence.dropped");
    deliveries = registry.counter("beleidstafel.deliveries");
    fanOut =
        DistributionSummary.builder("beleidstafel.fanout")
            .description("Sessions that one message went to.")
            .register(registry);
    mailbox =
        DistributionSummary.builder("beleidstafel.mailbox.batch")
            .description("Events that a room took in one go.")
            .register(registry);
    for (Reason reason : Reason.values()) {
      refusals.put(reason, registry.counter("beleidstafel.refusals", "reason", reason.word()));
    }
  }

  @Override
  public void roomOpened() {
    rooms.incrementAndGet();
  }

  @Override
  public void roomClosed() {
    rooms.decrementAndGet();
  }

  @Override
  public void sessionOpened() {
    sessions.incrementAndGet();
  }

  @Override
  public void sessionClosed() {
    sessions.decrementAndGet();
  }

  @Override
  public void taken(int events) {
    mailbox.record(events);
  }

  @Override
  public void committed(long durationNs, int updateCount, int additionCount) {
    commits.record(durationNs, TimeUnit.NANOSECONDS);
    updates.increment(updateCount);
    additions.increment(additionCount);
  }

  @Override
  public void waiting(int updateCount, long sizeBytes) {
    waitingUpdates.set(updateCount);
    waitingBytes.set(sizeBytes);
  }

  @Override
  public void delivered(int sessionCount) {
    fanOut.record(sessionCount);
    deliveries.increment(sessionCount);
  }

  @Override
  public void resynced() {
    resyncs.increment();
  }

  @Override
  public void presenceDropped() {
    droppedPresence.increment();
  }

  @Override
  public void refused(Reason reason) {
    Counter counter = refusals.get(reason);
    if (counter != null) {
      counter.increment();
    }
  }

  @Override
  public void retried() {
    retries.increment();
  }
}
