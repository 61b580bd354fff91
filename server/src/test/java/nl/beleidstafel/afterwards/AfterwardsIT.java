package nl.beleidstafel.afterwards;

import static nl.beleidstafel.testkit.PlanStage.expect;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.collab.Level;
import nl.beleidstafel.crdt.doc.Doc;
import nl.beleidstafel.crdt.type.XmlElement;
import nl.beleidstafel.protocol.Message;
import nl.beleidstafel.schedule.Runner;
import nl.beleidstafel.talks.Note;
import nl.beleidstafel.testkit.Edits;
import nl.beleidstafel.testkit.HttpProbe;
import nl.beleidstafel.testkit.HttpProbe.Reply;
import nl.beleidstafel.testkit.PlanStage;
import nl.beleidstafel.testkit.RawClient;
import nl.beleidstafel.testkit.junit.DatabaseExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What comes after a talk, over HTTP, on the real database, with a clock that the test advances.
/// The municipality is the core team, the GGD led the talk, the police is only a partner.
final class AfterwardsIT {
  @RegisterExtension static final DatabaseExtension DATABASE = new DatabaseExtension();

  private static final Pattern LINK = Pattern.compile("/samenvatting#token=([\\w-]{43})");

  private static PlanStage stage;
  private static JsonObject plan;
  private static Runner runner;

  @BeforeAll
  static void start() {
    stage = PlanStage.start(DATABASE.vertx(), DATABASE.database());
    MunicipalityId here = stage.municipality("Hier");
    stage.partner(here, "municipality", "regie");
    stage.partner(here, "public-health", "ggd");
    stage.partner(here, "police", "politie");
    stage.partner(stage.municipality("Ginds"), "municipality", "ginds");
    plan = stage.plan("regie", "Na het gesprek");
    runner =
        new Runner(
            DATABASE.vertx(),
            DATABASE.database(),
            stage.clock(),
            stage.afterwards().jobs(),
            new SimpleMeterRegistry());
  }

  @AfterAll
  static void stop() {
    stage.close();
  }

  @Test
  void whoMayNotOpenItFindsNothingOfItAfterwards_E4() {
    JsonObject interview = written();
    for (String who : List.of("politie", "ginds")) {
      assertEquals(404, stage.get(who, path(interview) + "/afterwards").status(), who);
      assertEquals(404, basis(who, interview, 1, null).status(), who);
      assertEquals(404, summary(who, interview, 1, "Anders.").status(), who);
      assertEquals(404, link(who, interview, 1).status(), who);
      assertEquals(
          404,
          stage.send(who, "DELETE", path(interview) + "/summary-link", new JsonObject()).status(),
          who);
      assertEquals(404, erase(who, interview, "name", "notes", "summary").status(), who);
    }
    assertEquals(
        "Eerste alinea.",
        shown(interview).getJsonObject("summary").getJsonArray("paragraphs").getString(0));
  }

  @Test
  void onlyWhoMayOpenItHearsThatSomethingChanged_E4() {
    JsonObject interview = written();
    String token = sent(interview, "stil@elders.test");
    try (RawClient ggd = RawClient.collab(DATABASE.vertx(), stage.port());
        RawClient police = RawClient.collab(DATABASE.vertx(), stage.port())) {
      String channel = "plan:" + plan.getString("id");
      ggd.attach(channel, "ggd");
      police.attach(channel, "politie");
      ggd.settle();
      police.settle();
      int before = ggd.mark();
      expect(200, answer(token, true, "", "0", ""));
      ggd.awaitWords(before, "interviews-changed");
      int answered = ggd.mark();
      expect(200, erase("regie", interview, "name", "notes", "summary"));
      ggd.awaitWords(answered, "interviews-changed");
      police.settle();
      assertFalse(police.holds(0, "interviews-changed"));
    }
  }

  @Test
  void theBasisIsKeptWordForWordAndNobodyOverwritesUnseen_E4() {
    JsonObject interview = stage.interview("regie", plan, "ggd");
    JsonObject first = expect(200, basis("ggd", interview, 0, null)).json().getJsonObject("basis");
    assertEquals("public-task", first.getString("id"));
    assertTrue(first.getString("text").contains("publieke taak"), first.encode());
    Reply late = basis("regie", interview, 0, "Iets anders.");
    assertEquals(409, late.status());
    assertEquals(1, late.json().getLong("version"));
    JsonObject second =
        expect(200, basis("regie", interview, 1, "Zo gezegd.")).json().getJsonObject("basis");
    assertEquals("Zo gezegd.", second.getString("text"));
    assertEquals(stage.who("regie").member().toString(), second.getString("by"));
    JsonObject unknown =
        new JsonObject().put("version", 2).put("basis", "nothing").put("text", (String) null);
    assertEquals(400, stage.send("ggd", "PUT", path(interview) + "/basis", unknown).status());
  }

  @Test
  void aSummaryIsSentWhenItsBasisAndAddressAreThere_E5() {
    JsonObject interview = stage.interview("regie", plan, "ggd");
    assertEquals("summary-missing", type(link("ggd", interview, 0)));
    expect(200, summary("ggd", interview, 0, "Eerste alinea.\n\n\nTweede alinea."));
    assertEquals("basis-missing", type(link("ggd", interview, 1)));
    expect(200, basis("ggd", interview, 0, null));
    assertEquals("address-missing", type(link("ggd", interview, 1)));
    respondent(interview, "Jan Jansen", "jan@elders.test");
    assertEquals(409, link("ggd", interview, 7).status());
    JsonObject sent = expect(200, link("ggd", interview, 1)).json().getJsonObject("summary");
    assertEquals(
        List.of("Eerste alinea.", "Tweede alinea."), sent.getJsonArray("paragraphs").getList());
    assertEquals(stage.clock().nowMs() + TimeUnit.DAYS.toMillis(14), sent.getLong("correctUntil"));
    String mail = mails("jan@elders.test").getLast();
    assertTrue(LINK.matcher(mail).find(), mail);
    for (String word : List.of("alinea", "Jan", "Basisteam")) {
      assertFalse(mail.contains(word), mail);
    }
  }

  @Test
  void nobodyIsSentLinkAfterLink_E5() {
    JsonObject interview = written();
    respondent(interview, "Jan", "vaak@elders.test");
    for (int i = 0; i < 5; i++) {
      expect(200, link("ggd", interview, version(interview)));
    }
    assertEquals("too-many-attempts", type(link("ggd", interview, version(interview))));
    assertEquals(5, mails("vaak@elders.test").size());
    stage.clock().advanceSeconds(600);
    expect(200, link("ggd", interview, version(interview)));
  }

  @Test
  void whoeverWasSpokenWithReadsAndCorrects_E7() {
    JsonObject interview = written();
    String token = sent(interview, "lezer@elders.test");
    JsonObject seen = expect(200, open(token)).json();
    assertEquals("Hier", seen.getString("municipality"));
    assertEquals("Na het gesprek", seen.getString("plan"));
    assertTrue(seen.getJsonObject("basis").getString("text").contains("publieke taak"));
    assertEquals(2, seen.getJsonArray("paragraphs").size());
    assertTrue(seen.getBoolean("mayCorrect"));
    assertNull(seen.getJsonObject("answer"));
    expect(200, answer(token, false, "Bijna goed.", "1", "Zo was het."));
    expect(200, answer(token, false, "Toch anders.", "0", "Niet zo."));
    JsonObject answer = shown(interview).getJsonObject("summary").getJsonObject("answer");
    assertEquals("Toch anders.", answer.getString("remark"));
    List<String> told =
        expect(200, stage.get("ggd", "/v1/notices")).json().getJsonArray("items").stream()
            .map(JsonObject.class::cast)
            .filter(each -> each.getString("path").endsWith(interview.getString("id") + "/daarna"))
            .map(each -> each.getString("kind"))
            .distinct()
            .toList();
    assertEquals(List.of("summary-answered"), told);
    assertEquals(List.of("Niet zo.", ""), answer.getJsonArray("corrections").getList());
    assertEquals(
        List.of("interview.answer-summary", "interview.answer-summary"),
        deeds(interview, "interview.answer-summary"));
  }

  @Test
  void afterTheDaysNothingIsCorrected_E7() {
    JsonObject interview = written();
    String token = sent(interview, "laat@elders.test");
    days(14);
    assertFalse(expect(200, open(token)).json().getBoolean("mayCorrect"));
    assertEquals("too-late", type(answer(token, true, "", "0", "")));
    days(16);
    assertEquals("link-not-valid", type(open(token)));
  }

  @Test
  void whoIsNotSpokenWithThereAnyMoreHasNoWayIn_E6() {
    JsonObject interview = written();
    String first = sent(interview, "eerst@elders.test");
    expect(200, open(first));
    String second = sent(interview, "daarna@elders.test");
    assertEquals(List.of(), mails("eerst@elders.test"));
    assertEquals("link-not-valid", type(open(first)));
    expect(200, open(second));
    respondent(interview, "Jan", "daarna@elders.test");
    expect(200, open(second));
    respondent(interview, "Jan", "");
    assertEquals(List.of(), mails("daarna@elders.test"));
    assertEquals("link-not-valid", type(open(second)));
  }

  @Test
  void aTalkThatWasBroughtForwardGoesEarlierToo_E1() {
    JsonObject interview = written();
    respondent(interview, "Jan", "jan@vroeger.test");
    HttpProbe.wait(
        DATABASE
            .database()
            .query(
                "UPDATE interview SET at = created_at + interval '400 days' WHERE id = "
                    + id(interview)));
    run();
    days(61);
    run();
    assertEquals(1, count("SELECT count(*) FROM respondent WHERE interview = " + id(interview)));
    HttpProbe.wait(
        DATABASE
            .database()
            .query("UPDATE interview SET at = created_at WHERE id = " + id(interview)));
    run();
    assertEquals(0, count("SELECT count(*) FROM respondent WHERE interview = " + id(interview)));
  }

  @Test
  void aLinkThatIsNotGoodOpensNothing_E6() {
    JsonObject interview = written();
    String first = sent(interview, "nieuw@elders.test");
    String second = sent(interview, "nieuw@elders.test");
    assertEquals("link-not-valid", type(open(first)));
    expect(200, open(second));
    expect(200, stage.send("ggd", "DELETE", path(interview) + "/summary-link", new JsonObject()));
    assertEquals("link-not-valid", type(open(second)));
    String third = sent(interview, "nieuw@elders.test");
    expect(200, summary("ggd", interview, version(interview), "Andere tekst."));
    assertEquals("link-not-valid", type(open(third)));
    assertEquals("link-not-valid", type(answer(third, true, "", "0", "")));
    assertEquals(
        0,
        count(
            "SELECT count(*) FROM summary_link WHERE encode(token, 'escape') LIKE '%"
                + third
                + "%'"));
  }

  @Test
  void whoTriesManyTokensWaits_E6() {
    try (PlanStage own = PlanStage.start(DATABASE.vertx(), DATABASE.database())) {
      int refused = 0;
      for (int i = 0; i < 30; i++) {
        refused +=
            post(own, "POST", new JsonObject().put("token", "x".repeat(43))).status() == 429
                ? 1
                : 0;
      }
      assertEquals(10, refused);
    }
  }

  @Test
  void eachGoesInItsTimeByItself_E2() {
    JsonObject interview = written();
    String document = interview.getString("document");
    sent(interview, "weg@elders.test");
    move(interview, "running");
    move(interview, "closed");
    run();
    days(59);
    run();
    assertEquals(1, count("SELECT count(*) FROM respondent WHERE interview = " + id(interview)));
    days(1);
    run();
    assertEquals(0, count("SELECT count(*) FROM respondent WHERE interview = " + id(interview)));
    assertEquals(List.of(), mails("weg@elders.test"));
    assertFalse(shown(interview).getBoolean("canSend"));
    days(305);
    run();
    JsonObject after = expect(200, stage.get("ggd", path(interview))).json();
    assertEquals("erased", after.getString("state"));
    assertNull(after.getString("document"));
    assertEquals("", after.getString("function"));
    assertEquals("Basisteam Noord", after.getString("organisation"));
    assertEquals(
        0, count("SELECT count(*) FROM document_update WHERE document = '" + document + "'"));
    assertEquals(2, shown(interview).getJsonObject("summary").getJsonArray("paragraphs").size());
    days(365);
    run();
    assertNull(shown(interview).getJsonObject("summary"));
    assertEquals("erased", type(summary("ggd", interview, 0, "Weer iets.")));
    assertEquals(3, deeds(interview, "interview.expire").size());
    assertEquals(0, count("SELECT count(*) FROM due WHERE subject = " + id(interview)));
  }

  @Test
  void whoIsKeptAnewIsErasedAnew_E1() {
    JsonObject interview = written();
    move(interview, "running");
    move(interview, "closed");
    respondent(interview, "Piet", "piet@elders.test");
    days(61);
    run();
    assertEquals(0, count("SELECT count(*) FROM respondent WHERE interview = " + id(interview)));
    respondent(interview, "Piet", "piet@elders.test");
    assertEquals(1, count("SELECT count(*) FROM respondent WHERE interview = " + id(interview)));
    HttpProbe.wait(
        DATABASE
            .database()
            .query("UPDATE due SET due_at = to_timestamp(0) WHERE kind = 'interview-retention'"));
    run();
    assertEquals(0, count("SELECT count(*) FROM respondent WHERE interview = " + id(interview)));
  }

  @Test
  void atItsEndADocumentForgetsWhatWasDeletedInIt_E3() {
    JsonObject interview = stage.interview("regie", plan, "ggd");
    DocumentId document = DocumentId.parse(interview.getString("document"));
    append(document, Edits.text(7, 0, "geheim"));
    append(document, Edits.deletion(7, 0, 6));
    append(document, Edits.text(7, 6, "blijft"));
    move(interview, "running");
    move(interview, "closed");
    assertEquals(1, holding(document, "geheim"));
    run();
    assertEquals(0, holding(document, "geheim"));
    assertEquals(1, holding(document, "blijft"));
    try (RawClient client = RawClient.collab(DATABASE.vertx(), stage.port())) {
      client.attach(document.toString(), "ggd");
      client.awaitWords(0, "blijft");
      assertFalse(client.holds(0, "geheim"));
    }
  }

  @Test
  void aDocumentThatCannotBeCompactedGoesInItsTime_E3() {
    JsonObject interview = stage.interview("regie", plan, "ggd");
    String document = interview.getString("document");
    append(DocumentId.parse(document), Edits.text(7, 0, "geheim"));
    move(interview, "running");
    move(interview, "closed");
    HttpProbe.wait(
        DATABASE
            .database()
            .query(
                "UPDATE document_update SET bytes = '\\xffff' WHERE document = '"
                    + document
                    + "'"));
    run();
    days(366);
    run();
    assertEquals(
        0, count("SELECT count(*) FROM document_update WHERE document = '" + document + "'"));
    // Whoever changes rights at that moment does not stumble over it.
    HttpProbe.wait(
        DATABASE
            .database()
            .transaction(tx ->
                stage
                    .rooms()
                    .grantMembers(
                        tx,
                        Map.of(
                            DocumentId.parse(document),
                            Map.of(stage.who("ggd").member(), Level.WRITE)))));
    assertEquals(
        0, count("SELECT count(*) FROM document_access WHERE document = '" + document + "'"));
  }

  @Test
  void onlyTheCoreTeamErases_E8() {
    JsonObject interview = written();
    Reply refused = erase("ggd", interview, "notes");
    assertEquals(403, refused.status());
    assertEquals("core-team-required", type(refused));
    assertEquals(400, erase("regie", interview).status());
    String document = interview.getString("document");
    try (RawClient client = RawClient.collab(DATABASE.vertx(), stage.port())) {
      client.attach(document, "ggd");
      client.settle();
      expect(200, erase("regie", interview, "name", "notes", "summary"));
      client.await(0, document, new Message.Close("erased"));
    }
    try (RawClient client = RawClient.collab(DATABASE.vertx(), stage.port())) {
      client.attach(document, "ggd");
      client.await(0, document, new Message.AuthDenied("erased"));
    }
    JsonObject shown = shown(interview);
    assertNull(shown.getJsonObject("summary"));
    assertEquals("public-task", shown.getJsonObject("basis").getString("id"));
    for (int i = 0; i < 3; i++) {
      assertEquals(
          stage.clock().nowMs(),
          shown.getJsonArray("retention").getJsonObject(i).getLong("erasedAt"));
    }
    assertEquals(
        1, deeds(interview, "interview.erase").size(), "that it was erased stays to be seen");
  }

  @Test
  void whatWasNotForUseBeforeIsForgottenWithTheNotes_E8() {
    JsonObject interview = stage.interview("regie", plan, "ggd");
    DocumentId document = DocumentId.parse(interview.getString("document"));
    UUID note = UUID.randomUUID();
    Doc doc = new Doc(31);
    append(document, doc.transact(_ -> put(doc, note)));
    assertTrue(readable().contains(note));
    append(
        document,
        doc.transact(_ -> {
          XmlElement put = (XmlElement) doc.xmlFragment("question/gebruik").children().getFirst();
          put.setAttribute("confidentiality", "unusable");
        }));
    assertFalse(readable().contains(note));
    stage.clearWithdrawn();
    expect(200, erase("regie", interview, "notes"));
    assertTrue(stage.withdrawn().contains(note), "findings that name it are told");
  }

  private static void put(Doc doc, UUID id) {
    XmlElement note = doc.xmlFragment("question/gebruik").insertElement(0, "note");
    note.setAttribute("id", id.toString());
    note.setAttribute("confidentiality", "open");
    note.insertText(0, "Zo gezegd");
  }

  private static Set<UUID> readable() {
    return HttpProbe.wait(
            stage.notes().notes().readable(stage.who("ggd"), PlanId.parse(plan.getString("id"))))
        .stream()
        .map(Note::id)
        .collect(Collectors.toSet());
  }

  private static JsonObject written() {
    JsonObject interview = stage.interview("regie", plan, "ggd");
    expect(200, basis("ggd", interview, 0, null));
    expect(200, summary("ggd", interview, 0, "Eerste alinea.\n\nTweede alinea."));
    return interview;
  }

  /// The token of the newest mail.
  private static String sent(JsonObject interview, String email) {
    respondent(interview, "Jan", email);
    expect(200, link("ggd", interview, version(interview)));
    Matcher link = LINK.matcher(mails(email).getLast());
    assertTrue(link.find());
    return link.group(1);
  }

  private static long version(JsonObject interview) {
    return shown(interview).getJsonObject("summary").getLong("version");
  }

  private static JsonObject shown(JsonObject interview) {
    return expect(200, stage.get("regie", path(interview) + "/afterwards")).json();
  }

  private static Reply basis(
      String who, JsonObject interview, long version, @Nullable String text) {
    JsonObject body =
        new JsonObject().put("version", version).put("basis", "public-task").put("text", text);
    return stage.send(who, "PUT", path(interview) + "/basis", body);
  }

  private static Reply summary(String who, JsonObject interview, long version, String text) {
    JsonObject body = new JsonObject().put("version", version).put("text", text);
    return stage.send(who, "PUT", path(interview) + "/summary", body);
  }

  private static Reply link(String who, JsonObject interview, long version) {
    JsonObject body = new JsonObject().put("version", version);
    return stage.send(who, "POST", path(interview) + "/summary-link", body);
  }

  private static Reply erase(String who, JsonObject interview, String... kept) {
    JsonObject body = new JsonObject().put("kept", new JsonArray(List.of(kept)));
    return stage.send(who, "POST", path(interview) + "/erasure", body);
  }

  private static Reply open(String token) {
    return post(stage, "POST", new JsonObject().put("token", token));
  }

  private static Reply answer(
      String token, boolean agrees, String remark, String paragraph, String correction) {
    JsonObject body =
        new JsonObject()
            .put("token", token)
            .put("agrees", agrees)
            .put("remark", remark)
            .put("corrections", new JsonObject().put(paragraph, correction));
    return post(stage, "PUT", body);
  }

  private static Reply post(PlanStage at, String method, JsonObject body) {
    return at.send("nobody", method, "/v1/summary", body);
  }

  private static void respondent(JsonObject interview, String name, String email) {
    long version = expect(200, stage.get("ggd", path(interview))).json().getLong("version");
    JsonObject body =
        new JsonObject().put("version", version).put("name", name).put("email", email);
    expect(200, stage.send("ggd", "PUT", path(interview) + "/respondent", body));
  }

  private static void move(JsonObject interview, String state) {
    long version = expect(200, stage.get("ggd", path(interview))).json().getLong("version");
    JsonObject body = new JsonObject().put("version", version).put("state", state);
    expect(200, stage.send("ggd", "PUT", path(interview) + "/state", body));
  }

  private static void days(int count) {
    stage.clock().advanceMs(TimeUnit.DAYS.toMillis(count));
  }

  private static void run() {
    HttpProbe.wait(runner.round());
  }

  private static void append(DocumentId document, Bytes update) {
    HttpProbe.wait(stage.rooms().append(document, stage.who("ggd"), update));
  }

  private static long holding(DocumentId document, String word) {
    String hex = HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8));
    return count(
        "SELECT count(*) FROM document_update WHERE document = '"
            + document
            + "' AND encode(bytes, 'hex') LIKE '%"
            + hex
            + "%'");
  }

  private static long count(String sql) {
    for (Row row : HttpProbe.wait(DATABASE.database().query(sql))) {
      return row.getLong(0);
    }
    throw new AssertionError(sql);
  }

  private static List<String> mails(String to) {
    List<String> bodies = new ArrayList<>();
    HttpProbe.wait(
            DATABASE
                .database()
                .query(
                    "SELECT body FROM mail WHERE recipient = $1 ORDER BY created_at, ctid",
                    Tuple.of(to)))
        .forEach(row -> bodies.add(row.getString(0)));
    return bodies;
  }

  private static List<String> deeds(JsonObject interview, String action) {
    List<String> deeds = new ArrayList<>();
    HttpProbe.wait(
            DATABASE
                .database()
                .query(
                    "SELECT action FROM audit WHERE object = $1 AND action = $2",
                    Tuple.of(interview.getString("id"), action)))
        .forEach(row -> deeds.add(row.getString(0)));
    return deeds;
  }

  private static String id(JsonObject interview) {
    return "'" + UUID.fromString(interview.getString("id")) + "'";
  }

  private static String path(JsonObject interview) {
    return "/v1/interviews/" + interview.getString("id");
  }

  private static String type(Reply reply) {
    return reply.json().getString("type");
  }
}
