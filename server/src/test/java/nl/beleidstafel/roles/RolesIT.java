package nl.beleidstafel.roles;

import static nl.beleidstafel.testkit.PlanStage.path;
import static nl.beleidstafel.testkit.PlanStage.section;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.testkit.Edits;
import nl.beleidstafel.testkit.HttpProbe;
import nl.beleidstafel.testkit.HttpProbe.Reply;
import nl.beleidstafel.testkit.PlanStage;
import nl.beleidstafel.testkit.junit.DatabaseExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Roles over HTTP, with real documents on the real database.
final class RolesIT {
  @RegisterExtension static final DatabaseExtension DATABASE = new DatabaseExtension();

  private static final String ABSENT = "1b4e28ba-2fa1-41d2-883f-0016d3cca427";

  private static PlanStage stage;
  private static MunicipalityId here;

  @BeforeAll
  static void start() {
    stage = PlanStage.start(DATABASE.vertx(), DATABASE.database());
    here = stage.municipality("Hier");
    stage.partner(here, "municipality", "regie");
    stage.partner(here, "public-health", "ggd");
    stage.partner(here, "police", "politie");
    stage.partner(stage.municipality("Ginds"), "municipality", "ginds");
  }

  @AfterAll
  static void stop() {
    stage.close();
  }

  @Test
  void theRolesAreThoseOfTheConfiguration_G1() {
    JsonObject roles = stage.get("ggd", "/v1/roles").json();
    assertEquals("read", roles.getString("withoutRole"));
    List<String> ids =
        roles.getJsonArray("items").stream()
            .map(item -> ((JsonObject) item).getString("id"))
            .toList();
    assertEquals(List.of("executing", "advising", "signalling", "coordinating", "referring"), ids);
    assertEquals("write", roles.getJsonArray("items").getJsonObject(0).getString("level"));
  }

  @Test
  void aNewPlanBeginsWithTheDefaultTable() {
    JsonObject plan = stage.plan("regie", "Begin");
    JsonObject seen = stage.show("ggd", plan);
    assertEquals("write", section(seen, "3.4").getString("rights"));
    assertEquals(new JsonArray().add("executing"), section(seen, "3.4").getJsonArray("roles"));
    assertEquals("comment", section(seen, "4.2").getString("rights"));
    assertEquals("read", section(seen, "3.8").getString("rights"));
    assertEquals(new JsonArray(), section(seen, "3.8").getJsonArray("roles"));
    assertTrue(plan.getBoolean("mayCoordinate"));
    assertFalse(seen.getBoolean("mayCoordinate"));
  }

  @Test
  void theDemonstrationHasItsRoles() {
    MunicipalityId town = stage.municipality("Demostad");
    Actor regie = stage.partner(town, "municipality", "d-regie");
    Map<String, String> kinds =
        Map.of(
            "d-ggd", "public-health",
            "d-politie", "police",
            "d-school", "schools",
            "d-zorg", "addiction-prevention",
            "d-jeugd", "youth-work");
    kinds.forEach((name, kind) -> stage.partner(town, kind, name));
    HttpProbe.wait(stage.plans().makeDemonstration(regie));
    JsonObject plan =
        stage.get("d-regie", "/v1/plans").json().getJsonArray("items").getJsonObject(0);
    assertEquals(
        "3.4=[executing] 3.5=[executing] 3.6=[executing] 3.9=[executing] 4=[advising]"
            + " 4.1=[advising] 4.2=[advising] 4.3=[advising] 4.4=[advising]",
        mine("d-ggd", plan));
    assertEquals(
        "3.8=[executing] 3.9=[signalling] 4.1=[executing] 5.5=[executing]",
        mine("d-politie", plan));
    assertEquals("3.4=[signalling] 5.2=[executing]", mine("d-school", plan));
    assertEquals(
        "3.11=[signalling] 3.9=[signalling] 5.4=[executing] 5.6=[referring]",
        mine("d-jeugd", plan));
    assertTrue(mine("d-zorg", plan).startsWith("3.9=[executing] 4=[advising] 4.1=[advising]"));
    assertTrue(mine("d-zorg", plan).endsWith("5.7=[executing] 5.8=[executing]"));
    assertTrue(mine("d-regie", plan).contains("leeswijzer=[coordinating]"));
  }

  private static String mine(String who, JsonObject plan) {
    Map<String, String> mine = new TreeMap<>();
    for (Object each : stage.show(who, plan).getJsonArray("sections")) {
      JsonObject section = (JsonObject) each;
      if (!section.getJsonArray("roles").isEmpty()) {
        mine.put(
            section.getString("key"), section.getJsonArray("roles").encode().replace("\"", ""));
      }
    }
    List<String> words = new ArrayList<>();
    mine.forEach((key, roles) -> words.add(key + "=" + roles));
    return String.join(" ", words);
  }

  @Test
  void aRoleOnAPartHoldsForItsSectionsAndNewOnes_G2() {
    JsonObject plan = stage.plan("regie", "Onderdeel");
    String part = section(plan, "6").getString("id");
    stage.assign("regie", plan, part, "politie", "executing", "referring");
    JsonObject added =
        stage
            .send("regie", "POST", path(plan) + "/sections", new JsonObject().put("title", "Nieuw"))
            .json();
    assertEquals("write", added.getString("rights"));
    JsonObject seen = stage.show("politie", plan);
    for (String key : List.of("6", "6.1", "6.3", added.getString("key"))) {
      assertEquals("write", section(seen, key).getString("rights"), key);
      assertEquals(
          new JsonArray().add("executing").add("referring"),
          section(seen, key).getJsonArray("roles"),
          key);
    }
    assertEquals("read", section(seen, "B1").getString("rights"));
    stage.assign("regie", plan, part, "politie");
    assertEquals("read", section(stage.show("politie", plan), "6.1").getString("rights"));
  }

  @Test
  void aHiddenSectionIsNowhere_G3() {
    JsonObject plan = stage.plan("regie", "Verborgen");
    JsonObject hidden = section(plan, "3.8").put("title", "Niet voor iedereen");
    String id = hidden.getString("id");
    stage.run(
        "UPDATE section SET title = $2 WHERE id = $1",
        Tuple.of(UUID.fromString(id), hidden.getString("title")));
    stage.assign("regie", plan, id, "regie", "executing");
    JsonObject page = stage.get("ggd", "/v1/my-page").json();
    stage.hide("regie", plan, id, true);
    JsonObject seen = stage.show("ggd", plan);
    assertEquals(36, seen.getJsonArray("sections").size());
    assertEquals("3.9", section(seen, "3.9").getString("number"), "the gap stays");
    for (String answer :
        List.of(
            seen.encode(),
            stage.roles("ggd", plan).encode(),
            stage.get("ggd", "/v1/my-page").body())) {
      assertFalse(answer.contains(id));
      assertFalse(answer.contains(hidden.getString("documentId")));
      assertFalse(answer.contains(hidden.getString("title")));
    }
    assertEquals(page, stage.get("ggd", "/v1/my-page").json());
    JsonObject nothing = new JsonObject();
    assertAlike(
        stage.send("ggd", "POST", path(plan) + "/sections/" + ABSENT + "/visit", nothing),
        stage.send("ggd", "POST", path(plan) + "/sections/" + id + "/visit", nothing));
    for (String verb : List.of("visibility", "overrides/" + stage.who("ggd").partner())) {
      JsonObject body = new JsonObject().put("version", 1).put("hidden", true).put("level", "read");
      assertAlike(
          stage.send("ggd", "PUT", path(plan) + "/sections/" + ABSENT + "/" + verb, body),
          stage.send("ggd", "PUT", path(plan) + "/sections/" + id + "/" + verb, body));
    }
    assertTrue(section(stage.show("regie", plan), "3.8").getBoolean("hidden"));
    assertTrue(section(stage.show("politie", plan), "3.8").getBoolean("hidden"));
    stage.hide("regie", plan, id, false);
    assertEquals("read", section(stage.show("ggd", plan), "3.8").getString("rights"));
  }

  private static void assertAlike(Reply absent, Reply hidden) {
    assertEquals(absent.status(), hidden.status());
    assertEquals(absent.body(), hidden.body());
    assertEquals(absent.headers().map(), hidden.headers().map());
    assertTrue(absent.status() >= 400);
  }

  @Test
  void picturesOfAHiddenSectionAreNowhere_G3() {
    JsonObject plan = stage.plan("regie", "Beeld");
    JsonObject section = section(plan, "3.8");
    UUID image = UUID.randomUUID();
    stage.run(
        "INSERT INTO image (id, document, media_type, width, height, bytes, member)"
            + " VALUES ($1, $2, 'image/png', 1, 1, 'x', $3)",
        Tuple.of(
            image,
            UUID.fromString(section.getString("documentId")),
            stage.who("regie").member().value()));
    assertEquals(200, stage.get("ggd", "/v1/images/" + image).status());
    stage.hide("regie", plan, section.getString("id"), true);
    assertAlike(stage.get("ggd", "/v1/images/" + ABSENT), stage.get("ggd", "/v1/images/" + image));
    assertEquals(200, stage.get("politie", "/v1/images/" + image).status());
  }

  @Test
  void anOverrideWinsOverRolesButNotOverWhoLeads_G4() {
    JsonObject plan = stage.plan("regie", "Uitzondering");
    String id = section(plan, "3.8").getString("id");
    stage.override("regie", plan, id, "politie", "read");
    stage.override("regie", plan, id, "ggd", "write");
    assertEquals("read", section(stage.show("politie", plan), "3.8").getString("rights"));
    assertEquals("write", section(stage.show("ggd", plan), "3.8").getString("rights"));
    stage.hide("regie", plan, id, true);
    assertFalse(section(stage.show("ggd", plan), "3.8").getBoolean("hidden"), "is not told");
    stage.override("regie", plan, id, "politie", "none");
    assertTrue(PlanStage.find(stage.show("politie", plan), "3.8").isEmpty());
    JsonArray overrides = byId(stage.roles("regie", plan), id).getJsonArray("overrides");
    assertEquals(2, overrides.size());
    assertEquals(new JsonArray(), byId(stage.roles("ggd", plan), id).getJsonArray("overrides"));
    stage.override("regie", plan, id, "politie", null);
    assertEquals("write", section(stage.show("politie", plan), "3.8").getString("rights"));
    Reply refused =
        stage.send(
            "regie",
            "PUT",
            path(plan) + "/sections/" + id + "/overrides/" + stage.who("regie").partner(),
            version("regie", plan).put("level", "none"));
    assertEquals(409, refused.status());
    assertEquals("partner-leads", refused.json().getString("type"));
    stage.assign("regie", plan, "plan", "ggd", "coordinating");
    stage.override("regie", plan, section(plan, "3.9").getString("id"), "politie", "none");
    assertEquals("write", section(stage.show("ggd", plan), "3.8").getString("rights"));
  }

  private static JsonObject byId(JsonObject of, String id) {
    return of.getJsonArray("sections").stream()
        .map(JsonObject.class::cast)
        .filter(each -> each.getString("id").equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static JsonObject version(String who, JsonObject plan) {
    return new JsonObject().put("version", stage.roles(who, plan).getLong("version"));
  }

  private static List<Reply> allChanges(String who, JsonObject plan, long version) {
    String partner = stage.who("ggd").partner().toString();
    String section = section(plan, "3.8").getString("id");
    JsonObject body = new JsonObject().put("version", version);
    String at = path(plan);
    return List.of(
        stage.send(
            who,
            "PUT",
            at + "/roles/" + partner,
            body.copy().put("scope", "plan").put("roles", new JsonArray().add("executing"))),
        stage.send(who, "POST", at + "/roles/defaults", body),
        stage.send(
            who,
            "PUT",
            at + "/sections/" + section + "/visibility",
            body.copy().put("hidden", true)),
        stage.send(
            who,
            "PUT",
            at + "/sections/" + section + "/overrides/" + partner,
            body.copy().put("level", "write")));
  }

  @Test
  void onlyWhoCoordinatesChangesAnything_G5() {
    JsonObject plan = stage.plan("regie", "Wie mag");
    JsonObject before = stage.roles("regie", plan);
    stage.assign("regie", plan, section(plan, "3.8").getString("id"), "ggd", "coordinating");
    stage.assign("regie", plan, section(plan, "3.8").getString("id"), "ggd");
    for (Reply reply : allChanges("ggd", plan, 1)) {
      assertEquals(403, reply.status(), reply.body());
      assertEquals("coordinator-required", reply.json().getString("type"));
    }
    Reply preview = stage.get("ggd", path(plan) + "/roles/defaults");
    assertEquals(403, preview.status());
    assertEquals("coordinator-required", preview.json().getString("type"));
    assertEquals(
        before.getJsonArray("assignments"), stage.roles("regie", plan).getJsonArray("assignments"));
    assertEquals(
        4,
        stage.number(
            "SELECT count(*) FROM audit WHERE result = 'refused' AND actor = $1",
            stage.who("ggd").member().value()));
  }

  @Test
  void anotherMunicipalitysPlanHasNoRoles() {
    JsonObject plan = stage.plan("regie", "Van hier");
    JsonObject none =
        new JsonObject().put("id", ABSENT).put("sections", plan.getJsonArray("sections"));
    assertAlike(
        stage.get("ginds", path(none) + "/roles"), stage.get("ginds", path(plan) + "/roles"));
    assertAlike(
        stage.get("ginds", path(none) + "/roles/defaults"),
        stage.get("ginds", path(plan) + "/roles/defaults"));
    List<Reply> absent = allChanges("ginds", none, 1);
    List<Reply> foreign = allChanges("ginds", plan, 1);
    for (int i = 0; i < absent.size(); i++) {
      assertEquals(404, foreign.get(i).status());
      assertAlike(absent.get(i), foreign.get(i));
    }
    String visit = "/sections/" + section(plan, "1").getString("id") + "/visit";
    assertAlike(
        stage.send("ginds", "POST", path(none) + visit, new JsonObject()),
        stage.send("ginds", "POST", path(plan) + visit, new JsonObject()));
    Reply foreigner =
        stage.send(
            "regie",
            "PUT",
            path(plan) + "/roles/" + stage.who("ginds").partner(),
            version("regie", plan)
                .put("scope", "plan")
                .put("roles", new JsonArray().add("executing")));
    assertEquals(404, foreigner.status());
  }

  @Test
  void whoReadsLearnsWhoCanHelpAndWhoMakesPlans() {
    JsonObject plan = stage.plan("regie", "Wie helpt");
    JsonArray helpers = stage.show("politie", plan).getJsonArray("coordinators");
    assertEquals(1, helpers.size());
    assertEquals(stage.who("regie").name(), helpers.getJsonObject(0).getString("name"));
    assertEquals(stage.who("regie").partnerName(), helpers.getJsonObject(0).getString("partner"));
    stage.assign("regie", plan, "plan", "ggd", "coordinating");
    assertEquals(2, stage.show("politie", plan).getJsonArray("coordinators").size());
    assertTrue(stage.get("regie", "/v1/plans").json().getBoolean("mayMake"));
    assertFalse(stage.get("ggd", "/v1/plans").json().getBoolean("mayMake"));
  }

  @Test
  void whatTheDefaultTableAddsIsToldBefore() {
    JsonObject plan = stage.plan("regie", "Vooraf bekeken");
    String preview = path(plan) + "/roles/defaults";
    assertEquals(new JsonArray(), stage.get("regie", preview).json().getJsonArray("items"));
    String section = section(plan, "3.4").getString("id");
    stage.assign("regie", plan, section, "ggd");
    JsonObject missing =
        new JsonObject()
            .put("partner", stage.who("ggd").partner().toString())
            .put("scope", section)
            .put("role", "executing");
    assertEquals(
        new JsonArray().add(missing), stage.get("regie", preview).json().getJsonArray("items"));
    JsonObject done = stage.send("regie", "POST", preview, version("regie", plan)).json();
    assertEquals(1, done.getInteger("added"));
    assertEquals(new JsonArray(), stage.get("regie", preview).json().getJsonArray("items"));
  }

  @Test
  void theLastCoordinatorStays_G5() {
    JsonObject plan = stage.plan("regie", "De laatste");
    String path = path(plan) + "/roles/" + stage.who("regie").partner();
    JsonObject body = version("regie", plan).put("scope", "plan").put("roles", new JsonArray());
    Reply refused = stage.send("regie", "PUT", path, body);
    assertEquals(409, refused.status());
    assertEquals("last-coordinator", refused.json().getString("type"));
    stage.assign("regie", plan, "plan", "ggd", "coordinating");
    stage.assign("regie", plan, "plan", "regie");
    assertFalse(stage.show("regie", plan).getBoolean("mayCoordinate"));
    assertTrue(stage.show("ggd", plan).getBoolean("mayCoordinate"));
  }

  @Test
  void whoIsLateIsToldTheVersion_G5() {
    JsonObject plan = stage.plan("regie", "Te laat");
    long version = stage.roles("regie", plan).getLong("version");
    stage.hide("regie", plan, section(plan, "3.9").getString("id"), true);
    for (Reply reply : allChanges("regie", plan, version)) {
      assertEquals(409, reply.status());
      assertEquals("changed-meanwhile", reply.json().getString("type"));
      assertEquals(version + 1, reply.json().getLong("version"));
    }
    assertEquals(0, stage.roles("ggd", plan).getLong("version"), "counts what they do not see");
  }

  @Test
  void theDefaultsAddAndNeverTake() {
    JsonObject plan = stage.plan("regie", "Aanvullen");
    String id = section(plan, "3.4").getString("id");
    stage.assign("regie", plan, id, "ggd", "referring");
    JsonObject body = version("regie", plan);
    body.put("partners", new JsonArray().add(stage.who("ggd").partner().toString()));
    JsonObject done = stage.send("regie", "POST", path(plan) + "/roles/defaults", body).json();
    assertEquals(1, done.getInteger("added"));
    assertEquals(
        new JsonArray().add("executing").add("referring"),
        section(stage.show("ggd", plan), "3.4").getJsonArray("roles"));
    JsonObject again =
        stage.send("regie", "POST", path(plan) + "/roles/defaults", version("regie", plan)).json();
    assertEquals(0, again.getInteger("added"));
    assertEquals(done.getLong("version"), again.getLong("version"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          {}; version
          {"version": -1}; version
          {"version": 1.5}; version
          {"version": 1}; scope
          {"version": 1, "scope": "x", "roles": []}; scope
          {"version": 1, "scope": "1b4e28ba-2fa1-41d2-883f-0016d3cca427", "roles": []}; scope
          {"version": 1, "scope": "plan"}; roles
          {"version": 1, "scope": "plan", "roles": "executing"}; roles
          {"version": 1, "scope": "plan", "roles": [1]}; roles
          {"version": 1, "scope": "plan", "roles": ["boss"]}; roles
          {"version": 1, "scope": "plan", "roles": ["a", "b", "c", "d", "e", "f"]}; roles
          """)
  void badAssignmentsNameTheField(String body, String field) {
    JsonObject plan = stage.plan("regie", "Fout");
    Reply reply =
        stage.send(
            "regie",
            "PUT",
            path(plan) + "/roles/" + stage.who("ggd").partner(),
            new JsonObject(body));
    assertEquals(400, reply.status(), reply.body());
    assertEquals(field, reply.json().getString("field"));
  }

  @Test
  void whatIsNewIsTold_G9() {
    JsonObject plan = stage.plan("regie", "Nieuws");
    JsonObject mine = section(plan, "3.4");
    assertFalse(section(stage.show("ggd", plan), "3.4").getBoolean("changed"), "a seed is no news");
    write("regie", mine, 1);
    write("ggd", mine, 2);
    assertTrue(section(stage.show("ggd", plan), "3.4").getBoolean("changed"));
    JsonObject page = myPage("ggd", plan);
    JsonObject first = page.getJsonArray("sections").getJsonObject(0);
    assertEquals("3.3", first.getString("number"), "in order of reading");
    JsonObject news = section(page, "3.4");
    assertTrue(news.getBoolean("changed"));
    assertEquals(
        "Partner van regie",
        news.getJsonObject("changedBy").getJsonObject("partner").getString("name"));
    assertTrue(news.getString("changedAt").endsWith("Z"));
    String visit = path(plan) + "/sections/" + mine.getString("id") + "/visit";
    assertEquals(204, stage.send("ggd", "POST", visit, new JsonObject()).status());
    assertFalse(section(stage.show("ggd", plan), "3.4").getBoolean("changed"));
    assertFalse(section(myPage("ggd", plan), "3.4").getBoolean("changed"));
    write("ggd", mine, 3);
    assertFalse(section(stage.show("ggd", plan), "3.4").getBoolean("changed"), "my own is no news");
    write("regie", mine, 4);
    assertTrue(section(stage.show("ggd", plan), "3.4").getBoolean("changed"));
  }

  private static JsonObject myPage(String who, JsonObject plan) {
    return stage.get(who, "/v1/my-page").json().getJsonArray("plans").stream()
        .map(JsonObject.class::cast)
        .filter(each -> each.getString("id").equals(plan.getString("id")))
        .findFirst()
        .orElseThrow();
  }

  private static void write(String who, JsonObject section, int client) {
    DocumentId document = DocumentId.parse(section.getString("documentId"));
    HttpProbe.wait(
        stage.rooms().append(document, stage.who(who), Edits.text(1000 + client, 0, "woord")));
  }

  @Test
  void aPartnerThatJoinsGetsTheRolesOfItsKindAndOneThatLeavesNothing_G2() {
    MunicipalityId town = stage.municipality("Komt en gaat");
    stage.partner(town, "municipality", "k-regie");
    JsonObject plan = stage.plan("k-regie", "Komt en gaat");
    Actor school = stage.partner(town, "schools", "k-school");
    assertEquals(0, stage.show("k-school", plan).getJsonArray("sections").size());
    var joined =
        HttpProbe.wait(
            stage
                .database()
                .transaction(tx -> stage.roles().joined(tx, town, school.partner(), "schools")));
    assertEquals(37, joined.size());
    assertEquals("write", section(stage.show("k-school", plan), "5.2").getString("rights"));
    stage.assign("k-regie", plan, "plan", "k-school", "coordinating");
    stage.assign("k-school", plan, "plan", "k-regie");
    HttpProbe.wait(
        stage.database().transaction(tx -> stage.roles().left(tx, town, school.partner())));
    assertEquals(0, stage.show("k-school", plan).getJsonArray("sections").size());
    assertTrue(stage.show("k-regie", plan).getBoolean("mayCoordinate"), "somebody leads");
    assertEquals(
        0,
        stage.number(
            "SELECT count(*) FROM document_access WHERE partner = $1", school.partner().value()));
  }

  @Test
  void whatRolesMeanIsReadAnewAtStart_G1() {
    JsonObject plan = stage.plan("regie", "Opnieuw");
    UUID document = UUID.fromString(section(plan, "3.4").getString("documentId"));
    stage.run("UPDATE document_access SET level = 1 WHERE document = $1", Tuple.of(document));
    stage.run(
        "INSERT INTO document_access (document, partner, level) VALUES ($1, $2, 3)",
        Tuple.of(document, stage.who("ginds").partner().value()));
    HttpProbe.wait(stage.roles().start());
    assertEquals("write", section(stage.show("ggd", plan), "3.4").getString("rights"));
    assertEquals(
        0,
        stage.number(
            "SELECT count(*) FROM document_access WHERE document = $1 AND partner = $2",
            document,
            stage.who("ginds").partner().value()));
  }

  @Test
  void eachChangeIsNotedOnceAndNothingElse_G6() {
    JsonObject plan = stage.plan("regie", "Genoteerd");
    String id = section(plan, "3.8").getString("id");
    long before = stage.number("SELECT count(*) FROM audit");
    stage.assign("regie", plan, id, "ggd", "advising");
    stage.assign("regie", plan, id, "ggd", "advising");
    stage.hide("regie", plan, id, true);
    stage.override("regie", plan, id, "politie", "read");
    assertEquals(before + 3, stage.number("SELECT count(*) FROM audit"));
    assertEquals(
        1,
        stage.number(
            "SELECT count(*) FROM audit WHERE action = 'section.hide' AND object = $1"
                + " AND object_kind = 'section' AND origin = '127.0.0.1'",
            id));
    assertNotEquals(
        0,
        stage.number(
            "SELECT count(*) FROM audit WHERE action = 'roles.assign' AND object = $1",
            stage.who("ggd").partner() + " " + id));
  }
}
