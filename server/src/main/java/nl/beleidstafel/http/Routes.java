package nl.beleidstafel.http;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.beleidstafel.base.Check;

/// The routes of a feature: a list that is served, described and tested from one place. Built at
/// start-up, read by any thread afterwards.
public final class Routes {
  /// One route.
  ///
  /// @param method in upper case
  /// @param path with parameters in braces: `/v1/plans/{id}`
  /// @param body what its requests carry
  public record Route(String method, String path, Guard guard, BodyKind body, Endpoint endpoint) {
    boolean changes() {
      return !method.equals("GET");
    }
  }

  private final List<Route> routes = new ArrayList<>();
  private final List<String> descriptions = new ArrayList<>();

  public Routes get(String path, Guard guard, Endpoint endpoint) {
    return add(new Route("GET", path, guard, BodyKind.JSON, endpoint));
  }

  public Routes post(String path, Guard guard, Endpoint endpoint) {
    return add(new Route("POST", path, guard, BodyKind.JSON, endpoint));
  }

  /// A route that takes a file as its body, of one of the given media types. The declared type is a
  /// first sieve only: the endpoint looks at the bytes.
  public Routes upload(String path, Guard guard, BodyKind body, Endpoint endpoint) {
    return add(new Route("POST", path, guard, body, endpoint));
  }

  public Routes put(String path, Guard guard, Endpoint endpoint) {
    return add(new Route("PUT", path, guard, BodyKind.JSON, endpoint));
  }

  public Routes delete(String path, Guard guard, Endpoint endpoint) {
    return add(new Route("DELETE", path, guard, BodyKind.JSON, endpoint));
  }

  /// Adds all of another feature's.
  public Routes addAll(Routes others) {
    others.routes.forEach(this::add);
    descriptions.addAll(others.descriptions);
    return this;
  }

  /// Says where these routes are described: `openapi/NAME.json` among the resources.
  public Routes describedIn(String name) {
    descriptions.add(name);
    return this;
  }

  List<String> descriptions() {
    return List.copyOf(descriptions);
  }

  public List<Route> list() {
    return List.copyOf(routes);
  }

  private Routes add(Route route) {
    Set<String> known = new HashSet<>();
    routes.forEach(each -> known.add(each.method() + " " + each.path()));
    Check.that(known.add(route.method() + " " + route.path()), "route twice: " + route.path());
    routes.add(route);
    return this;
  }
}
