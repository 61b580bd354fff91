package nl.beleidstafel.http;

import io.vertx.core.MultiMap;

/// The headers that every answer carries, so that a browser does nothing with it that we did not
/// mean.
final class SecurityHeaders {
  private final String contentSecurityPolicy;
  private final boolean secure;

  SecurityHeaders(HttpSettings settings) {
    secure = settings.secure();
    contentSecurityPolicy =
        String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "font-src 'self'",
            // Pictures in a text are kept in it; a preview of a file is a blob.
            "img-src 'self' data: blob:",
            // Some browsers do not count ws: as 'self'.
            "connect-src 'self' " + settings.webSocketOrigin(),
            "manifest-src 'self'",
            "worker-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'");
  }

  void add(MultiMap headers) {
    headers.set("Content-Security-Policy", contentSecurityPolicy);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("X-Frame-Options", "DENY");
    // Not no-referrer: under that some requests of our own pages would name the origin null.
    headers.set("Referrer-Policy", "same-origin");
    headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    if (secure) {
      headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
  }
}
