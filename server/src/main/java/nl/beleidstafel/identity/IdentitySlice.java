package nl.beleidstafel.identity;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import nl.beleidstafel.audit.Audit;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.Clock;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.collab.Identities;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.db.Tx;
import nl.beleidstafel.http.HttpSettings;
import nl.beleidstafel.http.Problem;
import nl.beleidstafel.http.Routes;
import nl.beleidstafel.http.SessionCookie;
import nl.beleidstafel.mail.Outbox;
import nl.beleidstafel.oidc.Hosts;
import nl.beleidstafel.rights.Partners;

/// People and sessions, wired: what the rest of the server asks of them. Any thread; nothing here
/// waits.
public final class IdentitySlice implements Identities {
  /// What a slice needs beyond its surroundings.
  ///
  /// @param demonstration demonstration mode is on; otherwise its accounts do not exist, even where
  ///   an earlier start has left them in the database
  /// @param sealing with the keys that are not in the database
  /// @param providerHosts the hosts of identity providers that the operator allowed
  public record Settings(boolean demonstration, Sealing sealing, Hosts providerHosts) {
    /// For tests and tools: keys that nobody keeps, no provider.
    public static Settings plain(boolean demonstration) {
      return new Settings(demonstration, Sealing.passing(), new Hosts(Set.of()));
    }
  }

  private final IdentityStore store;
  private final Sessions sessions;
  private final AccountStore accountStore;
  private final Accounts accounts;
  private final Secrets secrets;
  private final Passwords passwords;
  private final Demonstration demonstration;
  private final FirstAdministrator first;
  private final Routes routes;
  private final boolean withDemonstration;

  public IdentitySlice(
      Vertx vertx,
      Database database,
      Clock clock,
      HttpSettings settings,
      Audit audit,
      Outbox outbox,
      boolean withDemonstration) {
    this(vertx, database, clock, settings, audit, outbox, Settings.plain(withDemonstration));
  }

  /// Builds everything; touches the database only from {@link #start} on.
  public IdentitySlice(
      Vertx vertx,
      Database database,
      Clock clock,
      HttpSettings settings,
      Audit audit,
      Outbox outbox,
      Settings own) {
    withDemonstration = own.demonstration();
    secrets = new Secrets();
    passwords = new Passwords(vertx, secrets);
    SignInLimiter limiter = new SignInLimiter(clock);
    store = new PgIdentityStore(database, withDemonstration);
    SessionStore open = new PgSessionStore(database, audit, withDemonstration);
    FactorStore factorStore = new PgFactorStore(database, audit, outbox, clock);
    sessions = new Sessions(store, open, secrets, clock);
    demonstration = new Demonstration(store, passwords, clock);
    first = new FirstAdministrator(store, secrets, clock, settings);
    accountStore = new PgAccountStore(database, withDemonstration);
    accounts =
        new Accounts(
            new Accounts.Parts(
                database,
                accountStore,
                passwords,
                secrets,
                limiter,
                audit,
                outbox,
                clock,
                settings,
                sessions::endedOf));
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
        new SessionRoutes(signIn, ways.passkeySignIn(), sessions, store, cookie, audit)
            .routes()
            .addAll(new AccountRoutes(accounts).routes())
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
  public Future<Optional<Identities.Session>> sessionOf(String token, boolean acting) {
    return sessions.sessionOf(token, acting);
  }

  /// Lets somebody know at once when sessions of a member end. Call once, before anybody comes.
  public void onEnded(Consumer<MemberId> ended) {
    sessions.onEnded(ended);
  }

  /// Sessions of a member were ended: lets open sockets know.
  public void endedOf(MemberId member) {
    sessions.endedOf(member);
  }

  /// Who asks; the session counts as used.
  public Future<Optional<Actor>> actorOf(String token) {
    return sessions.actorOf(token);
  }

  /// Who a token belongs to whose session may do nothing yet but set up a second factor.
  public Future<Optional<Actor>> enteringOf(String token) {
    return sessions.enteringOf(token);
  }

  /// Who takes part in the municipalities' plans.
  public static Partners partners(Database database) {
    return new PgPartners(database);
  }

  /// A random token to give away once.
  public String newToken() {
    return secrets.token();
  }

  /// What is kept of a token.
  public static Bytes hashOf(String token) {
    return Secrets.hash(token);
  }

  /// What is kept of a password; empty where too many are being hashed.
  public Future<Optional<String>> passwordHash(String password) {
    return passwords.hash(password);
  }

  /// Opens a session for somebody who has just shown who they are, and gives its token.
  public Future<String> open(MemberId member) {
    return sessions.open(member, SessionKind.PASSWORD, "");
  }

  /// Opens a session by a personal link: short, without rights to administer, and ended with the
  /// link. Nobody has its token before it is bound to the link.
  public Future<String> openByLink(MemberId member, UUID link) {
    return sessions
        .open(member, SessionKind.LINK, "", Limits.LINK_SESSION_AGE_MAX_MS)
        .compose(token -> accountStore.bind(Secrets.hash(token), link).map(token));
  }

  /// Whether this is the actor's own password; a refusal where it is not. Virtual thread: waits.
  public Optional<Problem> confirm(Actor actor, String password, String address) {
    return accounts.confirm(actor, password, address);
  }

  /// Ends all that somebody can come in with.
  public Future<Void> leave(Tx tx, MemberId member) {
    return accountStore.leave(tx, member);
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
