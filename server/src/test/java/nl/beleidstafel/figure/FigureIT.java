package nl.beleidstafel.figure;

import static nl.beleidstafel.testkit.PlanStage.expect;
import static nl.beleidstafel.testkit.PlanStage.section;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.testkit.HttpProbe.Reply;
import nl.beleidstafel.testkit.PlanStage;
import nl.beleidstafel.testkit.RawClient;
import nl.beleidstafel.testkit.junit.DatabaseExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Figures over HTTP, on the real database. The GGD writes 3.4, the police signals there, the
/// municipality coordinates, and the church has no role.
final class FigureIT {
  @RegisterExtension static final DatabaseExtension DATABASE = new DatabaseExtension();

  private static PlanStage stage;
  private static JsonObject plan;

  @BeforeAll
  static void start() {
    stage = PlanStage.start(DATABASE.vertx(), DATABASE.database());
    MunicipalityId here = stage.municipality("Hier");
    stage.partner(here, "municipality", "regie");
    stage.partner(here, "public-health", "ggd");
    stage.partner(here, "police", "politie");
    stage.partner(here, "religious-organisations", "kerk");
    stage.partner(stage.municipality("Ginds"), "municipality", "ginds");
    plan = stage.plan("regie", "Cijfers");
    String section = section(plan, "3.4").getString("id");
    stage.assign("regie", plan, section, "politie", "signalling");
    for (String key : List.of("3.10", "3.11", "5.4")) {
      stage.assign("regie", plan, section(plan, key).getString("id"), "kerk");
    }
  }

  @AfterAll
  static void stop() {
    stage.close();
  }

  @Test
  void aFigureHasItsSourceAndYearAndSaysWhenItIsOld_J7() {
    JsonObject fresh = registered("ggd", figure("3.4").put("year", thisYear()));
    assertFalse(fresh.getBoolean("stale"));
    assertEquals("ggd", fresh.getJsonObject("by").getString("name"));
    assertEquals("3.4", fresh.getJsonObject("section").getString("number"));
    assertFalse(registered("ggd", figure("3.4").put("year", thisYear() - 4)).getBoolean("stale"));
    assertTrue(registered("ggd", figure("3.4").put("year", thisYear() - 5)).getBoolean("stale"));
    for (String field : List.of("label", "value", "source", "year")) {
      JsonObject without = figure("3.4");
      without.remove(field);
      Reply refused = register("ggd", without);
      assertEquals(400, refused.status(), field);
      assertEquals(field, refused.json().getString("field"));
    }
    assertEquals(
        "year",
        register("ggd", figure("3.4").put("year", thisYear() + 1)).json().getString("field"));
    JsonObject nowhere = figure("3.4").put("section", UUID.randomUUID().toString());
    assertEquals("section", register("ggd", nowhere).json().getString("field"));
    JsonObject question = figure("3.4").put("question", "Wat?");
    assertEquals("question", register("ggd", question).json().getString("field"));
  }

  @Test
  void whoHasARoleRegistersAndOthersDoNot_J8() {
    registered("politie", figure("3.4"));
    registered("politie", figure(null).put("question", "own-figures"));
    Reply without = register("kerk", figure(null));
    assertEquals(403, without.status());
    assertEquals("role-required", without.json().getString("type"));
    assertEquals("section", register("ggd", figure("3.8")).json().getString("field"));
    JsonObject all = list("kerk");
    assertFalse(all.getBoolean("mayAdd"));
    assertTrue(list("politie").getBoolean("mayAdd"));
  }

  @Test
  void othersChangeOnlyWhatTheirPartnerRegistered_J8() {
    JsonObject theirs = registered("ggd", figure("3.4"));
    assertFalse(item(list("politie"), theirs).orElseThrow().getBoolean("mayChange"));
    assertEquals(403, change("politie", theirs, figure("3.4")).status());
    assertEquals(403, remove("politie", theirs, true).status());
    JsonObject own = registered("politie", figure("3.4"));
    JsonObject changed =
        expect(200, change("politie", own, figure("3.4").put("value", "8"))).json();
    assertEquals("8", changed.getString("value"));
    JsonObject corrected = expect(200, change("ggd", changed, figure("3.4"))).json();
    assertEquals("politie", corrected.getJsonObject("by").getString("name"), "who registered it");
    expect(200, remove("regie", corrected, true));
  }

  @Test
  void aFigureOfAHiddenSectionIsNowhere_J8() {
    JsonObject other = stage.plan("regie", "Verborgen");
    String hidden = section(other, "4.4").getString("id");
    stage.assign("regie", other, hidden, "ggd");
    stage.hide("regie", other, hidden, true);
    stage.override("regie", other, hidden, "ggd", "none");
    JsonObject body = figure(null).put("section", hidden).put("label", "Geheim cijfer");
    JsonObject made;
    try (RawClient ggd = RawClient.collab(DATABASE.vertx(), stage.port());
        RawClient regie = RawClient.collab(DATABASE.vertx(), stage.port())) {
      ggd.attach("plan:" + other.getString("id"), "ggd");
      regie.attach("plan:" + other.getString("id"), "regie");
      ggd.settle();
      regie.settle();
      int before = ggd.mark();
      made =
          expect(201, stage.send("regie", "POST", PlanStage.path(other) + "/figures", body)).json();
      regie.awaitWords(0, "figures-changed");
      ggd.settle();
      assertFalse(ggd.holds(before, "figures-changed"), "not even that there was something");
      body.putNull("section");
      expect(
          201,
          stage.send(
              "regie",
              "POST",
              PlanStage.path(other) + "/figures",
              body.copy().put("label", "Van het plan")));
      ggd.awaitWords(before, "figures-changed");
    }
    Reply list = expect(200, stage.get("ggd", PlanStage.path(other) + "/figures"));
    assertFalse(list.body().contains("Geheim"));
    assertFalse(list.body().contains(hidden));
    assertEquals(404, change("ggd", made, figure(null)).status());
    assertEquals(404, remove("ggd", made, true).status());
    assertTrue(stage.get("regie", PlanStage.path(other) + "/figures").body().contains("Geheim"));
  }

  @Test
  void anotherMunicipalityFindsNothing_J8() {
    JsonObject made = registered("ggd", figure("3.4"));
    assertEquals(404, stage.get("ginds", PlanStage.path(plan) + "/figures").status());
    assertEquals(404, register("ginds", figure(null)).status());
    assertEquals(404, change("ginds", made, figure("3.4")).status());
    assertEquals(404, remove("ginds", made, true).status());
  }

  @Test
  void whatIsTakenAwayIsInNoListAndComesBack_J9() {
    JsonObject made = registered("ggd", figure("3.4"));
    JsonObject gone = expect(200, remove("ggd", made, true)).json();
    assertTrue(item(list("ggd"), made).isEmpty());
    Reply late = change("ggd", made, figure("3.4"));
    assertEquals(409, late.status());
    assertEquals(gone.getLong("version"), late.json().getLong("version"));
    expect(200, remove("ggd", made, false));
    assertTrue(item(list("ggd"), made).isPresent());
  }

  private static int thisYear() {
    return Instant.ofEpochMilli(stage.clock().nowMs())
        .atZone(ZoneId.of("Europe/Amsterdam"))
        .getYear();
  }

  private static JsonObject figure(String key) {
    return new JsonObject()
        .put("label", "Scholieren die ooit hebben geblowd")
        .put("value", "12,4")
        .put("unit", "%")
        .put("source", "Gezondheidsmonitor Jeugd")
        .put("year", thisYear())
        .put("section", key == null ? null : section(plan, key).getString("id"));
  }

  private static Reply register(String who, JsonObject figure) {
    return stage.send(who, "POST", PlanStage.path(plan) + "/figures", figure);
  }

  private static JsonObject registered(String who, JsonObject figure) {
    return expect(201, register(who, figure)).json();
  }

  private static Reply change(String who, JsonObject made, JsonObject figure) {
    JsonObject body = figure.copy().put("version", made.getLong("version"));
    return stage.send(who, "PUT", "/v1/figures/" + made.getString("id"), body);
  }

  private static Reply remove(String who, JsonObject made, boolean removed) {
    String path = "/v1/figures/" + made.getString("id") + "/removed";
    return stage.send(who, "PUT", path, new JsonObject().put("removed", removed));
  }

  private static JsonObject list(String who) {
    return expect(200, stage.get(who, PlanStage.path(plan) + "/figures")).json();
  }

  private static Optional<JsonObject> item(JsonObject all, JsonObject figure) {
    Stream<JsonObject> items = all.getJsonArray("items").stream().map(JsonObject.class::cast);
    return items.filter(each -> each.getString("id").equals(figure.getString("id"))).findFirst();
  }
}
