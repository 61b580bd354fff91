package nl.beleidstafel.suggestion;

import static nl.beleidstafel.suggestion.Forks.textWith;
import static nl.beleidstafel.testkit.PlanStage.expect;
import static nl.beleidstafel.testkit.PlanStage.section;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.crdt.doc.Doc;
import nl.beleidstafel.crdt.type.XmlElement;
import nl.beleidstafel.crdt.type.XmlText;
import nl.beleidstafel.crdt.update.Updates;
import nl.beleidstafel.prose.Prose;
import nl.beleidstafel.sections.Remark;
import nl.beleidstafel.testkit.HttpProbe;
import nl.beleidstafel.testkit.HttpProbe.Reply;
import nl.beleidstafel.testkit.PlanStage;
import nl.beleidstafel.testkit.RawClient;
import nl.beleidstafel.testkit.junit.DatabaseExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Suggestions over HTTP, on real documents and the real database. The GGD writes 3.4, advises
/// (comments) on 4.2 and only reads 3.8; who leads the plan writes everywhere.
final class SuggestionIT {
  @RegisterExtension static final DatabaseExtension DATABASE = new DatabaseExtension();

  private static PlanStage stage;
  private static MunicipalityId here;

  /// One for each test, so that they do not meet.
  private final JsonObject plan = stage.plan("regie", "Voorstellen");

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
  void aSuggestionLeavesTheTextAsItWasAndSaysWhatItWouldChange_U1() {
    long before = seq("4.2");
    JsonObject made =
        expect(201, propose("ggd", "4.2", replace("begint bij", "start met"), "Korter")).json();
    assertEquals(before, seq("4.2"));
    assertEquals("begint bij", made.getString("struck"));
    assertEquals("start met", made.getString("added"));
    assertEquals("wording", made.getString("kind"));
    assertEquals("Korter", made.getString("reason"));
    assertTrue(made.getBoolean("mine"));
    JsonObject seen = find("regie", "4.2", made.getString("id"));
    assertFalse(seen.getBoolean("mine"));
    assertEquals("open", seen.getString("state"));
    assertEquals("ggd", seen.getJsonObject("by").getString("name"));
    Doc preview = read("4.2");
    preview.apply(Bytes.wrap(Base64.getUrlDecoder().decode(seen.getString("update"))));
    assertTrue(preview.xmlFragment(Prose.ROOT).toXml().contains("start met"));
  }

  @Test
  void onesOwnProposalsAndNobodyElsesComeAlong_U1() {
    expect(201, propose("ggd", "4.2", replace("begint bij", "start in"), "Van ons"));
    expect(201, propose("regie", "4.2", replace("begint bij", "start op"), "Van hen"));
    JsonArray proposed =
        HttpProbe.wait(new PgSuggestionTraces(stage.database()).of(stage.who("ggd").member()))
            .getJsonArray("suggestions");
    JsonObject last = proposed.getJsonObject(proposed.size() - 1);
    assertEquals("start in", last.getString("added"));
    assertEquals("Van ons", last.getString("reason"));
    assertEquals("open", last.getString("state"));
    assertFalse(proposed.encode().contains("Van hen"));
  }

  @Test
  void itSaysWhatKindOfChangeItIs_U2() {
    assertEquals("insertion", kind(doc -> textWith(doc, "preventie").insert(0, "Nieuw. ")));
    assertEquals("removal", kind(doc -> textWith(doc, "preventie").delete(0, 4)));
    assertEquals(
        "format", kind(doc -> textWith(doc, "preventie").format(0, 4, Map.of("bold", true))));
    assertEquals(
        "block",
        kind(doc -> doc.xmlFragment(Prose.ROOT).insertElement(0, "paragraph").insertText(0, "x")));
    assertEquals(
        "table",
        kind(doc ->
            doc.xmlFragment(Prose.ROOT)
                .insertElement(0, "table")
                .insertElement(0, "tableRow")
                .insertElement(0, "tableCell")
                .insertElement(0, "paragraph")
                .insertText(0, "x")));
  }

  private String kind(Consumer<Doc> edits) {
    return expect(201, propose("ggd", "4.2", edits, "")).json().getString("kind");
  }

  @Test
  void whoOnlyReadsIsRefused_U1() {
    Reply reply = propose("ggd", "3.8", doc -> Forks.paragraph(doc, "Mag dit?"), "");
    assertEquals(403, reply.status());
    assertEquals("comment-right-required", reply.json().getString("type"));
  }

  @Test
  void anotherMunicipalityFindsNothing_U1() {
    String id = id(propose("ggd", "4.2", doc -> Forks.paragraph(doc, "Van hier"), ""));
    assertEquals(404, stage.get("ginds", path("4.2")).status());
    assertEquals(404, send("ginds", "4.2", Updates.EMPTY, "").status());
    for (String deed : List.of("accept", "decline", "reopen", "withdraw")) {
      assertEquals(404, act("ginds", id, deed).status(), deed);
    }
  }

  @Test
  void nothingOfAHiddenSectionLeaks_U1() {
    String secret = section(plan, "3.8").getString("id");
    stage.hide("regie", plan, secret, true);
    try (RawClient ggd = RawClient.collab(DATABASE.vertx(), stage.port());
        RawClient politie = RawClient.collab(DATABASE.vertx(), stage.port())) {
      String channel = "plan:" + plan.getString("id");
      ggd.attach(channel, "ggd");
      politie.attach(channel, "politie");
      ggd.settle();
      politie.settle();
      int before = ggd.mark();
      String id = id(propose("politie", "3.8", doc -> Forks.paragraph(doc, "Stil"), ""));
      politie.awaitWords(0, "suggestions-changed");
      assertTrue(politie.holds(0, secret), "who may read it is told which section");
      ggd.settle();
      assertFalse(ggd.holds(before, "suggestions-changed"), "not even that there was something");
      assertEquals(404, stage.get("ggd", path("3.8")).status());
      assertEquals(404, act("ggd", id, "accept").status());
      assertEquals(404, act("ggd", id, "decline").status());
    }
  }

  @Test
  void whatIsNoSuggestionIsRefused_U3() {
    assertEquals("update", refused(send("ggd", "4.2", Bytes.ofHex("ff"), "")));
    assertEquals("update", refused(send("ggd", "4.2", Updates.EMPTY, "")));
    assertEquals("update", refused(propose("ggd", "4.2", _ -> {}, "")));
    assertEquals(
        "update", refused(propose("ggd", "4.2", doc -> doc.text("elsewhere").insert(0, "x"), "")));
    assertEquals(
        "update",
        refused(
            propose(
                "ggd",
                "4.2",
                doc -> {
                  XmlElement odd = doc.xmlFragment(Prose.ROOT).insertElement(0, "odd");
                  odd.insertText(0, "x");
                },
                "")));
    byte[] large = new byte[Bounds.SIZE_MAX_BYTES + 1];
    assertEquals("update", refused(send("ggd", "4.2", Bytes.wrap(large), "")));
  }

  @Test
  void whatStandsOnUnsavedWordsIsToldToWait_U3() {
    Doc ahead = read("4.2");
    Forks.paragraph(ahead, "Nog niet opgeslagen");
    Doc fork = new Doc(77);
    fork.apply(ahead.encode());
    var have = fork.stateVector();
    textWith(fork, "Nog niet").insert(0, "Echt ");
    Reply reply = send("ggd", "4.2", fork.encode(have), "");
    assertEquals(409, reply.status());
    assertEquals("text-changed", reply.json().getString("type"));
  }

  /// Whoever may only comment cannot write in the name of a client that others write under: words
  /// of theirs would be taken for known and lost.
  @Test
  void nobodyTakesSomebodyElsesClientId_U3() {
    Doc writer = read("4.2");
    var have = writer.stateVector();
    Forks.paragraph(writer, "Van de schrijver");
    Doc first = read("4.2");
    Forks.paragraph(first, "Vals");
    // The same client id and clocks, proposed before the writer's words are stored.
    String id = id(send("ggd", "4.2", first.encode(have), ""));
    append("4.2", "regie", writer.encode(have));
    expect(200, act("regie", id, "accept"));
    String text = text("4.2");
    assertTrue(text.contains("Van de schrijver") && text.contains("Vals"), text);
    Doc late = read("4.2");
    Doc fork = new Doc(writer.clientId());
    fork.apply(late.encode());
    var known = fork.stateVector();
    Forks.paragraph(fork, "Nog valser");
    assertEquals("update", refused(send("ggd", "4.2", fork.encode(known), "")));
  }

  @Test
  void whoWritesAcceptsAndTheLogKeepsBoth_U4() {
    String id = id(propose("ggd", "4.2", replace("begint bij", "start met"), ""));
    assertEquals(403, act("ggd", id, "accept").status(), "who comments does not accept");
    try (RawClient politie = RawClient.collab(DATABASE.vertx(), stage.port())) {
      politie.attach(document("4.2").toString(), "politie");
      politie.settle();
      JsonObject accepted = expect(200, act("regie", id, "accept")).json();
      politie.awaitWords(0, "start met");
      assertEquals("accepted", accepted.getString("state"));
      assertNull(accepted.getString("update"));
      assertEquals(
          "regie", accepted.getJsonObject("decided").getJsonObject("by").getString("name"));
    }
    assertTrue(text("4.2").contains("start met"));
    assertFalse(text("4.2").contains("begint bij"));
    assertEquals(1, written("4.2", "regie", "ggd"));
    expect(200, act("regie", id, "accept"));
    assertEquals(1, written("4.2", "regie", "ggd"), "twice is once");
    assertEquals(409, act("regie", id, "decline").status());
  }

  @Test
  void twoOnTheSameWordsLoseNone_U5() {
    String first = id(propose("ggd", "4.2", replace("begint bij", "start met"), ""));
    String second = id(propose("regie", "4.2", replace("begint bij", "vraagt om"), ""));
    String third = id(propose("regie", "4.2", doc -> Forks.whole(doc, "begint bij"), ""));
    expect(200, act("regie", second, "accept"));
    expect(200, act("regie", first, "accept"));
    String text = text("4.2");
    assertTrue(text.contains("start met") && text.contains("vraagt om"), text);
    // The third takes the words that both replaced, and leaves those that came.
    expect(200, act("regie", third, "accept"));
    assertTrue(text("4.2").contains("start met"), text("4.2"));
  }

  @Test
  void aCellOfATableIsProposedAndAccepted_U5() {
    append("4.2", "regie", fork("4.2", doc -> Forks.table(doc, "Wie", "Wat")));
    String one = id(propose("ggd", "4.2", replace("Wat", "Wat en wanneer"), ""));
    String two = id(propose("regie", "4.2", replace("Wie", "Door wie"), ""));
    expect(200, act("regie", one, "accept"));
    expect(200, act("regie", two, "accept"));
    String text = text("4.2");
    assertTrue(text.contains("Door wie") && text.contains("Wat en wanneer"), text);
  }

  @Test
  void aSuggestionMergesWithWhatWasWrittenSince_U5() {
    String id = id(propose("ggd", "4.2", replace("begint bij", "start met"), ""));
    append("4.2", "regie", fork("4.2", doc -> textWith(doc, "begint bij").insert(0, "Kijk: ")));
    expect(200, act("regie", id, "accept"));
    String text = text("4.2");
    assertTrue(text.contains("Kijk: ") && text.contains("start met"), text);
  }

  /// The server stops between the yes and the text, or between the text and the end.
  @Test
  void whatStoppedOnTheWayIsFinished_U6() {
    for (boolean inText : new boolean[] {false, true}) {
      String word = inText ? "tweede" : "eerste";
      String id = id(propose("ggd", "4.2", doc -> Forks.paragraph(doc, word), ""));
      if (inText) {
        String update = find("ggd", "4.2", id).getString("update");
        HttpProbe.wait(
            stage
                .rooms()
                .append(
                    document("4.2"),
                    stage.who("regie"),
                    stage.who("ggd").member(),
                    Bytes.wrap(Base64.getUrlDecoder().decode(update))));
      }
      claim(id, "regie");
      assertEquals("open", find("politie", "4.2", id).getString("state"));
      assertEquals(409, act("regie", id, "decline").status(), "it is on its way");
      stage.clock().advanceMs(Bounds.ACCEPTING_MAX_MS);
      assertEquals("accepted", find("politie", "4.2", id).getString("state"));
      assertTrue(text("4.2").contains(word));
    }
    assertEquals(2, written("4.2", "regie", "ggd"));
  }

  @Test
  void whatStoppedOnTheWayIsOpenAgainWhereWhoSaidYesMayNoMore_U6() {
    String id = id(propose("ggd", "3.4", doc -> Forks.paragraph(doc, "Toch niet"), ""));
    claim(id, "politie");
    stage.override("regie", plan, section(plan, "3.4").getString("id"), "politie", "read");
    stage.clock().advanceMs(Bounds.ACCEPTING_MAX_MS);
    assertEquals("open", find("regie", "3.4", id).getString("state"));
    assertFalse(text("3.4").contains("Toch niet"));
    expect(200, act("regie", id, "accept"));
    assertTrue(text("3.4").contains("Toch niet"));
  }

  private void claim(String id, String who) {
    stage.run(
        "UPDATE suggestion SET state = 'accepting', decided_by = $2, decided_partner = $3,"
            + " decided_at = to_timestamp($4::double precision / 1000) WHERE id = $1",
        Tuple.of(
            UUID.fromString(id),
            stage.who(who).member().value(),
            stage.who(who).partner().value(),
            (double) stage.clock().nowMs()));
  }

  @Test
  void aFixedTextTakesSuggestionsAndAcceptsNone_U7() {
    String id = id(propose("ggd", "4.2", doc -> Forks.paragraph(doc, "Te laat"), ""));
    String path = "/v1/sections/" + section(plan, "4.2").getString("id") + "/status";
    for (String state : List.of("draft", "review", "agreed", "fixed")) {
      stage.send("regie", "PUT", path, new JsonObject().put("status", state).put("name", "Vast"));
    }
    Reply reply = act("regie", id, "accept");
    assertEquals(409, reply.status());
    assertEquals("section-fixed", reply.json().getString("type"));
    assertEquals("open", find("ggd", "4.2", id).getString("state"));
    expect(201, propose("ggd", "4.2", doc -> Forks.paragraph(doc, "Voor later"), ""));
  }

  @Test
  void whatWouldNotBeSeenIsNotAccepted_U7() {
    append("4.2", "regie", fork("4.2", doc -> Forks.paragraph(doc, "Hier komt iets")));
    String id = id(propose("ggd", "4.2", replace("iets", "alles"), ""));
    append("4.2", "regie", fork("4.2", doc -> doc.xmlFragment(Prose.ROOT).delete(0, 1)));
    Reply reply = act("regie", id, "accept");
    assertEquals(409, reply.status());
    assertEquals("place-gone", reply.json().getString("type"));
    assertEquals("open", find("ggd", "4.2", id).getString("state"));
  }

  @Test
  void aNoHasAReasonAndCanBeTakenBack_U8() {
    String id = id(propose("ggd", "4.2", doc -> Forks.paragraph(doc, "Misschien"), ""));
    JsonObject none = new JsonObject().put("reason", " ");
    assertEquals(400, stage.send("regie", "POST", act(id, "decline"), none).status());
    assertEquals(403, act("ggd", id, "decline").status());
    assertEquals(409, act("regie", id, "reopen").status());
    JsonObject declined = expect(200, act("regie", id, "decline")).json();
    assertEquals("declined", declined.getString("state"));
    assertEquals("Daarom", declined.getJsonObject("decided").getString("reason"));
    assertEquals(409, act("regie", id, "accept").status());
    assertEquals(403, act("ggd", id, "reopen").status());
    JsonObject open = expect(200, act("regie", id, "reopen")).json();
    assertEquals("open", open.getString("state"));
    assertNull(open.getJsonObject("decided"));
  }

  @Test
  void onlyWhoMadeItWithdrawsAndNothingIsLeft_U8() {
    String id = id(propose("ggd", "4.2", doc -> Forks.paragraph(doc, "Vergissing"), ""));
    Reply other = act("regie", id, "withdraw");
    assertEquals(403, other.status());
    assertEquals("not-yours", other.json().getString("type"));
    assertEquals(204, act("ggd", id, "withdraw").status());
    assertEquals(404, act("ggd", id, "withdraw").status());
    assertEquals(
        0, stage.number("SELECT count(*) FROM suggestion WHERE added LIKE '%Vergissing%'"));
    String accepted = id(propose("ggd", "4.2", doc -> Forks.paragraph(doc, "Blijft"), ""));
    expect(200, act("regie", accepted, "accept"));
    assertEquals(409, act("ggd", accepted, "withdraw").status());
  }

  @Test
  void writersHearOfASuggestionAndItsMakerOfTheAnswer_U9() {
    long writers = notices("regie", "SUGGESTION");
    long maker = notices("ggd", "SUGGESTION_DECIDED");
    String id = id(propose("ggd", "4.2", doc -> Forks.paragraph(doc, "Hoor"), ""));
    assertEquals(writers + 1, notices("regie", "SUGGESTION"));
    assertEquals(0, notices("ggd", "SUGGESTION"), "nobody is told of their own deed");
    expect(200, act("regie", id, "decline"));
    assertEquals(maker + 1, notices("ggd", "SUGGESTION_DECIDED"));
    expect(200, act("regie", id, "reopen"));
    expect(200, act("regie", id, "accept"));
    assertEquals(maker + 2, notices("ggd", "SUGGESTION_DECIDED"));
  }

  @Test
  void whatWaitsIsCountedAndWhatWasDoneIsTold_U9() {
    PlanId of = PlanId.parse(plan.getString("id"));
    SectionId in = SectionId.parse(section(plan, "4.2").getString("id"));
    String yes = id(propose("ggd", "4.2", replace("begint bij", "start met"), "Korter"));
    String no = id(propose("ggd", "4.2", doc -> Forks.paragraph(doc, "Nee"), ""));
    id(propose("ggd", "4.2", doc -> Forks.paragraph(doc, "Wacht"), ""));
    expect(200, act("regie", yes, "accept"));
    expect(200, act("regie", no, "decline"));
    assertEquals(
        1,
        HttpProbe.wait(stage.suggestion().tally().count(stage.who("regie"), of))
            .get(in)
            .get("open"));
    List<Remark> remarks = HttpProbe.wait(stage.suggestion().remarks().of(of));
    assertEquals(
        List.of(Remark.Outcome.ACCEPTED, Remark.Outcome.DECLINED, Remark.Outcome.OPEN),
        remarks.stream().map(Remark::outcome).toList());
    assertEquals("begint bij", remarks.getFirst().quote());
    assertEquals("start met", remarks.getFirst().text());
    assertEquals("Daarom", remarks.get(1).reason());
  }

  private static String refused(Reply reply) {
    assertEquals(400, reply.status(), reply.body());
    return reply.json().getString("field");
  }

  private static String id(Reply reply) {
    return expect(201, reply).json().getString("id");
  }

  private static long notices(String to, String kind) {
    return stage.number(
        "SELECT count(*) FROM notice WHERE member = $1 AND kind = $2",
        stage.who(to).member().value(),
        kind);
  }

  private long written(String key, String author, String behalf) {
    return stage.number(
        "SELECT count(*) FROM document_update WHERE document = $1 AND author = $2"
            + " AND on_behalf_of = $3",
        document(key).value(),
        stage.who(author).member().value(),
        stage.who(behalf).member().value());
  }

  private static Consumer<Doc> replace(String words, String by) {
    return doc -> {
      XmlText text = textWith(doc, words);
      int at = Forks.plain(text).indexOf(words);
      text.delete(at, words.length());
      text.insert(at, by);
    };
  }

  private Bytes fork(String key, Consumer<Doc> edits) {
    return Forks.of(read(key), edits);
  }

  private Reply propose(String who, String key, Consumer<Doc> edits, String reason) {
    return send(who, key, fork(key, edits), reason);
  }

  private Reply send(String who, String key, Bytes update, String reason) {
    JsonObject body =
        new JsonObject()
            .put("update", Base64.getUrlEncoder().encodeToString(update.toArray()))
            .put("reason", reason.isEmpty() ? null : reason);
    return stage.send(who, "POST", path(key), body);
  }

  private String path(String key) {
    return "/v1/sections/" + section(plan, key).getString("id") + "/suggestions";
  }

  private static String act(String id, String deed) {
    return "/v1/suggestions/" + id + "/" + deed;
  }

  private static Reply act(String who, String id, String deed) {
    JsonObject body = new JsonObject();
    return stage.send(
        who, "POST", act(id, deed), deed.equals("decline") ? body.put("reason", "Daarom") : body);
  }

  private JsonObject find(String who, String key, String id) {
    JsonArray items = expect(200, stage.get(who, path(key))).json().getJsonArray("items");
    return items.stream()
        .map(JsonObject.class::cast)
        .filter(each -> each.getString("id").equals(id))
        .findFirst()
        .orElseThrow();
  }

  private DocumentId document(String key) {
    return DocumentId.parse(section(plan, key).getString("documentId"));
  }

  private long seq(String key) {
    return stage.number("SELECT seq FROM document WHERE id = $1", document(key).value());
  }

  private void append(String key, String who, Bytes update) {
    HttpProbe.wait(stage.rooms().append(document(key), stage.who(who), update));
  }

  private Doc read(String key) {
    Doc doc = new Doc(4711);
    doc.apply(HttpProbe.wait(stage.rooms().read(document(key))));
    return doc;
  }

  private String text(String key) {
    return read(key).xmlFragment(Prose.ROOT).toXml();
  }
}
