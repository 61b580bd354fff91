package nl.beleidstafel.discussion;

import static nl.beleidstafel.testkit.PlanStage.expect;
import static nl.beleidstafel.testkit.PlanStage.section;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Base64;
import java.util.UUID;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.crdt.doc.Doc;
import nl.beleidstafel.crdt.doc.RelativePosition;
import nl.beleidstafel.crdt.type.SharedType;
import nl.beleidstafel.crdt.type.XmlFragment;
import nl.beleidstafel.crdt.type.XmlText;
import nl.beleidstafel.crdt.update.StateVector;
import nl.beleidstafel.prose.Prose;
import nl.beleidstafel.testkit.HttpProbe;
import nl.beleidstafel.testkit.HttpProbe.Reply;
import nl.beleidstafel.testkit.PlanStage;
import nl.beleidstafel.testkit.RawClient;
import nl.beleidstafel.testkit.junit.DatabaseExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Threads over HTTP, on real documents and the real database. In a new plan the GGD writes 3.4,
/// advises (comments) on 4.2 and only reads 3.8.
final class DiscussionIT {
  @RegisterExtension static final DatabaseExtension DATABASE = new DatabaseExtension();

  private static final String WORDS = "voortgezet onderwijs in 2021";

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
    plan = stage.plan("regie", "Gesprekken");
  }

  @AfterAll
  static void stop() {
    stage.close();
  }

  @Test
  void aThreadKnowsTheWordsItIsAbout_T1() {
    JsonObject thread = begin("ggd", "3.4", WORDS, "Is dit niet ouder?", 201).json();
    assertEquals(WORDS, thread.getString("quote"));
    JsonObject comment = thread.getJsonArray("comments").getJsonObject(0);
    assertEquals("Is dit niet ouder?", comment.getString("text"));
    assertEquals("ggd", comment.getJsonObject("by").getString("name"));
    assertTrue(comment.getBoolean("mine"));
    JsonObject seen = find("politie", "3.4", thread.getString("id"));
    assertEquals(WORDS, seen.getString("quote"));
    assertFalse(
        seen.getJsonArray("comments").getJsonObject(0).getBoolean("mine"), "it is the GGD's");
  }

  @Test
  void whoMayCommentNeedsNoRightToWrite_T3() {
    assertEquals("comment", section(stage.show("ggd", plan), "4.2").getString("rights"));
    begin("ggd", "4.2", "begint bij preventie", "Mooi gezegd.", 201);
  }

  @Test
  void whoOnlyReadsIsRefused_T3() {
    assertEquals("read", section(stage.show("ggd", plan), "3.8").getString("rights"));
    Reply reply = whole("ggd", "3.8", "Mag ik iets zeggen?");
    assertEquals(403, reply.status());
    assertEquals("comment-right-required", reply.json().getString("type"));
    String thread = whole("politie", "3.8", "Van ons").json().getString("id");
    assertEquals(403, reply("ggd", thread, "Toch iets").status());
    assertEquals(403, resolve("ggd", thread, true).status());
  }

  @Test
  void anotherMunicipalityFindsNothing_T3() {
    String thread = whole("regie", "3.4", "Van hier").json().getString("id");
    assertEquals(404, stage.get("ginds", PlanStage.path(plan) + "/people").status());
    assertEquals(404, stage.get("ginds", threads("3.4")).status());
    assertEquals(404, whole("ginds", "3.4", "Hallo").status());
    assertEquals(404, reply("ginds", thread, "Hallo").status());
    assertEquals(404, resolve("ginds", thread, true).status());
    String comment = firstComment("regie", "3.4", thread);
    assertEquals(404, edit("ginds", comment, "Anders").status());
    assertEquals(404, remove("ginds", comment).status());
  }

  @Test
  void nothingOfAHiddenSectionLeaks_T3() {
    JsonObject secret = stage.plan("regie", "Geheim");
    String id = section(secret, "3.8").getString("id");
    String path = "/v1/sections/" + id + "/threads";
    stage.hide("regie", secret, id, true);
    try (RawClient ggd = RawClient.collab(DATABASE.vertx(), stage.port());
        RawClient politie = RawClient.collab(DATABASE.vertx(), stage.port())) {
      String channel = "plan:" + secret.getString("id");
      ggd.attach(channel, "ggd");
      politie.attach(channel, "politie");
      ggd.settle();
      politie.settle();
      int before = ggd.mark();
      JsonObject thread =
          expect(201, stage.send("politie", "POST", path, new JsonObject().put("text", "Stil")))
              .json();
      politie.awaitWords(0, "discussion-changed");
      assertTrue(politie.holds(0, id), "who may read it is told which section");
      ggd.settle();
      assertFalse(ggd.holds(before, "discussion-changed"), "not even that there was something");
      assertEquals(404, stage.get("ggd", path).status());
      assertEquals(404, reply("ggd", thread.getString("id"), "Hoor ik iets?").status());
      String comment = thread.getJsonArray("comments").getJsonObject(0).getString("id");
      assertEquals(404, edit("ggd", comment, "Iets").status());
      assertEquals(404, remove("ggd", comment).status());
    }
  }

  @Test
  void onlyItsWriterChangesAComment_T4() {
    String thread = whole("ggd", "3.4", "Eerste").json().getString("id");
    String comment = firstComment("ggd", "3.4", thread);
    assertEquals(403, edit("regie", comment, "Anders").status());
    assertEquals(403, remove("regie", comment).status());
    expect(200, edit("ggd", comment, "Beter"));
    JsonObject seen = find("regie", "3.4", thread).getJsonArray("comments").getJsonObject(0);
    assertEquals("Beter", seen.getString("text"));
    assertTrue(seen.getBoolean("edited"));
  }

  @Test
  void aRemovedCommentLeavesItsPlaceOnlyWhereItWasAnswered_T4() {
    String alone = whole("ggd", "3.4", "Vergissing").json().getString("id");
    assertEquals(204, remove("ggd", firstComment("ggd", "3.4", alone)).status());
    assertFalse(list("ggd", "3.4").encode().contains(alone));
    String answered = whole("ggd", "3.4", "Met een naam erin").json().getString("id");
    expect(201, reply("regie", answered, "Haal die weg"));
    expect(200, remove("ggd", firstComment("ggd", "3.4", answered)));
    JsonArray comments = find("regie", "3.4", answered).getJsonArray("comments");
    assertTrue(comments.getJsonObject(0).getBoolean("removed"));
    assertEquals("", comments.getJsonObject(0).getString("text"));
    assertEquals("Haal die weg", comments.getJsonObject(1).getString("text"));
    assertEquals(0, stage.number("SELECT count(*) FROM comment WHERE text LIKE '%Met een naam%'"));
  }

  @Test
  void whoBeganItOrWritesResolvesAndAnAnswerOpensAgain_T5() {
    String thread = whole("ggd", "4.2", "Kan dit korter?").json().getString("id");
    assertEquals(403, resolve("politie", thread, true).status());
    JsonObject resolved = expect(200, resolve("regie", thread, true)).json();
    assertEquals("regie", resolved.getJsonObject("resolved").getJsonObject("by").getString("name"));
    JsonObject open = expect(201, reply("ggd", thread, "Nog niet goed")).json();
    assertNull(open.getJsonObject("resolved"));
    expect(200, resolve("ggd", thread, true));
    expect(200, resolve("ggd", thread, false));
  }

  @Test
  void aMentionReachesWhoMayReadAndNobodyElse_T6() {
    String politie = stage.who("politie").member().toString();
    JsonObject body = new JsonObject().put("text", "@politie?").put("mentions", one(politie));
    expect(201, stage.send("ggd", "POST", threads("3.4"), body));
    assertEquals(1, notices("politie", "MENTION"));
    String ginds = stage.who("ginds").member().toString();
    Reply wrong =
        stage.send(
            "ggd",
            "POST",
            threads("3.4"),
            new JsonObject().put("text", "@ginds?").put("mentions", one(ginds)));
    assertEquals(400, wrong.status());
    assertEquals("mentions", wrong.json().getString("field"));
    assertEquals(0, notices("ginds", "MENTION"));
    assertEquals(0, notices("ggd", "MENTION"), "nobody is told of their own deed");
  }

  @Test
  void anAnswerReachesWhoBegan_T6() {
    long before = notices("ggd", "REPLY");
    String thread = whole("ggd", "3.4", "Wie weet dit?").json().getString("id");
    expect(201, reply("regie", thread, "Ik"));
    assertEquals(before + 1, notices("ggd", "REPLY"));
  }

  @Test
  void whoIsMentionedLaterIsToldOnce_T6() {
    long before = notices("regie", "MENTION");
    String thread = whole("ggd", "3.4", "Wie?").json().getString("id");
    String comment = firstComment("ggd", "3.4", thread);
    JsonObject body =
        new JsonObject()
            .put("text", "@regie?")
            .put("mentions", one(stage.who("regie").member().toString()));
    for (int time = 0; time < 2; time++) {
      expect(200, stage.send("ggd", "PUT", "/v1/comments/" + comment, body));
    }
    assertEquals(before + 1, notices("regie", "MENTION"));
  }

  @Test
  void whoMayOnlyReadByNowTakesTheirWordsBack_T4() {
    JsonObject other = stage.plan("regie", "Terug");
    String id = section(other, "3.4").getString("id");
    JsonObject body = new JsonObject().put("text", "Van mij");
    JsonObject thread =
        expect(201, stage.send("ggd", "POST", "/v1/sections/" + id + "/threads", body)).json();
    String comment = thread.getJsonArray("comments").getJsonObject(0).getString("id");
    stage.override("regie", other, id, "ggd", "read");
    assertEquals(403, edit("ggd", comment, "Anders").status());
    assertEquals(204, remove("ggd", comment).status());
  }

  @Test
  void wordsThatAreGoneAreNoPlaceForANewThread_T2() {
    DocumentId document = document("3.5");
    Doc doc = read(document);
    XmlText text = textWith(doc, "jong");
    JsonObject anchor = anchor(text, 0, 3);
    StateVector have = doc.stateVector();
    text.delete(0, text.length());
    HttpProbe.wait(stage.rooms().append(document, stage.who("ggd"), doc.encode(have)));
    JsonObject body = new JsonObject().put("text", "Hier").put("anchor", anchor);
    Reply reply = stage.send("ggd", "POST", threads("3.5"), body);
    assertEquals(409, reply.status());
    assertEquals("anchor-gone", reply.json().getString("type"));
  }

  @Test
  void whatIsNoAnchorIsSaid() {
    for (String bad : new String[] {"", "%%%", "AAAA", "_".repeat(400)}) {
      JsonObject anchor = new JsonObject().put("from", bad).put("to", bad);
      JsonObject body = new JsonObject().put("text", "Hier").put("anchor", anchor);
      Reply reply = stage.send("ggd", "POST", threads("3.4"), body);
      assertTrue(reply.status() == 400 || reply.status() == 409, bad + " gave " + reply.status());
    }
    JsonObject empty = new JsonObject().put("text", " \n ");
    assertEquals(
        "text", stage.send("ggd", "POST", threads("3.4"), empty).json().getString("field"));
    JsonObject lines = new JsonObject().put("text", "Een\r\ntwee\u0000");
    assertEquals(400, stage.send("ggd", "POST", threads("3.4"), lines).status());
  }

  @Test
  void onesOwnWordsAndNobodyElsesComeAlong_T7() {
    String thread = whole("regie", "3.4", "Van de gemeente").json().getString("id");
    expect(201, reply("ggd", thread, "Van ons"));
    String removed = whole("ggd", "3.4", "Toch niet").json().getString("id");
    expect(204, remove("ggd", firstComment("ggd", "3.4", removed)));
    JsonArray said =
        HttpProbe.wait(stage.discussion().traces().of(stage.who("ggd").member()))
            .getJsonArray("comments");
    JsonObject newest = said.getJsonObject(0);
    assertEquals("Van ons", newest.getString("text"));
    assertEquals(section(plan, "3.4").getString("id"), newest.getString("section"));
    assertFalse(newest.getBoolean("edited"));
    assertFalse(said.encode().contains("Van de gemeente"));
    assertFalse(said.encode().contains("Toch niet"));
  }

  @Test
  void theDocumentIsLeftAsItWas_T1() {
    DocumentId document = document("3.6");
    long before = stage.number("SELECT seq FROM document WHERE id = $1", document.value());
    begin("ggd", "3.6", "volwassenen", "Wie zijn dit?", 201);
    assertEquals(before, stage.number("SELECT seq FROM document WHERE id = $1", document.value()));
  }

  private static JsonArray one(String item) {
    return new JsonArray().add(item);
  }

  private static long notices(String to, String kind) {
    UUID member = stage.who(to).member().value();
    return stage.number(
        "SELECT count(*) FROM notice WHERE member = $1 AND kind = $2", member, kind);
  }

  private static String threads(String key) {
    return "/v1/sections/" + section(plan, key).getString("id") + "/threads";
  }

  private static Reply begin(String who, String key, String words, String text, int status) {
    Doc doc = read(document(key));
    XmlText found = textWith(doc, words);
    int at = plain(found).indexOf(words);
    JsonObject body =
        new JsonObject().put("text", text).put("anchor", anchor(found, at, at + words.length()));
    return expect(status, stage.send(who, "POST", threads(key), body));
  }

  private static Reply whole(String who, String key, String text) {
    return stage.send(who, "POST", threads(key), new JsonObject().put("text", text));
  }

  private static Reply reply(String who, String thread, String text) {
    JsonObject body = new JsonObject().put("text", text);
    return stage.send(who, "POST", "/v1/threads/" + thread + "/comments", body);
  }

  private static Reply resolve(String who, String thread, boolean resolved) {
    JsonObject body = new JsonObject().put("resolved", resolved);
    return stage.send(who, "PUT", "/v1/threads/" + thread + "/resolution", body);
  }

  private static Reply edit(String who, String comment, String text) {
    return stage.send(who, "PUT", "/v1/comments/" + comment, new JsonObject().put("text", text));
  }

  private static Reply remove(String who, String comment) {
    return stage.send(who, "DELETE", "/v1/comments/" + comment, new JsonObject());
  }

  private static JsonArray list(String who, String key) {
    return expect(200, stage.get(who, threads(key))).json().getJsonArray("items");
  }

  private static JsonObject find(String who, String key, String thread) {
    return list(who, key).stream()
        .map(JsonObject.class::cast)
        .filter(each -> each.getString("id").equals(thread))
        .findFirst()
        .orElseThrow();
  }

  private static String firstComment(String who, String key, String thread) {
    return find(who, key, thread).getJsonArray("comments").getJsonObject(0).getString("id");
  }

  private static DocumentId document(String key) {
    return DocumentId.parse(section(plan, key).getString("documentId"));
  }

  private static Doc read(DocumentId document) {
    Doc doc = new Doc(4711);
    doc.apply(HttpProbe.wait(stage.rooms().read(document)));
    return doc;
  }

  private static JsonObject anchor(XmlText text, int from, int to) {
    return new JsonObject()
        .put("from", place(text, from, RelativePosition.Side.RIGHT))
        .put("to", place(text, to, RelativePosition.Side.LEFT));
  }

  private static String place(XmlText text, int index, RelativePosition.Side side) {
    Bytes encoded = RelativePosition.at(text.branch(), index, side).encode();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(encoded.toArray());
  }

  private static XmlText textWith(Doc doc, String words) {
    XmlText found = search(doc.xmlFragment(Prose.ROOT), words);
    if (found == null) {
      throw new AssertionError("no text with " + words);
    }
    return found;
  }

  private static XmlText search(XmlFragment fragment, String words) {
    for (SharedType child : fragment.children()) {
      if (child instanceof XmlText text && plain(text).contains(words)) {
        return text;
      }
      XmlText inner = child instanceof XmlFragment deeper ? search(deeper, words) : null;
      if (inner != null) {
        return inner;
      }
    }
    return null;
  }

  private static String plain(XmlText text) {
    StringBuilder plain = new StringBuilder();
    text.runs().forEach(run -> plain.append(run.insert()));
    return plain.toString();
  }
}
