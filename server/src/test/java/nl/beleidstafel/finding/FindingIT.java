package nl.beleidstafel.finding;

import static nl.beleidstafel.testkit.PlanStage.expect;
import static nl.beleidstafel.testkit.PlanStage.path;
import static nl.beleidstafel.testkit.PlanStage.section;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.beleidstafel.base.InterviewId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.talks.Note.Confidentiality;
import nl.beleidstafel.talks.Withdrawals;
import nl.beleidstafel.testkit.HttpProbe;
import nl.beleidstafel.testkit.HttpProbe.Reply;
import nl.beleidstafel.testkit.PlanStage;
import nl.beleidstafel.testkit.junit.DatabaseExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Findings, codes and evidence over HTTP. `regie` is in the core team; `jongeren` took the notes
/// with the school; the GGD may comment on 3.10 and was in no interview; the police reads.
final class FindingIT {
  @RegisterExtension static final DatabaseExtension DATABASE = new DatabaseExtension();

  private static final JsonObject NONE = new JsonObject();

  private static FindingStage stage;
  private static JsonObject plan;
  private static PlanId planId;
  private static InterviewId school;
  private static InterviewId police;
  private static UUID atSchool;
  private static UUID atSchoolCore;
  private static UUID atPolice;

  @BeforeAll
  static void start() {
    PlanStage plans = PlanStage.start(DATABASE.vertx(), DATABASE.database());
    MunicipalityId here = plans.municipality("Hier");
    plans.partner(here, "municipality", "regie");
    plans.partner(here, "public-health", "ggd");
    plans.partner(here, "police", "politie");
    plans.partner(here, "youth-work", "jongeren");
    plans.partner(plans.municipality("Ginds"), "municipality", "ginds");
    plan = plans.plan("regie", "Bevindingen");
    planId = FindingStage.id(plan);
    for (String who : List.of("politie", "jongeren")) {
      plans.override("regie", plan, section(plan, "3.10").getString("id"), who, "read");
    }
    plans.override("regie", plan, section(plan, "3.10").getString("id"), "ggd", "comment");
    stage = new FindingStage(plans, DATABASE.vertx());
    stage.talks.core(planId, plans.who("regie"));
    school = stage.talks.interview(planId, "De Regenboog", "school", plans.who("jongeren"));
    police = stage.talks.interview(planId, "Wijkteam Noord", "police");
    atSchool = stage.talks.note(school, Confidentiality.OPEN, "Leerlingen vapen op het plein");
    atSchoolCore = stage.talks.note(school, Confidentiality.CORE, "De conciërge verkoopt zelf");
    atPolice = stage.talks.note(police, Confidentiality.CORE, "Er rijdt een scooter rond");
  }

  @AfterAll
  static void stop() {
    stage.close();
  }

  private static Reply send(String who, String method, String path, JsonObject body) {
    return stage.send(who, method, path, body);
  }

  @Test
  void aChipShowsAsDeepAsOnesRightsGo_V1() {
    String finding =
        stage.finding("regie", plan, "Er wordt gehandeld", atSchool, atSchoolCore, atPolice);
    String id = stage.cite("regie", plan, "3.10", finding, "Rond de school wordt gehandeld.");

    JsonObject core = stage.evidence("regie", id);
    assertEquals(2, core.getInteger("organisations"));
    assertEquals(3, core.getInteger("notes"));
    assertEquals(3, core.getJsonArray("own").size());

    Reply ggd = stage.get("ggd", "/v1/evidence/" + id);
    assertEquals("finding", ggd.json().getString("depth"));
    assertTrue(ggd.body().contains("Er wordt gehandeld"));
    assertTrue(ggd.body().contains("vapen op het plein"), "open notes are for the partners");
    for (String secret : List.of("conciërge", "scooter", "Regenboog", "Wijkteam", school + "")) {
      assertFalse(ggd.body().contains(secret), secret);
    }

    Reply reads = stage.get("politie", "/v1/evidence/" + id);
    assertEquals("count", reads.json().getString("depth"));
    assertEquals(3, reads.json().getInteger("notes"));
    for (String secret : List.of("gehandeld", "vapen", "conciërge", "scooter", "Regenboog")) {
      assertFalse(reads.body().contains(secret), secret);
    }

    Reply took = stage.get("jongeren", "/v1/evidence/" + id);
    assertTrue(took.body().contains("conciërge"), "who was there sees what they may open");
    assertFalse(took.body().contains("scooter"), "and nothing of another interview");
  }

  @Test
  void whoMayNotReadTheSectionFindsNoEvidence_V1() {
    JsonObject secret = stage.plans.plan("regie", "Geheim");
    PlanId id = FindingStage.id(secret);
    stage.talks.core(id, stage.plans.who("regie"));
    InterviewId talk = stage.talks.interview(id, "Stil", "school");
    UUID note = stage.talks.note(talk, Confidentiality.OPEN, "Niets");
    String finding = stage.finding("regie", secret, "Stil", note);
    String evidence = stage.cite("regie", secret, "3.9", finding, "Stil");
    stage.plans.hide("regie", secret, section(secret, "3.9").getString("id"), true);
    stage.plans.override("regie", secret, section(secret, "3.9").getString("id"), "ggd", "none");
    assertEquals(404, stage.get("ggd", "/v1/evidence/" + evidence).status());
    String list = stage.get("ggd", path(secret) + "/evidence").body();
    assertFalse(list.contains(evidence));
    JsonObject body =
        new JsonObject()
            .put("section", section(secret, "3.9").getString("id"))
            .put("finding", finding);
    assertEquals(404, send("ggd", "POST", path(secret) + "/evidence", body).status());
  }

  @Test
  void whoMayOpenNoInterviewFindsNoNotes_V5() {
    for (String who : List.of("ggd", "politie", "ginds")) {
      assertEquals(404, stage.get(who, path(plan) + "/notes").status(), who);
      assertEquals(404, stage.get(who, path(plan) + "/codes").status(), who);
      assertEquals(404, stage.get(who, path(plan) + "/codebook-export").status(), who);
      assertEquals(404, stage.get(who, path(plan) + "/project-export").status(), who);
      JsonObject wish = FindingStage.wish("Iets", atSchool);
      assertEquals(404, send(who, "POST", path(plan) + "/findings", wish).status(), who);
      JsonObject named = new JsonObject().put("title", "Iets").put("name", "Iets");
      assertEquals(404, send(who, "POST", path(plan) + "/themes", named).status(), who);
      assertEquals(404, send(who, "POST", path(plan) + "/codes", named).status(), who);
    }
    JsonObject own = expect(200, stage.get("jongeren", path(plan) + "/notes")).json();
    assertFalse(own.encode().contains("scooter"), "notes of an interview of others");
    assertTrue(own.encode().contains("conciërge"));
  }

  @Test
  void aFindingRestsOnlyOnNotesThatItsMakerMaySee_V5() {
    JsonObject wish = FindingStage.wish("Van de politie", atPolice);
    Reply reply = send("jongeren", "POST", path(plan) + "/findings", wish);
    assertEquals(409, reply.status());
    assertEquals("note-absent", reply.json().getString("type"));
    Reply unknown =
        send("regie", "POST", path(plan) + "/findings", FindingStage.wish("X", UUID.randomUUID()));
    assertEquals(reply.json().getString("detail"), unknown.json().getString("detail"));
    JsonObject empty = FindingStage.wish("Zonder");
    assertEquals(400, send("regie", "POST", path(plan) + "/findings", empty).status());
  }

  @Test
  void whoTakesPartReadsFindingsAndNoNotes_V6() {
    stage.finding("regie", plan, "Vapen is gewoon", atSchool, atPolice);
    Reply partner = expect(200, stage.get("ggd", path(plan) + "/findings"));
    assertTrue(partner.body().contains("Vapen is gewoon"));
    assertFalse(partner.body().contains(atSchool.toString()));
    assertFalse(partner.json().getBoolean("mayWork"));
    assertEquals(404, stage.get("ginds", path(plan) + "/findings").status());
    assertEquals(404, stage.get("ginds", path(plan) + "/evidence").status());
    assertEquals(404, stage.get("ginds", path(plan) + "/evidence-report").status());
  }

  @Test
  void notesThatOneMayNotSeeStayBehindAFinding_V5() {
    String id = stage.finding("regie", plan, "Samen", atSchool, atPolice);
    JsonObject wish = FindingStage.wish("Samen, anders", atSchoolCore).put("version", 1);
    expect(200, send("jongeren", "PUT", "/v1/findings/" + id, wish));
    JsonObject finding = find("regie", id);
    assertEquals(
        Set.of(atSchoolCore.toString(), atPolice.toString()),
        finding.getJsonArray("noteIds").stream()
            .map(String.class::cast)
            .collect(Collectors.toSet()));
    assertEquals("Samen, anders", finding.getString("text"));
  }

  @Test
  void anOlderVersionChangesNothing_V8() {
    String id = stage.finding("regie", plan, "Eerst", atSchool);
    JsonObject first = FindingStage.wish("Toen", atSchool).put("version", 1);
    expect(200, send("regie", "PUT", "/v1/findings/" + id, first));
    Reply late = send("regie", "PUT", "/v1/findings/" + id, first);
    assertEquals(409, late.status());
    assertEquals(2, late.json().getLong("version"));
    assertEquals(404, send("ggd", "PUT", "/v1/findings/" + id, first).status());
    assertEquals(404, send("ggd", "DELETE", "/v1/findings/" + id, NONE).status());
  }

  @Test
  void whatStandsBehindAClaimIsNotTakenAway_V8() {
    String id = stage.finding("regie", plan, "Vast", atSchool);
    JsonObject theme = new JsonObject().put("title", "Vapen").put("description", "Overal");
    String themeId =
        expect(201, send("regie", "POST", path(plan) + "/themes", theme)).json().getString("id");
    JsonObject wish = FindingStage.wish("Vast", atSchool).put("version", 1).put("theme", themeId);
    expect(200, send("regie", "PUT", "/v1/findings/" + id, wish));
    JsonObject body =
        new JsonObject().put("section", section(plan, "3.9").getString("id")).put("theme", themeId);
    String evidence =
        expect(201, send("regie", "POST", path(plan) + "/evidence", body)).json().getString("id");
    assertEquals(1, stage.evidence("regie", evidence).getInteger("notes"));
    assertEquals(
        "Vapen", stage.evidence("regie", evidence).getJsonObject("theme").getString("title"));
    assertEquals(409, send("regie", "DELETE", "/v1/themes/" + themeId, NONE).status());
    assertEquals(404, send("ggd", "DELETE", "/v1/themes/" + themeId, NONE).status());
    assertEquals(
        404, send("ggd", "PUT", "/v1/themes/" + themeId, theme.put("version", 1)).status());
    stage.cite("regie", plan, "3.9", id, "Vast.");
    assertEquals(409, send("regie", "DELETE", "/v1/findings/" + id, NONE).status());
  }

  @Test
  void withdrawnNotesLeaveANumber_V3() {
    UUID note = stage.talks.note(school, Confidentiality.OPEN, "Dit trek ik in");
    String id = stage.finding("regie", plan, "Blijft staan", note);
    String evidence = stage.cite("regie", plan, "3.9", id, "Dit blijft staan.");
    assertEquals(1, stage.evidence("politie", evidence).getInteger("notes"));
    code("regie", "Ingetrokken", note);
    stage.talks.erase(note);
    assertEquals(0, stage.evidence("politie", evidence).getInteger("notes"));
    stage.told.clear();
    Withdrawals missed = FindingSlice.missed(DATABASE.database(), stage.channels);
    HttpProbe.wait(
        DATABASE.database().transaction(tx -> missed.withdrawn(tx, planId, Set.of(note))));
    assertTrue(stage.told.contains("findings-changed" + stage.plans.who("politie").partner()));
    assertEquals(1, stage.plans.number("SELECT count(*) FROM finding_note WHERE note = $1", note));
    stage.told.clear();
    Withdrawals forgotten = FindingSlice.forgotten(DATABASE.database(), stage.channels);
    HttpProbe.wait(
        DATABASE.database().transaction(tx -> forgotten.withdrawn(tx, planId, Set.of(note))));
    JsonObject left = stage.evidence("politie", evidence);
    assertEquals(0, left.getInteger("notes"));
    assertEquals(0, left.getInteger("organisations"));
    assertEquals(1, left.getInteger("withdrawn"));
    assertEquals(
        0,
        stage.plans.number("SELECT count(*) FROM finding_note WHERE note = $1", note)
            + stage.plans.number("SELECT count(*) FROM note_code WHERE note = $1", note));
    assertTrue(
        stage.told.contains("findings-changed" + stage.plans.who("politie").partner()),
        "whoever reads the plan sees it at once");
    assertFalse(
        stage.told.contains("findings-changed" + stage.plans.who("ginds").partner()), "others not");
  }

  @Test
  void theReportTellsWhatIsMissing_V10() {
    JsonObject other = stage.plans.plan("regie", "Verslag");
    PlanId id = FindingStage.id(other);
    stage.talks.core(id, stage.plans.who("regie"));
    InterviewId talk = stage.talks.interview(id, "Kantine", "sports-club");
    UUID used = stage.talks.note(talk, Confidentiality.OPEN, "Gebruikt");
    UUID gone = stage.talks.note(talk, Confidentiality.OPEN, "Weg");
    UUID unused = stage.talks.note(talk, Confidentiality.OPEN, "Nooit gebruikt");
    String cited = stage.finding("regie", other, "Genoemd", used);
    String lost = stage.finding("regie", other, "Verloren", gone);
    String never = stage.finding("regie", other, "Nergens", used);
    stage.cite("regie", other, "3.9", cited, "Dit staat er.");
    stage.cite("regie", other, "3.9", lost, "Dit is zijn onderbouwing kwijt.");
    stage.write("regie", section(other, "3.9"), "Van elders.", UUID.randomUUID().toString());
    stage.talks.erase(gone);
    JsonObject report = expect(200, stage.get("regie", path(other) + "/evidence-report")).json();
    JsonObject here = part(report, "3.9");
    JsonArray claims = here.getJsonArray("claims");
    assertEquals(3, claims.size());
    assertEquals("Dit staat er.", claims.getJsonObject(0).getString("words"));
    assertEquals(1, claims.getJsonObject(0).getJsonObject("evidence").getInteger("notes"));
    assertEquals(0, claims.getJsonObject(1).getJsonObject("evidence").getInteger("notes"));
    assertEquals(null, claims.getJsonObject(2).getJsonObject("evidence"));
    assertEquals(0, part(report, "3.11").getJsonArray("claims").size());
    assertEquals(List.of(unused.toString()), report.getJsonArray("unusedNotes").getList());
    assertEquals(List.of(never), report.getJsonArray("unusedFindings").getList());
    JsonObject partner = expect(200, stage.get("ggd", path(other) + "/evidence-report")).json();
    assertEquals(List.of(), partner.getJsonArray("unusedNotes").getList());
  }

  private static JsonObject part(JsonObject report, String key) {
    return report.getJsonArray("sections").stream()
        .map(JsonObject.class::cast)
        .filter(each -> each.getString("key").equals(key))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void codesAreOneBelowAnotherAtMost_V9() {
    String top = code("regie", "Middel");
    JsonObject below = new JsonObject().put("name", "Cannabis").put("parent", top);
    String child =
        expect(201, send("regie", "POST", path(plan) + "/codes", below)).json().getString("id");
    JsonObject deeper = new JsonObject().put("name", "Wiet").put("parent", child);
    assertEquals(
        "too-deep", send("regie", "POST", path(plan) + "/codes", deeper).json().getString("type"));
    JsonObject again = new JsonObject().put("name", "cannabis");
    assertEquals(
        "name-taken", send("regie", "POST", path(plan) + "/codes", again).json().getString("type"));
    assertEquals(409, send("regie", "DELETE", "/v1/codes/" + top, NONE).status());
    JsonObject change = new JsonObject().put("name", "Cannabis en hasj").put("version", 1);
    expect(200, send("jongeren", "PUT", "/v1/codes/" + child, change));
    assertEquals(409, send("jongeren", "PUT", "/v1/codes/" + child, change).status());
    assertEquals(404, send("ggd", "PUT", "/v1/codes/" + child, change).status());
    assertEquals(404, send("ggd", "DELETE", "/v1/codes/" + child, NONE).status());
    assertEquals(204, send("regie", "DELETE", "/v1/codes/" + top, NONE).status());
  }

  @Test
  void onlyNotesThatOneMaySeeGetACode_V9() {
    String code = code("regie", "Handel");
    String of = path(plan) + "/notes/";
    String at = "/codes/" + code;
    assertEquals(404, send("jongeren", "PUT", of + atPolice + at, NONE).status());
    assertEquals(404, send("ggd", "PUT", of + atSchool + at, NONE).status());
    assertEquals(204, send("jongeren", "PUT", of + atSchool + at, NONE).status());
    assertEquals(204, send("jongeren", "PUT", of + atSchool + at, NONE).status());
    JsonObject codes = stage.get("regie", path(plan) + "/codes").json();
    assertTrue(codes.encode().contains("\"name\":\"Handel\",\"description\":\"\",\"notes\":1"));
    assertEquals(409, send("regie", "DELETE", "/v1/codes/" + code, NONE).status());
    assertEquals(404, send("ggd", "DELETE", of + atSchool + at, NONE).status());
    assertEquals(204, send("regie", "DELETE", of + atSchool + at, NONE).status());
    assertEquals(204, send("regie", "DELETE", "/v1/codes/" + code, NONE).status());
  }

  @Test
  void anExportHoldsWhatOneMayOpenAndIsNoted_V9() throws Exception {
    code("regie", "Voor het bestand", atSchool);
    Reply codebook = expect(200, stage.get("jongeren", path(plan) + "/codebook-export"));
    assertTrue(codebook.body().contains("urn:QDA-XML:codebook:1.0"));
    assertTrue(codebook.header("Content-Disposition").endsWith(".qdc\""));
    long before = exports();
    Reply project = expect(200, stage.get("jongeren", path(plan) + "/project-export"));
    assertEquals("application/zip", project.header("Content-Type"));
    assertTrue(project.header("Content-Disposition").endsWith(".qdpx\""));
    assertEquals(before + 1, exports());
    // The bytes themselves, from what the route gives the writer.
    Map<String, String> files =
        QdaTest.unzip(stage.bytes("jongeren", path(plan) + "/project-export"));
    assertTrue(files.get("project.qde").contains("De Regenboog"));
    String all = String.join("\n", files.values());
    assertTrue(all.contains("conciërge"));
    assertFalse(all.contains("scooter"), "notes of an interview of others");
    assertFalse(all.contains("Wijkteam"));
  }

  private static long exports() {
    return stage.plans.number("SELECT count(*) FROM audit WHERE action = 'interview-notes.export'");
  }

  private static String code(String who, String name, UUID... notes) {
    JsonObject body = new JsonObject().put("name", name);
    String id = expect(201, send(who, "POST", path(plan) + "/codes", body)).json().getString("id");
    for (UUID note : notes) {
      expect(204, send(who, "PUT", path(plan) + "/notes/" + note + "/codes/" + id, NONE));
    }
    return id;
  }

  private static JsonObject find(String who, String finding) {
    return stage.get(who, path(plan) + "/findings").json().getJsonArray("items").stream()
        .map(JsonObject.class::cast)
        .filter(each -> each.getString("id").equals(finding))
        .findFirst()
        .orElseThrow();
  }
}
