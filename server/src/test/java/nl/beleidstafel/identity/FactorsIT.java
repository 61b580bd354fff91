package nl.beleidstafel.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.identity.WaysInStage.App;
import nl.beleidstafel.testkit.HttpProbe;
import nl.beleidstafel.testkit.HttpProbe.Reply;
import nl.beleidstafel.testkit.junit.DatabaseExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A second factor, from setting it up to losing it, over HTTP, with the real database.
final class FactorsIT {
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
  void afterSettingItUpACodeIsDue() {
    App app = stage.setUp(stage.token("school"));
    stage.nextCode();
    Reply due = stage.signIn("school", WaysInStage.PASSWORD);
    assertEquals(401, due.status());
    assertEquals("second-factor-required", due.json().getString("type"));
    assertFalse(due.headers().map().containsKey("set-cookie"));
    Reply opened = stage.signIn("school", WaysInStage.PASSWORD, app.code(stage.clock));
    assertEquals(200, opened.status());
    JsonObject session =
        stage.get(WaysInStage.token(opened), "/v1/session").json().getJsonObject("session");
    assertEquals("second-factor", session.getString("kind"));
    assertFalse(session.getBoolean("secondFactorDue"));
  }

  @Test
  void aCodeWorksOnceAndNoOlderOneAfterIt() {
    App app = stage.setUp(stage.token("school"));
    assertEquals(
        "code-wrong", type(stage.signIn("school", WaysInStage.PASSWORD, app.code(stage.clock))));
    String before = app.code(stage.clock);
    stage.nextCode();
    String code = app.code(stage.clock);
    assertEquals(200, stage.signIn("school", WaysInStage.PASSWORD, code).status());
    assertEquals("code-wrong", type(stage.signIn("school", WaysInStage.PASSWORD, code)));
    assertEquals("code-wrong", type(stage.signIn("school", WaysInStage.PASSWORD, before)));
    stage.nextCode();
    String spaced = new StringBuilder(app.code(stage.clock)).insert(3, ' ').toString();
    assertEquals(200, stage.signIn("school", WaysInStage.PASSWORD, spaced).status());
  }

  @Test
  void oneCodeShownManyTimesAtOnceOpensOneSession() throws InterruptedException {
    App app = stage.setUp(stage.token("school"));
    stage.nextCode();
    String code = app.code(stage.clock);
    List<Integer> answers = new CopyOnWriteArrayList<>();
    List<Thread> threads =
        java.util.stream.IntStream.range(0, 4)
            .mapToObj(_ ->
                Thread.startVirtualThread(
                    () -> answers.add(stage.signIn("school", WaysInStage.PASSWORD, code).status())))
            .toList();
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals(1, answers.stream().filter(status -> status == 200).count(), answers.toString());
  }

  @Test
  void beforeThePasswordIsRightNothingTellsThatThereIsASecondFactor() {
    stage.setUp(stage.token("school"));
    Reply with = stage.signIn("school", "not-the-password");
    Reply without = stage.signIn("ggd", "not-the-password");
    Reply nobody = stage.signIn("nobody", "not-the-password");
    Reply withCode = stage.signIn("school", "not-the-password", "123456");
    for (Reply each : List.of(without, nobody, withCode)) {
      assertEquals(with.status(), each.status());
      assertEquals(with.body(), each.body());
      assertEquals(with.headers().map().keySet(), each.headers().map().keySet());
    }
    assertEquals("credentials-wrong", type(with));
  }

  @Test
  void theSecretIsSealedInTheDatabase() {
    String token = stage.token("school");
    JsonObject begun = stage.post(token, "/v1/factors/totp", new JsonObject()).json();
    byte[] secret = WaysInStage.Base32.read(begun.getString("secret")).toArray();
    String hex = java.util.HexFormat.of().formatHex(secret);
    assertEquals(0, stage.count("totp WHERE encode(secret, 'hex') LIKE '%" + hex + "%'"));
    assertEquals(
        "otpauth://totp/Beleidstafel:school%40demo.test?secret="
            + begun.getString("secret")
            + "&issuer=Beleidstafel",
        begun.getString("uri"));
    assertEquals(200, stage.signIn("school", WaysInStage.PASSWORD).status(), "not confirmed yet");
  }

  @Test
  void whenTheKeyIsLostRecoveryCodesStillWork() {
    App app = stage.setUp(stage.token("school"));
    stage.close();
    String kept = stage.text("SELECT encode(secret, 'hex') FROM totp");
    List<String> hashes = app.codes.stream().map(c -> hex(RecoveryCodes.hash(c))).toList();
    stage = new WaysInStage(DATABASE, Set.of());
    String school = stage.member("school");
    stage.sql(
        "INSERT INTO totp VALUES ('" + school + "', decode('" + kept + "', 'hex'), now(), 0)");
    hashes.forEach(hash ->
        stage.sql(
            "INSERT INTO recovery_code VALUES ('" + school + "', decode('" + hash + "', 'hex'))"));
    assertEquals(
        "code-wrong", type(stage.signIn("school", WaysInStage.PASSWORD, app.code(stage.clock))));
    assertEquals(200, stage.signIn("school", WaysInStage.PASSWORD, app.codes.getFirst()).status());
  }

  @Test
  void eachRecoveryCodeWorksOnceAndANewSetReplacesTheOld() {
    String token = stage.token("school");
    App app = stage.setUp(token);
    assertEquals(Limits.RECOVERY_CODES, Set.copyOf(app.codes).size());
    String typed = app.codes.get(3).toLowerCase(Locale.ROOT).replace("-", " ");
    assertEquals(200, stage.signIn("school", WaysInStage.PASSWORD, typed).status());
    assertEquals("code-wrong", type(stage.signIn("school", WaysInStage.PASSWORD, typed)));
    assertEquals(9, left(token));
    Reply renewed = stage.post(token, "/v1/factors/recovery-codes", new JsonObject());
    assertEquals(201, renewed.status());
    assertEquals(10, left(token));
    assertEquals(
        "code-wrong", type(stage.signIn("school", WaysInStage.PASSWORD, app.codes.get(4))));
    String fresh = renewed.json().getJsonArray("recoveryCodes").getString(0);
    assertEquals(200, stage.signIn("school", WaysInStage.PASSWORD, fresh).status());
    assertEquals(
        0,
        stage.count(
            "recovery_code WHERE position(convert_to('" + fresh + "', 'UTF8') IN code_hash) > 0"));
    assertEquals(0, stage.count("recovery_code WHERE octet_length(code_hash) <> 32"));
  }

  @Test
  void withoutAFactorThereAreNoRecoveryCodes() {
    String token = stage.token("school");
    assertEquals(
        "no-factor", type(stage.post(token, "/v1/factors/recovery-codes", new JsonObject())));
    stage.setUp(token);
    assertEquals(204, stage.delete(token, "/v1/factors/totp").status());
    assertEquals(0, left(token));
    assertEquals(404, stage.delete(token, "/v1/factors/totp").status());
    assertEquals(200, stage.signIn("school", WaysInStage.PASSWORD).status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"000000", "", "abc", "12345678901234567890"})
  void aWrongFirstCodeSetsNothingUp(String code) {
    String token = stage.token("school");
    stage.post(token, "/v1/factors/totp", new JsonObject());
    Reply refused = stage.confirm(token, code);
    assertEquals(400, refused.status());
    assertEquals("code", refused.json().getString("field"));
    assertEquals(0, stage.count("totp WHERE confirmed_at IS NOT NULL"));
  }

  @Test
  void whatIsSetUpIsNotReplacedInPassing() {
    String token = stage.token("school");
    stage.setUp(token);
    assertEquals("set-up-already", type(stage.post(token, "/v1/factors/totp", new JsonObject())));
  }

  @Test
  void settingItUpEndsTheSessionsThatHaveNotShownIt() {
    String old = stage.token("school");
    String token = stage.token("school");
    stage.setUp(token);
    assertEquals(401, stage.get(old, "/v1/sessions").status());
    assertEquals(200, stage.get(token, "/v1/sessions").status());
    assertEquals(1, stage.ended.size());
    assertEquals(stage.member("school"), stage.ended.getFirst().toString());
  }

  @Test
  void aSessionThatWasLeftOpenChangesNoFactor() {
    String token = stage.token("school");
    stage.clock.advanceMs(Limits.SESSION_FRESH_MAX_MS);
    for (String path :
        List.of(
            "/v1/factors/totp",
            "/v1/factors/totp/confirmation",
            "/v1/factors/recovery-codes",
            "/v1/factors/passkeys",
            "/v1/factors/passkeys/challenge")) {
      assertEquals("sign-in-again", type(stage.post(token, path, new JsonObject())), path);
    }
    assertEquals("sign-in-again", type(stage.delete(token, "/v1/factors/totp")));
    assertFalse(stage.get(token, "/v1/factors").json().getBoolean("mayChange"));
  }

  @Test
  void aPersonalLinkChangesNoFactor() {
    String token = stage.token("school");
    stage.sql("UPDATE session SET kind = 'link'");
    assertEquals("account-required", type(stage.post(token, "/v1/factors/totp", new JsonObject())));
  }

  @Test
  void whereItIsRequiredNothingElseGoesBeforeItIsSetUp() {
    String regie = stage.token("regie");
    String school = stage.token("school");
    assertEquals("own-factor-first", type(require(regie, true)));
    stage.setUp(regie);
    assertEquals(200, require(regie, true).status());
    for (String token : List.of(school, stage.token("ggd"))) {
      JsonObject me = stage.get(token, "/v1/session").json();
      assertTrue(me.getJsonObject("session").getBoolean("secondFactorDue"));
      assertEquals("second-factor-due", type(stage.get(token, "/v1/sessions")));
      assertEquals(403, stage.delete(token, "/v1/sessions").status());
      assertEquals(403, stage.post(token, "/v1/factors/recovery-codes", new JsonObject()).status());
      assertTrue(HttpProbe.wait(stage.identity.sessionOf(token, true)).isEmpty(), "no socket");
      stage.setUp(token);
      assertTrue(HttpProbe.wait(stage.identity.sessionOf(token, true)).isPresent());
      assertEquals(200, stage.get(token, "/v1/sessions").status());
    }
    assertEquals(200, require(regie, false).status());
    assertEquals(200, stage.get(stage.token("politie"), "/v1/sessions").status());
  }

  @Test
  void onlyAnAdministratorDecidesOfTheWaysIn() {
    String token = stage.token("school");
    assertEquals("administrator-required", type(stage.get(token, "/v1/sign-in-settings")));
    assertEquals("administrator-required", type(require(token, true)));
    assertEquals("administrator-required", type(stage.get(token, "/v1/factors/members")));
    String path = "/v1/members/" + stage.member("ggd") + "/factors";
    assertEquals("administrator-required", type(stage.delete(token, path)));
    assertEquals(0, stage.count("municipality WHERE second_factor_required"));
  }

  @Test
  void anAdministratorGivesAColleagueANewStartAndTheyAreTold() {
    String school = stage.token("school");
    App app = stage.setUp(school);
    String regie = stage.token("regie");
    stage.sql("DELETE FROM mail");
    String path = "/v1/members/" + stage.member("school") + "/factors";
    assertEquals(204, stage.delete(regie, path).status());
    assertEquals(401, stage.get(school, "/v1/session").status(), "their sessions have ended");
    assertEquals(stage.member("school"), stage.ended.getLast().toString());
    assertEquals(1, stage.count("mail WHERE recipient = 'school@demo.test'"));
    assertTrue(stage.text("SELECT body FROM mail").contains("/account/beveiliging"));
    assertEquals(1, stage.count("audit WHERE action = 'factor.reset' AND result = 'done'"));
    assertEquals(200, stage.signIn("school", WaysInStage.PASSWORD).status());
    assertEquals(0, stage.count("recovery_code"), app.codes.getFirst());
  }

  @Test
  void nobodyOfAnotherMunicipalityAndNotOneself() {
    String regie = stage.token("regie");
    String own = "/v1/members/" + stage.member("regie") + "/factors";
    assertEquals("not-oneself", type(stage.delete(regie, own)));
    assertEquals(404, stage.delete(regie, "/v1/members/x/factors").status());
    stage.sql(
        "INSERT INTO municipality (id, name, created_at) VALUES"
            + " ('00000000-0000-4000-8000-00000000000a', 'Elders', now()) ON CONFLICT DO NOTHING");
    stage.sql(
        "INSERT INTO partner (id, municipality, kind, name, badge, colour, created_at) VALUES"
            + " ('00000000-0000-4000-8000-00000000000b', '00000000-0000-4000-8000-00000000000a',"
            + " 'municipality', 'Elders', 'EL', 0, now()) ON CONFLICT DO NOTHING");
    stage.sql(
        "INSERT INTO member (id, municipality, partner, name, email, created_at) VALUES"
            + " ('00000000-0000-4000-8000-00000000000c', '00000000-0000-4000-8000-00000000000a',"
            + " '00000000-0000-4000-8000-00000000000b', 'Iemand', 'iemand@elders.test', now())"
            + " ON CONFLICT DO NOTHING");
    Reply foreign = stage.delete(regie, "/v1/members/00000000-0000-4000-8000-00000000000c/factors");
    Reply absent = stage.delete(regie, "/v1/members/00000000-0000-4000-8000-00000000000d/factors");
    assertEquals(404, foreign.status());
    assertEquals(absent.body(), foreign.body());
    assertFalse(stage.get(regie, "/v1/factors/members").body().contains("iemand@elders.test"));
    stage.sql("DELETE FROM member WHERE email = 'iemand@elders.test'");
    stage.sql("DELETE FROM partner WHERE name = 'Elders'");
    stage.sql("DELETE FROM municipality WHERE name = 'Elders'");
  }

  @Test
  void signingInIsInTheAuditLogWithoutSecrets() {
    long before = stage.count("audit");
    stage.signIn("school", "not-the-password");
    stage.signIn("nobody", "not-the-password");
    stage.token("school");
    assertEquals(before + 3, stage.count("audit"));
    assertEquals(
        1,
        stage.count(
            "audit WHERE id > (SELECT max(id) FROM audit) - 3 AND action = 'session.open'"
                + " AND result = 'done' AND object = '"
                + stage.member("school")
                + "'"));
    assertEquals(0, stage.count("audit WHERE audit::text LIKE '%not-the-password%'"));
  }

  private Reply require(String token, boolean required) {
    return stage.put(
        token, "/v1/sign-in-settings", new JsonObject().put("secondFactorRequired", required));
  }

  private int left(String token) {
    return stage.get(token, "/v1/factors").json().getInteger("recoveryCodesLeft");
  }

  private static String type(Reply reply) {
    return reply.json().getString("type");
  }

  private static String hex(nl.beleidstafel.base.Bytes bytes) {
    return java.util.HexFormat.of().formatHex(bytes.toArray());
  }
}
