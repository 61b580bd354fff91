package nl.beleidstafel.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import nl.beleidstafel.audit.Audit;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.identity.IdentitySlice;
import nl.beleidstafel.plan.template.Template;
import nl.beleidstafel.plan.template.Templates;
import nl.beleidstafel.rights.Rights;
import nl.beleidstafel.roles.RolesSlice;
import nl.beleidstafel.sections.People;
import nl.beleidstafel.testkit.FakeClock;
import nl.beleidstafel.testkit.HttpProbe;
import nl.beleidstafel.testkit.HttpProbe.Reply;
import nl.beleidstafel.testkit.junit.DatabaseExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Plans over HTTP, with the real database: two municipalities, with two partners and one.
final class PlanIT {
  @RegisterExtension static final DatabaseExtension DATABASE = new DatabaseExtension();

  private static final Templates TEMPLATES =
      Templates.load(Path.of(System.getProperty("basedir", "."), "..", "config"));
  private static final Template TEMPLATE = TEMPLATES.all().getFirst();
  private static final UUID ABSENT = UUID.randomUUID();

  private static Actor ours;
  private static Actor colleague;
  private static Actor theirs;
  private static PgDocuments documents;
  private static Rights rights;
  private static PlanSlice slice;
  private static HttpProbe server;

  @BeforeAll
  static void start() {
    MunicipalityId here = municipality("Hier");
    ours = member(here, "municipality", "regie@hier.test");
    colleague = member(here, "public-health", "ggd@hier.test");
    theirs = member(municipality("Ginds"), "municipality", "regie@ginds.test");
    documents = new PgDocuments(DATABASE.database());
    rights = roles().rights();
    slice =
        new PlanSlice(
            DATABASE.database(),
            documents,
            TEMPLATES,
            new FakeClock(),
            new PlanSlice.Neighbours(
                rights,
                IdentitySlice.partners(DATABASE.database()),
                People.of(DATABASE.database()),
                Audit.of(DATABASE.database(), new FakeClock()),
                List.of(),
                _ -> Future.succeededFuture(Optional.of("Hier <b>"))));
    Map<String, Actor> sessions = Map.of("ours", ours, "colleague", colleague, "theirs", theirs);
    server =
        HttpProbe.start(
            DATABASE.vertx(),
            HttpProbe.settings(),
            new FakeClock(),
            slice.routes(),
            token -> Future.succeededFuture(Optional.ofNullable(sessions.get(token))));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void templatesAreListed() {
    JsonArray items = get("ours", "/v1/templates").json().getJsonArray("items");
    assertEquals(TEMPLATES.all().size(), items.size());
    assertEquals(TEMPLATE.id(), items.getJsonObject(0).getString("id"));
    assertFalse(items.getJsonObject(0).getString("description").isBlank());
  }

  @Test
  void aPlanHasTheSectionsOfItsTemplate() {
    Reply made = make("ours", "  Ons plan  ");
    assertEquals(201, made.status(), made.body());
    JsonObject plan = made.json();
    assertEquals("Ons plan", plan.getString("title"));
    assertEquals("Hier <b>", plan.getJsonObject("municipality").getString("name"));
    assertEquals(2, plan.getInteger("schemaVersion"));
    assertEquals("/v1/plans/" + plan.getString("id"), made.header("Location"));
    JsonArray sections = plan.getJsonArray("sections");
    assertEquals(TEMPLATE.sections().size(), sections.size());
    for (int i = 0; i < sections.size(); i++) {
      JsonObject section = sections.getJsonObject(i);
      assertEquals(TEMPLATE.sections().get(i).key(), section.getString("key"));
      assertEquals(TEMPLATE.sections().get(i).number(), section.getString("number"));
      assertEquals(TEMPLATE.sections().get(i).title(), section.getString("title"));
      assertEquals(TEMPLATE.sections().get(i).level(), section.getInteger("level"));
      assertEquals("todo", section.getString("status"));
      assertEquals("write", section.getString("rights"));
    }
    assertTrue(plan.getBoolean("mayCoordinate"));
    JsonObject seen = get("colleague", made.header("Location")).json();
    assertFalse(seen.getBoolean("mayCoordinate"));
    assertEquals(documentsOf(plan), documentsOf(seen));
    assertTrue(titles("ours").contains("Ons plan"));
  }

  @Test
  void aNewPlanIsOpenToThePartnersOfItsMunicipalityAndNobodyElse() {
    JsonObject plan = make("ours", "Rechten").json();
    for (String document : documentsOf(plan)) {
      UUID id = UUID.fromString(document);
      assertEquals(1, count("document_update WHERE document = $1", id));
      assertEquals(3, level(ours, id));
      assertTrue(level(colleague, id) >= 1);
      assertEquals(0, level(theirs, id));
    }
  }

  private static long level(Actor actor, UUID document) {
    return row(
        "SELECT document_level($1, $2, $3)::bigint",
        document,
        actor.partner().value(),
        actor.member().value());
  }

  @Test
  void onlyTheMunicipalityMakesPlans() {
    Reply reply = make("colleague", "Van de GGD");
    assertEquals(403, reply.status());
    assertEquals("municipality-required", reply.json().getString("type"));
    assertFalse(titles("ours").contains("Van de GGD"));
  }

  @Test
  void onlyWhoCoordinatesAddsSections() {
    String id = make("ours", "Geen paragraaf erbij").json().getString("id");
    Reply reply = add("colleague", id, "Erbij");
    assertEquals(403, reply.status());
    assertEquals("coordinator-required", reply.json().getString("type"));
  }

  @Test
  void anotherMunicipalitysPlanIsAbsent() {
    String id = make("theirs", "Van ginds").json().getString("id");
    assertFalse(titles("ours").contains("Van ginds"));
    assertSame(get("ours", "/v1/plans/" + ABSENT), get("ours", "/v1/plans/" + id));
    assertSame(add("ours", ABSENT.toString(), "Paragraaf"), add("ours", id, "Paragraaf"));
    assertEquals(200, get("theirs", "/v1/plans/" + id).status());
    assertEquals(
        TEMPLATE.sections().size(),
        get("theirs", "/v1/plans/" + id).json().getJsonArray("sections").size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "x", "%00", "1-1-1-1-1", "..%2f", "%E2%80%AE", "%27%20OR%201=1"})
  void whatIsNoIdIsAbsent(String id) {
    assertSame(get("ours", "/v1/plans/" + ABSENT), get("ours", "/v1/plans/" + id));
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/v1/templates",
    "GET,/v1/plans",
    "POST,/v1/plans",
    "GET,/v1/plans/1b4e28ba-2fa1-41d2-883f-0016d3cca427",
    "POST,/v1/plans/1b4e28ba-2fa1-41d2-883f-0016d3cca427/sections"
  })
  void withoutASessionNothingIsShownOrDone(String method, String path) {
    String body = method.equals("POST") ? "{\"title\":\"x\",\"template\":\"y\"}" : "";
    String[] json = {"Content-Type", "application/json"};
    assertEquals(401, server.send(method, path, body, json).status());
    assertEquals(
        401,
        server
            .send(method, path, body, "Content-Type", json[1], "Authorization", "Bearer none")
            .status());
    if (method.equals("POST")) {
      String cookie = "beleidstafel-session=ours";
      assertEquals(
          403, server.send(method, path, body, "Content-Type", json[1], "Cookie", cookie).status());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "a\u0000b",
        "a\nb",
        "a\u0085b",
        "a\u2028b",
        "a\u202eb",
        "\ufeff",
        "\u200f \u200b"
      })
  void badTitlesAreRefused(String title) {
    String id = make("ours", "Titels").json().getString("id");
    for (Reply reply : List.of(make("ours", title), add("ours", id, title))) {
      assertEquals(400, reply.status(), reply.body());
      assertEquals("title", reply.json().getString("field"));
    }
  }

  @Test
  void titlesHaveAtMost200Characters() {
    String longest = "🙂".repeat(200);
    String id = make("ours", longest).json().getString("id");
    assertEquals(longest, get("ours", "/v1/plans/" + id).json().getString("title"));
    assertEquals(201, add("ours", id, longest).status());
    assertEquals(400, make("ours", longest + "x").status());
    assertEquals(400, add("ours", id, longest + "x").status());
    assertEquals(400, make("ours", "x".repeat(10_000)).status());
    assertEquals(413, make("ours", "x".repeat(100_000)).status());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "'; DROP TABLE plan; --",
        "\u200f\u05d0\u05d1 rechts \u200e",
        "$1 \\ \" %s {} ${jndi:x}"
      })
  void hostileTitlesComeBackAsTheyWere(String title) {
    JsonObject plan = make("ours", title).json();
    assertEquals(title, plan.getString("title"));
    assertTrue(titles("ours").contains(title));
    Reply added = add("ours", plan.getString("id"), title);
    assertEquals(title, added.json().getString("title"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "", "../..", "\u0000"})
  void unknownTemplatesAreRefused(String template) {
    JsonObject body = new JsonObject().put("title", "x").put("template", template);
    Reply reply = server.post("/v1/plans", body, "Authorization", "Bearer ours");
    assertEquals(400, reply.status());
    assertEquals("template", reply.json().getString("field"));
  }

  @Test
  void anAddedSectionGoesBeforeTheAnnexes() {
    JsonObject plan = make("ours", "Eigen paragraaf").json();
    Reply added = add("ours", plan.getString("id"), " Vuurwerk ");
    assertEquals(201, added.status(), added.body());
    JsonObject section = added.json();
    assertEquals("Vuurwerk", section.getString("title"));
    JsonArray sections =
        get("ours", "/v1/plans/" + plan.getString("id")).json().getJsonArray("sections");
    int at =
        IntStream.range(0, sections.size())
            .filter(i -> isOwn(sections, i))
            .findFirst()
            .orElseThrow();
    assertEquals(section, sections.getJsonObject(at));
    assertTrue(
        at == sections.size() - 1 || sections.getJsonObject(at + 1).getInteger("level") == 3);
    UUID document = UUID.fromString(section.getString("documentId"));
    assertEquals(1, count("document_update WHERE document = $1", document));
    assertEquals(3, level(ours, document));
    assertEquals(2, count("document_access WHERE document = $1", document));
  }

  @Test
  void sectionsAddedAtOnceKeepTheOutlineWhole() {
    String id = make("ours", "Tegelijk").json().getString("id");
    List<Integer> answers = new CopyOnWriteArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      String title = "Paragraaf " + i;
      threads.add(Thread.startVirtualThread(() -> answers.add(add("ours", id, title).status())));
    }
    threads.forEach(PlanIT::join);
    assertEquals(Collections.nCopies(12, 201), answers);
    JsonArray sections = get("ours", "/v1/plans/" + id).json().getJsonArray("sections");
    assertEquals(TEMPLATE.sections().size() + 12, sections.size());
    List<String> numbers =
        IntStream.range(0, sections.size())
            .mapToObj(i -> sections.getJsonObject(i).getString("number"))
            .filter(number -> !number.isEmpty())
            .toList();
    assertEquals(numbers.size(), new HashSet<>(numbers).size(), numbers.toString());
    assertEquals(
        sections.size() - 1,
        row("SELECT max(position)::bigint FROM section WHERE plan = $1", UUID.fromString(id)));
  }

  @Test
  void aPlanThatCannotBeMadeWholeIsNotMade() {
    long before = count("document");
    documents.failAfter(3);
    Reply reply = make("ours", "Half");
    documents.failAfter(-1);
    assertEquals(500, reply.status());
    assertFalse(reply.body().contains("planned"));
    assertFalse(titles("ours").contains("Half"));
    assertEquals(before, count("document"));
  }

  @Test
  void aPlanIsBounded() {
    UUID plan = UUID.fromString(make("ours", "Vol").json().getString("id"));
    int missing = Limits.SECTIONS_OF_PLAN_MAX - TEMPLATE.sections().size();
    for (int i = 0; i < missing; i++) {
      insertSection(plan, TEMPLATE.sections().size() + i);
    }
    Reply reply = add("ours", plan.toString(), "Een te veel");
    assertEquals(409, reply.status());
    assertEquals("too-many", reply.json().getString("type"));
  }

  @Test
  void aMunicipalityIsBounded() {
    MunicipalityId full = municipality("Vol");
    Actor actor = member(full, "municipality", "regie@vol.test");
    run(
        "INSERT INTO plan (id, municipality, title, template, created_by, created_at)"
            + " SELECT gen_random_uuid(), $1, 'x', 'x', $2, now()"
            + " FROM generate_series(1, "
            + Limits.PLANS_OF_MUNICIPALITY_MAX
            + ")",
        Tuple.of(full.value(), actor.member().value()));
    Plans plans =
        new Plans(
            DATABASE.database(),
            new PgPlanStore(DATABASE.database()),
            documents,
            rights,
            TEMPLATES,
            new FakeClock());
    assertEquals(
        new Plans.Making.TooMany(),
        HttpProbe.wait(plans.make(actor, Plans.Wanted.plain("x", TEMPLATE.id()))));
  }

  @Test
  void theDemonstrationIsMadeOnce() {
    Actor coordinator = member(municipality("Demostad"), "municipality", "regie@demo.test");
    HttpProbe.wait(
        Future.all(slice.makeDemonstration(coordinator), slice.makeDemonstration(coordinator)));
    HttpProbe.wait(slice.makeDemonstration(coordinator));
    UUID municipality = coordinator.municipality().value();
    assertEquals(1, count("plan WHERE municipality = $1", municipality));
    assertEquals(
        1,
        count(
            "plan WHERE municipality = $1 AND title = 'Drugspreventiebeleid Demostad 2027–2030'",
            municipality));
  }

  @Test
  void idsAreNeverTheSameTwice() {
    assertNotEquals(
        documentsOf(make("ours", "Een").json()), documentsOf(make("ours", "Twee").json()));
  }

  private static Reply get(String who, String path) {
    return server.get(path, "Authorization", "Bearer " + who);
  }

  private static Reply make(String who, String title) {
    JsonObject body = new JsonObject().put("title", title).put("template", TEMPLATE.id());
    return server.post("/v1/plans", body, "Authorization", "Bearer " + who);
  }

  private static Reply add(String who, String plan, String title) {
    JsonObject body = new JsonObject().put("title", title);
    return server.post("/v1/plans/" + plan + "/sections", body, "Authorization", "Bearer " + who);
  }

  private static List<String> titles(String who) {
    JsonArray items = get(who, "/v1/plans").json().getJsonArray("items");
    return items.stream().map(item -> ((JsonObject) item).getString("title")).toList();
  }

  private static List<String> documentsOf(JsonObject plan) {
    return plan.getJsonArray("sections").stream()
        .map(section -> ((JsonObject) section).getString("documentId"))
        .toList();
  }

  private static boolean isOwn(JsonArray sections, int at) {
    return sections.getJsonObject(at).getString("key").startsWith("own-");
  }

  private static void assertSame(Reply absent, Reply reply) {
    assertEquals(404, reply.status());
    assertEquals(absent.body(), reply.body());
    assertEquals(absent.headers().map(), reply.headers().map());
  }

  private static MunicipalityId municipality(String name) {
    MunicipalityId id = new MunicipalityId(UUID.randomUUID());
    run(
        "INSERT INTO municipality (id, name, created_at) VALUES ($1, $2, now())",
        Tuple.of(id.value(), name));
    return id;
  }

  private static Actor member(MunicipalityId municipality, String kind, String email) {
    PartnerId partner = new PartnerId(UUID.randomUUID());
    MemberId member = new MemberId(UUID.randomUUID());
    run(
        "INSERT INTO partner (id, municipality, kind, name, badge, colour, created_at)"
            + " VALUES ($1, $2, $3, $4, $5, 1, now())",
        Tuple.of(
            partner.value(),
            municipality.value(),
            kind,
            "Partner " + partner,
            kind.substring(0, 2).toUpperCase(Locale.ROOT)));
    run(
        "INSERT INTO member (id, municipality, partner, name, email, created_at)"
            + " VALUES ($1, $2, $3, 'Iemand', $4, now())",
        Tuple.of(member.value(), municipality.value(), partner.value(), email));
    return new Actor(municipality, partner, member, "Iemand", "Partner", "PA", 1, false);
  }

  private static RolesSlice roles() {
    return new RolesSlice(
        DATABASE.database(),
        documents,
        (_, _, _, _, _) -> {},
        Audit.of(DATABASE.database(), new FakeClock()),
        PlanSlice.outlines(DATABASE.database()),
        IdentitySlice.partners(DATABASE.database()),
        new RolesSlice.Written(
            Path.of(System.getProperty("basedir", "."), "..", "config"),
            TEMPLATES.partnerKinds(),
            TEMPLATES.keys()));
  }

  private static void insertSection(UUID plan, int position) {
    UUID document = UUID.randomUUID();
    run("INSERT INTO document (id) VALUES ($1)", Tuple.of(document));
    run(
        "INSERT INTO section (id, plan, position, key, number, title, level, document)"
            + " VALUES ($1, $2, $3, $4, '', 'x', 2, $5)",
        Tuple.of(UUID.randomUUID(), plan, position, "x" + position, document));
  }

  private static void run(String sql, Tuple values) {
    HttpProbe.wait(DATABASE.database().query(sql, values));
  }

  private static long count(String what, Object... values) {
    return row("SELECT count(*) FROM " + what, values);
  }

  private static long row(String sql, Object... values) {
    return HttpProbe.wait(DATABASE.database().query(sql, Tuple.from(values)))
        .iterator()
        .next()
        .getLong(0);
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
