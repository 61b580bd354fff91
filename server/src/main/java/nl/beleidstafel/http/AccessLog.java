package nl.beleidstafel.http;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One line for each request: the route as written in the code, never the path, an address or a
/// name, so that the log tells about the server and not about people.
final class AccessLog {
  private static final Logger LOG = LoggerFactory.getLogger("nl.beleidstafel.access");

  private AccessLog() {}

  static void answered(String method, String route, int status, long tookMs) {
    LOG.info("{} {} {} {} ms", method, route, status, tookMs);
  }
}
