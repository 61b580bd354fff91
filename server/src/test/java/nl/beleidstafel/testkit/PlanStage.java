package nl.beleidstafel.testkit;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import nl.beleidstafel.RegisterOffers;
import nl.beleidstafel.afterwards.AfterwardsSlice;
import nl.beleidstafel.ask.AskSlice;
import nl.beleidstafel.audit.Audit;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.collab.Channels;
import nl.beleidstafel.collab.Identities;
import nl.beleidstafel.collab.MemberChannels;
import nl.beleidstafel.collab.log.Logs;
import nl.beleidstafel.collab.room.Reason;
import nl.beleidstafel.collab.runtime.LiveChannels;
import nl.beleidstafel.collab.runtime.LiveRooms;
import nl.beleidstafel.collab.runtime.RoomCounters;
import nl.beleidstafel.collab.socket.Refusal;
import nl.beleidstafel.collab.socket.SocketCounters;
import nl.beleidstafel.collab.socket.SocketRoutes;
import nl.beleidstafel.collab.socket.SocketSettings;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.discussion.DiscussionSlice;
import nl.beleidstafel.figure.FigureSlice;
import nl.beleidstafel.fillin.FillInSlice;
import nl.beleidstafel.history.HistorySlice;
import nl.beleidstafel.http.Routes;
import nl.beleidstafel.identity.IdentitySlice;
import nl.beleidstafel.image.ImageSlice;
import nl.beleidstafel.interview.InterviewSlice;
import nl.beleidstafel.interview.NoteSlice;
import nl.beleidstafel.mail.Outbox;
import nl.beleidstafel.notice.NoticeSlice;
import nl.beleidstafel.notice.Notices;
import nl.beleidstafel.plan.PlanSlice;
import nl.beleidstafel.plan.template.Templates;
import nl.beleidstafel.rights.Outlines;
import nl.beleidstafel.roles.RolesSlice;
import nl.beleidstafel.schedule.Job;
import nl.beleidstafel.schedule.Schedule;
import nl.beleidstafel.sections.People;
import nl.beleidstafel.sections.Places;
import nl.beleidstafel.sections.Remarks;
import nl.beleidstafel.sections.Tally;
import nl.beleidstafel.suggestion.SuggestionSlice;
import nl.beleidstafel.testkit.HttpProbe.Reply;
import nl.beleidstafel.topiclist.TopicListSlice;
import org.jspecify.annotations.Nullable;

/// Plans, roles and documents as the product has them, over HTTP and WebSockets on a real database;
/// only who is signed in is the test's to say. The token of somebody is their name.
public final class PlanStage implements AutoCloseable {
  public static final Templates TEMPLATES = Templates.load(config());

  private final Database database;
  private final LiveRooms rooms;
  private final RolesSlice roles;
  private final DiscussionSlice discussion;
  private final PlanSlice plans;
  private final FillInSlice fillIns;
  private final HistorySlice history;
  private final AskSlice asks;
  private final SuggestionSlice suggestion;
  private final NoticeSlice notices;
  private final InterviewSlice interviews;
  private final NoteSlice notes;
  private final AfterwardsSlice afterwards;
  private final Set<UUID> withdrawn = ConcurrentHashMap.newKeySet();
  private final SocketRoutes sockets;
  private final HttpProbe server;
  private final FakeClock clock = new FakeClock();
  private final AtomicInteger badges = new AtomicInteger();
  private final Map<String, Actor> people = new ConcurrentHashMap<>();
  private final Map<MemberId, String> doors = new ConcurrentHashMap<>();
  private final Map<String, Long> endsAtMs = new ConcurrentHashMap<>();

  private PlanStage(Vertx vertx, Database database, LiveRooms rooms) {
    this.database = database;
    this.rooms = rooms;
    Outlines outlines = PlanSlice.outlines(database);
    LiveChannels channels =
        new LiveChannels(
            (actor, plan) -> outlines.find(actor.municipality(), plan).map(Optional::isPresent));
    roles =
        new RolesSlice(
            database,
            rooms,
            channels,
            Audit.of(database, clock),
            outlines,
            IdentitySlice.partners(database),
            new RolesSlice.Written(config(), TEMPLATES.partnerKinds(), TEMPLATES.keys()));
    discussion = discussion(channels);
    fillIns = fillIns(vertx, channels);
    fillIns.start();
    suggestion = suggestion(channels);
    List<Tally> tallies = List.of(fillIns.tally(), discussion.tally(), suggestion.tally());
    history = history(channels, tallies);
    asks = asks(channels, List.of(discussion.remarks(), suggestion.remarks()));
    List<Tally> shown =
        List.of(fillIns.tally(), discussion.tally(), suggestion.tally(), asks.tally());
    plans = new PlanSlice(database, rooms, TEMPLATES, clock, neighbours(shown));
    notices = notices();
    interviews = interviews(channels);
    notes = notes(vertx, channels);
    notes.start();
    afterwards = afterwards(channels);
    sockets = sockets(vertx, channels);
    Routes routes =
        new Routes()
            .addAll(plans.routes())
            .addAll(roles.routes())
            .addAll(fillIns.routes())
            .addAll(discussion.routes())
            .addAll(suggestion.routes())
            .addAll(history.routes())
            .addAll(asks.routes())
            .addAll(notices.routes())
            .addAll(interviews.routes())
            .addAll(lists().routes())
            .addAll(afterwards.routes())
            .addAll(figures(channels).routes())
            .addAll(new ImageSlice(vertx, database, UUID::randomUUID).routes());
    server =
        HttpProbe.start(
            vertx,
            HttpProbe.settings(),
            clock,
            routes,
            token -> Future.succeededFuture(session(token).map(Identities.Session::actor)),
            sockets::attach);
  }

  private SocketRoutes sockets(Vertx vertx, LiveChannels channels) {
    return new SocketRoutes(
        vertx,
        new SocketSettings(_ -> true, "session", 20, (_, _) -> "", 1_000, 1_000),
        (token, _) -> Future.succeededFuture(session(token)),
        rooms,
        channels,
        new SilentCounters(),
        clock);
  }

  private NoticeSlice notices() {
    return new NoticeSlice(
        database,
        Places.of(database, roles.rights()::coordinates),
        People.of(database),
        (_, _, member, path) ->
            Future.succeededFuture(Optional.ofNullable(doors.get(member)).map(door -> door + path)),
        Outbox.of(clock),
        path -> "http://x.test" + path,
        clock);
  }

  private PlanSlice.Neighbours neighbours(List<Tally> tallies) {
    return new PlanSlice.Neighbours(
        roles.rights(),
        IdentitySlice.partners(database),
        People.of(database),
        Audit.of(database, clock),
        tallies,
        _ -> Future.succeededFuture(Optional.of("Hier")));
  }

  private AskSlice asks(Channels channels, List<Remarks> remarks) {
    return new AskSlice(
        new AskSlice.Around(
            database,
            Places.of(database, roles.rights()::coordinates),
            People.of(database),
            roles.rights(),
            PlanSlice.outlines(database),
            IdentitySlice.partners(database),
            history.seals(),
            channels,
            Notices.of(clock),
            Schedule.inDatabase(),
            Audit.of(database, clock),
            remarks,
            clock));
  }

  private NoteSlice notes(Vertx vertx, MemberChannels channels) {
    return new NoteSlice(
        vertx,
        database,
        rooms,
        channels,
        interviews.interviews(),
        (_, _, gone) -> {
          withdrawn.addAll(gone);
          return Future.succeededFuture();
        });
  }

  private InterviewSlice interviews(LiveChannels channels) {
    return new InterviewSlice(
        database,
        rooms,
        channels,
        new InterviewSlice.Neighbours(
            PlanSlice.outlines(database),
            IdentitySlice.partners(database),
            People.of(database),
            roles.rights(),
            new SampleTopics(),
            TEMPLATES.partnerKinds().keySet(),
            Notices.of(clock, channels),
            Outbox.of(clock),
            path -> "http://x.test" + path),
        Audit.of(database, clock),
        clock);
  }

  private FigureSlice figures(Channels channels) {
    return new FigureSlice(
        database,
        Places.of(database, roles.rights()::coordinates),
        People.of(database),
        channels,
        clock);
  }

  private TopicListSlice lists() {
    return new TopicListSlice(
        database,
        roles.rights(),
        People.of(database),
        clock,
        new TopicListSlice.Written(config(), TEMPLATES.partnerKinds()));
  }

  private AfterwardsSlice afterwards(MemberChannels channels) {
    return new AfterwardsSlice(
        new AfterwardsSlice.Around(
            database,
            rooms,
            channels,
            interviews.interviews(),
            notes.notes(),
            (_, _, notes) -> {
              withdrawn.addAll(notes);
              return Future.succeededFuture();
            },
            Notices.of(clock),
            Outbox.of(clock),
            Audit.of(database, clock),
            path -> "http://x.test" + path,
            clock),
        config());
  }

  private FillInSlice fillIns(Vertx vertx, Channels channels) {
    return new FillInSlice(
        vertx,
        database,
        rooms,
        channels,
        new FillInSlice.Neighbours(
            Places.of(database, roles.rights()::coordinates),
            People.of(database),
            IdentitySlice.partners(database),
            Notices.of(clock),
            new RegisterOffers(TEMPLATES.registers())),
        clock);
  }

  private DiscussionSlice discussion(Channels channels) {
    return new DiscussionSlice(
        database,
        rooms,
        channels,
        Places.of(database, roles.rights()::coordinates),
        People.of(database),
        Notices.of(clock),
        clock);
  }

  private SuggestionSlice suggestion(Channels channels) {
    return new SuggestionSlice(
        database,
        rooms,
        channels,
        Places.of(database, roles.rights()::coordinates),
        People.of(database),
        Notices.of(clock),
        clock);
  }

  private HistorySlice history(Channels channels, List<Tally> tallies) {
    return new HistorySlice(
        database,
        rooms,
        channels,
        Places.of(database, roles.rights()::coordinates),
        People.of(database),
        Notices.of(clock),
        Audit.of(database, clock),
        clock,
        tallies);
  }

  public static PlanStage start(Vertx vertx, Database database) {
    LiveRooms rooms =
        HttpProbe.wait(LiveRooms.start(vertx, Logs.postgres(database), RoomCounters.NONE));
    return new PlanStage(vertx, database, rooms);
  }

  private static Path config() {
    return Path.of(System.getProperty("basedir", "."), "..", "config");
  }

  private Optional<Identities.Session> session(String token) {
    long endsAt = endsAtMs.getOrDefault(token, Long.MAX_VALUE);
    return Optional.ofNullable(people.get(token))
        .filter(_ -> endsAt > clock.nowMs())
        .map(actor -> new Identities.Session(actor, endsAt));
  }

  public MunicipalityId municipality(String name) {
    MunicipalityId id = new MunicipalityId(UUID.randomUUID());
    run(
        "INSERT INTO municipality (id, name, created_at) VALUES ($1, $2, now())",
        Tuple.of(id.value(), name));
    return id;
  }

  /// Makes a partner with one member, who is signed in under this name.
  public Actor partner(MunicipalityId municipality, String kind, String name) {
    PartnerId partner = new PartnerId(UUID.randomUUID());
    run(
        "INSERT INTO partner (id, municipality, kind, name, badge, colour, created_at)"
            + " VALUES ($1, $2, $3, $4, $5, 1, clock_timestamp())",
        Tuple.of(partner.value(), municipality.value(), kind, "Partner van " + name, badge()));
    return member(municipality, partner, name);
  }

  /// Two letters that no other partner of this stage has.
  private String badge() {
    int number = badges.getAndIncrement();
    return "" + (char) ('A' + number / 26 % 26) + (char) ('A' + number % 26);
  }

  /// Makes one more member of a partner.
  public Actor member(MunicipalityId municipality, PartnerId partner, String name) {
    return member(municipality, partner, name, false);
  }

  /// Makes one more member of a partner, who may do all that administrators may.
  public Actor administrator(MunicipalityId municipality, PartnerId partner, String name) {
    return member(municipality, partner, name, true);
  }

  private Actor member(
      MunicipalityId municipality, PartnerId partner, String name, boolean administrator) {
    MemberId member = new MemberId(UUID.randomUUID());
    run(
        "INSERT INTO member (id, municipality, partner, name, email, created_at, administrator,"
            + " operator) VALUES ($1, $2, $3, $4, $5, now(), $6, $6)",
        Tuple.tuple()
            .addUUID(member.value())
            .addUUID(municipality.value())
            .addUUID(partner.value())
            .addString(name)
            .addString(member + "@stage.test")
            .addBoolean(administrator));
    String partnerName = "Partner van " + name;
    Actor actor =
        new Actor(municipality, partner, member, name, partnerName, "PA", 1, administrator);
    people.put(name, actor);
    return actor;
  }

  public Actor who(String name) {
    return Objects.requireNonNull(people.get(name), name);
  }

  /// The session of this name ends then.
  public void endsAt(String name, long ms) {
    endsAtMs.put(name, ms);
  }

  /// Nobody is signed in under this name any more.
  public void forget(String name) {
    people.remove(name);
  }

  public FakeClock clock() {
    return clock;
  }

  public Database database() {
    return database;
  }

  public LiveRooms rooms() {
    return rooms;
  }

  public DiscussionSlice discussion() {
    return discussion;
  }

  public RolesSlice roles() {
    return roles;
  }

  public PlanSlice plans() {
    return plans;
  }

  public SuggestionSlice suggestion() {
    return suggestion;
  }

  public FillInSlice fillIns() {
    return fillIns;
  }

  public HistorySlice history() {
    return history;
  }

  public InterviewSlice interviews() {
    return interviews;
  }

  public NoteSlice notes() {
    return notes;
  }

  /// What comes after talks.
  public AfterwardsSlice afterwards() {
    return afterwards;
  }

  /// Notes that were there and are no more.
  public Set<UUID> withdrawn() {
    return Set.copyOf(withdrawn);
  }

  public void clearWithdrawn() {
    withdrawn.clear();
  }

  /// An interview with the police along {@link SampleTopics}, that somebody of the core team plans
  /// and these people lead.
  public JsonObject interview(String who, JsonObject plan, String... interviewers) {
    JsonArray ids = new JsonArray();
    for (String each : interviewers) {
      ids.add(who(each).member().toString());
    }
    JsonObject body =
        new JsonObject()
            .put("list", SampleTopics.LIST)
            .put("organisation", "Basisteam Noord")
            .put("partnerKind", "police")
            .put("function", "wijkagent")
            .put("interviewers", ids);
    return expect(201, send(who, "POST", path(plan) + "/interviews", body)).json();
  }

  /// What of notices runs by the clock.
  public List<Job> noticeJobs() {
    return notices.jobs();
  }

  /// Mails to this member lead through this door from now on.
  public void door(MemberId member, String door) {
    doors.put(member, door);
  }

  public AskSlice asks() {
    return asks;
  }

  public SocketRoutes sockets() {
    return sockets;
  }

  public int port() {
    return server.port();
  }

  public Reply get(String who, String path) {
    return server.get(path, "Authorization", "Bearer " + who);
  }

  public Reply send(String who, String method, String path, JsonObject body) {
    return server.send(
        method,
        path,
        body.encode(),
        "Content-Type",
        "application/json",
        "Authorization",
        "Bearer " + who);
  }

  /// A new plan from the first model plan, as whoever made it sees it.
  public JsonObject plan(String who, String title) {
    JsonObject body =
        new JsonObject().put("title", title).put("template", TEMPLATES.all().getFirst().id());
    return expect(201, send(who, "POST", "/v1/plans", body)).json();
  }

  public JsonObject show(String who, JsonObject plan) {
    return expect(200, get(who, path(plan))).json();
  }

  public JsonObject roles(String who, JsonObject plan) {
    return expect(200, get(who, path(plan) + "/roles")).json();
  }

  public static String path(JsonObject plan) {
    return "/v1/plans/" + plan.getString("id");
  }

  /// The section with this number or key, of a plan as it was shown.
  public static JsonObject section(JsonObject plan, String key) {
    return find(plan, key).orElseThrow(() -> new AssertionError("no section " + key));
  }

  public static Optional<JsonObject> find(JsonObject plan, String key) {
    return plan.getJsonArray("sections").stream()
        .map(JsonObject.class::cast)
        .filter(each -> each.getString("key").equals(key))
        .findFirst();
  }

  private long version(String who, JsonObject plan) {
    return roles(who, plan).getLong("version");
  }

  /// Sets the roles of somebody's partner on a scope: `plan` or a section's id.
  public void assign(String by, JsonObject plan, String scope, String who, String... roles) {
    JsonObject body =
        new JsonObject()
            .put("version", version(by, plan))
            .put("scope", scope)
            .put("roles", new JsonArray(List.of(roles)));
    expect(200, send(by, "PUT", path(plan) + "/roles/" + who(who).partner(), body));
  }

  public void hide(String by, JsonObject plan, String section, boolean hidden) {
    JsonObject body = new JsonObject().put("version", version(by, plan)).put("hidden", hidden);
    expect(200, send(by, "PUT", path(plan) + "/sections/" + section + "/visibility", body));
  }

  /// @param level null lets the roles decide again
  public void override(
      String by, JsonObject plan, String section, String who, @Nullable String level) {
    JsonObject body = new JsonObject().put("version", version(by, plan)).put("level", level);
    String path = path(plan) + "/sections/" + section + "/overrides/" + who(who).partner();
    expect(200, send(by, "PUT", path, body));
  }

  public static Reply expect(int status, Reply reply) {
    if (reply.status() != status) {
      throw new AssertionError(reply.status() + " instead of " + status + ": " + reply.body());
    }
    return reply;
  }

  public void run(String sql, Tuple values) {
    HttpProbe.wait(database.query(sql, values));
  }

  public long number(String sql, Object... values) {
    return HttpProbe.wait(database.query(sql, Tuple.from(values))).iterator().next().getLong(0);
  }

  @Override
  public void close() {
    // The clock stands still, so nobody waits for goodbyes.
    var _ = sockets.closeAll();
    server.close();
  }

  /// Counts nothing.
  private static final class SilentCounters implements SocketCounters {
    @Override
    public void refused(Refusal refusal) {}

    @Override
    public void refused(Reason reason) {}

    @Override
    public void opened() {}

    @Override
    public void closed() {}
  }
}
