package nl.beleidstafel;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import nl.beleidstafel.collab.room.Reason;
import nl.beleidstafel.collab.runtime.RoomCounters;
import nl.beleidstafel.collab.socket.Refusal;
import nl.beleidstafel.collab.socket.SocketCounters;

/// What rooms and sockets count, as meters named `beleidstafel_…`. Any thread.
final class CollabMeters implements RoomCounters, SocketCounters {
  private static final String REFUSALS = "beleidstafel_refusals";

  private final AtomicLong sockets = new AtomicLong();
  private final AtomicLong rooms = new AtomicLong();
  private final AtomicLong sessions = new AtomicLong();
  private final AtomicLong waitingUpdates = new AtomicLong();
  private final AtomicLong waitingBytes = new AtomicLong();
  private final Map<Reason, Counter> byReason = new EnumMap<>(Reason.class);
  private final Map<Refusal, Counter> byRefusal = new EnumMap<>(Refusal.class);
  private final Counter updates;
  private final Counter rows;
  private final Counter resyncs;
  private final Counter presenceDropped;
  private final Counter retries;
  private final Timer commits;
  private final DistributionSummary fanOut;
  private final DistributionSummary mailbox;

  CollabMeters(MeterRegistry registry) {
    gauge(registry, "beleidstafel_sockets", "Open WebSockets", sockets);
    gauge(registry, "beleidstafel_rooms", "Documents in memory", rooms);
    gauge(registry, "beleidstafel_sessions", "Documents that somebody has open", sessions);
    gauge(registry, "beleidstafel_log_waiting_updates", "Not yet committed", waitingUpdates);
    gauge(registry, "beleidstafel_log_waiting_bytes", "Not yet committed", waitingBytes);
    updates = counter(registry, "beleidstafel_updates", "Updates committed");
    rows = counter(registry, "beleidstafel_log_rows", "Rows that they became");
    resyncs = counter(registry, "beleidstafel_resyncs", "Slow readers that got one difference");
    presenceDropped = counter(registry, "beleidstafel_presence_dropped", "Under pressure");
    retries = counter(registry, "beleidstafel_log_retries", "Flushes written again");
    commits =
        Timer.builder("beleidstafel_commit")
            .description("From flush to commit")
            .serviceLevelObjectives(
                Duration.ofMillis(2),
                Duration.ofMillis(5),
                Duration.ofMillis(10),
                Duration.ofMillis(25),
                Duration.ofMillis(100),
                Duration.ofMillis(1000))
            .register(registry);
    fanOut = summary(registry, "beleidstafel_fan_out", "Sessions that one message went to");
    mailbox = summary(registry, "beleidstafel_mailbox_events", "Events that a room took at once");
    for (Reason reason : Reason.values()) {
      byReason.put(reason, registry.counter(REFUSALS, "reason", reason.word()));
    }
    for (Refusal refusal : Refusal.values()) {
      byRefusal.put(refusal, registry.counter(REFUSALS, "reason", refusal.word()));
    }
  }

  private static void gauge(
      MeterRegistry registry, String name, String description, AtomicLong value) {
    Gauge.builder(name, value, AtomicLong::doubleValue).description(description).register(registry);
  }

  private static Counter counter(MeterRegistry registry, String name, String description) {
    return Counter.builder(name).description(description).register(registry);
  }

  private static DistributionSummary summary(
      MeterRegistry registry, String name, String description) {
    return DistributionSummary.builder(name).description(description).register(registry);
  }

  @Override
  public void opened() {
    sockets.incrementAndGet();
  }

  @Override
  public void closed() {
    sockets.decrementAndGet();
  }

  @Override
  public void refused(Refusal refusal) {
    Objects.requireNonNull(byRefusal.get(refusal)).increment();
  }

  @Override
  public void refused(Reason reason) {
    Objects.requireNonNull(byReason.get(reason)).increment();
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
  public void committed(long durationNs, int count, int additions) {
    commits.record(durationNs, TimeUnit.NANOSECONDS);
    updates.increment(count);
    rows.increment(additions);
  }

  @Override
  public void waiting(int count, long sizeBytes) {
    waitingUpdates.set(count);
    waitingBytes.set(sizeBytes);
  }

  @Override
  public void delivered(int receivers) {
    fanOut.record(receivers);
  }

  @Override
  public void resynced() {
    resyncs.increment();
  }

  @Override
  public void presenceDropped() {
    presenceDropped.increment();
  }

  @Override
  public void retried() {
    retries.increment();
  }
}
