package nl.beleidstafel.plan;

import static nl.beleidstafel.testkit.PlanStage.expect;
import static nl.beleidstafel.testkit.PlanStage.path;
import static nl.beleidstafel.testkit.PlanStage.section;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.plan.template.Seeding;
import nl.beleidstafel.testkit.HttpProbe;
import nl.beleidstafel.testkit.HttpProbe.Reply;
import nl.beleidstafel.testkit.PlanStage;
import nl.beleidstafel.testkit.junit.DatabaseExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What is shown of a section before its document is opened, with real documents and rights.
final class SheetTextIT {
  @RegisterExtension static final DatabaseExtension DATABASE = new DatabaseExtension();

  private static final String ABSENT = "1b4e28ba-2fa1-41d2-883f-0016d3cca427";

  private static PlanStage stage;

  @BeforeAll
  static void start() {
    stage = PlanStage.start(DATABASE.vertx(), DATABASE.database());
    MunicipalityId here = stage.municipality("Hier");
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
  void theSheetShowsAllThatIsWrittenOnIt_O10() {
    JsonObject plan = stage.plan("regie", "Vooraf");
    JsonObject sheet = expect(200, text("ggd", plan, "3-4")).json();
    JsonObject pupils = section(stage.show("ggd", plan), "3.4");
    for (String field : List.of("id", "documentId", "title", "number", "rights", "status")) {
      assertEquals(pupils.getString(field), sheet.getString(field), field);
    }
    assertEquals("3 " + section(plan, "3").getString("title"), sheet.getString("above"));
    assertEquals(stage.who("ggd").member().toString(), sheet.getString("reader"));
    // What is for the writers only too: it is the sheet, not the result.
    JsonObject groups = expect(200, text("ggd", plan, "3-10")).json().getJsonObject("text");
    assertTrue(groups.encode().contains("\"type\":\"help\""));
  }

  @Test
  void whatWasWrittenStandsThereAtOnce_O10() {
    JsonObject plan = stage.plan("regie", "Net geschreven");
    JsonObject before = expect(200, text("regie", plan, "3-4")).json();
    assertEquals(before, expect(200, text("regie", plan, "3-4")).json());
    HttpProbe.wait(
        stage
            .rooms()
            .append(
                DocumentId.parse(before.getString("documentId")),
                stage.who("regie"),
                Seeding.blank(4711)));
    JsonObject after = expect(200, text("regie", plan, "3-4")).json();
    assertNotEquals(before.getJsonObject("text"), after.getJsonObject("text"));
    assertEquals(
        before.getJsonObject("text").getJsonArray("content").size() + 1,
        after.getJsonObject("text").getJsonArray("content").size());
  }

  @Test
  void whoMayNotReadLearnsNothing_O10() {
    JsonObject plan = stage.plan("regie", "Verborgen");
    JsonObject hidden = section(plan, "3.8");
    expect(200, text("politie", plan, "3-8"));
    stage.hide("regie", plan, hidden.getString("id"), true);
    assertSame(text("ggd", plan, "9-9"), text("ggd", plan, "3-8"));
    expect(200, text("regie", plan, "3-8"));
    String other = expect(200, text("ggd", plan, "3-4")).body();
    for (String field : List.of("id", "documentId", "title")) {
      assertFalse(other.contains(hidden.getString(field)), field);
    }

    assertEquals(401, text("nobody", plan, "3-4").status());
    JsonObject absent = new JsonObject().put("id", ABSENT);
    assertSame(text("ginds", absent, "3-4"), text("ginds", plan, "3-4"));
    assertSame(text("ginds", absent, "3-4"), text("ginds", absent, "x".repeat(101)));
    assertSame(text("ginds", absent, "3-4"), text("ginds", new JsonObject().put("id", "x"), "3-4"));
  }

  @Test
  void whatIsSwitchedOffIsNotShown_O10() {
    JsonObject plan = stage.plan("regie", "Uit");
    JsonObject pupils = section(plan, "3.4");
    JsonObject off =
        new JsonObject()
            .put("version", plan.getLong("version"))
            .put("off", true)
            .put("elsewhere", "");
    expect(
        200, stage.send("regie", "PUT", path(plan) + "/sections/" + pupils.getString("id"), off));
    assertEquals(404, text("regie", plan, "3-4").status());
    JsonArray names = expect(200, text("regie", plan, "3-5")).json().getJsonArray("sections");
    assertFalse(names.encode().contains(pupils.getString("title")));
  }

  private static Reply text(String who, JsonObject plan, String slug) {
    return stage.get(who, path(plan) + "/sections/" + slug + "/text");
  }

  private static void assertSame(Reply expected, Reply found) {
    assertEquals(404, found.status());
    assertEquals(expected.body(), found.body());
  }
}
