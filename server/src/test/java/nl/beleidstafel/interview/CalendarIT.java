package nl.beleidstafel.interview;

import static nl.beleidstafel.testkit.PlanStage.expect;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.testkit.HttpProbe;
import nl.beleidstafel.testkit.HttpProbe.Reply;
import nl.beleidstafel.testkit.PlanStage;
import nl.beleidstafel.testkit.junit.DatabaseExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Invitations to interviews as mails that wait, with their calendar files, on the real database.
final class CalendarIT {
  @RegisterExtension static final DatabaseExtension DATABASE = new DatabaseExtension();

  private static final long START_MS = 1_796_200_000_000L;

  private static PlanStage stage;
  private static JsonObject plan;

  /// A mail that waits.
  private record Mail(String to, String subject, String body, String calendar) {}

  @BeforeAll
  static void start() {
    stage = PlanStage.start(DATABASE.vertx(), DATABASE.database());
    MunicipalityId here = stage.municipality("Hier");
    stage.partner(here, "municipality", "regie");
    stage.partner(here, "public-health", "ggd");
    stage.partner(here, "police", "politie");
    stage.partner(stage.municipality("Ginds"), "municipality", "ginds");
    plan = stage.plan("regie", "Uitnodigen");
  }

  @AfterAll
  static void stop() {
    stage.close();
  }

  @BeforeEach
  void clear() {
    stage.run("DELETE FROM mail", Tuple.tuple());
    stage.run("DELETE FROM notice", Tuple.tuple());
  }

  @Test
  void whoTakesPartIsInvitedOnce_I8() {
    JsonObject interview = at(stage.interview("regie", plan, "regie", "ggd"), START_MS, "Kade 3");
    JsonObject invited = expect(200, invite("regie", interview, false)).json();
    List<Mail> mails = mails();
    assertEquals(List.of(address("ggd"), address("regie")).stream().sorted().toList(), tos(mails));
    Mail ggd = to(mails, "ggd");
    assertEquals("Uitnodiging: Interview met Basisteam Noord", ggd.subject());
    assertTrue(ggd.body().contains("Waar: Kade 3"), ggd.body());
    assertTrue(
        ggd.body().contains("\nhttp://x.test/plannen/" + plan.getString("id") + "/interviews/"));
    assertTrue(ggd.calendar().contains("\r\nMETHOD:REQUEST\r\n"));
    assertTrue(ggd.calendar().contains("\r\nSEQUENCE:0\r\n"));
    assertTrue(ggd.calendar().contains("UID:" + interview.getString("id")));
    // Nobody is asked to come to what they organise, nor sees who else was asked.
    assertTrue(to(mails, "regie").calendar().contains("\r\nMETHOD:PUBLISH\r\n"));
    assertFalse(to(mails, "regie").calendar().contains("ATTENDEE"));
    JsonObject shown = expect(200, stage.get("regie", path(interview))).json();
    assertEquals(2, shown.getJsonObject("invited").getJsonArray("members").size());
    clear();
    expect(200, invite("regie", invited, false));
    assertEquals(List.of(), mails());
  }

  @Test
  void whoIsSpokenWithLearnsNothingOfThePlan_I8() {
    JsonObject interview = at(stage.interview("regie", plan, "ggd"), START_MS, "Kade 3");
    JsonObject named = name("regie", interview, "jan@politie.test");
    expect(200, invite("regie", named, true));
    assertEquals(2, mails().size());
    Mail theirs =
        mails().stream()
            .filter(mail -> mail.to().equals("jan@politie.test"))
            .findFirst()
            .orElseThrow();
    assertEquals("Uitnodiging: Gesprek met Hier", theirs.subject());
    String all = theirs.body() + theirs.calendar();
    assertFalse(all.contains("x.test/"), all);
    assertFalse(all.contains("Uitnodigen"), all);
    assertFalse(all.contains(address("ggd")), all);
    assertTrue(all.contains(address("regie")), "whom to answer");
  }

  @Test
  void whoWasInvitedHearsOfEachChange_I9() {
    JsonObject interview = at(stage.interview("regie", plan, "ggd"), START_MS, "Kade 3");
    JsonObject named = name("regie", interview, "jan@politie.test");
    JsonObject invited = expect(200, invite("regie", named, true)).json();
    clear();
    JsonObject moved = at(invited, START_MS + 3_600_000, "Kade 3");
    assertEquals(2, mails().size());
    for (Mail mail : mails()) {
      assertTrue(mail.subject().startsWith("Gewijzigd: "), mail.subject());
      assertTrue(mail.calendar().contains("\r\nSEQUENCE:1\r\n"), mail.calendar());
      assertTrue(mail.calendar().contains("\r\nMETHOD:REQUEST\r\n"));
    }
    clear();
    JsonObject more = change(moved, new JsonObject().put("interviewers", ids("ggd", "politie")));
    assertEquals(List.of(address("politie")), tos(mails()), "who comes along is invited too");
    clear();
    JsonObject less = change(more, new JsonObject().put("interviewers", ids("politie")));
    Mail gone = mails().getFirst();
    assertEquals(address("ggd"), gone.to());
    assertEquals(1, mails().size());
    assertTrue(gone.calendar().contains("\r\nMETHOD:CANCEL\r\n"));
    clear();
    expect(200, move("regie", less, "cancelled"));
    assertEquals(2, mails().size());
    for (Mail mail : mails()) {
      assertTrue(mail.subject().startsWith("Gaat niet door: "), mail.subject());
      assertTrue(mail.calendar().contains("\r\nMETHOD:CANCEL\r\n"));
      assertTrue(mail.calendar().contains("\r\nSEQUENCE:4\r\n"), mail.calendar());
    }
  }

  @Test
  void nobodyHearsOfWhatIsNotTheirs_I9() {
    JsonObject interview = at(stage.interview("regie", plan, "ggd"), START_MS, "Kade 3");
    assertEquals(List.of(), mails(), "nobody was invited yet");
    JsonObject invited = expect(200, invite("regie", interview, true)).json();
    assertEquals(List.of(address("ggd")), tos(mails()), "there is no address of a respondent");
    clear();
    change(invited, new JsonObject().put("function", "teamchef"));
    assertEquals(List.of(), mails(), "the appointment is the same");
  }

  @Test
  void theAppointmentIsAFileForWhoMayOpenIt_I8() {
    JsonObject interview = stage.interview("regie", plan, "ggd");
    assertEquals(409, stage.get("ggd", path(interview) + "/calendar").status());
    assertEquals(409, invite("regie", interview, false).status(), "it has no time");
    JsonObject timed = at(interview, START_MS, "");
    Reply file = expect(200, stage.get("ggd", path(interview) + "/calendar"));
    assertEquals("text/calendar; charset=utf-8", file.header("Content-Type"));
    assertTrue(file.body().startsWith("BEGIN:VCALENDAR\r\n"));
    for (String who : List.of("politie", "ginds")) {
      assertEquals(404, stage.get(who, path(interview) + "/calendar").status(), who);
      assertEquals(404, invite(who, timed, true).status(), who);
    }
    assertEquals(List.of(), mails());
  }

  @Test
  void whoTakesPartIsTold_I10() {
    JsonObject interview = stage.interview("regie", plan, "regie", "ggd");
    assertEquals(List.of("INTERVIEW_PLANNED"), told("ggd"));
    assertEquals(List.of(), told("regie"), "nobody of their own deed");
    JsonObject timed = at(interview, START_MS, "");
    assertEquals(List.of("INTERVIEW_PLANNED", "INTERVIEW_CHANGED"), told("ggd"));
    change(timed, new JsonObject().put("function", "teamchef"));
    assertEquals(2, told("ggd").size());
    assertEquals(List.of(), told("politie"));
    change(
        expect(200, stage.get("regie", path(interview))).json(),
        new JsonObject().put("interviewers", new JsonArray()));
    assertEquals(List.of(), told("ggd"), "who may not open it any more");
  }

  private static List<Mail> mails() {
    List<Mail> mails = new ArrayList<>();
    for (Row row :
        HttpProbe.wait(
            stage
                .database()
                .query("SELECT recipient, subject, body, calendar FROM mail ORDER BY recipient"))) {
      mails.add(new Mail(row.getString(0), row.getString(1), row.getString(2), row.getString(3)));
    }
    return mails;
  }

  private static List<String> tos(List<Mail> mails) {
    return mails.stream().map(Mail::to).sorted().toList();
  }

  private static Mail to(List<Mail> mails, String who) {
    return mails.stream().filter(mail -> mail.to().equals(address(who))).findFirst().orElseThrow();
  }

  private static String address(String who) {
    return stage.who(who).member() + "@stage.test";
  }

  private static List<String> told(String who) {
    List<String> kinds = new ArrayList<>();
    for (Row row :
        HttpProbe.wait(
            stage
                .database()
                .query(
                    "SELECT kind FROM notice WHERE member = $1 ORDER BY kind DESC",
                    Tuple.of(stage.who(who).member().value())))) {
      kinds.add(row.getString(0));
    }
    return kinds;
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

  private static JsonObject at(JsonObject interview, long ms, String place) {
    return change(interview, new JsonObject().put("at", ms).put("place", place));
  }

  private static JsonObject change(JsonObject interview, JsonObject changes) {
    JsonArray people = new JsonArray();
    for (Object each : interview.getJsonArray("interviewers")) {
      people.add(((JsonObject) each).getString("id"));
    }
    JsonObject body =
        new JsonObject()
            .put("version", interview.getLong("version"))
            .put("organisation", interview.getString("organisation"))
            .put("partnerKind", interview.getString("partnerKind"))
            .put("place", interview.getString("place"))
            .put("at", interview.getLong("at"))
            .put("interviewers", people)
            .mergeIn(changes);
    return expect(200, stage.send("regie", "PUT", path(interview), body)).json();
  }

  private static Reply invite(String who, JsonObject interview, boolean respondent) {
    return stage.send(
        who,
        "POST",
        path(interview) + "/invitation",
        new JsonObject()
            .put("version", interview.getLong("version"))
            .put("respondent", respondent));
  }

  private static Reply move(String who, JsonObject interview, String state) {
    return stage.send(
        who,
        "PUT",
        path(interview) + "/state",
        new JsonObject().put("version", interview.getLong("version")).put("state", state));
  }

  private static JsonObject name(String who, JsonObject interview, String email) {
    JsonObject body =
        new JsonObject()
            .put("version", interview.getLong("version"))
            .put("name", "")
            .put("email", email);
    return expect(200, stage.send(who, "PUT", path(interview) + "/respondent", body)).json();
  }
}
