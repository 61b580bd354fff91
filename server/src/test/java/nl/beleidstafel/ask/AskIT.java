package nl.beleidstafel.ask;

import static nl.beleidstafel.testkit.PlanStage.expect;
import static nl.beleidstafel.testkit.PlanStage.section;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.schedule.Job;
import nl.beleidstafel.testkit.HttpProbe;
import nl.beleidstafel.testkit.HttpProbe.Reply;
import nl.beleidstafel.testkit.PlanStage;
import nl.beleidstafel.testkit.RawClient;
import nl.beleidstafel.testkit.junit.DatabaseExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Asks, answers and dispositions over HTTP, on the real database. In a new plan the GGD writes
/// 3.4, advises on 4.2 and has no role in 3.8; the police has one in 3.8.
final class AskIT {
  @RegisterExtension static final DatabaseExtension DATABASE = new DatabaseExtension();

  private static PlanStage stage;
  private static MunicipalityId here;
  private static JsonObject plan;

  @BeforeAll
  static void start() {
    stage = PlanStage.start(DATABASE.vertx(), DATABASE.database());
    here = stage.municipality("Hier");
    stage.partner(here, "municipality", "regie");
    stage.partner(here, "public-health", "ggd");
    stage.partner(here, "police", "politie");
    stage.partner(stage.municipality("Ginds"), "municipality", "ginds");
    plan = stage.plan("regie", "Uitvragen");
  }

  @AfterAll
  static void stop() {
    stage.close();
  }

  @Test
  void aPartnerIsAskedAboutItsSectionsAndAnswersEach_K1_K2() {
    JsonObject ask = ask(plan, List.of("3.4", "4.2", "3.8"), "ggd", "politie");
    JsonObject mine = show("ggd", ask);
    assertEquals(2, mine.getJsonArray("questions").size(), "not 3.8, where it has no role");
    assertEquals("Wat vindt u?", mine.getString("letter"));
    assertFalse(mine.getBoolean("mayManage"));
    JsonObject after = expect(200, answer("ggd", ask, "3.4", "agree", "")).json();
    JsonObject given = question(after, "3.4").getJsonObject("answer");
    assertEquals("agree", given.getString("verdict"));
    assertEquals("ggd", given.getJsonObject("by").getString("name"));
    stage.member(here, stage.who("ggd").partner(), "collega");
    JsonObject changed =
        expect(200, answer("collega", ask, "3.4", "remarks", "Noem de school.")).json();
    given = question(changed, "3.4").getJsonObject("answer");
    assertEquals("collega", given.getJsonObject("by").getString("name"));
    assertNull(question(changed, "4.2").getJsonObject("answer"));
    JsonObject summary = find(asks("ggd"), ask);
    assertEquals(1, summary.getJsonObject("mine").getInteger("answered"));
    assertEquals(2, summary.getJsonObject("mine").getInteger("asked"));
    assertTrue(stage.get("ggd", "/v1/asks").body().contains(ask.getString("id")));
    assertEquals(1, count("ANSWER", "regie", "collega"));
  }

  @Test
  void onesOwnAnswersAndNobodyElsesComeAlong_K2() {
    JsonObject ask = ask(plan, List.of("3.4", "3.8"), "ggd", "politie");
    expect(200, answer(plan, "ggd", ask, "3.4", "objection", "Te mooi gezegd"));
    expect(200, answer(plan, "politie", ask, "3.8", "objection", "Te hard gezegd"));
    JsonObject traces =
        HttpProbe.wait(new PgAskTraces(stage.database()).of(stage.who("ggd").member()));
    String answers = traces.getJsonArray("answers").encode();
    assertTrue(answers.contains("Te mooi gezegd"), answers);
    assertFalse(answers.contains("Te hard gezegd"), answers);
    assertEquals(new JsonArray(), traces.getJsonArray("signOffs"));
  }

  @Test
  void remarksAndAnObjectionNeedWords_K2() {
    JsonObject ask = ask(plan, List.of("3.4"), "ggd");
    for (String verdict : List.of("remarks", "objection")) {
      Reply reply = answer("ggd", ask, "3.4", verdict, "  ");
      assertEquals(400, reply.status());
      assertEquals("text", reply.json().getString("field"));
    }
    assertEquals(400, answer("ggd", ask, "3.4", "misschien", "").status());
    expect(200, answer("ggd", ask, "3.4", "not-ours", ""));
  }

  @Test
  void onlyWhoCoordinatesAsksChangesAndReminds_K1() {
    JsonObject ask = ask(plan, List.of("3.4"), "ggd");
    JsonObject wish = wish(plan, List.of("3.4"), "ggd");
    assertEquals(403, stage.send("ggd", "POST", PlanStage.path(plan) + "/asks", wish).status());
    assertEquals(403, change("ggd", ask, today().plusDays(9), false).status());
    assertEquals(403, stage.send("ggd", "POST", path(ask) + "/reminders", json()).status());
  }

  @Test
  void aWishThatDoesNotFitIsRefused_K1() {
    String path = PlanStage.path(plan) + "/asks";
    JsonObject past = wish(plan, List.of("3.4"), "ggd").put("due", today().minusDays(1).toString());
    assertEquals("due", stage.send("regie", "POST", path, past).json().getString("field"));
    JsonObject nobody = wish(plan, List.of("3.4"));
    assertEquals("partners", stage.send("regie", "POST", path, nobody).json().getString("field"));
    JsonObject away = wish(plan, List.of("3.4"), "ginds");
    assertEquals("partners", stage.send("regie", "POST", path, away).json().getString("field"));
    JsonObject other = stage.plan("regie", "Ander");
    JsonObject elsewhere = wish(other, List.of("3.4"), "ggd");
    assertEquals(
        "sections", stage.send("regie", "POST", path, elsewhere).json().getString("field"));
  }

  @Test
  void whoIsNotAskedFindsNothing_K3() {
    JsonObject ask = ask(plan, List.of("3.4"), "ggd");
    assertEquals(404, stage.get("politie", path(ask)).status());
    assertEquals(404, answer("politie", ask, "3.4", "agree", "").status());
    assertEquals(404, answer("ggd", ask, "4.2", "agree", "").status(), "that was not asked");
    assertFalse(stage.get("politie", PlanStage.path(plan) + "/asks").body().contains(path(ask)));
    assertEquals(404, change("politie", ask, today(), true).status());
    expect(200, stage.get("regie", path(ask)));
  }

  @Test
  void anotherMunicipalityFindsNothing_K3() {
    JsonObject ask = ask(plan, List.of("3.4"), "ggd");
    expect(200, answer("ggd", ask, "3.4", "agree", ""));
    String of = PlanStage.path(plan);
    for (String path :
        List.of(path(ask), of + "/asks", of + "/dispositions", of + "/dispositions/export")) {
      assertEquals(404, stage.get("ginds", path).status(), path);
    }
    assertEquals(
        404, stage.send("ginds", "POST", of + "/asks", wish(plan, List.of("3.4"), "ggd")).status());
    assertEquals(404, change("ginds", ask, today(), true).status());
    assertEquals(404, stage.send("ginds", "POST", path(ask) + "/reminders", json()).status());
    assertEquals(404, answer("ginds", ask, "3.4", "agree", "").status());
    String subject = question(show("regie", ask), "3.4").getString("id");
    assertEquals(404, decide("ginds", plan, "3.4", subject, "adopted", "").status());
  }

  @Test
  void nothingOfAHiddenSectionLeaks_K3() {
    JsonObject secret = stage.plan("regie", "Geheim");
    String id = section(secret, "3.8").getString("id");
    JsonObject ask = ask(secret, List.of("3.4", "3.8"), "ggd", "politie");
    stage.assign("regie", secret, id, "ggd");
    stage.hide("regie", secret, id, true);
    try (RawClient ggd = RawClient.collab(DATABASE.vertx(), stage.port());
        RawClient politie = RawClient.collab(DATABASE.vertx(), stage.port())) {
      ggd.attach("plan:" + secret.getString("id"), "ggd");
      politie.attach("plan:" + secret.getString("id"), "politie");
      ggd.settle();
      politie.settle();
      int before = ggd.mark();
      expect(200, answer(secret, "politie", ask, "3.8", "objection", "Te open over ons werk"));
      politie.awaitWords(0, "asks-changed");
      ggd.settle();
      assertFalse(ggd.holds(before, "asks-changed"), "not even that there was something");
    }
    String of = PlanStage.path(secret);
    for (String path :
        List.of(
            path(ask),
            of + "/asks",
            of + "/dispositions",
            of + "/dispositions/export",
            "/v1/asks")) {
      String seen = stage.get("ggd", path).body();
      assertFalse(seen.contains("Te open"), path);
      assertFalse(seen.contains(id), path);
    }
    assertTrue(stage.get("politie", of + "/dispositions").body().contains("Te open"));
    String subject = question(show("regie", ask), secret, "3.8").getString("id");
    assertEquals(404, decide("ggd", secret, "3.8", subject, "adopted", "").status());
  }

  @Test
  void aLateAnswerIsMarked_K4() {
    JsonObject ask = ask(plan, List.of("3.4", "4.2"), "ggd");
    expect(200, answer("ggd", ask, "3.4", "agree", ""));
    stage.run(
        "UPDATE ask SET due = $2 WHERE id = $1",
        Tuple.of(UUID.fromString(ask.getString("id")), today().minusDays(2)));
    JsonObject late = expect(200, answer("ggd", ask, "4.2", "agree", "")).json();
    assertTrue(question(late, "4.2").getJsonObject("answer").getBoolean("late"));
    assertTrue(late.getBoolean("over"));
  }

  @Test
  void aClosedAskTakesNoAnswer_K4() {
    JsonObject ask = ask(plan, List.of("3.4"), "ggd");
    LocalDate due = today().plusDays(5);
    expect(200, change("regie", ask, due, true));
    Reply refused = answer("ggd", ask, "3.4", "agree", "");
    assertEquals(409, refused.status());
    assertEquals("ask-closed", refused.json().getString("type"));
    assertEquals(409, stage.send("regie", "POST", path(ask) + "/reminders", json()).status());
    assertFalse(stage.get("ggd", "/v1/asks").body().contains(ask.getString("id")));
    expect(200, change("regie", ask, due, false));
    expect(200, answer("ggd", ask, "3.4", "agree", ""));
  }

  @Test
  void aReminderReachesWhoHasNotAnsweredAndIsPaced_K5() {
    JsonObject ask = ask(plan, List.of("3.4", "3.8"), "ggd", "politie");
    assertEquals(1, told("ASK", "ggd", ask));
    assertEquals(0, told("ASK", "regie", ask), "it is their own");
    JsonObject mine = show("ggd", ask);
    expect(200, answer("ggd", ask, "3.4", "agree", ""));
    assertEquals(1, mine.getJsonArray("questions").size());
    expect(200, stage.send("regie", "POST", path(ask) + "/reminders", json()));
    assertEquals(0, told("ASK_REMINDER", "ggd", ask));
    assertEquals(1, told("ASK_REMINDER", "politie", ask));
    Reply again = stage.send("regie", "POST", path(ask) + "/reminders", json());
    assertEquals(429, again.status());
    stage.clock().advanceMs(60 * 60 * 1000);
    expect(200, stage.send("regie", "POST", path(ask) + "/reminders", json()));
    for (Object each : show("politie", ask).getJsonArray("questions")) {
      String of = ((JsonObject) each).getString("section");
      JsonObject body = new JsonObject().put("verdict", "agree");
      expect(200, stage.send("politie", "PUT", path(ask) + "/sections/" + of + "/answer", body));
    }
    stage.clock().advanceMs(60 * 60 * 1000);
    Reply nobody = stage.send("regie", "POST", path(ask) + "/reminders", json());
    assertEquals("nobody-waits", nobody.json().getString("type"));
  }

  @Test
  void theClockRemindsBeforeTheDateAndOnIt_K5() {
    JsonObject ask = ask(plan, List.of("3.4"), "ggd");
    UUID id = UUID.fromString(ask.getString("id"));
    assertEquals(1, stage.number("SELECT count(*) FROM due WHERE subject = $1", id));
    Job job = job("ask-reminder");
    long now = stage.clock().nowMs();
    Optional<Long> next = run(job, id, now);
    assertTrue(next.isPresent());
    assertEquals(1, told("ASK_REMINDER", "ggd", ask));
    expect(200, change("regie", ask, today().plusDays(5), true));
    assertEquals(0, stage.number("SELECT count(*) FROM due WHERE subject = $1", id));
    assertEquals(Optional.empty(), run(job, id, now), "a closed ask reminds nobody");
    assertEquals(1, told("ASK_REMINDER", "ggd", ask));
  }

  @Test
  void theTableHoldsAnswersAndThreadsInReadingOrder_K6() {
    JsonObject of = stage.plan("regie", "Tabel");
    JsonObject ask = ask(of, List.of("4.2", "3.4"), "ggd");
    expect(200, answer(of, "ggd", ask, "4.2", "agree", ""));
    String threads = "/v1/sections/" + section(of, "3.4").getString("id") + "/threads";
    String thread =
        expect(201, stage.send("ggd", "POST", threads, json().put("text", "Klopt dit jaar?")))
            .json()
            .getString("id");
    expect(200, answer(of, "ggd", ask, "3.4", "objection", "Het jaar klopt niet"));
    String resolution = "/v1/threads/" + thread + "/resolution";
    expect(200, stage.send("regie", "PUT", resolution, json().put("resolved", true)));
    JsonArray lines =
        expect(200, stage.get("politie", PlanStage.path(of) + "/dispositions"))
            .json()
            .getJsonArray("items");
    assertEquals(List.of("3.4", "3.4", "4.2"), each(lines, line -> number(line)));
    JsonObject talk =
        lines.stream()
            .map(JsonObject.class::cast)
            .filter(line -> line.getString("subject").equals(thread))
            .findFirst()
            .orElseThrow();
    assertEquals("Klopt dit jaar?", talk.getString("text"));
    assertEquals("resolved", talk.getJsonObject("own").getString("outcome"));
    JsonObject body = json().put("kind", "thread").put("outcome", "adopted").put("reason", "Ja");
    String section = "/v1/sections/" + section(of, "3.4").getString("id");
    String path = section + "/dispositions/" + thread;
    assertEquals(204, stage.send("regie", "PUT", path, body).status());
    String csv = stage.get("politie", PlanStage.path(of) + "/dispositions/export").body();
    String said = "\"opmerking\";\"\";\"\";\"Klopt dit jaar?\";\"overgenomen\";\"Ja\"";
    assertTrue(csv.contains(said), csv);
  }

  private static String number(JsonObject line) {
    return line.getJsonObject("section").getString("key");
  }

  private static List<String> each(JsonArray lines, Function<JsonObject, String> of) {
    return lines.stream().map(JsonObject.class::cast).map(of).toList();
  }

  @Test
  void whoWritesOrCoordinatesSaysWhatWasDone_K7() {
    JsonObject ask = ask(plan, List.of("4.2"), "ggd");
    expect(200, answer("ggd", ask, "4.2", "remarks", "=SOM(A1) staat er niet in"));
    String subject = question(show("regie", ask), "4.2").getString("id");
    assertEquals(403, decide("ggd", plan, "4.2", subject, "adopted", "").status());
    assertEquals(204, decide("regie", plan, "4.2", subject, "partly", "Kort gemaakt").status());
    JsonObject line = line("ggd", subject);
    assertEquals("partly", line.getJsonObject("disposition").getString("outcome"));
    assertFalse(line.getJsonObject("disposition").getBoolean("changed"));
    assertFalse(line.getBoolean("mayDecide"));
    String csv = stage.get("ggd", PlanStage.path(plan) + "/dispositions/export").body();
    assertTrue(csv.contains("\"'=SOM(A1) staat er niet in\""), "no formula");
    assertTrue(csv.contains("\"deels overgenomen\";\"Kort gemaakt\";\"regie\""));
    stage.clock().advanceMs(1000);
    expect(200, answer("ggd", ask, "4.2", "objection", "Toch niet"));
    assertTrue(line("regie", subject).getJsonObject("disposition").getBoolean("changed"));
    assertEquals(204, decide("regie", plan, "4.2", subject, null, "").status());
    assertNull(line("regie", subject).getJsonObject("disposition"));
    assertEquals(
        404, decide("regie", plan, "3.4", subject, "adopted", "").status(), "it is said elsewhere");
    assertEquals(
        404, decide("regie", plan, "4.2", UUID.randomUUID().toString(), "adopted", "").status());
  }

  @Test
  void theOverviewCountsAnswers() {
    JsonObject other = stage.plan("regie", "Geteld");
    JsonObject ask = ask(other, List.of("3.4", "4.2"), "ggd");
    expect(200, answer(other, "ggd", ask, "3.4", "agree", ""));
    String overview = stage.get("regie", PlanStage.path(other) + "/overview").body();
    assertTrue(overview.contains("\"agree\":1"), overview);
    assertTrue(overview.contains("\"waiting\":1"), overview);
  }

  private static JsonObject ask(JsonObject plan, List<String> keys, String... partners) {
    JsonObject wish = wish(plan, keys, partners);
    return expect(201, stage.send("regie", "POST", PlanStage.path(plan) + "/asks", wish)).json();
  }

  private static JsonObject wish(JsonObject plan, List<String> keys, String... partners) {
    JsonArray sections = new JsonArray();
    keys.forEach(key -> sections.add(section(plan, key).getString("id")));
    JsonArray asked = new JsonArray();
    Stream.of(partners).forEach(who -> asked.add(stage.who(who).partner().toString()));
    return new JsonObject()
        .put("title", "Eerste ronde")
        .put("letter", "Wat vindt u?")
        .put("due", today().plusDays(20).toString())
        .put("sections", sections)
        .put("partners", asked);
  }

  private static LocalDate today() {
    return AskRules.dayOf(stage.clock().nowMs());
  }

  private static String path(JsonObject ask) {
    return "/v1/asks/" + ask.getString("id");
  }

  private static JsonObject show(String who, JsonObject ask) {
    return expect(200, stage.get(who, path(ask))).json();
  }

  private static JsonObject asks(String who) {
    return expect(200, stage.get(who, PlanStage.path(plan) + "/asks")).json();
  }

  private static JsonObject find(JsonObject list, JsonObject ask) {
    return list.getJsonArray("items").stream()
        .map(JsonObject.class::cast)
        .filter(each -> each.getString("id").equals(ask.getString("id")))
        .findFirst()
        .orElseThrow();
  }

  private static Reply answer(String who, JsonObject ask, String key, String verdict, String text) {
    return answer(plan, who, ask, key, verdict, text);
  }

  private static Reply answer(
      JsonObject of, String who, JsonObject ask, String key, String verdict, String text) {
    JsonObject body = new JsonObject().put("verdict", verdict).put("text", text);
    String section = section(of, key).getString("id");
    return stage.send(who, "PUT", path(ask) + "/sections/" + section + "/answer", body);
  }

  private static Reply change(String who, JsonObject ask, LocalDate due, boolean closed) {
    JsonObject body = new JsonObject().put("due", due.toString()).put("closed", closed);
    return stage.send(who, "PUT", path(ask), body);
  }

  private static JsonObject question(JsonObject ask, String key) {
    return question(ask, plan, key);
  }

  private static JsonObject question(JsonObject ask, JsonObject of, String key) {
    String id = section(of, key).getString("id");
    return ask.getJsonArray("questions").stream()
        .map(JsonObject.class::cast)
        .filter(each -> each.getString("section").equals(id))
        .filter(each -> ask.getBoolean("mayManage") || each.getBoolean("mine"))
        .findFirst()
        .orElseThrow();
  }

  private static Reply decide(
      String who, JsonObject of, String key, String subject, String outcome, String reason) {
    JsonObject body =
        new JsonObject().put("kind", "answer").put("outcome", outcome).put("reason", reason);
    String path = "/v1/sections/" + section(of, key).getString("id") + "/dispositions/" + subject;
    return stage.send(who, "PUT", path, body);
  }

  private static JsonObject line(String who, String subject) {
    JsonObject table = expect(200, stage.get(who, PlanStage.path(plan) + "/dispositions")).json();
    return table.getJsonArray("items").stream()
        .map(JsonObject.class::cast)
        .filter(each -> each.getString("subject").equals(subject))
        .findFirst()
        .orElseThrow();
  }

  private static long told(String kind, String who, JsonObject ask) {
    return stage.number(
        "SELECT count(*) FROM notice WHERE kind = $1 AND member = $2 AND subject = $3",
        kind,
        stage.who(who).member().value(),
        UUID.fromString(ask.getString("id")));
  }

  private static long count(String kind, String who, String by) {
    return stage.number(
        "SELECT count(*) FROM notice WHERE kind = $1 AND member = $2 AND by_member = $3",
        kind,
        stage.who(who).member().value(),
        stage.who(by).member().value());
  }

  private static Job job(String kind) {
    return stage.asks().jobs().stream()
        .filter(each -> each.kind().equals(kind))
        .findFirst()
        .orElseThrow();
  }

  private static Optional<Long> run(Job job, UUID subject, long now) {
    return HttpProbe.wait(stage.database().transaction(tx -> job.run(tx, subject, now, now)));
  }

  private static JsonObject json() {
    return new JsonObject();
  }
}
