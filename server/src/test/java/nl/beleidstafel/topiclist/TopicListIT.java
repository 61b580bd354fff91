package nl.beleidstafel.topiclist;

import static nl.beleidstafel.testkit.PlanStage.expect;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.sections.People;
import nl.beleidstafel.talks.TopicLists;
import nl.beleidstafel.testkit.HttpProbe;
import nl.beleidstafel.testkit.HttpProbe.Reply;
import nl.beleidstafel.testkit.PlanStage;
import nl.beleidstafel.testkit.junit.DatabaseExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Lists of topics over HTTP, on the real database.
final class TopicListIT {
  @RegisterExtension static final DatabaseExtension DATABASE = new DatabaseExtension();

  private static final String MODEL = "model-drugspreventie";

  private static PlanStage stage;
  private static MunicipalityId here;

  @BeforeAll
  static void start() {
    stage = PlanStage.start(DATABASE.vertx(), DATABASE.database());
    here = stage.municipality("Hier");
    stage.partner(here, "municipality", "regie");
    stage.partner(here, "public-health", "ggd");
    stage.partner(stage.municipality("Ginds"), "municipality", "ginds");
  }

  @AfterAll
  static void stop() {
    stage.close();
  }

  @Test
  void theModelsListIsThereForEverybodyAndNeverChanged_J3() {
    JsonObject all = expect(200, stage.get("ggd", "/v1/topic-lists")).json();
    JsonObject model = item(all, MODEL).orElseThrow();
    assertEquals(21, model.getInteger("questions"));
    assertTrue(model.getBoolean("isModel"));
    assertFalse(all.getBoolean("mayEdit"));
    JsonObject shown = expect(200, stage.get("ggd", "/v1/topic-lists/" + MODEL)).json();
    assertEquals(6, shown.getJsonArray("advice").size());
    Reply refused = save("regie", shown, shown.getJsonObject("content"));
    assertEquals(409, refused.status());
    assertEquals("topic-list-is-model", refused.json().getString("type"));
  }

  @Test
  void aCopyKeepsTheIdsOfQuestionsAndWhereItComesFrom_J3() {
    JsonObject copy = copy("Onze lijst", MODEL);
    assertEquals(MODEL, copy.getString("model"));
    assertEquals(6, copy.getJsonArray("advice").size());
    JsonObject again = copy("Kopie van een kopie", copy.getString("id"));
    assertEquals(MODEL, again.getString("model"));
    assertEquals(
        copy.getJsonObject("content").getJsonArray("groups"),
        again.getJsonObject("content").getJsonArray("groups"));
    assertTrue(again.encode().contains("\"own-figures\""));
    JsonObject absent = made("Niets").put("copyOf", UUID.randomUUID().toString());
    assertEquals(404, stage.send("regie", "POST", "/v1/topic-lists", absent).status());
  }

  @Test
  void eachSavingIsAVersionThatStays_J4() {
    JsonObject list = copy("Met versies", MODEL);
    JsonObject content = list.getJsonObject("content").copy().put("title", "Tweede titel");
    JsonObject second = expect(200, save("regie", list, content)).json();
    assertEquals(2, second.getInteger("version"));
    assertEquals("regie", by(second, 0));
    JsonObject same = expect(200, save("regie", second, content)).json();
    assertEquals(2, same.getInteger("version"), "nothing changed, so nothing was saved");
    Reply late = save("regie", list, content.copy().put("title", "Te laat"));
    assertEquals(409, late.status());
    assertEquals(2, late.json().getInteger("version"));
    JsonObject first = expect(200, stage.get("ggd", path(list) + "?version=1")).json();
    assertEquals("Met versies", first.getJsonObject("content").getString("title"));
    assertEquals(2, first.getInteger("newest"));
    assertEquals(404, stage.get("ggd", path(list) + "?version=3").status());
    assertEquals(404, stage.get("ggd", path(list) + "?version=x").status());
    assertEquals(404, stage.get("ggd", path(list) + "?version=").status());
  }

  @Test
  void whatIsArchivedIsFoundByThoseWhoHaveItAndTakesNoChange_J4() {
    JsonObject list = copy("Naar het archief", MODEL);
    expect(200, archive("regie", list, true));
    JsonObject all = expect(200, stage.get("regie", "/v1/topic-lists")).json();
    assertTrue(item(all, list.getString("id")).orElseThrow().getBoolean("archived"));
    Reply refused = save("regie", list, list.getJsonObject("content").copy().put("title", "Nee"));
    assertEquals("topic-list-archived", refused.json().getString("type"));
    assertTrue(find(here, list.getString("id"), 1).isPresent());
    JsonObject back = expect(200, archive("regie", list, false)).json();
    assertFalse(back.getBoolean("archived"));
  }

  @Test
  void anInterviewFindsTheVersionThatItAsksFor_J4() {
    JsonObject list = copy("Voor een gesprek", MODEL);
    expect(200, save("regie", list, list.getJsonObject("content").copy().put("title", "Nieuw")));
    String id = list.getString("id");
    assertEquals("Nieuw", find(here, id, null).orElseThrow().content().title());
    assertEquals("Voor een gesprek", find(here, id, 1).orElseThrow().content().title());
    assertTrue(find(here, id, 3).isEmpty());
    assertEquals(1, find(here, MODEL, null).orElseThrow().version());
    assertTrue(find(here, MODEL, 2).isEmpty());
    assertTrue(find(here, "model-niets", null).isEmpty());
    assertTrue(find(stage.who("ginds").municipality(), id, null).isEmpty());
  }

  @Test
  void onlyTheMunicipalityChangesLists_J5() {
    JsonObject list = copy("Van de gemeente", MODEL);
    JsonObject content = list.getJsonObject("content").copy().put("title", "Van de GGD");
    for (Reply reply :
        List.of(
            stage.send("ggd", "POST", "/v1/topic-lists", made("Van de GGD")),
            save("ggd", list, content),
            archive("ggd", list, true))) {
      assertEquals(403, reply.status());
      assertEquals("municipality-required", reply.json().getString("type"));
    }
    assertFalse(expect(200, stage.get("ggd", path(list))).json().getBoolean("mayEdit"));
  }

  @Test
  void anotherMunicipalityFindsNothing_J5() {
    JsonObject list = copy("Van hier", MODEL);
    String nowhere = "/v1/topic-lists/" + UUID.randomUUID();
    assertEquals(404, stage.get("ginds", path(list)).status());
    assertEquals(stage.get("ginds", nowhere).body(), stage.get("ginds", path(list)).body());
    assertEquals(404, save("ginds", list, list.getJsonObject("content")).status());
    assertEquals(404, archive("ginds", list, true).status());
    JsonObject copyOf = made("Gestolen").put("copyOf", list.getString("id"));
    assertEquals(404, stage.send("ginds", "POST", "/v1/topic-lists", copyOf).status());
    assertFalse(stage.get("ginds", "/v1/topic-lists").body().contains(list.getString("id")));
  }

  /// What is put where in the first question of the first group, and the field that is named.
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          "id": "general"; groups[0].questions[0].id
          "id": "added-1"; groups[0].questions[0].id
          "id": "Een vraag"; groups[0].questions[0].id
          "id": "figures-recognised"; groups[0].questions[1].id
          "text": " "; groups[0].questions[0].text
          "text": 5; groups[0].questions[0].text
          "text": null; groups[0].questions[0].text
          "probes": ["goed", ""]; groups[0].questions[0].probes[1]
          "probes": "een"; groups[0].questions[0].probes
          "when": {"partnerKinds": ["niemand"]}; groups[0].questions[0].when
          "when": {"experiment": "ja"}; groups[0].questions[0].when.experiment
          """)
  void whatDoesNotFitIsRefusedWithItsPlace_J6(String field, String place) {
    JsonObject list = copy("Met een fout", MODEL);
    JsonObject content = list.getJsonObject("content").copy();
    content
        .getJsonArray("groups")
        .getJsonObject(0)
        .getJsonArray("questions")
        .getJsonObject(0)
        .mergeIn(new JsonObject("{" + field + "}"));
    Reply refused = save("regie", list, content);
    assertEquals(400, refused.status(), refused.body());
    assertEquals(place, refused.json().getString("field"));
  }

  @Test
  void aListHasABound_J6() {
    JsonObject list = copy("Te lang", MODEL);
    JsonArray groups = new JsonArray();
    for (int i = 0; i < 31; i++) {
      groups.add(
          new JsonObject()
              .put("id", "g" + i)
              .put("title", "Groep")
              .put("questions", new JsonArray()));
    }
    Reply refused = save("regie", list, list.getJsonObject("content").put("groups", groups));
    assertEquals("groups", refused.json().getString("field"));
    JsonArray questions = new JsonArray();
    for (int i = 0; i < 61; i++) {
      questions.add(
          new JsonObject().put("id", "v" + i).put("text", "Wat?").put("probes", new JsonArray()));
    }
    JsonObject half = new JsonObject().put("title", "Half");
    String second = questions.encode().replace("\"v", "\"w");
    groups =
        new JsonArray()
            .add(half.copy().put("id", "a").put("questions", questions))
            .add(half.copy().put("id", "b").put("questions", new JsonArray(second)));
    refused = save("regie", list, list.getJsonObject("content").put("groups", groups));
    assertEquals("groups[1].questions", refused.json().getString("field"));
  }

  private static Optional<TopicLists.Found> find(MunicipalityId at, String list, Integer version) {
    TopicLists lists =
        new TopicListSlice(
                stage.database(),
                stage.roles().rights(),
                People.of(stage.database()),
                stage.clock(),
                new TopicListSlice.Written(
                    Path.of(System.getProperty("basedir", "."), "..", "config"),
                    PlanStage.TEMPLATES.partnerKinds()))
            .lists();
    return HttpProbe.wait(lists.find(at, list, version));
  }

  private static JsonObject made(String title) {
    return new JsonObject().put("title", title).put("goal", "Weten wat er speelt.");
  }

  private static JsonObject copy(String title, String of) {
    JsonObject body = made(title).put("copyOf", of);
    return expect(201, stage.send("regie", "POST", "/v1/topic-lists", body)).json();
  }

  private static String path(JsonObject list) {
    return "/v1/topic-lists/" + list.getString("id");
  }

  private static Reply save(String who, JsonObject list, JsonObject content) {
    JsonObject body =
        new JsonObject().put("version", list.getInteger("version")).put("content", content);
    return stage.send(who, "PUT", path(list), body);
  }

  private static Reply archive(String who, JsonObject list, boolean archived) {
    return stage.send(
        who, "PUT", path(list) + "/archived", new JsonObject().put("archived", archived));
  }

  private static Optional<JsonObject> item(JsonObject all, String id) {
    Stream<JsonObject> items = all.getJsonArray("items").stream().map(JsonObject.class::cast);
    return items.filter(each -> each.getString("id").equals(id)).findFirst();
  }

  private static String by(JsonObject list, int index) {
    return list.getJsonArray("versions").getJsonObject(index).getJsonObject("by").getString("name");
  }
}
