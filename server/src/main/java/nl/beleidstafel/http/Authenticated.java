package nl.beleidstafel.http;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Limits;
import org.jspecify.annotations.Nullable;

/// From what a request shows to who calls: the token of an `Authorization: Bearer` header or else
/// of the cookie. A cookie is sent by the browser whoever asked for it, so a request that changes
/// something on its strength must prove that a page of ours made it.
public final class Authenticated {
  /// What a request shows.
  ///
  /// @param byCookie the browser added it by itself
  record Credential(String token, boolean byCookie) {}

  private static final String BEARER = "bearer ";

  private final HttpSettings settings;
  private final SessionCookie cookie;
  private final Function<String, Future<Optional<Actor>>> actorOf;
  private final Function<String, Future<Optional<Actor>>> enteringOf;

  /// Built once at start.
  ///
  /// @param actorOf who a token belongs to; empty for an unknown, ended or malformed one
  /// @param enteringOf the same for one whose session may do nothing yet but set up a second factor
  public Authenticated(
      HttpSettings settings,
      SessionCookie cookie,
      Function<String, Future<Optional<Actor>>> actorOf,
      Function<String, Future<Optional<Actor>>> enteringOf) {
    this.settings = settings;
    this.cookie = cookie;
    this.actorOf = actorOf;
    this.enteringOf = enteringOf;
  }

  /// Where a second factor is asked of nobody.
  public Authenticated(
      HttpSettings settings,
      SessionCookie cookie,
      Function<String, Future<Optional<Actor>>> actorOf) {
    this(settings, cookie, actorOf, _ -> Future.succeededFuture(Optional.empty()));
  }

  /// What ties a request at an identity provider to this browser; empty where nothing does.
  String binding(HttpServerRequest request) {
    return cookie.readBinding(request);
  }

  Optional<Credential> credential(HttpServerRequest request) {
    String header = request.getHeader("Authorization");
    if (header != null && header.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
      return credential(header.substring(BEARER.length()).strip(), false);
    }
    return credential(cookie.read(request), true);
  }

  /// The problem with a request that would change something, if there is one: a page of another
  /// origin, or a cookie without the header that only our own pages can add.
  Optional<Problem> forged(HttpServerRequest request, boolean byCookie) {
    String origin = request.getHeader("Origin");
    if (origin != null && !settings.isOwnOrigin(origin)) {
      return Optional.of(Problem.requestForged());
    }
    String site = request.getHeader("Sec-Fetch-Site");
    if (origin == null && site != null && !site.equals("same-origin") && !site.equals("none")) {
      return Optional.of(Problem.requestForged());
    }
    if (byCookie && !"beleidstafel".equals(request.getHeader("X-Requested-With"))) {
      return Optional.of(Problem.requestForged());
    }
    return Optional.empty();
  }

  /// Virtual thread: waits for the answer.
  Optional<Actor> actor(@Nullable String token) {
    return token == null ? Optional.empty() : actorOf.apply(token).await();
  }

  /// Virtual thread: waits for the answer.
  Optional<Actor> entering(@Nullable String token) {
    return token == null ? Optional.empty() : enteringOf.apply(token).await();
  }

  private static Optional<Credential> credential(@Nullable String token, boolean byCookie) {
    return token == null || token.isEmpty() || token.length() > Limits.TOKEN_LENGTH_MAX
        ? Optional.empty()
        : Optional.of(new Credential(token, byCookie));
  }
}
