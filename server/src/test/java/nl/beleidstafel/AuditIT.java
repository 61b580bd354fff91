package nl.beleidstafel;

import static nl.beleidstafel.PeopleStage.guest;
import static nl.beleidstafel.PeopleStage.items;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.util.List;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.testkit.HttpProbe.Reply;
import nl.beleidstafel.testkit.junit.DatabaseExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Reading the audit log and taking it along.
final class AuditIT {
  @RegisterExtension static final DatabaseExtension DATABASE = new DatabaseExtension();

  private PeopleStage stage;
  private String regie;

  @BeforeEach
  void start() {
    stage = new PeopleStage(DATABASE);
    regie = stage.token("regie");
  }

  @AfterEach
  void stop() {
    stage.close();
  }

  @Test
  void comingInIsNotedDoneAndRefusedWithoutSecrets() {
    stage.signIn("ggd@demo.test", "geraden-wachtwoord");
    stage.signIn("niemand@demo.test", "geraden-wachtwoord");
    String ggd = stage.token("ggd");
    stage.delete(ggd, "/v1/session");
    PeopleStage.until(() -> lines("?action=session").size() >= 4);
    String log = stage.get(regie, "/v1/audit-log?action=session").body();
    assertTrue(log.contains("\"result\":\"refused\""));
    assertTrue(log.contains("session.close"));
    assertTrue(log.contains("Bram Oosterveld"), "named at reading");
    assertTrue(log.contains("127.0.0.1"));
    JsonObject refused =
        lines("?action=session.open").stream()
            .filter(line -> "refused".equals(line.getString("result")))
            .findFirst()
            .orElseThrow();
    assertFalse(refused.containsKey("actor"), "it may have been anybody");
    String table =
        stage.query("SELECT * FROM audit").stream()
            .map(row -> row.toJson().encode())
            .toList()
            .toString();
    for (String secret : List.of("geraden", "demo-demo", "Bram", "@demo.test", ggd)) {
      assertFalse(table.contains(secret), secret);
    }
  }

  @Test
  void thePageIsNarrowedAndTurned() {
    String police = stage.partner(regie, "PO");
    for (int i = 0; i < Limits.AUDIT_PAGE_MAX + 3; i++) {
      JsonObject wish = new JsonObject().put("name", "Politie " + i).put("kind", "police");
      assertEquals(200, stage.put(regie, "/v1/partners/" + police, wish).status());
    }
    JsonObject first = stage.get(regie, "/v1/audit-log?action=partner").json();
    assertEquals(Limits.AUDIT_PAGE_MAX, first.getJsonArray("items").size());
    List<JsonObject> rest = lines("?action=partner&before=" + first.getString("next"));
    assertEquals(3, rest.size());
    assertEquals("Politie 52", rest.getFirst().getString("objectName"), "its name of today");
    String bram = stage.member(regie, "Bram Oosterveld");
    assertEquals(0, lines("?action=partner&member=" + bram).size());
    assertEquals(0, lines("?from=2099-01-01").size());
    assertEquals(0, lines("?until=2001-01-01").size());
    assertTrue(lines("?from=2001-01-01&until=2099-01-01").size() > 3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"?before=x", "?before=-1", "?member=x", "?from=gisteren", "?action=A'; --"})
  void oddWishesAreRefused(String query) {
    String path = "/v1/audit-log" + query.replace(" ", "%20").replace("'", "%27");
    assertEquals(400, stage.get(regie, path).status());
  }

  @Test
  void theExportHoldsNoFormulaAndIsNoted() {
    String police = stage.partner(regie, "PO");
    JsonObject body = guest("=HYPERLINK(\"x\";\"y\")", "piet@x.test").put("partner", police);
    assertEquals(201, stage.post(regie, "/v1/links", body).status());
    String token = stage.linkToken("piet@x.test", "/ga#token");
    stage.server.post("/v1/link/open", new JsonObject().put("token", token));
    Reply csv = stage.get(regie, "/v1/audit-log/export?action=link");
    assertEquals("text/csv; charset=utf-8", csv.header("Content-Type"));
    assertTrue(csv.header("Content-Disposition").startsWith("attachment"));
    assertTrue(csv.body().startsWith("\uFEFF\"Tijd\";\"Persoon\""), csv.body());
    assertTrue(csv.body().contains("\"'=HYPERLINK(\"\"x\"\";\"\"y\"\")\""), csv.body());
    assertFalse(csv.body().contains(";\"=HYPERLINK"));
    assertEquals(1, lines("?action=audit.export").size());
  }

  @Test
  void onlyAdministratorsRead() {
    String ggd = stage.token("ggd");
    for (String path : List.of("/v1/audit-log", "/v1/audit-log/export")) {
      assertEquals(403, stage.get(ggd, path).status());
    }
  }

  @Test
  void nobodyChangesOrRemovesALineBeforeItsTime() {
    stage.partner(regie, "PO");
    PeopleStage.until(() -> !lines("").isEmpty());
    for (String sql :
        List.of("UPDATE audit SET origin = ''", "DELETE FROM audit", "TRUNCATE audit")) {
      assertThrows(RuntimeException.class, () -> stage.query(sql));
    }
    stage.query(
        "INSERT INTO audit (at, action, object_kind, object, result, origin)"
            + " VALUES (now() - interval '6 years', 'x.y', 'z', '', 'done', '')");
    stage.query("DELETE FROM audit WHERE at < now() - interval '5 years'");
  }

  private List<JsonObject> lines(String query) {
    return items(stage.get(regie, "/v1/audit-log" + query));
  }
}
