package nl.beleidstafel.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.schedule.Runner;
import nl.beleidstafel.schedule.Schedule;
import nl.beleidstafel.testkit.HttpProbe;
import nl.beleidstafel.testkit.PlanStage;
import nl.beleidstafel.testkit.junit.DatabaseExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What members are told, shown and mailed, on a real database.
final class NoticeIT {
  @RegisterExtension static final DatabaseExtension DATABASE = new DatabaseExtension();

  private static PlanStage stage;
  private static JsonObject plan;
  private static JsonObject section;
  private static Runner runner;

  @BeforeAll
  static void begin() {
    stage = PlanStage.start(DATABASE.vertx(), DATABASE.database());
    MunicipalityId town = stage.municipality("Leegstad");
    stage.partner(town, "municipality", "Coby");
    stage.partner(town, "ggd", "Gerrit");
    stage.member(town, stage.who("Gerrit").partner(), "Gonda");
    MunicipalityId other = stage.municipality("Elders");
    stage.partner(other, "municipality", "Elsa");
    plan = stage.plan("Coby", "Plan van Leegstad");
    section = PlanStage.section(stage.show("Coby", plan), "3.1");
    runner =
        new Runner(
            DATABASE.vertx(),
            DATABASE.database(),
            stage.clock(),
            stage.noticeJobs(),
            new SimpleMeterRegistry());
  }

  @AfterAll
  static void end() {
    stage.close();
  }

  @BeforeEach
  void clear() {
    for (String table : List.of("notice", "mail", "due", "notice_preference")) {
      HttpProbe.wait(DATABASE.database().query("DELETE FROM " + table));
    }
    stage.hide("Coby", plan, section.getString("id"), false);
    goTo("2026-11-26T12:00");
  }

  @Test
  void nobodySeesWhatOthersWereTold_N5() {
    tell(Notice.Kind.MENTION, "Gerrit");
    JsonObject told = list("Gerrit").getJsonObject(0);
    assertEquals("mention", told.getString("kind"));
    assertEquals("Coby", told.getJsonObject("by").getString("name"));
    assertEquals("Plan van Leegstad", told.getJsonObject("plan").getString("title"));
    assertEquals("3.1", told.getJsonObject("section").getString("key"));
    assertTrue(told.getString("path").endsWith("/3-1?paneel=opmerkingen"), told.encode());
    JsonObject ids = new JsonObject().put("ids", new JsonArray().add(told.getString("id")));
    for (String who : List.of("Gonda", "Coby", "Elsa")) {
      assertTrue(list(who).isEmpty());
      assertEquals(0, unseen(who));
      PlanStage.expect(204, stage.send(who, "POST", "/v1/notices/seen", ids));
      PlanStage.expect(204, stage.send(who, "POST", "/v1/notices/seen", new JsonObject()));
      assertTrue(
          PlanStage.expect(200, stage.get(who, "/v1/notices?before=" + told.getString("id")))
              .json()
              .getJsonArray("items")
              .isEmpty());
    }
    assertEquals(1, unseen("Gerrit"));
    PlanStage.expect(204, stage.send("Gerrit", "POST", "/v1/notices/seen", ids));
    assertEquals(0, unseen("Gerrit"));
    assertTrue(list("Gerrit").getJsonObject(0).getBoolean("seen"));
  }

  @Test
  void whatOneMayNotReadAnyMoreIsNeitherShownNorMailed_N5() {
    tell(Notice.Kind.MENTION, "Gerrit");
    tell(Notice.Kind.COMMENT, "Gerrit");
    stage.hide("Coby", plan, section.getString("id"), true);
    assertTrue(list("Gerrit").isEmpty());
    assertEquals(0, unseen("Gerrit"));
    run();
    goTo("2026-11-27T08:00");
    run();
    assertEquals(List.of(), mails());
    assertEquals(0, stage.number("SELECT count(*) FROM due"));
  }

  @Test
  void pagesFollowEachOther() {
    for (int number = 0; number < 55; number++) {
      tell(Notice.Kind.COMMENT, "Gerrit");
    }
    JsonObject first = PlanStage.expect(200, stage.get("Gerrit", "/v1/notices")).json();
    assertEquals(50, first.getJsonArray("items").size());
    String next = "/v1/notices?before=" + first.getString("next");
    JsonObject second = PlanStage.expect(200, stage.get("Gerrit", next)).json();
    assertEquals(5, second.getJsonArray("items").size());
    assertEquals(null, second.getString("next"));
  }

  @Test
  void preferencesAreKeptAndWrongOnesRefused_N6() {
    JsonObject usual = preferences("Gerrit");
    assertEquals("at-once", usual.getJsonObject("ways").getString("mention"));
    assertEquals("digest", usual.getJsonObject("ways").getString("comment"));
    JsonObject changed = usual.copy().put("digestAt", "09:30").put("weekends", true);
    changed.getJsonObject("ways").put("mention", "none").put("comment", "at-once");
    prefer(200, changed);
    assertEquals(changed, preferences("Gerrit"));
    assertEquals(usual, preferences("Gonda"));
    prefer(400, usual.copy().put("digestAt", "25:00"));
    prefer(400, usual.copy().put("ways", new JsonObject().put("mention", "sms")));
    assertEquals(changed, preferences("Gerrit"));

    tell(Notice.Kind.MENTION, "Gerrit");
    tell(Notice.Kind.COMMENT, "Gerrit");
    assertEquals(1, list("Gerrit").size());
    assertEquals(1, unseen("Gerrit"));
    run();
    assertEquals(List.of("Melding: 3.1 " + section.getString("title")), subjects());
  }

  @Test
  void urgentOnesGoAtOnceAndTheRestOnceADay_N6() {
    tell(Notice.Kind.MENTION, "Gerrit");
    tell(Notice.Kind.COMMENT, "Gerrit");
    tell(Notice.Kind.REPLY, "Gerrit");
    run();
    run();
    assertEquals(List.of("U bent genoemd: 3.1 " + section.getString("title")), subjects());
    String urgent = mails().getFirst().getString("body");
    assertTrue(urgent.contains("Coby (Partner van Coby) noemde u"), urgent);
    assertTrue(urgent.contains("http://x.test/plannen/" + plan.getString("id") + "/3-1"), urgent);
    assertTrue(urgent.contains("http://x.test/account#meldingen"), urgent);

    goTo("2026-11-27T07:59");
    run();
    assertEquals(1, mails().size());
    tell(Notice.Kind.STATUS, "Gerrit");
    goTo("2026-11-27T08:00");
    run();
    assertEquals(2, mails().size());
    assertEquals("Dagoverzicht: 3 meldingen", subjects().getLast());
    goTo("2026-11-30T12:00");
    run();
    assertEquals(2, mails().size(), "nothing happened since");
    assertEquals(0, stage.number("SELECT count(*) FROM due"));
  }

  @Test
  void whatWasSeenIsNotMailed_N6() {
    tell(Notice.Kind.COMMENT, "Gerrit");
    PlanStage.expect(204, stage.send("Gerrit", "POST", "/v1/notices/seen", new JsonObject()));
    goTo("2026-11-27T12:00");
    run();
    assertEquals(List.of(), mails());
  }

  @Test
  void theNightAndTheWeekendAreQuiet_N7() {
    goTo("2026-11-27T21:00");
    tell(Notice.Kind.MENTION, "Gerrit");
    run();
    goTo("2026-11-29T12:00");
    run();
    assertEquals(List.of(), mails());
    goTo("2026-11-30T07:00");
    run();
    assertEquals(1, mails().size());
  }

  @Test
  void whoHasNoAccountGoesInByALinkOfTheirOwn_N8() {
    stage.door(stage.who("Gonda").member(), "http://x.test/ga#");
    tell(Notice.Kind.MENTION, "Gonda");
    tell(Notice.Kind.MENTION, "Gerrit");
    run();
    List<JsonObject> sent = mails();
    assertEquals(2, sent.size());
    for (JsonObject mail : sent) {
      boolean guest = mail.getString("body").startsWith("Beste Gonda");
      String body = mail.getString("body");
      assertEquals(guest, body.contains("http://x.test/ga#/plannen/"), body);
      assertEquals(!guest, body.contains("\nhttp://x.test/plannen/"), body);
    }
  }

  @Test
  void whoLeftIsNotMailed_N5() {
    Actor gerrit = stage.who("Gerrit");
    Actor gone = stage.member(gerrit.municipality(), gerrit.partner(), "Weg");
    tell(Notice.Kind.MENTION, "Weg");
    HttpProbe.wait(
        DATABASE
            .database()
            .query("UPDATE member SET removed_at = now() WHERE id = '" + gone.member() + "'"));
    run();
    assertEquals(List.of(), mails());
  }

  @Test
  void oldNoticesAreForgotten_N9() {
    tell(Notice.Kind.COMMENT, "Gerrit");
    tell(Notice.Kind.COMMENT, "Gonda");
    PlanStage.expect(204, stage.send("Gerrit", "POST", "/v1/notices/seen", new JsonObject()));
    retain("2027-02-24T11:00", 2);
    retain("2027-02-24T13:00", 1);
    retain("2027-11-26T13:00", 0);
  }

  private static void retain(String at, int left) {
    goTo(at);
    HttpProbe.wait(
        DATABASE
            .database()
            .transaction(tx ->
                Schedule.inDatabase()
                    .put(tx, NoticeRetention.KIND, NoticeRetention.ALL, stage.clock().nowMs())));
    run();
    assertEquals(left, stage.number("SELECT count(*) FROM notice"));
  }

  private static void tell(Notice.Kind kind, String to) {
    Notice notice =
        new Notice(
            kind,
            stage.who(to).municipality(),
            stage.who(to).member(),
            PlanId.parse(plan.getString("id")),
            SectionId.parse(section.getString("id")),
            UUID.randomUUID(),
            stage.who("Coby").member());
    HttpProbe.wait(
        DATABASE.database().transaction(tx -> Notices.of(stage.clock()).tell(tx, List.of(notice))));
  }

  private static void run() {
    HttpProbe.wait(runner.round());
    assertFalse(
        stage.number("SELECT count(*) FROM due WHERE tries > 0") > 0, "a job failed, see the log");
  }

  private static void goTo(String local) {
    long ms = LocalDateTime.parse(local).atZone(DeliveryRules.ZONE).toInstant().toEpochMilli();
    stage.clock().advanceMs(ms - stage.clock().nowMs());
  }

  private static JsonArray list(String who) {
    return PlanStage.expect(200, stage.get(who, "/v1/notices")).json().getJsonArray("items");
  }

  private static int unseen(String who) {
    return PlanStage.expect(200, stage.get(who, "/v1/notices/unseen")).json().getInteger("count");
  }

  private static JsonObject preferences(String who) {
    return PlanStage.expect(200, stage.get(who, "/v1/account/notice-preferences")).json();
  }

  private static void prefer(int status, JsonObject preferences) {
    PlanStage.expect(
        status, stage.send("Gerrit", "PUT", "/v1/account/notice-preferences", preferences));
  }

  private static List<String> subjects() {
    return mails().stream().map(each -> each.getString("subject")).toList();
  }

  private static List<JsonObject> mails() {
    List<JsonObject> mails = new ArrayList<>();
    for (Row row :
        HttpProbe.wait(
            DATABASE.database().query("SELECT subject, body FROM mail ORDER BY created_at, id"))) {
      mails.add(
          new JsonObject()
              .put("subject", row.getString("subject"))
              .put("body", row.getString("body")));
    }
    return mails;
  }
}
