package nl.beleidstafel;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.beleidstafel.ask.AskSlice;
import nl.beleidstafel.audit.Audit;
import nl.beleidstafel.audit.AuditRoutes;
import nl.beleidstafel.base.Clock;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.collab.log.Logs;
import nl.beleidstafel.collab.runtime.LiveChannels;
import nl.beleidstafel.collab.runtime.LiveRooms;
import nl.beleidstafel.collab.socket.SocketRoutes;
import nl.beleidstafel.collab.socket.SocketSettings;
import nl.beleidstafel.config.Configuration;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.db.StoreException;
import nl.beleidstafel.discussion.DiscussionSlice;
import nl.beleidstafel.fillin.FillInSlice;
import nl.beleidstafel.history.HistorySlice;
import nl.beleidstafel.http.Authenticated;
import nl.beleidstafel.http.HttpSettings;
import nl.beleidstafel.http.HttpVerticle;
import nl.beleidstafel.http.OpenApi;
import nl.beleidstafel.http.Routes;
import nl.beleidstafel.http.SessionCookie;
import nl.beleidstafel.http.StaticFiles;
import nl.beleidstafel.identity.IdentitySlice;
import nl.beleidstafel.identity.Sealing;
import nl.beleidstafel.image.ImageSlice;
import nl.beleidstafel.mail.MailSettings;
import nl.beleidstafel.mail.MailboxRoutes;
import nl.beleidstafel.mail.Outbox;
import nl.beleidstafel.mail.Postman;
import nl.beleidstafel.notice.NoticeSlice;
import nl.beleidstafel.notice.Notices;
import nl.beleidstafel.oidc.Hosts;
import nl.beleidstafel.partners.Neighbours;
import nl.beleidstafel.partners.PartnersSlice;
import nl.beleidstafel.plan.PlanSlice;
import nl.beleidstafel.plan.template.Templates;
import nl.beleidstafel.process.Health;
import nl.beleidstafel.process.Metrics;
import nl.beleidstafel.rights.Outlines;
import nl.beleidstafel.rights.Partners;
import nl.beleidstafel.roles.RolesSlice;
import nl.beleidstafel.schedule.Job;
import nl.beleidstafel.schedule.Runner;
import nl.beleidstafel.schedule.Schedule;
import nl.beleidstafel.sections.People;
import nl.beleidstafel.sections.Places;
import nl.beleidstafel.sections.Remarks;
import nl.beleidstafel.sections.Seals;
import nl.beleidstafel.sections.Tally;
import nl.beleidstafel.sections.Traces;
import nl.beleidstafel.suggestion.SuggestionSlice;
import nl.beleidstafel.yaml.MistakesException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Builds every object of the product, once: read {@link #wire} to see what knows what.
record Wiring(Configuration configuration, Vertx vertx, Database database, Metrics metrics) {
  private static final Logger LOG = LoggerFactory.getLogger(Wiring.class);
  private static final Clock CLOCK = System::currentTimeMillis;

  /// What was built, as far as start and stop need it.
  record Product(
      HttpVerticle.Parts parts,
      SocketRoutes sockets,
      LiveRooms rooms,
      Runner runner,
      boolean freshPlan) {}

  /// Builds everything and makes what the first start needs. Blocks.
  ///
  /// @throws StartException where a model plan holds mistakes
  Product wire(Health health) throws StartException {
    HttpSettings settings = settings();
    SessionCookie cookie = new SessionCookie(settings);
    Templates templates = templates();

    CollabMeters meters = new CollabMeters(metrics.registry());
    LiveRooms rooms = LiveRooms.start(vertx, Logs.postgres(database), meters).await();

    Audit audit = Audit.of(database, CLOCK);
    Outbox outbox = Outbox.of(CLOCK);
    IdentitySlice identity = identity(settings, audit, outbox);
    LiveChannels channels = channels();
    RolesSlice roles = roles(rooms, channels, templates, audit);
    Places places = Places.of(database, roles.rights()::coordinates);
    People people = People.of(database);
    Notices notices = Notices.of(CLOCK, channels);
    DiscussionSlice discussion =
        new DiscussionSlice(database, rooms, channels, places, people, notices, CLOCK);
    FillInSlice fillIns = fillIns(rooms, channels, places, people, notices, templates);
    SuggestionSlice suggestion =
        new SuggestionSlice(database, rooms, channels, places, people, notices, CLOCK);
    List<Tally> tallies = List.of(fillIns.tally(), discussion.tally(), suggestion.tally());
    HistorySlice history =
        new HistorySlice(database, rooms, channels, places, people, notices, audit, CLOCK, tallies);
    Around around = new Around(identity, roles, people, audit);
    TalksWiring talks =
        talks(settings, rooms, channels, places, notices, outbox, templates, around);
    List<Remarks> said = List.of(discussion.remarks(), suggestion.remarks());
    AskSlice ask = ask(channels, places, notices, history.seals(), around, said);
    List<Traces> traces = List.of(discussion.traces(), suggestion.traces(), ask.traces());
    PartnersSlice partners =
        partners(identity, roles, traces, rooms, audit, outbox, settings, templates);
    AuditRoutes auditLog = auditLog(audit, partners);
    List<Tally> shown = Stream.concat(tallies.stream(), Stream.of(ask.tally())).toList();
    PlanSlice plan = plan(rooms, templates, around, shown);
    NoticeSlice told = told(places, people, partners, outbox, settings);

    SocketSettings own = socketSettings(settings, cookie);
    var sockets = new SocketRoutes(vertx, own, identity, rooms, channels, meters, CLOCK);
    identity.onEnded(sockets::recheck);

    boolean freshPlan = begin(identity, plan, roles);

    Routes ofPeople = all(identity.routes(), partners.routes(), auditLog.routes(), told.routes());
    Routes ofPlans = all(plan.routes(), roles.routes(), history.routes(), images(), talks.routes());
    Routes ofTexts =
        all(fillIns.routes(), discussion.routes(), suggestion.routes(), ask.routes(), mail());
    Routes routes = around(health, all(ofPeople, ofPlans, ofTexts));
    var parts = parts(settings, authenticated(settings, cookie, identity), routes, sockets);
    var jobs = Stream.of(ask.jobs(), fillIns.jobs(), told.jobs(), talks.jobs());
    return new Product(parts, sockets, rooms, runner(jobs), freshPlan);
  }

  /// With what every server has.
  private Routes around(Health health, Routes features) {
    return new Routes()
        .addAll(health.routes())
        .addAll(metrics.routes())
        .addAll(OpenApi.routes(features))
        .addAll(features);
  }

  private Routes images() {
    return new ImageSlice(vertx, database, UUID::randomUUID).routes();
  }

  private static Routes all(Routes... parts) {
    Routes all = new Routes();
    for (Routes part : parts) {
      all.addAll(part);
    }
    return all;
  }

  /// What runs by the clock, of all features.
  private Runner runner(Stream<List<Job>> ofFeatures) {
    List<Job> jobs = ofFeatures.flatMap(List::stream).toList();
    return new Runner(vertx, database, CLOCK, jobs, metrics.registry());
  }

  /// Makes what the first start needs; whether that was the demonstration's plan. Blocks.
  private static boolean begin(IdentitySlice identity, PlanSlice plan, RolesSlice roles) {
    identity.start().await();
    boolean freshPlan =
        identity
            .demonstrationCoordinator()
            .await()
            .map(coordinator -> plan.makeDemonstration(coordinator).await())
            .orElse(false);
    roles.start().await();
    return freshPlan;
  }

  private AuditRoutes auditLog(Audit audit, PartnersSlice partners) {
    AuditRoutes auditLog = new AuditRoutes(database, audit, partners::names);
    auditLog.start(vertx);
    return auditLog;
  }

  private HttpSettings settings() {
    return new HttpSettings(
        configuration.host(),
        configuration.port(),
        configuration.publicUrl(),
        configuration.behindProxy());
  }

  private static Authenticated authenticated(
      HttpSettings settings, SessionCookie cookie, IdentitySlice identity) {
    return new Authenticated(settings, cookie, identity::actorOf, identity::enteringOf);
  }

  private static HttpVerticle.Parts parts(
      HttpSettings settings, Authenticated authenticated, Routes routes, SocketRoutes sockets) {
    return new HttpVerticle.Parts(
        settings,
        authenticated,
        routes,
        new StaticFiles("webroot"),
        CLOCK,
        failure -> failure instanceof StoreException store && store.retryable(),
        SocketRoutes::configure,
        sockets::attach);
  }

  private LiveChannels channels() {
    Outlines outlines = PlanSlice.outlines(database);
    return new LiveChannels(
        (actor, plan) -> outlines.find(actor.municipality(), plan).map(Optional::isPresent));
  }

  private RolesSlice roles(LiveRooms rooms, LiveChannels channels, Templates templates, Audit audit)
      throws StartException {
    Outlines outlines = PlanSlice.outlines(database);
    Partners partners = IdentitySlice.partners(database);
    Path directory = Path.of(configuration.directory());
    var written = new RolesSlice.Written(directory, templates.partnerKinds(), templates.keys());
    try {
      return new RolesSlice(database, rooms, channels, audit, outlines, partners, written);
    } catch (MistakesException mistakes) {
      throw new StartException(String.valueOf(mistakes.getMessage()), mistakes);
    }
  }

  private FillInSlice fillIns(
      LiveRooms rooms,
      LiveChannels channels,
      Places places,
      People people,
      Notices notices,
      Templates templates) {
    FillInSlice fillIns =
        new FillInSlice(
            vertx,
            database,
            rooms,
            channels,
            new FillInSlice.Neighbours(
                places,
                people,
                IdentitySlice.partners(database),
                notices,
                new RegisterOffers(templates.registers())),
            CLOCK);
    fillIns.start();
    return fillIns;
  }

  /// Who plans ask.
  private record Around(IdentitySlice identity, RolesSlice roles, People people, Audit audit) {}

  private TalksWiring talks(
      HttpSettings settings,
      LiveRooms rooms,
      LiveChannels channels,
      Places places,
      Notices notices,
      Outbox outbox,
      Templates templates,
      Around around)
      throws StartException {
    return new TalksWiring(
        new TalksWiring.Around(
            vertx,
            database,
            configuration,
            settings,
            rooms,
            channels,
            around.roles().rights(),
            places,
            around.people(),
            notices,
            outbox,
            around.audit(),
            templates,
            CLOCK));
  }

  private AskSlice ask(
      LiveChannels channels,
      Places places,
      Notices notices,
      Seals seals,
      Around around,
      List<Remarks> remarks) {
    return new AskSlice(
        new AskSlice.Around(
            database,
            places,
            around.people(),
            around.roles().rights(),
            PlanSlice.outlines(database),
            IdentitySlice.partners(database),
            seals,
            channels,
            notices,
            Schedule.inDatabase(),
            around.audit(),
            remarks,
            CLOCK));
  }

  private PlanSlice plan(LiveRooms rooms, Templates templates, Around around, List<Tally> tallies) {
    return new PlanSlice(
        database,
        rooms,
        templates,
        CLOCK,
        new PlanSlice.Neighbours(
            around.roles().rights(),
            IdentitySlice.partners(database),
            around.people(),
            around.audit(),
            tallies,
            around.identity()::nameOf));
  }

  private PartnersSlice partners(
      IdentitySlice identity,
      RolesSlice roles,
      List<Traces> traces,
      LiveRooms rooms,
      Audit audit,
      Outbox outbox,
      HttpSettings settings,
      Templates templates) {
    return new PartnersSlice(
        database,
        new IdentityEntrance(identity),
        new Neighbours(
            new RolesPartnerships(roles),
            rooms::bar,
            documents -> documents.forEach(rooms::accessChanged),
            traces,
            identity::endedOf),
        audit,
        outbox,
        CLOCK,
        settings,
        templates.partnerKinds(),
        configuration.demonstration());
  }

  private NoticeSlice told(
      Places places, People people, PartnersSlice partners, Outbox outbox, HttpSettings settings) {
    NoticeSlice told =
        new NoticeSlice(database, places, people, partners::link, outbox, settings::link, CLOCK);
    told.start().await();
    return told;
  }

  private static SocketSettings socketSettings(HttpSettings settings, SessionCookie cookie) {
    return new SocketSettings(
        settings::isOwnOrigin,
        cookie.name(),
        Limits.SOCKET_TICK_MS,
        settings::callerAddress,
        Limits.SOCKETS_OF_ADDRESS_MAX,
        Limits.SOCKETS_OF_MEMBER_MAX);
  }

  /// Starts what sends mails. In a demonstration they go nowhere, and can be read instead.
  private Routes mail() {
    if (configuration.demonstration()) {
      return new MailboxRoutes(database).routes();
    }
    configuration
        .mail()
        .ifPresentOrElse(
            mail ->
                new Postman(
                        vertx,
                        database,
                        CLOCK,
                        new MailSettings(
                            mail.host(),
                            mail.port(),
                            MailSettings.Tls.valueOf(mail.tls().toUpperCase(Locale.ROOT)),
                            mail.user(),
                            mail.password(),
                            mail.from()))
                    .start(),
            () ->
                LOG.warn(
                    "No mail is sent: invitations and links wait in the database."
                        + " Set mail.host and mail.from to send them."));
    return new Routes();
  }

  private IdentitySlice identity(HttpSettings settings, Audit audit, Outbox outbox)
      throws StartException {
    return new IdentitySlice(
        vertx,
        database,
        CLOCK,
        settings,
        audit,
        outbox,
        new IdentitySlice.Settings(
            configuration.demonstration(),
            sealing(),
            new Hosts(configuration.identityProviderHosts())));
  }

  private Sealing sealing() throws StartException {
    Path file = Path.of(configuration.secretsKeyFile());
    try {
      return Sealing.with(file);
    } catch (IOException mistake) {
      throw new StartException(
          "The keys for secrets in the database cannot be read or made: "
              + file
              + ". Name a file that the server may write once, or one with keys, in"
              + " BELEIDSTAFEL_SECRETS_KEY_FILE. "
              + mistake.getMessage(),
          mistake);
    }
  }

  private Templates templates() throws StartException {
    try {
      return Templates.load(Path.of(configuration.directory()));
    } catch (MistakesException mistakes) {
      throw new StartException(String.valueOf(mistakes.getMessage()), mistakes);
    }
  }
}
