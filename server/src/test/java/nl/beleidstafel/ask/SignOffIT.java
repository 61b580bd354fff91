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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.crdt.doc.Doc;
import nl.beleidstafel.crdt.type.SharedType;
import nl.beleidstafel.crdt.type.XmlFragment;
import nl.beleidstafel.crdt.type.XmlText;
import nl.beleidstafel.prose.Prose;
import nl.beleidstafel.schedule.Job;
import nl.beleidstafel.sections.Seal;
import nl.beleidstafel.testkit.HttpProbe;
import nl.beleidstafel.testkit.HttpProbe.Reply;
import nl.beleidstafel.testkit.PlanStage;
import nl.beleidstafel.testkit.junit.DatabaseExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Sign-offs over HTTP, on real documents and the real database. In a new plan the GGD writes 3.4
/// and has no role in 3.8.
final class SignOffIT {
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
    plan = stage.plan("regie", "Akkoord");
    stage.member(here, stage.who("ggd").partner(), "collega");
    stage.run(
        "UPDATE member SET contact = true WHERE id = $1",
        Tuple.of(stage.who("ggd").member().value()));
  }

  @AfterAll
  static void stop() {
    stage.close();
  }

  @Test
  void aSignOffBindsPersonMomentAndText_K8() {
    Seal seal = HttpProbe.wait(stage.history().seals().now(sectionId("4.2")));
    JsonObject shown = expect(201, sign("ggd", "4.2", now("ggd", "4.2"))).json();
    JsonObject given = shown.getJsonArray("items").getJsonObject(0);
    assertEquals("ggd", given.getJsonObject("by").getString("name"));
    assertEquals(seal.seq(), given.getLong("seq"));
    byte[] kept =
        HttpProbe.wait(
                stage
                    .database()
                    .query(
                        "SELECT sha256 FROM sign_off WHERE id = $1",
                        Tuple.of(UUID.fromString(given.getString("id")))))
            .iterator()
            .next()
            .getBuffer(0)
            .getBytes();
    assertEquals(seal.sha256(), Bytes.wrap(kept));
    assertEquals("current", given.getString("state"));
  }

  @Test
  void onesOwnSignOffsComeAlong_K8() {
    expect(201, sign("ggd", "4.2", now("ggd", "4.2")));
    JsonObject traces =
        HttpProbe.wait(new PgAskTraces(stage.database()).of(stage.who("ggd").member()));
    JsonArray signed = traces.getJsonArray("signOffs");
    assertEquals(64, signed.getJsonObject(signed.size() - 1).getString("sha256").length());
    JsonObject others =
        HttpProbe.wait(new PgAskTraces(stage.database()).of(stage.who("politie").member()));
    assertEquals(new JsonArray(), others.getJsonArray("signOffs"));
  }

  @Test
  void onlyTheContactPersonOfAPartnerWithARoleSigns_K8() {
    assertFalse(shown("collega", "3.4").getBoolean("maySign"));
    assertEquals(403, sign("collega", "3.4", now("ggd", "3.4")).status());
    assertEquals(403, sign("ggd", "3.8", now("ggd", "3.8")).status(), "no role there");
    assertEquals(400, sign("ggd", "3.4", "geen kenmerk").status());
  }

  @Test
  void whoMayNotReadFindsNothing_K8() {
    expect(201, sign("ggd", "3.4", now("ggd", "3.4")));
    String id = standing("3.4").getString("id");
    assertEquals(404, stage.get("ginds", path("3.4")).status());
    assertEquals(404, sign("ginds", "3.4", now("ggd", "3.4")).status());
    assertEquals(404, withdraw("ginds", id, "Weg").status());
  }

  @Test
  void aTextThatChangedMeanwhileIsNotSigned_K8() {
    String seen = now("ggd", "3.4");
    write("3.4", "Nieuw ");
    Reply reply = sign("ggd", "3.4", seen);
    assertEquals(409, reply.status());
    assertEquals("text-changed", reply.json().getString("type"));
  }

  @Test
  void aLaterOneTakesItsPlaceAndBothStay_K9() {
    expect(201, sign("ggd", "3.4", now("ggd", "3.4")));
    JsonObject again = expect(201, sign("ggd", "3.4", now("ggd", "3.4"))).json();
    List<String> states =
        again.getJsonArray("items").stream()
            .map(JsonObject.class::cast)
            .map(each -> each.getString("state"))
            .toList();
    assertTrue(states.contains("replaced"));
    assertEquals(1, states.stream().filter("current"::equals).count());
  }

  @Test
  void aWithdrawalSaysWhyAndStays_K9() {
    expect(201, sign("ggd", "3.4", now("ggd", "3.4")));
    String id = standing("3.4").getString("id");
    assertEquals(400, withdraw("ggd", id, " ").status());
    assertEquals(403, withdraw("collega", id, "Ik niet").status());
    assertEquals(403, withdraw("politie", id, "Niet van ons").status());
    assertEquals(204, withdraw("ggd", id, "Het bestuur beslist eerst").status());
    assertEquals(409, withdraw("ggd", id, "Nog eens").status());
    JsonObject left =
        shown("politie", "3.4").getJsonArray("items").stream()
            .map(JsonObject.class::cast)
            .filter(each -> each.getString("id").equals(id))
            .findFirst()
            .orElseThrow();
    assertEquals("withdrawn", left.getString("state"));
    assertEquals("Het bestuur beslist eerst", left.getJsonObject("withdrawal").getString("reason"));
    assertEquals(
        1,
        stage.number(
            "SELECT count(*) FROM audit WHERE action = 'sign-off.withdraw' AND object = $1",
            section(plan, "3.4").getString("id")));
  }

  @Test
  void aLaterChangeIsSeenAndTakingItBackToo_K10() {
    expect(201, sign("ggd", "4.1", now("ggd", "4.1")));
    Runnable takeBack = write("4.1", "Later bedacht ");
    assertEquals("changed", standing("4.1").getString("state"));
    takeBack.run();
    assertEquals("current", standing("4.1").getString("state"));
  }

  @Test
  void whoSignedIsToldOnceThatItChanged_K10() {
    expect(201, sign("ggd", "4.3", now("ggd", "4.3")));
    UUID id = UUID.fromString(standing("4.3").getString("id"));
    assertEquals(1, stage.number("SELECT count(*) FROM due WHERE subject = $1", id));
    Job job =
        stage.asks().jobs().stream()
            .filter(each -> each.kind().equals("sign-off-stale"))
            .findFirst()
            .orElseThrow();
    assertTrue(run(job, id).isPresent(), "it is looked at again");
    assertEquals(0, told(id));
    write("4.3", "Anders ");
    assertEquals(Optional.empty(), run(job, id), "told once");
    assertEquals(1, told(id));
  }

  private static Optional<Long> run(Job job, UUID subject) {
    long now = stage.clock().nowMs();
    return HttpProbe.wait(stage.database().transaction(tx -> job.run(tx, subject, now, now)));
  }

  private static long told(UUID subject) {
    return stage.number(
        "SELECT count(*) FROM notice WHERE kind = 'SIGN_OFF_STALE' AND subject = $1"
            + " AND member = $2",
        subject,
        stage.who("ggd").member().value());
  }

  private static SectionId sectionId(String key) {
    return SectionId.parse(section(plan, key).getString("id"));
  }

  private static String path(String key) {
    return "/v1/sections/" + section(plan, key).getString("id") + "/sign-offs";
  }

  private static JsonObject shown(String who, String key) {
    return expect(200, stage.get(who, path(key))).json();
  }

  private static String now(String who, String key) {
    return shown(who, key).getJsonObject("now").getString("sha256");
  }

  private static JsonObject standing(String key) {
    return shown("regie", key).getJsonArray("items").stream()
        .map(JsonObject.class::cast)
        .filter(each -> List.of("current", "changed").contains(each.getString("state")))
        .findFirst()
        .orElseThrow();
  }

  private static Reply sign(String who, String key, String sha256) {
    return stage.send(who, "POST", path(key), new JsonObject().put("sha256", sha256));
  }

  private static Reply withdraw(String who, String id, String reason) {
    JsonObject body = new JsonObject().put("reason", reason);
    return stage.send(who, "POST", "/v1/sign-offs/" + id + "/withdrawal", body);
  }

  /// The coordinator types at the start of the text.
  ///
  /// @return takes it back
  private static Runnable write(String key, String words) {
    DocumentId document = DocumentId.parse(section(plan, key).getString("documentId"));
    Doc doc = new Doc(7);
    doc.apply(HttpProbe.wait(stage.rooms().read(document)));
    XmlText text = firstText(doc.xmlFragment(Prose.ROOT));
    append(document, doc, () -> text.insert(0, words));
    return () -> append(document, doc, () -> text.delete(0, words.length()));
  }

  private static void append(DocumentId document, Doc doc, Runnable change) {
    Bytes update = doc.transact(_ -> change.run());
    HttpProbe.wait(stage.rooms().append(document, stage.who("regie"), update));
  }

  private static XmlText firstText(XmlFragment fragment) {
    for (SharedType child : fragment.children()) {
      if (child instanceof XmlText text) {
        return text;
      }
      if (child instanceof XmlFragment inner) {
        XmlText found = firstText(inner);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  @Test
  void nobodySignedBefore() {
    assertNull(
        shown("regie", "5.1").getJsonArray("items").stream().findFirst().orElse(null),
        "a new plan has no sign-offs");
  }
}
