package nl.beleidstafel.http;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.Check;
import org.jspecify.annotations.Nullable;

/// One request, read and guarded: what an endpoint works from. Immutable.
public final class Call {
  private final Map<String, String> path;
  private final Map<String, String> query;
  private final Language language;
  private final String address;
  private final String agent;
  private final String binding;
  private final Bytes body;
  private final @Nullable String token;
  private final @Nullable Actor actor;

  Call(
      Map<String, String> path,
      Map<String, String> query,
      Language language,
      String address,
      String agent,
      String binding,
      Bytes body,
      @Nullable String token,
      @Nullable Actor actor) {
    this.path = Map.copyOf(path);
    this.query = Map.copyOf(query);
    this.language = language;
    this.address = address;
    this.agent = agent;
    this.binding = binding;
    this.body = body;
    this.token = token;
    this.actor = actor;
  }

  Call as(Actor known) {
    return new Call(path, query, language, address, agent, binding, body, token, known);
  }

  /// Who calls. Not on routes that are guarded {@link Guard#PUBLIC}.
  public Actor actor() {
    Check.that(actor != null, "no actor on a public route");
    return Objects.requireNonNull(actor);
  }

  /// The token of the session that was shown, if one was.
  public @Nullable String token() {
    return token;
  }

  /// A path parameter, decoded.
  public String path(String name) {
    String value = path.get(name);
    Check.that(value != null, "no such path parameter: " + name);
    return Objects.requireNonNull(value);
  }

  /// A path parameter as an id. What is no id is nobody's: throws the refusal of what is absent.
  ///
  /// @param parse throws {@link IllegalArgumentException} on what is none
  public <T> T id(String name, Function<String, T> parse) {
    try {
      return parse.apply(path(name));
    } catch (IllegalArgumentException _) {
      throw new RefusedException(Problem.notFound());
    }
  }

  /// A query parameter, decoded; the first of several, empty where there is none.
  public Optional<String> query(String name) {
    return Optional.ofNullable(query.get(name));
  }

  public Language language() {
    return language;
  }

  /// The network address of the caller: for limits only, never for a log.
  public String address() {
    return address;
  }

  /// What the browser says of itself, cut short; empty where it says nothing. It is whatever the
  /// caller likes: never kept or shown as it is.
  public String agent() {
    return agent;
  }

  /// What ties a request at an identity provider to this browser; empty where nothing does.
  public String binding() {
    return binding;
  }

  /// The body as it came.
  public Bytes body() {
    return body;
  }

  /// The body as a JSON object; refuses with the place and reason where it is not one.
  public Fields fields() {
    return Fields.parse(body);
  }
}
