package nl.beleidstafel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.beleidstafel.afterwards.AfterwardsSlice;
import nl.beleidstafel.ask.AskSlice;
import nl.beleidstafel.audit.Audit;
import nl.beleidstafel.audit.AuditRoutes;
import nl.beleidstafel.base.Clock;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.db.DatabaseAddress;
import nl.beleidstafel.discussion.DiscussionSlice;
import nl.beleidstafel.figure.FigureSlice;
import nl.beleidstafel.fillin.FillInSlice;
import nl.beleidstafel.finding.FindingSlice;
import nl.beleidstafel.history.HistorySlice;
import nl.beleidstafel.http.Guard;
import nl.beleidstafel.http.OpenApi;
import nl.beleidstafel.http.Routes;
import nl.beleidstafel.http.Routes.Route;
import nl.beleidstafel.identity.IdentitySlice;
import nl.beleidstafel.image.ImageSlice;
import nl.beleidstafel.interview.InterviewSlice;
import nl.beleidstafel.mail.MailboxRoutes;
import nl.beleidstafel.mail.Outbox;
import nl.beleidstafel.notice.NoticeSlice;
import nl.beleidstafel.notice.Notices;
import nl.beleidstafel.partners.Neighbours;
import nl.beleidstafel.partners.PartnersSlice;
import nl.beleidstafel.plan.PlanSlice;
import nl.beleidstafel.plan.template.Templates;
import nl.beleidstafel.roles.RolesSlice;
import nl.beleidstafel.schedule.Schedule;
import nl.beleidstafel.sections.People;
import nl.beleidstafel.sections.Places;
import nl.beleidstafel.suggestion.SuggestionSlice;
import nl.beleidstafel.testkit.HttpProbe;
import nl.beleidstafel.testkit.NoDocuments;
import nl.beleidstafel.testkit.NoNotes;
import nl.beleidstafel.testkit.SampleTopics;
import nl.beleidstafel.topiclist.TopicListSlice;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What is said of the API is what it is: its own description and the table of `docs/security.md`
/// name the routes that exist, and no others.
@SuppressWarnings("NullAway.Init") // JUnit calls start before any test
final class ApiTest {
  private static final Pattern TABLE_ROUTE = Pattern.compile("^\\| `([A-Z]+ /v1/[^`]+)` \\|");
  private static final Pattern TABLE_TEST = Pattern.compile("`(\\w+(?:Test|IT))\\.(\\w+)`");

  private static Vertx vertx;
  private static HttpProbe server;
  private static Routes routes;
  private static JsonObject description;

  @BeforeAll
  static void start() {
    vertx = Vertx.vertx();
    // Nothing here asks the database, so it need not be there.
    DatabaseAddress nowhere =
        new DatabaseAddress("localhost", 1, "none", "none", null, DatabaseAddress.Tls.DISABLE);
    Clock clock = () -> 0;
    Routes features = features(Database.open(vertx, nowhere, 1), clock);
    routes = new Routes().addAll(OpenApi.routes(features)).addAll(features);
    server =
        HttpProbe.start(
            vertx,
            HttpProbe.settings(),
            clock,
            routes,
            _ -> Future.succeededFuture(Optional.empty()));
    description = server.get("/v1/openapi.json").json();
  }

  private static FillInSlice fillIns(
      Database database, Places places, Clock clock, Templates templates) {
    return new FillInSlice(
        vertx,
        database,
        new NoDocuments(),
        (_, _, _, _, _) -> {},
        new FillInSlice.Neighbours(
            places,
            People.of(database),
            IdentitySlice.partners(database),
            Notices.of(clock),
            new RegisterOffers(templates.registers())),
        clock);
  }

  private static Routes features(Database database, Clock clock) {
    Audit audit = Audit.of(database, clock);
    Outbox outbox = Outbox.of(clock);
    IdentitySlice identity =
        new IdentitySlice(vertx, database, clock, HttpProbe.settings(), audit, outbox, false);
    Templates templates = Templates.load(Repository.ROOT.resolve("config"));
    RolesSlice roles =
        new RolesSlice(
            database,
            new NoDocuments(),
            (_, _, _, _, _) -> {},
            audit,
            PlanSlice.outlines(database),
            IdentitySlice.partners(database),
            new RolesSlice.Written(
                Repository.ROOT.resolve("config"), templates.partnerKinds(), templates.keys()));
    PartnersSlice partners =
        new PartnersSlice(
            database,
            new IdentityEntrance(identity),
            around(roles),
            audit,
            outbox,
            clock,
            HttpProbe.settings(),
            templates.partnerKinds(),
            false);
    PlanSlice plan =
        new PlanSlice(
            database,
            new NoDocuments(),
            templates,
            clock,
            neighbours(database, roles, audit, identity));
    Places places = Places.of(database, roles.rights()::coordinates);
    DiscussionSlice discussion =
        new DiscussionSlice(
            database,
            new NoDocuments(),
            (_, _, _, _, _) -> {},
            places,
            People.of(database),
            Notices.of(clock),
            clock);
    return new Routes()
        .addAll(identity.routes())
        .addAll(partners.routes())
        .addAll(new AuditRoutes(database, audit, partners::names).routes())
        .addAll(new MailboxRoutes(database).routes())
        .addAll(plan.routes())
        .addAll(roles.routes())
        .addAll(fillIns(database, places, clock, templates).routes())
        .addAll(discussion.routes())
        .addAll(suggestion(database, places, clock).routes())
        .addAll(history(database, places, audit, clock).routes())
        .addAll(asks(database, places, roles, audit, clock).routes())
        .addAll(notices(database, places, partners, clock).routes())
        .addAll(talks(database, roles, audit, clock, templates))
        .addAll(new ImageSlice(vertx, database, UUID::randomUUID).routes());
  }

  private static InterviewSlice interviews(
      Database database, RolesSlice roles, Audit audit, Clock clock) {
    return new InterviewSlice(
        database,
        new NoDocuments(),
        (_, _, _, _) -> {},
        new InterviewSlice.Neighbours(
            PlanSlice.outlines(database),
            IdentitySlice.partners(database),
            People.of(database),
            roles.rights(),
            new SampleTopics(),
            Set.of(),
            Notices.of(clock),
            Outbox.of(clock),
            path -> path),
        audit,
        clock);
  }

  private static Routes talks(
      Database database, RolesSlice roles, Audit audit, Clock clock, Templates templates) {
    TopicListSlice lists =
        new TopicListSlice(
            database,
            roles.rights(),
            People.of(database),
            clock,
            new TopicListSlice.Written(
                Repository.ROOT.resolve("config"), templates.partnerKinds()));
    return new Routes()
        .addAll(lists.routes())
        .addAll(
            new FigureSlice(
                    database,
                    Places.of(database, roles.rights()::coordinates),
                    People.of(database),
                    (_, _, _, _, _) -> {},
                    clock)
                .routes())
        .addAll(interviews(database, roles, audit, clock).routes())
        .addAll(afterwards(database, roles, audit, clock).routes())
        .addAll(findings(database, roles, audit, clock).routes());
  }

  private static AfterwardsSlice afterwards(
      Database database, RolesSlice roles, Audit audit, Clock clock) {
    return new AfterwardsSlice(
        new AfterwardsSlice.Around(
            database,
            new NoDocuments(),
            (_, _, _, _) -> {},
            interviews(database, roles, audit, clock).interviews(),
            new NoNotes(),
            (_, _, _) -> Future.succeededFuture(),
            Notices.of(clock),
            Outbox.of(clock),
            audit,
            path -> path,
            clock),
        Repository.ROOT.resolve("config"));
  }

  private static FindingSlice findings(
      Database database, RolesSlice roles, Audit audit, Clock clock) {
    InterviewSlice interviews = interviews(database, roles, audit, clock);
    return new FindingSlice(
        database,
        new NoDocuments(),
        (_, _, _, _, _) -> {},
        Places.of(database, roles.rights()::coordinates),
        new FindingSlice.Talks(
            interviews.interviews(), interviews.questions(), new NoNotes(), Map.of()),
        audit,
        clock);
  }

  private static NoticeSlice notices(
      Database database, Places places, PartnersSlice partners, Clock clock) {
    return new NoticeSlice(
        database,
        places,
        People.of(database),
        partners::link,
        Outbox.of(clock),
        path -> path,
        clock);
  }

  private static AskSlice asks(
      Database database, Places places, RolesSlice roles, Audit audit, Clock clock) {
    return new AskSlice(
        new AskSlice.Around(
            database,
            places,
            People.of(database),
            roles.rights(),
            PlanSlice.outlines(database),
            IdentitySlice.partners(database),
            history(database, places, audit, clock).seals(),
            (_, _, _, _, _) -> {},
            Notices.of(clock),
            Schedule.inDatabase(),
            audit,
            List.of(),
            clock));
  }

  private static SuggestionSlice suggestion(Database database, Places places, Clock clock) {
    return new SuggestionSlice(
        database,
        new NoDocuments(),
        (_, _, _, _, _) -> {},
        places,
        People.of(database),
        Notices.of(clock),
        clock);
  }

  private static HistorySlice history(Database database, Places places, Audit audit, Clock clock) {
    return new HistorySlice(
        database,
        new NoDocuments(),
        (_, _, _, _, _) -> {},
        places,
        People.of(database),
        Notices.of(clock),
        audit,
        clock,
        List.of());
  }

  private static Neighbours around(RolesSlice roles) {
    return new Neighbours(
        new RolesPartnerships(roles),
        (_, _) -> Future.succeededFuture(),
        _ -> {},
        List.of(),
        _ -> {});
  }

  private static PlanSlice.Neighbours neighbours(
      Database database, RolesSlice roles, Audit audit, IdentitySlice identity) {
    return new PlanSlice.Neighbours(
        roles.rights(),
        IdentitySlice.partners(database),
        People.of(database),
        audit,
        List.of(),
        identity::nameOf);
  }

  @AfterAll
  static void stop() {
    server.close();
    HttpProbe.wait(vertx.close());
  }

  @Test
  void theDescriptionNamesTheRoutes() {
    Set<String> described = new TreeSet<>();
    JsonObject paths = description.getJsonObject("paths");
    for (String path : paths.fieldNames()) {
      for (String method : paths.getJsonObject(path).fieldNames()) {
        described.add(method.toUpperCase(Locale.ROOT) + " " + path);
      }
    }
    assertEquals(registered(), described);
  }

  /// What two parts say of one thing is refused where they are joined.
  @Test
  void noPartOfTheDescriptionSaysSomethingTwice() throws JsonProcessingException {
    ObjectMapper strict = new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    List<Path> parts =
        Repository.files(".json").stream()
            .filter(each -> each.toString().contains("resources/openapi/"))
            .toList();
    assertTrue(parts.size() > 3);
    for (Path part : parts) {
      assertTrue(strict.readTree(Repository.read(part)).has("paths"), part.toString());
    }
  }

  @Test
  void theDescriptionSaysWhoMay() {
    for (Route route : routes.list()) {
      JsonObject operation = operation(route);
      boolean open =
          operation.containsKey("security") && operation.getJsonArray("security").isEmpty();
      assertEquals(route.guard() == Guard.PUBLIC, open, route.path());
      if (route.guard() != Guard.PUBLIC) {
        assertTrue(operation.getJsonObject("responses").containsKey("401"), route.path());
      }
    }
  }

  @Test
  void theDescriptionHoldsTogether() {
    Matcher reference = Pattern.compile("\"\\$ref\":\"#/([^\"]+)\"").matcher(description.encode());
    int count = 0;
    while (reference.find()) {
      JsonObject at = description;
      for (String step : reference.group(1).split("/")) {
        at = at.getJsonObject(step);
        assertFalse(at == null, reference.group(1));
      }
      count++;
    }
    assertTrue(count > 10);
  }

  @Test
  void everybodyMayReadTheDescription() {
    var reply = server.get("/v1/openapi.json", "Origin", "https://elsewhere.test");
    assertEquals(200, reply.status());
    assertEquals("*", reply.header("Access-Control-Allow-Origin"));
    assertEquals("application/json", reply.header("Content-Type"));
    assertEquals("1.0.0", reply.header("API-Version"));
    assertEquals("1.0.0", description.getJsonObject("info").getString("version"));
  }

  @Test
  void theTableOfRefusalsNamesTheRoutes() {
    assertEquals(registered(), new TreeSet<>(tableRows().map(row -> row.group(1)).toList()));
  }

  @Test
  void theTableOfRefusalsNamesTestsThatExist() {
    Matcher test = TABLE_TEST.matcher(Repository.read(Path.of("docs/security.md")));
    List<String> missing = new ArrayList<>();
    int count = 0;
    while (test.find()) {
      String file = "/" + test.group(1) + ".java";
      String method = " " + test.group(2) + "(";
      boolean exists =
          Repository.files(file).stream().anyMatch(each -> Repository.read(each).contains(method));
      if (!exists) {
        missing.add(test.group());
      }
      count++;
    }
    assertEquals(List.of(), missing);
    assertTrue(count > 10);
  }

  @Test
  void whoHasNoSessionIsRefusedOnEveryRouteOfMembers() {
    for (Route route : routes.list()) {
      String path = route.path().replaceAll("\\{\\w+}", "0a0b0c0d-0000-4000-8000-000000000000");
      if (route.guard() != Guard.PUBLIC) {
        var reply =
            server.send(route.method(), path, body(route), "Content-Type", "application/json");
        assertEquals(401, reply.status(), path);
        assertEquals("session-required", reply.json().getString("type"));
      }
    }
  }

  @Test
  void aCookieAloneChangesNothingOnAnyRoute() {
    for (Route route : routes.list()) {
      String path = route.path().replaceAll("\\{\\w+}", "0a0b0c0d-0000-4000-8000-000000000000");
      if (route.guard() != Guard.PUBLIC && !route.method().equals("GET")) {
        var reply =
            server.send(
                route.method(),
                path,
                body(route),
                "Content-Type",
                "application/json",
                "Cookie",
                "beleidstafel-session=any");
        assertEquals(403, reply.status(), path);
        assertEquals("request-forged", reply.json().getString("type"));
      }
    }
  }

  private static String body(Route route) {
    return route.method().equals("POST") || route.method().equals("PUT") ? "{}" : "";
  }

  private static JsonObject operation(Route route) {
    return description
        .getJsonObject("paths")
        .getJsonObject(route.path())
        .getJsonObject(route.method().toLowerCase(Locale.ROOT));
  }

  private static Set<String> registered() {
    return routes.list().stream()
        .map(route -> route.method() + " " + route.path())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<MatchResult> tableRows() {
    return Repository.read(Path.of("docs/security.md"))
        .lines()
        .map(TABLE_ROUTE::matcher)
        .filter(Matcher::find)
        .map(Matcher::toMatchResult);
  }
}
