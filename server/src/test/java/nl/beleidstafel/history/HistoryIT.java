package nl.beleidstafel.history;

import static nl.beleidstafel.testkit.PlanStage.expect;
import static nl.beleidstafel.testkit.PlanStage.section;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.collab.Level;
import nl.beleidstafel.crdt.doc.Doc;
import nl.beleidstafel.crdt.update.TypeKind;
import nl.beleidstafel.prose.CanonicalJson;
import nl.beleidstafel.prose.Prose;
import nl.beleidstafel.protocol.Message;
import nl.beleidstafel.sections.Seal;
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

/// States, fixing, versions and restoring over HTTP, with real documents, sockets and database. In
/// a new plan the GGD writes 3.4, advises (comments) on 4.2 and only reads 3.8.
final class HistoryIT {
  @RegisterExtension static final DatabaseExtension DATABASE = new DatabaseExtension();

  private static final Message READ_ONLY = new Message.AuthGranted(true);
  private static final Message WRITABLE = new Message.AuthGranted(false);
  private static final Message REFUSED = new Message.SyncStatus(false);
  private static final Message STORED = new Message.SyncStatus(true);

  private static PlanStage stage;
  private static MunicipalityId here;
  private static int number;

  private JsonObject plan = new JsonObject();
  private String id = "";
  private DocumentId document = new DocumentId(new UUID(0, 0));

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
  void aPlan() {
    plan = stage.plan("regie", "Verleden " + ++number);
    id = section(plan, "3.4").getString("id");
    document = DocumentId.parse(section(plan, "3.4").getString("documentId"));
  }

  @Test
  void aWriterMovesBetweenToDoDraftAndReviewAndNoFurther_H2() {
    assertEquals(List.of("draft", "review"), steps("ggd"));
    expect(204, move("ggd", "review"));
    assertEquals("review", section(stage.show("regie", plan), "3.4").getString("status"));
    for (String state : List.of("agreed", "fixed")) {
      Reply reply = move("ggd", state);
      assertEquals(403, reply.status());
      assertEquals("coordinator-required", reply.json().getString("type"));
    }
    assertEquals("may-not-write", expect(403, move("politie", "draft")).json().getString("type"));
    expect(204, move("regie", "agreed"));
    assertEquals(List.of(), steps("ggd"));
    assertEquals(403, move("ggd", "draft").status());
    assertEquals(400, move("regie", "klaar").status());
  }

  @Test
  void whoIsTooLateIsTold_H2() {
    expect(204, move("ggd", "review"));
    JsonObject body = new JsonObject().put("status", "draft").put("from", "todo");
    Reply reply = stage.send("regie", "PUT", path("/status"), body);
    assertEquals("changed-meanwhile", expect(409, reply).json().getString("type"));
  }

  @Test
  void theFirstEditMakesASectionADraft_H3() {
    assertEquals("todo", history("ggd").getString("status"));
    type("ggd", 1, "woord ");
    assertEquals("draft", history("ggd").getString("status"));
    expect(204, move("ggd", "todo"));
    type("ggd", 2, "nog een ");
    assertEquals("todo", history("ggd").getString("status"), "somebody said that it is to do");
  }

  @Test
  void fixingClosesTheTextForEverybodyWhoeverGrantsWhat_H4() {
    try (RawClient regie = open("regie");
        RawClient ggd = open("ggd");
        RawClient single =
            RawClient.yws(DATABASE.vertx(), stage.port(), document.toString(), "ggd")) {
      single.say(new Message.SyncStep1(Bytes.ofHex("00")));
      RawClient.until("an answer", () -> single.mark() > 0);
      int mark = regie.mark();
      int ggdMark = ggd.mark();
      fix();
      regie.await(mark, document.toString(), READ_ONLY);
      ggd.await(ggdMark, document.toString(), READ_ONLY);
      long end = seq();
      // Raw clients, both dialects; what was typed offline comes back just like this.
      regie.say(document.toString(), new Message.Update(words(11, "coordinator")));
      regie.await(mark, document.toString(), REFUSED);
      ggd.say(document.toString(), new Message.SyncStep2(words(12, "offline")));
      ggd.await(ggdMark, document.toString(), REFUSED);
      single.say(new Message.Update(words(13, "enkel")));
      // Whatever rights come later.
      stage.assign("regie", plan, id, "politie", "executing");
      stage.override("regie", plan, id, "politie", "write");
      stage.partner(here, "municipality", "laatkomer");
      stage.run(
          "INSERT INTO document_access (document, member, level) VALUES ($1, $2, 3)",
          Tuple.of(document.value(), stage.who("ggd").member().value()));
      for (String who : List.of("regie", "ggd", "politie")) {
        assertEquals(
            List.of(Level.COMMENT),
            HttpProbe.wait(stage.rooms().levels(stage.who(who), List.of(document))));
        assertThrows(Throwable.class, () -> type(who, 20, "toch"));
        assertEquals("section-fixed", expect(409, restore(who, "1")).json().getString("type"));
      }
      stage.rooms().flushed().await();
      assertEquals(end, seq());
      String text = CanonicalJson.of(Prose.read(read()));
      for (String word : List.of("coordinator", "offline", "enkel", "toch")) {
        assertFalse(text.contains(word));
      }
    }
  }

  @Test
  void whatIsFixedIsReopenedInPlace_H4() {
    fix();
    assertEquals(List.of("draft"), steps("regie"));
    assertEquals("no-such-step", expect(409, move("regie", "agreed")).json().getString("type"));
    assertEquals(403, move("ggd", "draft").status());
    try (RawClient ggd = RawClient.collab(DATABASE.vertx(), stage.port())) {
      ggd.attach(document.toString(), "ggd");
      ggd.await(0, document.toString(), READ_ONLY);
      int mark = ggd.mark();
      expect(204, move("regie", "draft"));
      ggd.await(mark, document.toString(), WRITABLE);
      ggd.say(document.toString(), new Message.Update(words(31, "weer")));
      ggd.await(mark, document.toString(), STORED);
    }
    assertEquals(2, history("ggd").getInteger("working"));
  }

  @Test
  void theVersionOfAFixingIsTheLastWord_H5() {
    type("ggd", 41, "laatste ");
    fix();
    JsonObject version = history("ggd").getJsonArray("versions").getJsonObject(0);
    assertEquals(seq(), version.getLong("seq"));
    assertTrue(version.getBoolean("fixed"));
    Seal seal = seal();
    assertEquals(seq(), seal.seq());
    assertEquals(1, seal.version());
    assertEquals(HexFormat.of().formatHex(seal.sha256().toArray()), version.getString("sha256"));
    assertEquals(Seal.sha256(Prose.read(read())), seal.sha256());
  }

  @Test
  void equalTextsHaveEqualHashesWhateverWayTheyCame_H5() {
    Seal first = seal();
    type("ggd", 51, "erbij ");
    Seal second = seal();
    assertNotEquals(first.sha256(), second.sha256());
    expect(200, restore("ggd", Long.toString(first.seq())));
    assertEquals(first.sha256(), seal().sha256());
    assertNull(seal().version());
  }

  @Test
  void aVersionIsNamedByWhoWritesOrCoordinates_H6() {
    expect(204, name("ggd", "Eerste lezing"));
    expect(204, name("regie", "Tweede"));
    assertEquals("may-not-write", expect(403, name("politie", "Nee")).json().getString("type"));
    assertEquals(400, name("ggd", " ").status());
    JsonArray versions = history("politie").getJsonArray("versions");
    assertEquals(2, versions.size());
    assertEquals("Tweede", versions.getJsonObject(0).getString("name"));
    assertEquals(2, versions.getJsonObject(0).getInteger("number"));
    JsonObject by = versions.getJsonObject(1).getJsonObject("by");
    assertEquals("ggd", by.getString("name"));
    assertEquals(1, notices("regie", "VERSION"));
    assertEquals(1, notices("ggd", "VERSION"));
  }

  @Test
  void everybodyWhoReadsThePlanHearsOfItsVersion_H6() {
    expect(204, stage.send("regie", "POST", PlanStage.path(plan) + "/versions", planNamed(false)));
    assertEquals(1, noticesOfPlan("politie"));
    assertEquals(1, noticesOfPlan("ggd"));
    assertEquals(0, noticesOfPlan("regie"));
    assertEquals(0, noticesOfPlan("ginds"));
  }

  @Test
  void whoMayNotReadFindsNothing_H7() {
    String section = section(plan, "3.8").getString("id");
    stage.hide("regie", plan, section, true);
    expect(204, stage.send("regie", "POST", "/v1/sections/" + section + "/versions", named("x")));
    expect(204, stage.send("regie", "POST", PlanStage.path(plan) + "/versions", planNamed(false)));
    for (String who : List.of("ggd", "ginds")) {
      for (String path : List.of("/history", "/waiting", "/difference?from=1")) {
        assertEquals(404, stage.get(who, "/v1/sections/" + section + path).status());
      }
      JsonObject state = new JsonObject().put("status", "draft");
      assertEquals(
          404, stage.send(who, "PUT", "/v1/sections/" + section + "/status", state).status());
      assertEquals(
          404,
          stage.send(who, "POST", "/v1/sections/" + section + "/versions", named("x")).status());
      JsonObject to = new JsonObject().put("to", "1");
      assertEquals(
          404, stage.send(who, "POST", "/v1/sections/" + section + "/restore", to).status());
    }
    String versions = expect(200, stage.get("ggd", PlanStage.path(plan) + "/versions")).body();
    assertFalse(versions.contains(section), "a hidden section is in no version");
    assertTrue(stage.get("politie", PlanStage.path(plan) + "/versions").body().contains(section));
    assertEquals(404, stage.get("ginds", PlanStage.path(plan) + "/versions").status());
    assertEquals(
        404,
        stage.send("ginds", "POST", PlanStage.path(plan) + "/versions", planNamed(false)).status());
  }

  @Test
  void aDifferenceSaysWhoWroteWhat_H8() {
    long before = seq();
    type("ggd", 61, "Vrijwel ");
    type("regie", 62, "Altijd ");
    JsonObject difference = difference("politie", Long.toString(before), null);
    assertFalse(difference.getBoolean("same"));
    assertEquals("ggd", authorOf(difference, "Vrijwel"));
    assertEquals("regie", authorOf(difference, "Altijd"));
    assertTrue(difference("politie", Long.toString(seq()), null).getBoolean("same"));
    expect(204, name("ggd", "Nu"));
    assertEquals(seq(), difference("politie", Long.toString(before), "v1").getLong("to"));
  }

  @Test
  void aMomentThatIsNotThereIsSaid_H7() {
    for (String from : List.of("v9", "0", "x", "999999", "9999999999")) {
      Reply reply = stage.get("ggd", path("/difference?from=" + from));
      assertEquals("from", expect(400, reply).json().getString("field"), from);
    }
    Reply without = expect(400, stage.get("ggd", path("/difference")));
    assertEquals("from", without.json().getString("field"));
    type("ggd", 71, "x");
    assertEquals(
        "to",
        expect(400, stage.get("ggd", path("/difference?from=2&to=1"))).json().getString("field"));
    assertEquals("to", expect(400, restore("ggd", "v7")).json().getString("field"));
  }

  @Test
  void whatWasBroughtBackIsWhatItWasAndIsUndoneLikewise_H11() {
    expect(204, name("ggd", "Begin"));
    String first = CanonicalJson.of(Prose.read(read()));
    type("ggd", 81, "Een zin erbij. ");
    type("regie", 82, "En nog een. ");
    String second = CanonicalJson.of(Prose.read(read()));
    assertEquals(403, restore("politie", "v1").status());
    JsonObject restored = expect(200, restore("ggd", "v1")).json();
    assertEquals(first, CanonicalJson.of(Prose.read(read())));
    JsonObject undo =
        new JsonObject()
            .put("to", Long.toString(restored.getLong("before")))
            .put("at", restored.getLong("seq") - 1);
    Reply late = stage.send("ggd", "POST", path("/restore"), undo);
    assertEquals("changed-meanwhile", expect(409, late).json().getString("type"));
    undo.put("at", restored.getLong("seq"));
    expect(200, stage.send("ggd", "POST", path("/restore"), undo));
    assertEquals(second, CanonicalJson.of(Prose.read(read())));
    assertEquals(
        seq(), expect(200, restore("ggd", Long.toString(seq()))).json().getLong("seq"), "nothing");
  }

  @Test
  void whatCannotBeWrittenAnewIsSaid_H11() {
    Doc strange = new Doc(99);
    Bytes update =
        strange.transact(
            _ -> strange.xmlFragment(Prose.ROOT).appendText().insertType(0, TypeKind.MAP, null));
    HttpProbe.wait(stage.rooms().append(document, stage.who("ggd"), update));
    expect(200, restore("ggd", "1"));
    assertEquals("cannot-restore", expect(409, restore("ggd", "2")).json().getString("type"));
  }

  @Test
  void whatIsWrittenMeanwhileStaysWhereItWas_H11() {
    expect(204, name("ggd", "Begin"));
    type("ggd", 91, "Weg hiermee. ");
    Bytes meanwhile = words(92, "Tegelijk. ");
    expect(200, restore("ggd", "v1"));
    HttpProbe.wait(stage.rooms().append(document, stage.who("regie"), meanwhile));
    String text = CanonicalJson.of(Prose.read(read()));
    assertTrue(text.contains("Tegelijk."));
    assertFalse(text.contains("Weg hiermee."));
  }

  @Test
  void thePlanIsNotFinalWhileAnythingWaits_H12() {
    Reply reply = stage.send("regie", "POST", PlanStage.path(plan) + "/versions", planNamed(true));
    assertEquals("fill-ins-open", expect(409, reply).json().getString("type"));
    assertTrue(expect(200, stage.get("ggd", path("/waiting"))).json().getInteger("fillIns") > 0);
    Reply others = stage.send("ggd", "POST", PlanStage.path(plan) + "/versions", planNamed(false));
    assertEquals("coordinator-required", expect(403, others).json().getString("type"));
  }

  @Test
  void aVersionOfThePlanHoldsItsSections_H12() {
    String path = PlanStage.path(plan) + "/versions";
    expect(204, name("ggd", "Al gedaan"));
    expect(204, stage.send("regie", "POST", path, planNamed(false)));
    type("ggd", 93, "Daarna. ");
    JsonObject versions = expect(200, stage.get("ggd", path)).json();
    assertFalse(versions.getBoolean("mayName"));
    JsonObject first = versions.getJsonArray("items").getJsonObject(0);
    JsonObject held = held(first, "3.4");
    assertEquals(1, held.getInteger("version"), "no second version of the same text");
    assertTrue(held.getBoolean("changed"));
    assertFalse(held(first, "3.5").getBoolean("changed"));
    assertEquals(plan.getJsonArray("sections").size(), first.getJsonArray("sections").size());
  }

  @Test
  void whoComesBackSeesWhatOthersChanged_H13() {
    visit("ggd");
    assertNull(history("ggd").getJsonObject("seen"));
    type("regie", 95, "Nieuw. ");
    assertTrue(history("ggd").getJsonObject("seen").getBoolean("changed"), "before it is noted");
    visit("ggd");
    JsonObject seen = history("ggd").getJsonObject("seen");
    assertEquals(1, seen.getLong("seq"));
    type("ggd", 96, "Eigen woorden. ");
    visit("ggd");
    assertEquals(1, history("ggd").getJsonObject("seen").getLong("seq"), "not by one's own");
    assertTrue(seen.getBoolean("changed"));
    assertEquals(
        "regie", authorOf(difference("ggd", Long.toString(seen.getLong("seq")), null), "Nieuw"));
  }

  @Test
  void sittingsSayWhoWorkedWhen_H6() {
    type("ggd", 97, "Een. ");
    type("regie", 98, "Twee. ");
    JsonArray sittings = history("politie").getJsonArray("sittings");
    assertEquals(1, sittings.size());
    JsonObject sitting = sittings.getJsonObject(0);
    assertEquals(1, sitting.getLong("from"));
    assertEquals(3, sitting.getLong("to"));
    assertEquals(2, sitting.getJsonArray("by").size());
  }

  private void visit(String who) {
    String path = PlanStage.path(plan) + "/sections/" + id + "/visit";
    Reply reply = stage.send(who, "POST", path, new JsonObject());
    assertTrue(reply.status() < 300, reply.body());
  }

  private String path(String rest) {
    return "/v1/sections/" + id + rest;
  }

  private static JsonObject named(String name) {
    return new JsonObject().put("name", name);
  }

  private static JsonObject planNamed(boolean isFinal) {
    return named("Voor de raad").put("final", isFinal);
  }

  private Reply move(String who, String state) {
    JsonObject body = new JsonObject().put("status", state);
    return stage.send(
        who, "PUT", path("/status"), state.equals("fixed") ? body.put("name", "Vast") : body);
  }

  private void fix() {
    expect(204, move("regie", "fixed"));
  }

  private Reply name(String who, String name) {
    return stage.send(who, "POST", path("/versions"), named(name));
  }

  private Reply restore(String who, String moment) {
    return stage.send(who, "POST", path("/restore"), new JsonObject().put("to", moment));
  }

  private JsonObject history(String who) {
    return expect(200, stage.get(who, path("/history"))).json();
  }

  private List<String> steps(String who) {
    return history(who).getJsonArray("steps").stream().map(String::valueOf).toList();
  }

  private JsonObject difference(String who, String from, String to) {
    String path = path("/difference?from=" + from + (to == null ? "" : "&to=" + to));
    return expect(200, stage.get(who, path)).json();
  }

  /// Who added a run that begins with this.
  private static String authorOf(JsonObject difference, String word) {
    for (Object block : difference.getJsonArray("blocks")) {
      for (Object each : ((JsonObject) block).getJsonArray("runs")) {
        JsonObject run = (JsonObject) each;
        if (run.getString("change").equals("added") && run.getString("text").contains(word)) {
          int author = run.getJsonArray("by").getInteger(0);
          return difference
              .getJsonArray("authors")
              .getJsonObject(author)
              .getJsonObject("by")
              .getString("name");
        }
      }
    }
    throw new AssertionError("nobody added " + word + ": " + difference.encodePrettily());
  }

  private static JsonObject held(JsonObject version, String key) {
    return version.getJsonArray("sections").stream()
        .map(JsonObject.class::cast)
        .filter(each -> each.getString("key").equals(key))
        .findFirst()
        .orElseThrow();
  }

  private RawClient open(String who) {
    RawClient client = RawClient.collab(DATABASE.vertx(), stage.port());
    client.attach(document.toString(), who);
    client.await(0, document.toString(), WRITABLE);
    return client;
  }

  private Seal seal() {
    return HttpProbe.wait(stage.history().seals().now(SectionId.parse(id)));
  }

  private long seq() {
    return stage.number("SELECT seq FROM document WHERE id = $1", document.value());
  }

  private long notices(String to, String kind) {
    return stage.number(
        "SELECT count(*) FROM notice WHERE section = $1 AND member = $2 AND kind = $3",
        UUID.fromString(id),
        stage.who(to).member().value(),
        kind);
  }

  private long noticesOfPlan(String to) {
    return stage.number(
        "SELECT count(*) FROM notice WHERE section IS NULL AND plan = $1 AND member = $2"
            + " AND kind = 'VERSION'",
        UUID.fromString(plan.getString("id")),
        stage.who(to).member().value());
  }

  private Doc read() {
    Doc doc = new Doc(0);
    doc.apply(HttpProbe.wait(stage.rooms().read(document)));
    return doc;
  }

  /// A paragraph with these words at the end, as an update of its own client.
  private Bytes words(long client, String words) {
    Doc doc = new Doc(client);
    doc.apply(HttpProbe.wait(stage.rooms().read(document)));
    return doc.transact(_ -> {
      var root = doc.xmlFragment(Prose.ROOT);
      root.insertElement(root.length(), "paragraph").insertText(0).insert(0, words);
    });
  }

  private void type(String who, long client, String words) {
    HttpProbe.wait(stage.rooms().append(document, stage.who(who), words(client, words)));
  }
}
