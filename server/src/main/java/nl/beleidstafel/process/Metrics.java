package nl.beleidstafel.process;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.micrometer.MetricsDomain;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.http.Answer;
import nl.beleidstafel.http.Guard;
import nl.beleidstafel.http.Routes;

/// The numbers of this process, in the text format of Prometheus. Any thread.
public final class Metrics implements AutoCloseable {
  private static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics garbage = new JvmGcMetrics();

  public Metrics() {
    new JvmMemoryMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    garbage.bindTo(registry);
  }

  /// Where every package counts.
  public MeterRegistry registry() {
    return registry;
  }

  /// A Vert.x with one event loop per processor. It counts its pools here too, but not each address
  /// of a bus or a client, which are many and say nothing. Nor its HTTP server: in Vert.x 5.0.8 a
  /// connection that comes in the moment a server begins to listen has no metric yet, and the
  /// exception leaves it hanging for ever.
  public Vertx vertx() {
    MicrometerMetricsOptions options =
        new MicrometerMetricsOptions()
            .setEnabled(true)
            .addDisabledMetricsCategory(MetricsDomain.EVENT_BUS)
            .addDisabledMetricsCategory(MetricsDomain.HTTP_SERVER)
            .addDisabledMetricsCategory(MetricsDomain.NET_CLIENT)
            .addDisabledMetricsCategory(MetricsDomain.NET_SERVER)
            .addDisabledMetricsCategory(MetricsDomain.VERTICLES);
    // Twice as many loops as processors, Vert.x's own choice, make each message hop between threads
    // of one processor: a wake-up by the kernel each time.
    int loops = Runtime.getRuntime().availableProcessors();
    return Vertx.builder()
        .with(new VertxOptions().setMetricsOptions(options).setEventLoopPoolSize(loops))
        .withMetrics(new MicrometerMetricsFactory(registry))
        .build();
  }

  /// `GET /metrics`.
  public Routes routes() {
    return new Routes()
        .get(
            "/metrics",
            Guard.PUBLIC,
            _ ->
                new Answer.Raw(
                    200,
                    MEDIA_TYPE,
                    Bytes.wrap(registry.scrape().getBytes(StandardCharsets.UTF_8)),
                    Map.of("Cache-Control", "no-store")));
  }

  @Override
  public void close() {
    garbage.close();
    registry.close();
  }
}
