package nl.beleidstafel.identity;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Optional;
import java.util.function.Consumer;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Clock;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.collab.Identities;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.http.HttpSettings;
import nl.beleidstafel.http.Routes;
import nl.beleidstafel.http.SessionCookie;
import nl.beleidstafel.rights.Partners;

/// People and sessions, wired: what the rest of the server asks of them. Any thread; nothing here
/// waits.
public final class IdentitySlice implements Identities {
  private final IdentityStore store;
  private final Sessions sessions;
  private final Demonstration demonstration;
  private final FirstAdministrator first;
  private final Routes routes;
  private final boolean withDemonstration;

  /// Builds everything; touches the database only from {@link #start} on.
  ///
  /// @param withDemonstration demonstration mode is on; otherwise its accounts do not exist, even
  ///   where an earlier start has left them in the database
  public IdentitySlice(
      Vertx vertx,
      Database database,
      Clock clock,
      HttpSettings settings,
      boolean withDemonstration) {
    this.withDemonstration = withDemonstration;
    Secrets secrets = new Secrets();
    Passwords passwords = new Passwords(vertx, secrets);
    SignInLimiter limiter = new SignInLimiter(clock);
    store = new PgIdentityStore(database, withDemonstration);
    sessions = new Sessions(store, secrets, clock);
    demonstration = new Demonstration(store, passwords, clock);
    first = new FirstAdministrator(store, secrets, clock, settings);
    SignIn signIn = new SignIn(store, sessions, passwords, limiter);
    routes =
        new SessionRoutes(signIn, sessions, store, new SessionCookie(settings))
            .routes()
            .addAll(new AdministratorRoutes(first, passwords, limiter).routes())
            .addAll(new ProductRoutes(withDemonstration).routes())
            .describedIn("identity");
  }

  /// Call once at start, after the migrations: makes the demonstration's people, or logs the link
  /// for the first administrator where nobody is there.
  public Future<Void> start() {
    return withDemonstration ? demonstration.found() : first.invite();
  }

  public Routes routes() {
    return routes;
  }

  @Override
  public Future<Optional<Identities.Session>> sessionOf(String token, boolean acting) {
    return sessions.sessionOf(token, acting);
  }

  /// Lets somebody know at once when sessions of a member end. Call once, before anybody comes.
  public void onEnded(Consumer<MemberId> ended) {
    sessions.onEnded(ended);
  }

  /// Who asks; the session counts as used.
  public Future<Optional<Actor>> actorOf(String token) {
    return sessions.actorOf(token);
  }

  /// Who takes part in the municipalities' plans.
  public static Partners partners(Database database) {
    return new PgPartners(database);
  }

  /// A municipality's name; empty where there is no such.
  public Future<Optional<String>> nameOf(MunicipalityId municipality) {
    return store.name(municipality);
  }

  /// Who coordinates in the demonstration; empty where there is none.
  public Future<Optional<Actor>> demonstrationCoordinator() {
    return withDemonstration
        ? store.demonstrationCoordinator()
        : Future.succeededFuture(Optional.empty());
  }
}
