package nl.beleidstafel.identity;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import nl.beleidstafel.audit.Audit;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Clock;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.collab.Identities;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.http.HttpSettings;
import nl.beleidstafel.http.Routes;
import nl.beleidstafel.http.SessionCookie;
import nl.beleidstafel.mail.Outbox;
import nl.beleidstafel.oidc.Hosts;

/// People and sessions, wired: what the rest of the server asks of them. Any thread; nothing here
/// waits.
public final class IdentitySlice implements Identities {
  /// What a slice needs beyond its surroundings.
  ///
  /// @param demonstration demonstration mode is on; otherwise its accounts do not exist, even where
  ///   an earlier start has left them in the database
  /// @param sealing with the keys that are not in the database
  /// @param providerHosts the hosts of identity providers that the operator allowed
  /// @param ended hears of each member some of whose sessions have ended
  public record Settings(
      boolean demonstration, Sealing sealing, Hosts providerHosts, Consumer<MemberId> ended) {
    /// For tests and tools: keys that nobody keeps, no provider, nobody who hears.
    public static Settings plain(boolean demonstration) {
      return new Settings(demonstration, Sealing.passing(), new Hosts(Set.of()), _ -> {});
    }
  }

  private final IdentityStore store;
  private final Sessions sessions;
  private final Demonstration demonstration;
  private final FirstAdministrator first;
  private final Routes routes;
  private final boolean withDemonstration;

  public IdentitySlice(
      Vertx vertx,
      Database database,
      Clock clock,
      HttpSettings settings,
      boolean withDemonstration) {
    this(vertx, database, clock, settings, Settings.plain(withDemonstration));
  }

  /// Builds everything; touches the database only from {@link #start} on.
  public IdentitySlice(
      Vertx vertx, Database database, Clock clock, HttpSettings settings, Settings own) {
    withDemonstration = own.demonstration();
    Secrets secrets = new Secrets();
    Passwords passwords = new Passwords(vertx, secrets);
    SignInLimiter limiter = new SignInLimiter(clock);
    Audit audit = Audit.of(database, clock);
    store = new PgIdentityStore(database, withDemonstration);
    SessionStore open = new PgSessionStore(database, audit, withDemonstration);
    FactorStore factorStore = new PgFactorStore(database, audit, Outbox.of(clock), clock);
    sessions = new Sessions(store, open, secrets, clock);
    demonstration = new Demonstration(store, passwords, clock);
    first = new FirstAdministrator(store, secrets, clock, settings);
    WaysIn ways =
        new WaysIn(
            vertx,
            new WaysIn.Stores(
                store,
                open,
                factorStore,
                new PgProviderStore(database, audit, clock, withDemonstration)),
            sessions,
            secrets,
            own,
            audit,
            clock,
            settings);
    SessionCookie cookie = new SessionCookie(settings);
    SignIn signIn =
        new SignIn(store, sessions, passwords, limiter, factorStore, ways.factors(), audit);
    routes =
        new SessionRoutes(signIn, ways.passkeySignIn(), sessions, store, cookie, own.ended())
            .routes()
            .addAll(new AdministratorRoutes(first, passwords, limiter).routes())
            .addAll(new ProductRoutes(withDemonstration).routes())
            .describedIn("identity")
            .addAll(ways.routes(cookie));
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
  public Future<Optional<Actor>> actorOf(String token) {
    return sessions.actorOf(token);
  }

  /// Who a token belongs to whose session may do nothing yet but set up a second factor.
  public Future<Optional<Actor>> enteringOf(String token) {
    return sessions.enteringOf(token);
  }

  /// All partners of a municipality, oldest first.
  public Future<List<PartnerId>> partnersOf(MunicipalityId municipality) {
    return store.partners(municipality);
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
