package nl.beleidstafel.process;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/// The stack trace of a log event, on the event's own line. Named in `logback.xml`.
public final class SafeTrace extends ThrowableProxyConverter {
  @Override
  public String convert(ILoggingEvent event) {
    String trace = super.convert(event);
    return trace == null || trace.isEmpty() ? "" : " | " + OneLine.of(trace.strip());
  }
}
