package nl.beleidstafel.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.security.GeneralSecurityException;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.testkit.HttpProbe.Reply;
import nl.beleidstafel.testkit.junit.DatabaseExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Passkeys over HTTP, with an authenticator in software that also does what real ones never would.
final class PasskeyIT {
  @RegisterExtension static final DatabaseExtension DATABASE = new DatabaseExtension();

  private WaysInStage stage;
  private SoftAuthenticator authenticator;

  @BeforeEach
  void start() throws GeneralSecurityException {
    stage = new WaysInStage(DATABASE, Set.of());
    authenticator = new SoftAuthenticator();
  }

  @AfterEach
  void stop() {
    stage.close();
  }

  @Test
  void aPasskeyOpensASessionWithoutAddressOrPassword() throws GeneralSecurityException {
    Reply added = add(stage.token("school"), "Laptop");
    assertEquals(201, added.status(), added.body());
    assertEquals(10, added.json().getJsonArray("recoveryCodes").size());
    Reply opened = signIn(authenticator.get(challenge()));
    assertEquals(200, opened.status(), opened.body());
    assertTrue(opened.header("Set-Cookie").startsWith("beleidstafel-session="));
    JsonObject me = stage.get(WaysInStage.token(opened), "/v1/session").json();
    assertEquals("school@demo.test", me.getJsonObject("member").getString("email"));
    assertEquals("passkey", me.getJsonObject("session").getString("kind"));
    assertEquals("second-factor-required", type(stage.signIn("school", WaysInStage.PASSWORD)));
  }

  @Test
  void whatIsAskedOfTheBrowserIsWhatThePageNeeds() {
    String token = stage.token("school");
    JsonObject create =
        stage.post(token, "/v1/factors/passkeys/challenge", new JsonObject()).json();
    assertEquals("localhost", create.getJsonObject("rp").getString("id"));
    JsonObject selection = create.getJsonObject("authenticatorSelection");
    assertEquals("required", selection.getString("residentKey"));
    assertEquals("required", selection.getString("userVerification"));
    assertEquals("none", create.getString("attestation"));
    JsonObject get = challenge();
    assertEquals("required", get.getString("userVerification"));
    assertEquals("localhost", get.getString("rpId"));
    assertFalse(get.containsKey("allowCredentials"), "nothing tells whose passkeys there are");
  }

  @Test
  void severalPasskeysAreNamedAndRemoved() throws GeneralSecurityException {
    String token = stage.token("school");
    String first = add(token, "Laptop").json().getString("id");
    authenticator = new SoftAuthenticator();
    Reply second = add(token, "Telefoon");
    assertEquals(0, second.json().getJsonArray("recoveryCodes").size());
    assertEquals(2, stage.get(token, "/v1/factors").json().getJsonArray("passkeys").size());
    assertEquals(204, stage.delete(token, "/v1/factors/passkeys/" + first).status());
    assertEquals(404, stage.delete(token, "/v1/factors/passkeys/" + first).status());
    assertEquals(
        204, stage.delete(token, "/v1/factors/passkeys/" + second.json().getString("id")).status());
    assertEquals(401, signIn(authenticator.get(challenge())).status());
    assertEquals(0, stage.count("recovery_code"));
  }

  @Test
  void somebodyElsesPasskeyIsAbsent() throws GeneralSecurityException {
    String id = add(stage.token("school"), "Laptop").json().getString("id");
    String other = stage.token("ggd");
    assertEquals(404, stage.delete(other, "/v1/factors/passkeys/" + id).status());
    assertEquals(404, stage.delete(other, "/v1/factors/passkeys/x").status());
    assertEquals(1, stage.count("passkey"));
  }

  @Test
  void aChallengeTakesOneAnswerWithinItsTime() throws GeneralSecurityException {
    add(stage.token("school"), "Laptop");
    JsonObject answer = authenticator.get(challenge());
    assertEquals(200, signIn(answer).status());
    assertEquals(401, signIn(answer).status(), "shown again");
    JsonObject late = challenge();
    stage.clock.advanceMs(Limits.PENDING_MAX_MS);
    assertEquals(401, signIn(authenticator.get(late)).status(), "too late");
    JsonObject own = new JsonObject().put("challenge", "bm90LW91cnM");
    assertEquals(401, signIn(authenticator.get(own)).status(), "never asked");
  }

  @Test
  void aChallengeForOnePurposeOrPersonIsNoneForAnother() throws GeneralSecurityException {
    String school = stage.token("school");
    add(school, "Laptop");
    JsonObject forNew = stage.post(school, "/v1/factors/passkeys/challenge", empty()).json();
    assertEquals(401, signIn(authenticator.get(forNew)).status());
    SoftAuthenticator other = new SoftAuthenticator();
    JsonObject asked = stage.post(school, "/v1/factors/passkeys/challenge", empty()).json();
    String ggd = stage.token("ggd");
    assertEquals(400, keep(ggd, "Gestolen", other.create(asked)).status());
    assertEquals(1, stage.count("passkey"));
  }

  static Stream<Named<Consumer<SoftAuthenticator>>> lies() {
    return Stream.of(
        Named.of("another origin", each -> each.origin = "https://evil.test"),
        Named.of("another origin of the loopback", each -> each.origin = "http://127.0.0.1:8080"),
        Named.of("another relying party", each -> each.rpId = "evil.test"),
        Named.of("nobody verified", each -> each.flags = SoftAuthenticator.PRESENT),
        Named.of("nobody present", each -> each.flags = SoftAuthenticator.VERIFIED));
  }

  @ParameterizedTest
  @MethodSource("lies")
  void whatIsNotAsItMustBeIsRefused(Consumer<SoftAuthenticator> lie)
      throws GeneralSecurityException {
    String token = stage.token("school");
    add(token, "Laptop");
    lie.accept(authenticator);
    assertEquals("passkey-wrong", type(signIn(authenticator.get(challenge()))));
    SoftAuthenticator fresh = new SoftAuthenticator();
    lie.accept(fresh);
    JsonObject asked = stage.post(token, "/v1/factors/passkeys/challenge", empty()).json();
    assertEquals("passkey-refused", type(keep(token, "Nieuw", fresh.create(asked))));
    assertEquals(1, stage.count("passkey"));
  }

  @Test
  void aForeignSignatureOrOwnerIsRefused() throws GeneralSecurityException {
    add(stage.token("school"), "Laptop");
    JsonObject asked = challenge();
    JsonObject answer = authenticator.get(asked);
    JsonObject foreign = new SoftAuthenticator().get(asked);
    answer
        .getJsonObject("response")
        .put("signature", foreign.getJsonObject("response").getString("signature"));
    assertEquals(401, signIn(answer).status());
    authenticator.userHandle = "AAAAAAAAAAAAAAAAAAAAAA";
    assertEquals(401, signIn(authenticator.get(challenge())).status());
  }

  @Test
  void aCopiedAuthenticatorIsNoticedByItsCount() throws GeneralSecurityException {
    add(stage.token("school"), "Laptop");
    authenticator.counter = 5;
    assertEquals(200, signIn(authenticator.get(challenge())).status());
    assertEquals(401, signIn(authenticator.get(challenge())).status(), "the same count");
    authenticator.counter = 4;
    assertEquals(401, signIn(authenticator.get(challenge())).status(), "a lower count");
    authenticator.counter = 6;
    assertEquals(200, signIn(authenticator.get(challenge())).status());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"id\":5}",
        "{\"id\":\"x\",\"rawId\":\"x\",\"response\":{}}",
        "{\"id\":\"x\",\"rawId\":\"x\",\"response\":{\"clientDataJSON\":\"e30\"}}",
        "{\"id\":\"x\",\"rawId\":\"x\",\"response\":{\"clientDataJSON\":\"!\"}}",
        "{\"id\":\"x\",\"rawId\":\"x\",\"response\":{\"clientDataJSON\":[]}}",
        "{\"response\":\"x\"}"
      })
  void whatIsNoAnswerIsRefused(String credential) {
    assertEquals("passkey-wrong", type(signIn(new JsonObject(credential))));
    Reply refused = keep(stage.token("school"), "X", new JsonObject(credential));
    assertEquals("passkey-refused", type(refused));
  }

  @Test
  void brokenBytesBehindAGoodChallengeAreRefused() throws GeneralSecurityException {
    add(stage.token("school"), "Laptop");
    for (String part : java.util.List.of("authenticatorData", "signature", "userHandle")) {
      JsonObject answer = authenticator.get(challenge());
      answer.getJsonObject("response").put(part, "AAAA");
      assertEquals(401, signIn(answer).status(), part);
    }
    String token = stage.token("ggd");
    JsonObject asked = stage.post(token, "/v1/factors/passkeys/challenge", empty()).json();
    JsonObject made = new SoftAuthenticator().create(asked);
    made.getJsonObject("response").put("attestationObject", "o2NmbXRkbm9uZQ");
    assertEquals("passkey-refused", type(keep(token, "X", made)));
  }

  @Test
  void challengesAreBounded() {
    int slowed = 0;
    for (int i = 0; i < 100; i++) {
      Reply reply = stage.server.post("/v1/session/passkey-challenge", empty());
      slowed += reply.status() == 429 ? 1 : 0;
    }
    assertEquals(40, slowed);
    assertEquals(60, stage.count("pending"));
    stage.sql(
        "INSERT INTO pending SELECT sha256(n::text::bytea), 'passkey-sign-in', NULL, '',"
            + " now() + interval '1 year' FROM generate_series(1, 10050) n");
    stage.clock.advanceSeconds(60);
    challenge();
    assertTrue(stage.count("pending") <= Limits.PENDING_MAX + 50);
  }

  private static JsonObject empty() {
    return new JsonObject();
  }

  private JsonObject challenge() {
    return stage.server.post("/v1/session/passkey-challenge", empty()).json();
  }

  private Reply signIn(JsonObject credential) {
    return stage.server.post("/v1/session/passkey", new JsonObject().put("credential", credential));
  }

  private Reply add(String token, String name) {
    JsonObject asked = stage.post(token, "/v1/factors/passkeys/challenge", empty()).json();
    return keep(token, name, authenticator.create(asked));
  }

  private Reply keep(String token, String name, JsonObject credential) {
    return stage.post(
        token,
        "/v1/factors/passkeys",
        new JsonObject().put("name", name).put("credential", credential));
  }

  private static String type(Reply reply) {
    return reply.json().getString("type");
  }
}
