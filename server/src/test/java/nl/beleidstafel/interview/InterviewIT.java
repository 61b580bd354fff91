package nl.beleidstafel.interview;

import static nl.beleidstafel.testkit.PlanStage.expect;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.InterviewId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.collab.Level;
import nl.beleidstafel.protocol.Message;
import nl.beleidstafel.testkit.Edits;
import nl.beleidstafel.testkit.HttpProbe;
import nl.beleidstafel.testkit.HttpProbe.Reply;
import nl.beleidstafel.testkit.PlanStage;
import nl.beleidstafel.testkit.RawClient;
import nl.beleidstafel.testkit.SampleTopics;
import nl.beleidstafel.testkit.junit.DatabaseExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Interviews over HTTP, on real documents and the real database. The municipality coordinates; the
/// one who made the plan is its core team; the GGD leads a talk, the police is only a partner.
final class InterviewIT {
  @RegisterExtension static final DatabaseExtension DATABASE = new DatabaseExtension();

  private static PlanStage stage;
  private static MunicipalityId here;
  private static JsonObject plan;

  @BeforeAll
  static void start() {
    stage = PlanStage.start(DATABASE.vertx(), DATABASE.database());
    here = stage.municipality("Hier");
    var regie = stage.partner(here, "municipality", "regie");
    stage.member(here, regie.partner(), "collega");
    stage.administrator(here, regie.partner(), "beheer");
    stage.partner(here, "public-health", "ggd");
    stage.partner(here, "police", "politie");
    stage.partner(stage.municipality("Ginds"), "municipality", "ginds");
    plan = stage.plan("regie", "Interviews");
  }

  @AfterAll
  static void stop() {
    stage.close();
  }

  @Test
  void whoPlansItAndWhoTakesPartOpenIt_I1() {
    JsonObject interview = stage.interview("regie", plan, "ggd");
    JsonObject seen = expect(200, stage.get("ggd", path(interview))).json();
    assertFalse(seen.getBoolean("core"));
    assertEquals("Basisteam Noord", seen.getString("organisation"));
    assertEquals("planned", seen.getString("state"));
    assertEquals("write", seen.getString("level"));
    assertEquals(SampleTopics.LIST, seen.getJsonObject("list").getString("id"));
    assertEquals(2, seen.getJsonObject("list").getInteger("version"));
    assertEquals(2, seen.getJsonObject("topics").getJsonArray("groups").size());
    assertEquals("ggd", seen.getJsonArray("interviewers").getJsonObject(0).getString("name"));
    assertTrue(expect(200, stage.get("regie", path(interview))).json().getBoolean("core"));
    assertEquals(List.of(Level.WRITE, Level.WRITE), levels(interview, "regie", "ggd"));
    assertTrue(listed("ggd").contains(interview.getString("id")));
    assertEquals(
        listed("ggd"),
        HttpProbe.wait(stage.interviews().interviews().openTo(stage.who("ggd"), planId())).stream()
            .map(InterviewId::toString)
            .sorted()
            .toList());
  }

  /// A colleague of the coordinator, who coordinates too, and an administrator are as everybody.
  @Test
  void forEverybodyElseThereIsNoInterview_I1() {
    JsonObject interview = stage.interview("regie", plan, "ggd");
    for (String who : List.of("politie", "collega", "beheer", "ginds")) {
      assertEquals(404, stage.get(who, path(interview)).status(), who);
      assertEquals(404, change(who, interview, new JsonObject()).status(), who);
      assertEquals(404, move(who, interview, "running").status(), who);
      assertEquals(404, name(who, interview, "Jan", "").status(), who);
      assertEquals(List.of(Level.NONE), levels(interview, who), who);
    }
    for (String who : List.of("politie", "collega", "beheer")) {
      assertTrue(listed(who).isEmpty());
      Reply refused = stage.send(who, "POST", PlanStage.path(plan) + "/interviews", wish());
      assertEquals(403, refused.status());
      assertEquals("core-team-required", refused.json().getString("type"));
    }
    assertEquals(404, stage.get("ginds", PlanStage.path(plan) + "/interviews").status());
    assertEquals(
        404, stage.send("ginds", "POST", PlanStage.path(plan) + "/interviews", wish()).status());
  }

  @Test
  void nobodyElseGetsAByteOfItsDocument_I1() {
    JsonObject interview = stage.interview("regie", plan, "ggd");
    String document = interview.getString("document");
    DocumentId id = DocumentId.parse(document);
    HttpProbe.wait(stage.rooms().append(id, stage.who("ggd"), Edits.text(7, 0, "in vertrouwen")));
    try (RawClient ggd = RawClient.collab(DATABASE.vertx(), stage.port())) {
      ggd.attach(document, "ggd");
      ggd.awaitWords(0, "in vertrouwen");
    }
    for (String who : List.of("politie", "collega", "beheer", "ginds")) {
      try (RawClient client = RawClient.collab(DATABASE.vertx(), stage.port())) {
        client.attach(document, who);
        client.await(0, document, new Message.AuthDenied("forbidden"));
        client.settle();
        assertFalse(client.holds(0, "in vertrouwen"), who);
      }
      try (RawClient client = RawClient.yws(DATABASE.vertx(), stage.port(), document, who)) {
        client.awaitClose();
        assertFalse(client.holds(0, "in vertrouwen"), who);
      }
    }
  }

  /// Whoever has it open when it becomes theirs no more hears nothing from then on.
  @Test
  void whoTakesPartNoMoreIsShutOutAtOnce_I3() {
    JsonObject interview = stage.interview("regie", plan, "ggd");
    String document = interview.getString("document");
    DocumentId id = DocumentId.parse(document);
    try (RawClient ggd = RawClient.collab(DATABASE.vertx(), stage.port())) {
      ggd.attach(document, "ggd");
      ggd.await(0, document, new Message.AuthGranted(false));
      ggd.settle();
      int mark = ggd.mark();
      expect(200, change("regie", interview, new JsonObject()));
      RawClient.until("the end", () -> ggd.since(mark).size() > 0);
      HttpProbe.wait(stage.rooms().append(id, stage.who("regie"), Edits.text(8, 0, "daarna")));
      ggd.settle();
      assertFalse(ggd.holds(mark, "daarna"));
    }
  }

  @Test
  void theCoreTeamIsTheCoordinatorsToSay_I2() {
    JsonObject own = stage.plan("regie", "Kernteam");
    JsonObject interview = stage.interview("regie", own);
    String core = PlanStage.path(own) + "/core-team/";
    String ggd = stage.who("ggd").member().toString();
    assertEquals(403, stage.send("politie", "PUT", core + ggd, new JsonObject()).status());
    assertEquals(403, stage.send("ggd", "PUT", core + ggd, new JsonObject()).status());
    assertEquals(404, stage.send("ginds", "PUT", core + ggd, new JsonObject()).status());
    String stranger = stage.who("ginds").member().toString();
    assertEquals(404, stage.send("regie", "PUT", core + stranger, new JsonObject()).status());
    // Whoever coordinates says so, without being in it.
    expect(204, stage.send("collega", "PUT", core + ggd, new JsonObject()));
    assertEquals(404, stage.get("collega", path(interview)).status());
    expect(200, stage.get("ggd", path(interview)));
    assertEquals(List.of(Level.WRITE), levels(interview, "ggd"));
    assertEquals(1, noted("core-team.join", ggd));
    assertEquals(403, stage.send("politie", "DELETE", core + ggd, new JsonObject()).status());
    assertEquals(404, stage.send("ginds", "DELETE", core + ggd, new JsonObject()).status());
    expect(204, stage.send("collega", "DELETE", core + ggd, new JsonObject()));
    assertEquals(404, stage.get("ggd", path(interview)).status());
    assertEquals(List.of(Level.NONE), levels(interview, "ggd"));
    assertEquals(1, noted("core-team.leave", ggd));
    String last = stage.who("regie").member().toString();
    Reply refused = stage.send("regie", "DELETE", core + last, new JsonObject());
    assertEquals(409, refused.status());
    assertEquals("last-of-core-team", refused.json().getString("type"));
    JsonObject shown = expect(200, stage.get("politie", PlanStage.path(own) + "/core-team")).json();
    assertFalse(shown.getBoolean("mayChange"));
    assertEquals("regie", shown.getJsonArray("items").getJsonObject(0).getString("name"));
    assertEquals(404, stage.get("ginds", PlanStage.path(own) + "/core-team").status());
  }

  @Test
  void onlyTheCoreTeamSaysWhoTakesPart_I3() {
    JsonObject interview = stage.interview("regie", plan, "ggd");
    String police = stage.who("politie").member().toString();
    JsonObject more =
        new JsonObject()
            .put("interviewers", ids("ggd"))
            .put("noteTakers", new JsonArray().add(police));
    assertEquals(403, change("ggd", interview, more).status());
    assertEquals(200, change("ggd", interview, with("ggd").put("place", "Wijkpost")).status());
    JsonObject now = expect(200, stage.get("regie", path(interview))).json();
    assertEquals("Wijkpost", now.getString("place"));
    assertEquals(409, change("regie", interview, more).status(), "somebody else was first");
    expect(200, change("regie", now, more));
    assertEquals(List.of(Level.WRITE), levels(interview, "politie"));
    expect(200, stage.get("politie", path(interview)));
    JsonObject then = expect(200, stage.get("regie", path(interview))).json();
    expect(200, change("regie", then, with("ggd")));
    assertEquals(List.of(Level.NONE), levels(interview, "politie"));
    assertEquals(404, stage.get("politie", path(interview)).status());
  }

  @Test
  void aTalkBeginsEndsAndIsOpenedAgain_I4() {
    JsonObject interview = stage.interview("regie", plan, "ggd");
    assertEquals(409, move("ggd", interview, "closed").status());
    JsonObject begun = expect(200, move("ggd", interview, "running")).json();
    JsonObject back = expect(200, move("ggd", begun, "planned")).json();
    assertNull(back.getLong("startedAt"));
    JsonObject running = expect(200, move("ggd", back, "running")).json();
    assertEquals(stage.clock().nowMs(), running.getLong("startedAt"));
    assertEquals(403, move("ggd", closed(running), "running").status());
    JsonObject closed = expect(200, stage.get("ggd", path(interview))).json();
    assertEquals("read", closed.getString("level"));
    assertEquals(List.of(Level.READ, Level.READ), levels(interview, "regie", "ggd"));
    JsonObject again = expect(200, move("regie", closed, "running")).json();
    assertNull(again.getLong("closedAt"));
    assertEquals(running.getLong("startedAt"), again.getLong("startedAt"));
    assertEquals(List.of(Level.WRITE, Level.WRITE), levels(interview, "regie", "ggd"));
  }

  private static JsonObject closed(JsonObject running) {
    return expect(200, move("ggd", running, "closed")).json();
  }

  @Test
  void itKeepsTheListItBeganWith_I5() {
    JsonObject interview = stage.interview("regie", plan, "ggd");
    JsonObject running = expect(200, move("regie", interview, "running")).json();
    Reply refused = change("regie", running, with("ggd").put("list", SampleTopics.LIST));
    assertEquals(409, refused.status());
    assertEquals("state-unfit", refused.json().getString("type"));
    assertEquals(200, change("regie", running, with("ggd").put("place", "elders")).status());
  }

  @Test
  void aPersonIsKeptApart_I6() {
    JsonObject interview = stage.interview("regie", plan, "ggd");
    JsonObject named = expect(200, name("ggd", interview, "Jan Smit", "Jan@Politie.test")).json();
    assertFalse(named.encode().contains("Smit"));
    assertFalse(stage.get("regie", PlanStage.path(plan) + "/interviews").body().contains("Smit"));
    JsonObject respondent =
        expect(200, stage.get("regie", path(interview))).json().getJsonObject("respondent");
    assertEquals("Jan Smit", respondent.getString("name"));
    assertEquals("jan@politie.test", respondent.getString("email"));
    expect(200, name("ggd", named, "", ""));
    assertEquals(
        0,
        stage.number(
            "SELECT count(*) FROM respondent WHERE interview = $1",
            UUID.fromString(interview.getString("id"))));
  }

  @Test
  void whatIsNotThereIsRefused_I7() {
    String path = PlanStage.path(plan) + "/interviews";
    assertField("list", stage.send("regie", "POST", path, wish().put("list", "geen")));
    assertField("partnerKind", stage.send("regie", "POST", path, wish().put("partnerKind", "x")));
    assertField(
        "partner",
        stage.send("regie", "POST", path, wish().put("partner", UUID.randomUUID().toString())));
    assertField(
        "interviewers",
        stage.send("regie", "POST", path, wish().put("interviewers", ids("ginds"))));
    assertField("at", stage.send("regie", "POST", path, wish().put("at", 12)));
    assertField("minutes", stage.send("regie", "POST", path, wish().put("minutes", 1)));
    JsonObject made =
        expect(
                201,
                stage.send(
                    "regie",
                    "POST",
                    path,
                    wish().put("partner", stage.who("politie").partner().toString())))
            .json();
    assertEquals("Partner van politie", made.getString("organisation"));
    assertEquals("police", made.getString("partnerKind"));
  }

  @Test
  void onlyWhoMayOpenItIsToldThatItChanged_I1() {
    JsonObject own = stage.plan("regie", "Stil");
    try (RawClient ggd = RawClient.collab(DATABASE.vertx(), stage.port());
        RawClient police = RawClient.collab(DATABASE.vertx(), stage.port())) {
      String channel = "plan:" + own.getString("id");
      ggd.attach(channel, "ggd");
      police.attach(channel, "politie");
      ggd.settle();
      police.settle();
      stage.interview("regie", own, "ggd");
      ggd.awaitWords(0, "interviews-changed");
      police.settle();
      assertFalse(police.holds(0, "interviews-changed"));
    }
  }

  @Test
  void onlyWhoIsToldHearsThatThereAreNotices_I10() {
    JsonObject own = stage.plan("regie", "Gehoord");
    String core = PlanStage.path(own) + "/core-team/" + stage.who("politie").member();
    expect(204, stage.send("regie", "PUT", core, new JsonObject()));
    try (RawClient told = RawClient.collab(DATABASE.vertx(), stage.port());
        RawClient colleague = RawClient.collab(DATABASE.vertx(), stage.port())) {
      String channel = "plan:" + own.getString("id");
      told.attach(channel, "regie");
      colleague.attach(channel, "collega");
      told.settle();
      colleague.settle();
      stage.interview("politie", own, "regie");
      told.awaitWords(0, "notices-changed");
      colleague.settle();
      assertFalse(colleague.holds(0, "notices-changed"));
    }
  }

  private static void assertField(String field, Reply reply) {
    assertEquals(400, reply.status(), reply.body());
    assertEquals(field, reply.json().getString("field"));
  }

  private static PlanId planId() {
    return PlanId.parse(plan.getString("id"));
  }

  private static String path(JsonObject interview) {
    return "/v1/interviews/" + interview.getString("id");
  }

  private static JsonArray ids(String... who) {
    JsonArray ids = new JsonArray();
    for (String each : who) {
      ids.add(stage.who(each).member().toString());
    }
    return ids;
  }

  private static JsonObject wish() {
    return new JsonObject()
        .put("list", SampleTopics.LIST)
        .put("organisation", "Café De Hoek")
        .put("partnerKind", "police");
  }

  private static JsonObject with(String... interviewers) {
    return new JsonObject().put("interviewers", ids(interviewers));
  }

  private static Reply change(String who, JsonObject interview, JsonObject changes) {
    JsonObject body =
        new JsonObject()
            .put("version", interview.getLong("version"))
            .put("organisation", interview.getString("organisation"))
            .put("partnerKind", interview.getString("partnerKind"))
            .mergeIn(changes);
    return stage.send(who, "PUT", path(interview), body);
  }

  private static Reply move(String who, JsonObject interview, String state) {
    return stage.send(
        who,
        "PUT",
        path(interview) + "/state",
        new JsonObject().put("version", interview.getLong("version")).put("state", state));
  }

  private static Reply name(String who, JsonObject interview, String name, String email) {
    return stage.send(
        who,
        "PUT",
        path(interview) + "/respondent",
        new JsonObject()
            .put("version", interview.getLong("version"))
            .put("name", name)
            .put("email", email));
  }

  private static List<Level> levels(JsonObject interview, String... people) {
    DocumentId document = DocumentId.parse(interview.getString("document"));
    return List.of(people).stream()
        .map(who ->
            HttpProbe.wait(stage.rooms().levels(stage.who(who), List.of(document))).getFirst())
        .toList();
  }

  private static List<String> listed(String who) {
    return expect(200, stage.get(who, PlanStage.path(plan) + "/interviews"))
        .json()
        .getJsonArray("items")
        .stream()
        .map(each -> ((JsonObject) each).getString("id"))
        .sorted()
        .toList();
  }

  private static long noted(String action, String object) {
    return stage.number(
        "SELECT count(*) FROM audit WHERE action = $1 AND object = $2", action, object);
  }
}
