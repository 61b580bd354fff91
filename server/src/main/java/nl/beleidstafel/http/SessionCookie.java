package nl.beleidstafel.http;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The cookie that carries the session's token in a browser. Where the public URL is https its name
/// begins with `__Host-`, so that no other host of the domain can set it.
public final class SessionCookie {
  private static final String NAME = "beleidstafel-session";

  private static final String BINDING = "beleidstafel-request";

  private final boolean secure;

  public SessionCookie(HttpSettings settings) {
    secure = settings.secure();
  }

  public String name() {
    return secure ? "__Host-" + NAME : NAME;
  }

  /// The value of `Set-Cookie` that keeps the token.
  public String set(String token, long maxAgeSeconds) {
    return name() + "=" + token + "; Path=/; Max-Age=" + maxAgeSeconds + flags();
  }

  /// The value of `Set-Cookie` that forgets it.
  public String clear() {
    return name() + "=; Path=/; Max-Age=0" + flags();
  }

  /// The token of a request, if its cookie is there exactly once.
  @Nullable String read(HttpServerRequest request) {
    Set<Cookie> found = request.cookies(name());
    return found.size() == 1 ? found.iterator().next().getValue() : null;
  }

  /// The value of `Set-Cookie` that ties a request to a provider to this browser. It comes back
  /// with the provider's answer, which a browser sends as it follows a link: so Lax.
  public String setBinding(String value, long maxAgeSeconds) {
    return binding() + "=" + value + "; Path=/; Max-Age=" + maxAgeSeconds + flags();
  }

  /// The value of `Set-Cookie` that unties it.
  public String clearBinding() {
    return binding() + "=; Path=/; Max-Age=0" + flags();
  }

  /// The value that ties; empty where it is not there exactly once.
  String readBinding(HttpServerRequest request) {
    Set<Cookie> found = request.cookies(binding());
    return found.size() == 1 ? found.iterator().next().getValue() : "";
  }

  private String binding() {
    return secure ? "__Host-" + BINDING : BINDING;
  }

  private String flags() {
    return "; HttpOnly; SameSite=Lax" + (secure ? "; Secure" : "");
  }
}
