package nl.beleidstafel.collab.runtime;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import nl.beleidstafel.collab.room.Reason;
import org.junit.jupiter.api.Test;

final class MicrometerRoomCountersTest {
  @Test
  void whatHappensCanBeRead() {
    var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    RoomCounters counters = new MicrometerRoomCounters(registry);
    counters.roomOpened();
    counters.sessionOpened();
    counters.sessionOpened();
    counters.sessionClosed();
    counters.taken(3);
    counters.committed(2_000_000, 5, 2);
    counters.waiting(7, 700);
    counters.delivered(50);
    counters.resynced();
    counters.presenceDropped();
    counters.refused(Reason.READ_ONLY);
    counters.retried();
    counters.roomClosed();
    String text = registry.scrape();
    for (String line :
        new String[] {
          "beleidstafel_rooms 0.0",
          "beleidstafel_sessions 1.0",
          "beleidstafel_updates_total 5.0",
          "beleidstafel_log_rows_total 2.0",
          "beleidstafel_log_commit_seconds_count 1",
          "beleidstafel_log_waiting_updates 7.0",
          "beleidstafel_log_waiting_bytes 700.0",
          "beleidstafel_deliveries_total 50.0",
          "beleidstafel_refusals_total{reason=\"read-only\"} 1.0",
          "beleidstafel_log_retries_total 1.0"
        }) {
      assertTrue(text.contains(line), () -> line + " in\n" + text);
    }
  }
}
