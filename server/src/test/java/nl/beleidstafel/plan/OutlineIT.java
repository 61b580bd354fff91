package nl.beleidstafel.plan;

import static nl.beleidstafel.testkit.PlanStage.expect;
import static nl.beleidstafel.testkit.PlanStage.find;
import static nl.beleidstafel.testkit.PlanStage.path;
import static nl.beleidstafel.testkit.PlanStage.section;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.plan.template.Choices;
import nl.beleidstafel.plan.template.Seeding;
import nl.beleidstafel.testkit.HttpProbe;
import nl.beleidstafel.testkit.HttpProbe.Reply;
import nl.beleidstafel.testkit.PlanStage;
import nl.beleidstafel.testkit.junit.DatabaseExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Outlines that are changed, and plans seen as a whole, with real documents and rights.
final class OutlineIT {
  @RegisterExtension static final DatabaseExtension DATABASE = new DatabaseExtension();

  private static final String ABSENT = "1b4e28ba-2fa1-41d2-883f-0016d3cca427";

  private static PlanStage stage;

  @BeforeAll
  static void start() {
    stage = PlanStage.start(DATABASE.vertx(), DATABASE.database());
    MunicipalityId here = stage.municipality("Hier");
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
  void aSectionIsMovedNumberedAnewAndMovedBack_O1() {
    JsonObject plan = stage.plan("regie", "Verplaatsen");
    List<String> order = ids(plan);
    String moved = section(plan, "5.3").getString("id");
    List<String> other = new ArrayList<>(order);
    other.remove(moved);
    other.add(other.indexOf(section(plan, "3.2").getString("id")), moved);

    JsonObject after = expect(200, arrange("regie", plan, other)).json();
    assertEquals(other, ids(after));
    assertEquals("5.3", section(after, "5.3").getString("number"));
    assertEquals(plan.getLong("version") + 1, after.getLong("version"));

    JsonObject anew = expect(200, renumber("regie", after)).json();
    assertEquals("3.2", section(anew, "5.3").getString("number"));
    assertEquals("3.12", section(anew, "3.11").getString("number"));
    assertEquals("5.3", section(anew, "5.4").getString("number"));

    JsonObject body = order(anew, order).put("numbers", new JsonArray(strings(plan, "number")));
    JsonObject back = expect(200, send("regie", anew, body)).json();
    assertEquals(plan.getJsonArray("sections"), back.getJsonArray("sections"));
  }

  @Test
  void aRoleOnAPartFollowsWhatMoves_O3() {
    JsonObject plan = stage.plan("regie", "Rol op een deel");
    stage.assign("regie", plan, section(plan, "3").getString("id"), "politie", "executing");
    assertEquals("read", rights("politie", plan, "5.3"));
    List<String> other = ids(plan);
    String moved = section(plan, "5.3").getString("id");
    other.remove(moved);
    other.add(other.indexOf(section(plan, "3.2").getString("id")), moved);
    expect(200, arrange("regie", plan, other));
    assertEquals("write", rights("politie", plan, "5.3"));
    JsonObject seen = stage.show("politie", plan);
    assertEquals(section(seen, "3").getString("id"), section(seen, "5.3").getString("part"));
  }

  @Test
  void whatIsNoOutlineIsRefused_O1() {
    JsonObject plan = stage.plan("regie", "Geen volgorde");
    List<String> ids = ids(plan);
    List<String> reversed = new ArrayList<>(ids);
    Collections.reverse(reversed);
    List<String> twice = new ArrayList<>(ids);
    twice.set(1, twice.getFirst());
    List<String> stranger = new ArrayList<>(ids);
    stranger.set(1, ABSENT);
    for (List<String> order :
        List.of(reversed, twice, stranger, List.<String>of(), ids.subList(1, ids.size()))) {
      Reply reply = expect(400, arrange("regie", plan, order));
      assertEquals("order", reply.json().getString("field"));
    }
    for (String number : List.of("3..1", ".", "3.1 ", "<b>", "1".repeat(21))) {
      List<String> numbers = strings(plan, "number");
      numbers.set(3, number);
      JsonObject body = order(plan, ids).put("numbers", new JsonArray(numbers));
      assertEquals(
          "numbers", expect(400, send("regie", plan, body)).json().getString("field"), number);
    }
    assertEquals(plan, stage.show("regie", plan));
  }

  @Test
  void aChangeOnAnOlderOutlineIsRefused_O2() {
    JsonObject plan = stage.plan("regie", "Wie was eerst");
    JsonObject renamed = expect(200, rename("regie", plan, "3.4", "Scholieren")).json();
    assertEquals("Scholieren", section(renamed, "3.4").getString("title"));
    for (Reply reply :
        List.of(
            rename("regie", plan, "3.4", "Jongeren"),
            renumber("regie", plan),
            switchOff("regie", plan, "3.4", ""),
            delete("regie", plan, "3.4"))) {
      JsonObject problem = expect(409, reply).json();
      assertEquals("changed-meanwhile", problem.getString("type"));
      assertEquals(renamed.getLong("version"), problem.getLong("version"));
    }
    assertEquals("Scholieren", section(stage.show("regie", plan), "3.4").getString("title"));
  }

  @Test
  void whatIsSwitchedOffIsClosedAndComesBackWhole_O3() {
    JsonObject plan = stage.plan("regie", "Uit en weer aan");
    JsonObject before = stage.show("ggd", plan);
    String document = section(plan, "3.4").getString("documentId");
    long written = seq(document);
    JsonObject off = expect(200, switchOff("regie", plan, "3.4", "Lokale preventieagenda")).json();
    assertTrue(find(off, "3.4").isEmpty());
    JsonObject kept = off.getJsonArray("off").getJsonObject(0);
    assertEquals("Lokale preventieagenda", kept.getString("elsewhere"));
    assertEquals("read", kept.getString("rights"));
    assertEquals(kept.getString("id"), ids(plan).get(kept.getInteger("position")));

    String seen = stage.get("ggd", path(plan)).body();
    assertFalse(seen.contains(document));
    assertFalse(seen.contains("Lokale preventieagenda"));
    for (String who : List.of("ggd", "politie")) {
      for (String page : List.of("/overview", "/text", "/roles")) {
        assertFalse(all(who, path(plan) + page).contains(kept.getString("id")), page);
      }
    }
    assertFalse(all("regie", path(plan) + "/overview").contains(document));
    assertEquals(0, grants(document, 2));

    JsonObject on = expect(200, switchOn("regie", off, "3.4")).json();
    assertEquals(plan.getJsonArray("sections"), on.getJsonArray("sections"));
    assertEquals(before.getJsonArray("sections"), stage.show("ggd", plan).getJsonArray("sections"));
    assertEquals(written, seq(document));
  }

  @Test
  void rolesThatAreGivenMeanwhileOpenNothingThatIsOff_O3() {
    JsonObject plan = stage.plan("regie", "Rol op wat uit staat");
    JsonObject off = expect(200, switchOff("regie", plan, "3.8", "")).json();
    String document = section(plan, "3.8").getString("documentId");
    stage.assign("regie", plan, "plan", "politie", "executing");
    stage.override("regie", plan, section(plan, "3.8").getString("id"), "ggd", "write");
    HttpProbe.wait(stage.roles().start());
    assertEquals(0, grants(document, 2));
    expect(200, switchOn("regie", off, "3.8"));
    assertEquals("write", rights("politie", plan, "3.8"));
    assertEquals("write", rights("ggd", plan, "3.8"));
  }

  @Test
  void aPartTakesItsSectionsWithItAndBringsThemBack_O4() {
    JsonObject plan = stage.plan("regie", "Een heel deel");
    JsonObject first = expect(200, switchOff("regie", plan, "4.2", "Elders")).json();
    stage.clock().advanceMs(5);
    JsonObject off = expect(200, switchOff("regie", first, "4", "Gezondheidsnota")).json();
    assertEquals(List.of("4", "4.1", "4.2", "4.3", "4.4"), keys(off.getJsonArray("off")));
    JsonObject part = expect(200, switchOn("regie", off, "4")).json();
    assertEquals(List.of("4.2"), keys(part.getJsonArray("off")));
    JsonObject again = expect(200, switchOff("regie", part, "4", "")).json();
    JsonObject one = expect(200, switchOn("regie", again, "4.3")).json();
    assertEquals(List.of("4.1", "4.2", "4.4"), keys(one.getJsonArray("off")));
  }

  @Test
  void somethingStaysOn_O4() {
    JsonObject plan = stage.plan("regie", "Alles uit");
    for (String key : keys(plan.getJsonArray("sections"))) {
      boolean isOff = find(plan, key).isEmpty();
      Reply reply = isOff ? null : switchOff("regie", plan, key, "");
      if (reply != null && reply.status() == 409) {
        assertEquals("last-section", reply.json().getString("type"));
        assertEquals(1, plan.getJsonArray("sections").size());
        return;
      }
      plan = reply == null ? plan : expect(200, reply).json();
    }
    throw new AssertionError("all were switched off");
  }

  @Test
  void onlyWhatIsOnesOwnAndEmptyIsDeleted_O5() {
    JsonObject plan = stage.plan("regie", "Weg ermee");
    assertEquals("section-of-model", type(delete("regie", plan, "3.4")));
    add(plan, "Leeg");
    add(plan, "Vol");
    plan = stage.show("regie", plan);
    JsonObject full = section(plan, "own-2");
    DocumentId document = DocumentId.parse(full.getString("documentId"));
    var template = PlanStage.TEMPLATES.all().getFirst().sections().getFirst();
    HttpProbe.wait(
        stage
            .rooms()
            .append(
                document,
                stage.who("regie"),
                Seeding.seed(template, Choices.NONE, () -> UUID.randomUUID().toString(), 77)));
    assertEquals("section-not-empty", type(delete("regie", plan, "own-2")));
    String empty = section(plan, "own-1").getString("documentId");
    JsonObject after = expect(200, delete("regie", plan, "own-1")).json();
    assertTrue(find(after, "own-1").isEmpty());
    assertEquals(after, stage.show("regie", plan));
    assertEquals(
        0, stage.number("SELECT count(*) FROM document WHERE id = $1", UUID.fromString(empty)));
    add(plan, "Nog een");
    assertEquals(
        stage.number(
            "SELECT count(*) FROM section WHERE plan = $1", UUID.fromString(plan.getString("id"))),
        1
            + stage.number(
                "SELECT max(position)::bigint FROM section WHERE plan = $1",
                UUID.fromString(plan.getString("id"))));
  }

  @Test
  void onlyWhoCoordinatesChangesTheOutline_O1() {
    JsonObject plan = stage.plan("regie", "Afblijven");
    JsonObject seen = stage.show("ggd", plan);
    for (Reply reply :
        List.of(
            arrange("ggd", seen, ids(plan)),
            renumber("ggd", seen),
            rename("ggd", seen, "3.4", "Anders"),
            switchOff("ggd", seen, "3.4", ""),
            delete("ggd", seen, "3.4"))) {
      assertEquals("coordinator-required", expect(403, reply).json().getString("type"));
    }
    assertEquals(plan, stage.show("regie", plan));
    assertEquals(
        5,
        stage.number(
            "SELECT count(*) FROM audit WHERE result = 'refused' AND actor = $1",
            stage.who("ggd").member().value()));
  }

  @Test
  void anotherMunicipalitysOutlineIsAbsent() {
    JsonObject plan = stage.plan("regie", "Niet van ginds");
    JsonObject absent = new JsonObject().put("id", ABSENT).put("version", 1);
    absent.put("sections", plan.getJsonArray("sections"));
    for (String page : List.of("/overview", "/text")) {
      assertSame(stage.get("ginds", path(absent) + page), stage.get("ginds", path(plan) + page));
    }
    assertSame(renumber("ginds", absent), renumber("ginds", plan));
    assertSame(arrange("ginds", absent, ids(plan)), arrange("ginds", plan, ids(plan)));
    assertSame(rename("ginds", absent, "3.4", "x"), rename("ginds", plan, "3.4", "x"));
    assertSame(delete("ginds", absent, "3.4"), delete("ginds", plan, "3.4"));
    assertEquals(404, rename("regie", withSection(plan, ABSENT), "3.4", "x").status());
    assertEquals(404, rename("regie", withSection(plan, "x"), "3.4", "x").status());
  }

  @Test
  void whoIsNotThereSeesAndDoesNothing() {
    JsonObject plan = stage.plan("regie", "Niemand");
    assertEquals(401, stage.get("nobody", path(plan) + "/overview").status());
    assertEquals(401, stage.get("nobody", path(plan) + "/text").status());
    assertEquals(401, stage.get("nobody", "/v1/templates/drugspreventie").status());
    assertEquals(401, renumber("nobody", plan).status());
    assertEquals(401, rename("nobody", plan, "3.4", "x").status());
    assertEquals(401, delete("nobody", plan, "3.4").status());
    assertEquals(404, stage.get("regie", "/v1/templates/none").status());
  }

  @Test
  void whatOneMayNotReadIsInNoOverviewAndNoText_O7() {
    JsonObject plan = stage.plan("regie", "Verborgen");
    JsonObject hidden = section(plan, "3.8");
    stage.hide("regie", plan, hidden.getString("id"), true);
    for (String page : List.of("/overview", "/text")) {
      String mine = all("regie", path(plan) + page);
      String theirs = all("ggd", path(plan) + page);
      for (String field : List.of("id", "documentId", "title")) {
        assertTrue(mine.contains(hidden.getString(field)), page);
        assertFalse(theirs.contains(hidden.getString(field)), page);
      }
    }
  }

  @Test
  void theOverviewSaysHowFarEachSectionIs_O6() {
    JsonObject plan = stage.plan("regie", "Overzicht");
    JsonObject overview = expect(200, stage.get("ggd", path(plan) + "/overview")).json();
    assertEquals(
        keys(stage.show("ggd", plan).getJsonArray("sections")),
        keys(overview.getJsonArray("sections")));
    JsonObject pupils = section(overview, "3.4");
    assertEquals("todo", pupils.getString("status"));
    assertEquals(new JsonArray().add("executing"), pupils.getJsonArray("mine"));
    assertNull(pupils.getJsonObject("last"));
    assertTrue(
        pupils.getJsonArray("roles").stream()
            .map(JsonObject.class::cast)
            .anyMatch(each -> each.getJsonObject("partner").getString("name").contains("ggd")));

    write("ggd", pupils);
    JsonObject body = new JsonObject().put("text", "Klopt dit?");
    String threads = "/v1/sections/" + pupils.getString("id") + "/threads";
    expect(201, stage.send("ggd", "POST", threads, body));
    JsonObject after =
        section(expect(200, stage.get("regie", path(plan) + "/overview")).json(), "3.4");
    assertEquals("ggd", after.getJsonObject("last").getJsonObject("by").getString("name"));
    assertEquals(1, after.getJsonObject("counts").getJsonObject("discussion").getInteger("open"));
  }

  @Test
  void theTextComesInPagesAndWithoutWhatIsForTheWriters_O8() {
    JsonObject plan = stage.plan("regie", "Lezen");
    List<JsonObject> sections = texts("regie", plan);
    assertEquals(
        keys(plan.getJsonArray("sections")),
        sections.stream().map(each -> each.getString("key")).toList());
    String text = sections.toString();
    for (String kind : List.of("help", "questions")) {
      assertFalse(text.contains("\"type\":\"" + kind + "\""), kind);
    }
    assertTrue(text.contains("\"type\":\"fillInBlock\""));
    assertTrue(text.contains("\"type\":\"example\""));
    assertEquals("doc", sections.getFirst().getJsonObject("text").getString("type"));
  }

  @Test
  void aPlanBeginsAsTheWizardSaid_O9() {
    JsonObject shown = expect(200, stage.get("regie", "/v1/templates/drugspreventie")).json();
    assertTrue(shown.getJsonArray("settings").size() > 3);
    String ggd = stage.who("ggd").partner().toString();
    JsonObject wanted =
        new JsonObject()
            .put("title", "Van de wizard")
            .put("template", "drugspreventie")
            .put("from", 2027)
            .put("to", 2030)
            .put("off", new JsonObject().put("5.2", "Onderwijsagenda").put("6", ""))
            .put("settings", new JsonArray().add("family").add("sport"))
            .put("vulnerable-groups", new JsonArray().add("homeless"))
            .put("without", new JsonArray().add(ggd));
    JsonObject plan = expect(201, stage.send("regie", "POST", "/v1/plans", wanted)).json();
    assertEquals(new JsonObject().put("from", 2027).put("to", 2030), plan.getJsonObject("period"));
    assertEquals(List.of("5.2", "6", "6.1", "6.2", "6.3"), keys(plan.getJsonArray("off")));
    assertTrue(
        stage.roles("regie", plan).getJsonArray("assignments").stream()
            .map(JsonObject.class::cast)
            .noneMatch(each -> each.getString("partner").equals(ggd)));
    String settings = text("regie", plan, "3.11");
    assertTrue(settings.contains("\"state\":\"filled\""));
    assertTrue(settings.contains("Sport"));
    assertFalse(settings.contains("Coffeeshop"));
    String groups = text("regie", plan, "3.10");
    assertTrue(groups.contains("Mensen zonder dak of thuis"));
    assertFalse(groups.contains("lichte verstandelijke beperking"));
  }

  @Test
  void aWizardThatNamesNothingIsRefused_O9() {
    JsonObject plain = new JsonObject().put("title", "Fout").put("template", "drugspreventie");
    for (JsonObject each :
        List.of(
            plain.copy().put("off", new JsonObject().put("9.9", "")),
            plain.copy().put("settings", new JsonArray().add("moon")),
            plain.copy().put("vulnerable-groups", new JsonArray().add("family")),
            plain.copy().put("without", new JsonArray().add("x")),
            plain.copy().put("from", 1999).put("to", 2030),
            plain.copy().put("from", 2030).put("to", 2027),
            plain.copy().put("from", 2027))) {
      Reply reply = expect(400, stage.send("regie", "POST", "/v1/plans", each));
      assertNotNull(reply.json().getString("field"));
    }
    assertFalse(stage.get("regie", "/v1/plans").body().contains("\"Fout\""));
  }

  private static void assertSame(Reply absent, Reply reply) {
    assertEquals(404, reply.status());
    assertEquals(absent.body(), reply.body());
  }

  private static JsonObject withSection(JsonObject plan, String id) {
    JsonObject copy = plan.copy();
    section(copy, "3.4").put("id", id);
    return copy;
  }

  private static String type(Reply reply) {
    return expect(409, reply).json().getString("type");
  }

  private static Reply send(String who, JsonObject plan, JsonObject body) {
    return stage.send(who, "POST", path(plan) + "/outline", body);
  }

  private static JsonObject order(JsonObject plan, List<String> order) {
    return version(plan).put("order", new JsonArray(order));
  }

  private static JsonObject version(JsonObject plan) {
    return new JsonObject().put("version", plan.getLong("version"));
  }

  private static Reply arrange(String who, JsonObject plan, List<String> order) {
    return send(who, plan, order(plan, order));
  }

  private static Reply renumber(String who, JsonObject plan) {
    return send(who, plan, version(plan));
  }

  private static String at(JsonObject plan, String key) {
    JsonObject found =
        Stream.concat(
                plan.getJsonArray("sections").stream(),
                plan.getJsonArray("off", new JsonArray()).stream())
            .map(JsonObject.class::cast)
            .filter(each -> each.getString("key").equals(key))
            .findFirst()
            .orElseThrow();
    return path(plan) + "/sections/" + found.getString("id");
  }

  private static Reply rename(String who, JsonObject plan, String key, String title) {
    return stage.send(who, "PUT", at(plan, key), version(plan).put("title", title));
  }

  private static Reply switchOff(String who, JsonObject plan, String key, String elsewhere) {
    JsonObject body = version(plan).put("off", true).put("elsewhere", elsewhere);
    return stage.send(who, "PUT", at(plan, key), body);
  }

  private static Reply switchOn(String who, JsonObject plan, String key) {
    return stage.send(who, "PUT", at(plan, key), version(plan).put("off", false));
  }

  private static Reply delete(String who, JsonObject plan, String key) {
    String address = at(plan, key) + "?version=" + plan.getLong("version");
    return stage.send(who, "DELETE", address, new JsonObject());
  }

  private static void add(JsonObject plan, String title) {
    JsonObject body = new JsonObject().put("title", title);
    expect(201, stage.send("regie", "POST", path(plan) + "/sections", body));
  }

  private static void write(String who, JsonObject section) {
    HttpProbe.wait(
        stage
            .rooms()
            .append(
                DocumentId.parse(section.getString("documentId")),
                stage.who(who),
                Seeding.blank(4711)));
  }

  private static String rights(String who, JsonObject plan, String key) {
    return section(stage.show(who, plan), key).getString("rights");
  }

  private static List<String> ids(JsonObject plan) {
    return strings(plan, "id");
  }

  private static List<String> strings(JsonObject plan, String field) {
    List<String> found = new ArrayList<>();
    for (Object each : plan.getJsonArray("sections")) {
      found.add(((JsonObject) each).getString(field));
    }
    return found;
  }

  private static List<String> keys(JsonArray sections) {
    return sections.stream().map(each -> ((JsonObject) each).getString("key")).toList();
  }

  /// All pages of an answer, as they were read.
  private static String all(String who, String address) {
    StringBuilder all = new StringBuilder();
    String next = address;
    while (next != null) {
      Reply reply = expect(200, stage.get(who, next));
      all.append(reply.body());
      String after = reply.json().getString("next");
      next = after == null ? null : address + "?after=" + after;
    }
    return all.toString();
  }

  private static List<JsonObject> texts(String who, JsonObject plan) {
    List<JsonObject> sections = new ArrayList<>();
    String after = "";
    while (after != null) {
      JsonObject page = expect(200, stage.get(who, path(plan) + "/text" + after)).json();
      page.getJsonArray("items").forEach(each -> sections.add((JsonObject) each));
      after = page.getString("next") == null ? null : "?after=" + page.getString("next");
    }
    return sections;
  }

  private static String text(String who, JsonObject plan, String key) {
    return texts(who, plan).stream()
        .filter(each -> each.getString("key").equals(key))
        .findFirst()
        .orElseThrow()
        .encode();
  }

  private static long seq(String document) {
    return stage.number("SELECT seq FROM document WHERE id = $1", UUID.fromString(document));
  }

  private static long grants(String document, int level) {
    return stage.number(
        "SELECT count(*) FROM document_access WHERE document = $1 AND level >= $2",
        UUID.fromString(document),
        (short) level);
  }
}
