package nl.beleidstafel.fillin;

import static nl.beleidstafel.testkit.PlanStage.expect;
import static nl.beleidstafel.testkit.PlanStage.section;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.crdt.doc.Doc;
import nl.beleidstafel.crdt.type.SharedType;
import nl.beleidstafel.crdt.type.XmlElement;
import nl.beleidstafel.crdt.type.XmlFragment;
import nl.beleidstafel.prose.Prose;
import nl.beleidstafel.testkit.HttpProbe;
import nl.beleidstafel.testkit.HttpProbe.Reply;
import nl.beleidstafel.testkit.PlanStage;
import nl.beleidstafel.testkit.RawClient;
import nl.beleidstafel.testkit.junit.DatabaseExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Fill-ins over HTTP, on real documents and the real database. In a new plan the GGD writes 3.4,
/// advises (comments) on 4.2 and only reads 3.8.
final class FillInIT {
  @RegisterExtension static final DatabaseExtension DATABASE = new DatabaseExtension();

  private static PlanStage stage;
  private static MunicipalityId here;
  private JsonObject plan;

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

  @BeforeEach
  void make() {
    plan = stage.plan("regie", "Invullen");
  }

  @Test
  void aNewPlanHasThirtyFiveOpenFillIns_F2() {
    JsonArray sections = ofPlan("regie");
    long count =
        sections.stream()
            .map(JsonObject.class::cast)
            .mapToLong(each -> each.getJsonArray("items").size())
            .sum();
    assertEquals(35, count);
    assertEquals(35, total("open"));
    assertEquals(35, total("total"));
    assertEquals(0, total("filled"));
  }

  @Test
  void rowsFollowWhatIsWritten_F2() {
    fill("regie", "1", 0, "een incident bij een feest");
    JsonObject first = items("ggd", "1").getJsonObject(0);
    assertEquals("filled", first.getString("state"));
    assertEquals("een incident bij een feest", first.getString("value"));
    assertEquals(34, total("open"));
    assertEquals(1, total("filled"));
    assertEquals(35, total("total"));
  }

  @Test
  void rowsFollowACommitWithoutAnybodyAsking_F2() {
    String id = id("1");
    expect(200, stage.get("regie", "/v1/sections/" + id + "/fill-ins"));
    fill("regie", "1", 0, "een incident");
    UUID section = UUID.fromString(id);
    RawClient.until(
        "the row to follow",
        () ->
            stage.number(
                    "SELECT count(*) FROM fill_in WHERE section = $1 AND state = 'filled'", section)
                == 1);
  }

  @Test
  void whatWasFilledAndIsPlainTextNowStillCounts_F2() {
    fill("regie", "1", 0, "een incident");
    assertEquals(1, total("filled"));
    edit("regie", "1", doc -> unwrap(doc.xmlFragment(Prose.ROOT)));
    assertEquals(1, total("resolved"));
    assertEquals(1, total("filled"));
    assertEquals(35, total("total"));
  }

  @Test
  void anOpenFillInThatIsTakenOutIsForgotten_F2() {
    assertEquals(35, total("open"));
    edit("regie", "1", doc -> unwrap(doc.xmlFragment(Prose.ROOT)));
    assertEquals(34, total("open"));
    assertEquals(34, total("total"));
  }

  @Test
  void whoDecidedOnAnExampleIsKnown_F4() {
    decide("regie", "keep");
    JsonObject example = example("ggd");
    assertEquals("keep", example.getString("decision"));
    assertEquals("regie", example.getJsonObject("by").getString("name"));
    assertTrue(example.getLong("at") > 0);
    fill("regie", "1", 0, "een incident");
    assertEquals("regie", example("ggd").getJsonObject("by").getString("name"), "it stays known");
    decide("regie", "open");
    assertNull(example("ggd").getJsonObject("by"));
  }

  @Test
  void oneOfManyWritersDecided_F4() {
    fill("regie", "1", 0, "door de een");
    stage.member(here, stage.who("regie").partner(), "tweede");
    edit("tweede", "1", doc -> set(doc, "drop"));
    fill("regie", "1", 0, "en verder");
    assertEquals("tweede", example("ggd").getJsonObject("by").getString("name"));
  }

  @Test
  void whoWritesAsksSomebodyByADate_F5() {
    String id = items("ggd", "3.4").getJsonObject(0).getString("id");
    assertEquals(204, assign("ggd", "3.4", id, owner("politie", "2026-12-31")).status());
    JsonObject owner = items("regie", "3.4").getJsonObject(0).getJsonObject("owner");
    assertEquals("Partner van politie", owner.getJsonObject("partner").getString("name"));
    assertEquals("2026-12-31", owner.getString("due"));
    assertFalse(owner.getBoolean("mine"));
    assertTrue(items("politie", "3.4").getJsonObject(0).getJsonObject("owner").getBoolean("mine"));
    assertEquals(1, asked("politie"));
    assertEquals(0, asked("regie"));
    assertEquals(204, assign("ggd", "3.4", id, owner("politie", "2026-12-30")).status());
    assertEquals(1, asked("politie"), "another date is no news");
    assertEquals(204, assign("regie", "3.4", id, new JsonObject()).status());
    assertNull(items("regie", "3.4").getJsonObject(0).getJsonObject("owner"));
  }

  @Test
  void onePersonIsAskedByName_F5() {
    String id = items("regie", "3.4").getJsonObject(0).getString("id");
    JsonObject body = new JsonObject().put("member", stage.who("politie").member().toString());
    assertEquals(204, assign("regie", "3.4", id, body).status());
    JsonObject owner = items("politie", "3.4").getJsonObject(0).getJsonObject("owner");
    assertEquals("politie", owner.getJsonObject("member").getString("name"));
    assertTrue(owner.getBoolean("mine"));
  }

  @Test
  void whoOnlyCommentsAsksNobody_F5() {
    String id = items("ggd", "4.2").getJsonObject(0).getString("id");
    Reply reply = assign("ggd", "4.2", id, owner("politie", null));
    assertEquals(403, reply.status());
    assertEquals("write-right-required", reply.json().getString("type"));
  }

  @Test
  void nobodyIsAskedWhoMayNotRead_F5() {
    stage.hide("regie", plan, id("3.4"), true);
    stage.override("regie", plan, id("3.4"), "politie", "none");
    String id = items("regie", "3.4").getJsonObject(0).getString("id");
    assertEquals(400, assign("regie", "3.4", id, owner("ginds", null)).status());
    assertEquals(400, assign("regie", "3.4", id, owner("politie", null)).status());
    assertEquals(400, assign("regie", "3.4", id, owner("regie", "morgen")).status());
    assertEquals(404, assign("regie", "3.4", "nergens", owner("regie", null)).status());
  }

  @Test
  void anotherMunicipalityFindsNothing_F6() {
    String id = items("regie", "3.4").getJsonObject(0).getString("id");
    assertEquals(404, stage.get("ginds", "/v1/sections/" + id("3.4") + "/fill-ins").status());
    assertEquals(404, stage.get("ginds", PlanStage.path(plan) + "/fill-ins").status());
    assertEquals(404, stage.get("ginds", PlanStage.path(plan) + "/checks").status());
    assertEquals(404, assign("ginds", "3.4", id, owner("ginds", null)).status());
  }

  @Test
  void nothingOfAHiddenSectionLeaks_F6() {
    String id = id("3.8");
    stage.hide("regie", plan, id, true);
    assertEquals(404, stage.get("ggd", "/v1/sections/" + id + "/fill-ins").status());
    assertFalse(ofPlan("ggd").encode().contains(id));
    assertTrue(ofPlan("regie").encode().contains(id));
    try (RawClient ggd = RawClient.collab(DATABASE.vertx(), stage.port());
        RawClient regie = RawClient.collab(DATABASE.vertx(), stage.port())) {
      String channel = "plan:" + plan.getString("id");
      ggd.attach(channel, "ggd");
      regie.attach(channel, "regie");
      ggd.settle();
      regie.settle();
      int before = ggd.mark();
      int mark = regie.mark();
      fill("regie", "3.8", 0, "de registratie");
      regie.awaitWords(mark, "fill-ins-changed");
      ggd.settle();
      assertFalse(ggd.holds(before, "fill-ins-changed"), "not even that there was something");
    }
  }

  @Test
  void registersAreForMembers_F7() {
    JsonObject view = expect(200, stage.get("ggd", "/v1/registers/settings")).json();
    assertEquals("family", view.getJsonArray("choices").getJsonObject(0).getString("id"));
    assertEquals(404, stage.get("ggd", "/v1/registers/geheim").status());
    assertEquals(401, stage.get("niemand", "/v1/registers/settings").status());
  }

  @Test
  void aChosenSettingWithoutAPlaceIsPointedOut_F8() {
    assertEquals(0, checks("regie").size());
    touch("3.11");
    edit(
        "regie",
        "5",
        doc ->
            each(
                doc,
                "fillInBlock",
                place -> {
                  place.setAttribute("state", "filled");
                  each(place, "bulletList", list -> list.delete(0, list.length() - 1));
                }));
    List<String> words =
        checks("regie").stream()
            .map(JsonObject.class::cast)
            .filter(each -> each.getString("kind").equals("setting-without-action"))
            .map(each -> each.getString("words"))
            .toList();
    assertTrue(words.contains("Werkomgeving (ook de gemeente zelf)"), words::toString);
    assertFalse(words.contains("(Sociale) media"), "the last of the list is still there");
    stage.hide("regie", plan, id("3.11"), true);
    assertEquals(0, checks("ggd").size(), "who may not read it is told nothing of it");
  }

  private void touch(String key) {
    edit(
        "regie",
        key,
        doc -> each(doc, "fillInBlock", place -> place.setAttribute("state", "filled")));
  }

  private String id(String key) {
    return section(stage.show("regie", plan), key).getString("id");
  }

  private JsonArray ofPlan(String who) {
    return expect(200, stage.get(who, PlanStage.path(plan) + "/fill-ins"))
        .json()
        .getJsonArray("sections");
  }

  private JsonArray checks(String who) {
    return expect(200, stage.get(who, PlanStage.path(plan) + "/checks"))
        .json()
        .getJsonArray("items");
  }

  private JsonObject ofSection(String who, String key) {
    return expect(200, stage.get(who, "/v1/sections/" + id(key) + "/fill-ins")).json();
  }

  private JsonArray items(String who, String key) {
    return ofSection(who, key).getJsonArray("items");
  }

  private JsonObject example(String who) {
    return ofSection(who, "1").getJsonArray("examples").getJsonObject(0);
  }

  private Reply assign(String who, String key, String fillIn, JsonObject body) {
    return stage.send(who, "PUT", "/v1/sections/" + id(key) + "/fill-ins/" + fillIn, body);
  }

  private static JsonObject owner(String partner, String due) {
    return new JsonObject().put("partner", stage.who(partner).partner().toString()).put("due", due);
  }

  private long asked(String who) {
    return stage.number(
        "SELECT count(*) FROM notice WHERE member = $1 AND kind = 'FILL_IN_ASKED' AND plan = $2",
        stage.who(who).member().value(),
        UUID.fromString(plan.getString("id")));
  }

  private long total(String what) {
    return expect(200, stage.get("regie", PlanStage.path(plan) + "/overview"))
        .json()
        .getJsonArray("sections")
        .stream()
        .map(JsonObject.class::cast)
        .mapToLong(each -> each.getJsonObject("counts").getJsonObject("fillin").getLong(what, 0L))
        .sum();
  }

  private void fill(String who, String key, int which, String words) {
    edit(
        who,
        key,
        doc -> {
          int[] at = {which};
          Predicate<XmlElement> chosen = _ -> at[0]-- == 0;
          Consumer<XmlElement> write =
              place -> {
                place.setAttribute("state", "filled");
                XmlFragment inside = place;
                if (place.nodeName().equals("fillInBlock")) {
                  place.delete(0, place.length());
                  inside = place.appendElement("paragraph");
                } else {
                  place.delete(0, place.length());
                }
                inside.appendText().insert(0, words);
              };
          walk(
              doc.xmlFragment(Prose.ROOT),
              element -> {
                if (element.nodeName().startsWith("fillIn") && chosen.test(element)) {
                  write.accept(element);
                }
              });
        });
  }

  private void decide(String who, String decision) {
    edit(who, "1", doc -> set(doc, decision));
  }

  private static void set(Doc doc, String decision) {
    boolean[] done = {false};
    walk(
        doc.xmlFragment(Prose.ROOT),
        element -> {
          if (element.nodeName().equals("example") && !done[0]) {
            done[0] = true;
            element.setAttribute("decision", decision);
          }
        });
  }

  private static void each(Doc doc, String name, Consumer<XmlElement> change) {
    each(doc.xmlFragment(Prose.ROOT), name, change);
  }

  private static void each(XmlFragment in, String name, Consumer<XmlElement> change) {
    walk(
        in,
        element -> {
          if (element.nodeName().equals(name)) {
            change.accept(element);
          }
        });
  }

  private static void walk(XmlFragment fragment, Consumer<XmlElement> visit) {
    List<SharedType> children = new ArrayList<>();
    fragment.forEachChild(children::add);
    for (SharedType child : children) {
      if (child instanceof XmlElement element) {
        visit.accept(element);
        walk(element, visit);
      }
    }
  }

  /// Takes the first inline fill-in out, as "resolve" does, with its words left behind it.
  private static void unwrap(XmlFragment root) {
    boolean[] done = {false};
    walk(
        root,
        element -> {
          for (int i = 0; i < element.length() && !done[0]; i++) {
            if (element.get(i) instanceof XmlElement place && place.nodeName().equals("fillIn")) {
              done[0] = true;
              element.delete(i, 1);
            }
          }
        });
  }

  private void edit(String who, String key, Consumer<Doc> change) {
    DocumentId document =
        DocumentId.parse(section(stage.show("regie", plan), key).getString("documentId"));
    Doc doc = new Doc(new Random().nextInt(1, Integer.MAX_VALUE));
    doc.apply(HttpProbe.wait(stage.rooms().read(document)));
    Bytes update = doc.transact(_ -> change.accept(doc));
    HttpProbe.wait(stage.rooms().append(document, stage.who(who), update));
  }
}
