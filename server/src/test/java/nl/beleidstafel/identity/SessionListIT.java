package nl.beleidstafel.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Set;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.testkit.HttpProbe.Reply;
import nl.beleidstafel.testkit.junit.DatabaseExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// One's own sessions: seen and ended from elsewhere.
final class SessionListIT {
  @RegisterExtension static final DatabaseExtension DATABASE = new DatabaseExtension();

  private WaysInStage stage;

  @BeforeEach
  void start() {
    stage = new WaysInStage(DATABASE, Set.of());
  }

  @AfterEach
  void stop() {
    stage.close();
  }

  @Test
  void aPersonSeesTheirOwnSessionsAndWhichIsThisOne() {
    String firefox =
        WaysInStage.token(
            stage.server.post(
                "/v1/session",
                new JsonObject().put("email", "school@demo.test").put("password", "demo-demo-demo"),
                "User-Agent",
                "Mozilla/5.0 (Windows NT 10.0; rv:140.0) Firefox/140.0 <script>"));
    stage.clock.advanceSeconds(120);
    String token = stage.token("school");
    stage.token("ggd");
    JsonArray items = list(token);
    assertEquals(2, items.size());
    assertTrue(items.getJsonObject(0).getBoolean("current"));
    JsonObject other = items.getJsonObject(1);
    assertFalse(other.getBoolean("current"));
    assertEquals("Firefox, Windows", other.getString("browser"));
    assertEquals("password", other.getString("kind"));
    assertTrue(list(firefox).getJsonObject(0).getBoolean("current"));
    assertFalse(items.encode().contains(firefox), "no token, and no hash of one");
  }

  @Test
  void endingOneEndsThatOneAtOnceAndTellsTheSockets() {
    String here = stage.token("school");
    String there = stage.token("school");
    String id =
        list(there).stream()
            .map(JsonObject.class::cast)
            .filter(each -> each.getBoolean("current"))
            .findFirst()
            .orElseThrow()
            .getString("id");
    assertEquals(204, stage.delete(here, "/v1/sessions/" + id).status());
    assertEquals(401, stage.get(there, "/v1/session").status());
    assertEquals(200, stage.get(here, "/v1/session").status());
    assertEquals(404, stage.delete(here, "/v1/sessions/" + id).status());
    assertEquals(stage.member("school"), stage.ended.getFirst().toString());
    assertEquals(1, stage.ended.size());
  }

  @Test
  void endingTheOthersLeavesThisOne() {
    String here = stage.token("school");
    String there = stage.token("school");
    String somebody = stage.token("ggd");
    assertEquals(204, stage.delete(here, "/v1/sessions").status());
    assertEquals(401, stage.get(there, "/v1/session").status());
    assertEquals(200, stage.get(here, "/v1/session").status());
    assertEquals(200, stage.get(somebody, "/v1/session").status());
    assertEquals(1, stage.ended.size());
    assertEquals(204, stage.delete(here, "/v1/sessions").status());
    assertEquals(1, stage.ended.size(), "nothing more ended");
  }

  @Test
  void somebodyElsesSessionIsAbsent() {
    String id = list(stage.token("ggd")).getJsonObject(0).getString("id");
    String token = stage.token("school");
    Reply foreign = stage.delete(token, "/v1/sessions/" + id);
    Reply absent = stage.delete(token, "/v1/sessions/0a0b0c0d-0000-4000-8000-000000000000");
    assertEquals(404, foreign.status());
    assertEquals(absent.body(), foreign.body());
    assertEquals(404, stage.delete(token, "/v1/sessions/" + id + "0").status());
    assertEquals(0, stage.ended.size());
  }

  @Test
  void endedSessionsAreNotShown() {
    stage.token("school");
    stage.clock.advanceMs(Limits.SESSION_IDLE_MAX_MS);
    assertEquals(1, list(stage.token("school")).size());
  }

  @Test
  void signingOutTellsTheSockets() {
    String token = stage.token("school");
    assertEquals(204, stage.delete(token, "/v1/session").status());
    assertEquals(stage.member("school"), stage.ended.getFirst().toString());
  }

  private JsonArray list(String token) {
    return stage.get(token, "/v1/sessions").json().getJsonArray("items");
  }
}
