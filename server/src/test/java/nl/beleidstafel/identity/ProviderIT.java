package nl.beleidstafel.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.testkit.HttpProbe.Reply;
import nl.beleidstafel.testkit.junit.DatabaseExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Signing in at an identity provider, and every way in which one can be wrong.
@SuppressWarnings("JavaUtilDate") // the library speaks it
final class ProviderIT {
  @RegisterExtension static final DatabaseExtension DATABASE = new DatabaseExtension();

  private WaysInStage stage;
  private FakeProvider provider;
  private String id = "";

  @BeforeEach
  void start() throws JOSEException {
    provider = new FakeProvider(DATABASE.vertx(), new nl.beleidstafel.testkit.FakeClock());
    stage = new WaysInStage(DATABASE, Set.of(provider.host()));
  }

  @AfterEach
  void stop() {
    stage.close();
    provider.close();
  }

  @Test
  void aProviderOpensASessionForTheMemberWithThatAddress() {
    addProvider();
    Reply back = signIn();
    assertEquals(303, back.status());
    assertEquals("/", back.header("Location"), provider.assertionProblem);
    JsonObject me = stage.get(sessionOf(back), "/v1/session").json();
    assertEquals("school@demo.test", me.getJsonObject("member").getString("email"));
    assertEquals("provider", me.getJsonObject("session").getString("kind"));
  }

  @Test
  void theRequestKeepsToTheProfile() {
    addProvider();
    signIn();
    assertEquals("code", provider.request().get("response_type"));
    assertEquals("S256", provider.request().get("code_challenge_method"));
    assertEquals("substantial high", provider.request().get("acr_values"));
    assertTrue(provider.request().get("claims").contains("\"essential\":true"));
    assertEquals("http://localhost:8080/v1/oidc/callback", provider.request().get("redirect_uri"));
    for (String random : List.of("state", "nonce", "code_challenge")) {
      assertEquals(43, provider.request().get(random).length(), random);
    }
  }

  /// Each with the reason that the page for signing in is told.
  static Stream<Arguments> lies() {
    return Stream.of(
        lie("nonce", each -> each.claims = c -> c.claim("nonce", "another")),
        lie("nonce", each -> each.claims = c -> c.claim("nonce", null)),
        lie("audience", each -> each.claims = c -> c.audience("client-2")),
        lie("audience", each -> each.claims = c -> c.audience(List.of("client-1", "client-2"))),
        lie("audience", each -> each.claims = c -> c.claim("azp", "client-2")),
        lie("issuer", each -> each.claims = c -> c.issuer("https://evil.test")),
        lie("time", each -> each.claims = c -> c.expirationTime(new Date(0))),
        lie("time", each -> each.claims = c -> c.expirationTime(null)),
        lie("time", each -> each.claims = c -> c.issueTime(null)),
        lie("time", each -> each.claims = c -> c.issueTime(new Date(4_000_000_000_000L))),
        lie("time", each -> each.claims = c -> c.notBeforeTime(new Date(4_000_000_000_000L))),
        lie("assurance", each -> each.claims = c -> c.claim("acr", null)),
        lie("assurance", each -> each.acr = "low"),
        lie("tokens", each -> each.claims = c -> c.subject("")),
        lie("signature", each -> each.signing = "none"),
        lie("signature", each -> each.signing = "HS256"),
        lie("signature", each -> each.signing = "foreign"),
        lie("tokens", each -> each.tokens = json -> new JsonObject()),
        lie("signature", each -> each.tokens = json -> json.put("id_token", "a.b.c")),
        lie("address", each -> each.email = "nobody@demo.test"),
        lie("address", each -> each.userInfo = json -> json.put("email_verified", false)),
        lie("address", each -> each.userInfo = json -> json.put("email_verified", "true")),
        lie("address", each -> each.userInfo = json -> json.put("sub", "sub-2")));
  }

  private static Arguments lie(String reason, Consumer<FakeProvider> lie) {
    return Arguments.of(reason, lie);
  }

  @ParameterizedTest
  @MethodSource("lies")
  void whatIsNotAsItMustBeIsRefused(String reason, Consumer<FakeProvider> lie) {
    addProvider();
    lie.accept(provider);
    Reply back = signIn();
    assertEquals("/inloggen?aanbieder=" + reason, back.header("Location"));
    assertFalse(back.header("Set-Cookie").contains("beleidstafel-session"));
    assertEquals(0, stage.count("session WHERE kind = 'provider'"));
    assertEquals(0, stage.count("provider_subject"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PS256", "RS512"})
  void otherGoodSignaturesAreTaken(String algorithm) {
    addProvider();
    provider.signing = algorithm;
    assertEquals("/", signIn().header("Location"));
  }

  @Test
  void afterTheFirstTimeTheSubjectCountsAndNotTheAddress() {
    addProvider();
    assertEquals("/", signIn().header("Location"));
    provider.email = "nobody@demo.test";
    assertEquals("/", signIn().header("Location"));
    provider.email = "school@demo.test";
    provider.subject = "sub-2";
    assertEquals(
        "/inloggen?aanbieder=address", signIn().header("Location"), "their address, taken over");
  }

  @Test
  void anAnswerWorksOnceInTheBrowserThatAskedAndInTime() {
    addProvider();
    Reply sent = begin(id);
    String query = provider.visit(sent.json().getString("location"));
    String state = "/inloggen?aanbieder=state";
    assertEquals(state, back(query, "beleidstafel-request=other").header("Location"));
    assertEquals(state, back(query, cookie(sent)).header("Location"), "used up by the thief");
    sent = begin(id);
    query = provider.visit(sent.json().getString("location"));
    assertEquals("/", back(query, cookie(sent)).header("Location"));
    assertEquals(state, back(query, cookie(sent)).header("Location"), "shown again");
    sent = begin(id);
    query = provider.visit(sent.json().getString("location"));
    stage.clock.advanceMs(Limits.PENDING_MAX_MS);
    assertEquals(state, back(query, cookie(sent)).header("Location"), "too late");
    assertEquals(state, back("", "").header("Location"));
    assertEquals(state, back("state=x&code=y", cookie(sent)).header("Location"));
  }

  @Test
  void anAnswerOfAnotherIssuerOrARefusalIsSaid() {
    addProvider();
    Reply sent = begin(id);
    String query = provider.visit(sent.json().getString("location"));
    assertEquals(
        "/inloggen?aanbieder=issuer",
        back(query.replace(provider.issuer(), "https://evil.test"), cookie(sent))
            .header("Location"));
    sent = begin(id);
    query = provider.visit(sent.json().getString("location")).replaceAll("&iss=.*", "");
    assertEquals(
        "/inloggen?aanbieder=issuer", back(query, cookie(sent)).header("Location"), "none");
    sent = begin(id);
    query = provider.visit(sent.json().getString("location")).replace("code=abc", "error=no");
    assertEquals("/inloggen?aanbieder=refused", back(query, cookie(sent)).header("Location"));
  }

  static Stream<Arguments> poorProviders() {
    return Stream.of(
        poor("S256", json -> json.put("code_challenge_methods_supported", words("plain"))),
        poor("S256", json -> json.remove("code_challenge_methods_supported")),
        poor(
            "private_key_jwt",
            json ->
                json.put("token_endpoint_auth_methods_supported", words("client_secret_basic"))),
        poor("beschrijving", json -> json.put("issuer", "https://other.test")),
        poor("beschrijving", json -> json.put("response_types_supported", words("id_token"))),
        poor("beschrijving", json -> json.remove("jwks_uri")),
        poor(
            "identity-provider-hosts",
            json -> json.put("token_endpoint", "http://169.254.169.254/token")),
        poor("identity-provider-hosts", json -> json.put("jwks_uri", "file:///etc/passwd")));
  }

  private static Arguments poor(String reason, Consumer<JsonObject> change) {
    return Arguments.of(reason, change);
  }

  private static JsonArray words(String word) {
    return new JsonArray().add(word);
  }

  @ParameterizedTest
  @MethodSource("poorProviders")
  void aProviderThatCannotDoTheProfileIsNotAdded(String reason, Consumer<JsonObject> change) {
    provider.discovery =
        json -> {
          change.accept(json);
          return json;
        };
    Reply refused = add(stage.token("regie"), provider.issuer());
    assertEquals(400, refused.status());
    assertEquals("issuer", refused.json().getString("field"));
    assertTrue(refused.json().getString("detail").contains(reason), refused.body());
    assertEquals(0, stage.count("identity_provider"));
  }

  @Test
  void aProviderThatTurnsPoorLaterIsRefusedAtTheDoor() {
    addProvider();
    provider.discovery =
        json -> json.put("code_challenge_methods_supported", new JsonArray().add("plain"));
    stage.clock.advanceMs(Limits.PROVIDER_KNOWN_MAX_MS);
    Reply refused = begin(id);
    assertEquals(502, refused.status());
    assertEquals("provider-pkce", refused.json().getString("type"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:1",
        "https://example.org",
        "http://169.254.169.254/latest",
        "file:///etc/passwd",
        "ftp://localhost",
        "nonsense",
        "http://user@localhost:1",
        "https://"
      })
  void onlyHostsThatTheOperatorAllowedAreAsked(String issuer) {
    Reply refused = add(stage.token("regie"), issuer);
    assertEquals(400, refused.status());
    assertTrue(refused.json().getString("detail").contains("identity-provider-hosts"));
    assertEquals(List.of(), provider.asked);
  }

  @Test
  void aHugeAnswerIsNotRead() {
    provider.discovery = json -> json.put("x", "y".repeat(Limits.PROVIDER_ANSWER_MAX_BYTES));
    Reply refused = add(stage.token("regie"), provider.issuer());
    assertTrue(refused.json().getString("detail").contains("antwoordt niet"), refused.body());
  }

  @Test
  void ourKeyAtAProviderIsPublicByHalf() {
    addProvider();
    JsonObject keys = stage.server.get("/v1/oidc/" + id + "/keys").json();
    JsonObject key = keys.getJsonArray("keys").getJsonObject(0);
    assertEquals("RSA", key.getString("kty"));
    assertFalse(key.containsKey("d") || key.containsKey("p"));
    assertEquals(
        0, stage.count("identity_provider WHERE encode(client_key, 'escape') LIKE '%RSA%'"));
    assertEquals(404, stage.server.get("/v1/oidc/x/keys").status());
    assertEquals(404, begin("0a0b0c0d-0000-4000-8000-000000000000").status());
    assertEquals(404, begin("x").status());
  }

  @Test
  void onlyAnAdministratorOfTheMunicipalitySetsProvidersUp() {
    addProvider();
    String school = stage.token("school");
    assertEquals(403, add(school, provider.issuer()).status());
    assertEquals(403, stage.get(school, "/v1/identity-providers").status());
    assertEquals(403, stage.delete(school, "/v1/identity-providers/" + id).status());
    JsonObject change = new JsonObject().put("name", "Anders").put("acrValues", "high");
    assertEquals(403, stage.put(school, "/v1/identity-providers/" + id, change).status());
    String regie = stage.token("regie");
    assertEquals("provider-not-added", add(regie, provider.issuer()).json().getString("type"));
    assertEquals(200, stage.put(regie, "/v1/identity-providers/" + id, change).status());
    assertEquals("/inloggen?aanbieder=assurance", signIn().header("Location"), "now only high");
    String absent = "/v1/identity-providers/0a0b0c0d-0000-4000-8000-000000000000";
    assertEquals(404, stage.put(regie, absent, change).status());
    assertEquals(404, stage.delete(regie, absent).status());
    stage.sql("UPDATE identity_provider SET municipality = (SELECT id FROM municipality LIMIT 1)");
    assertEquals(204, stage.delete(regie, "/v1/identity-providers/" + id).status());
    assertEquals(0, stage.server.get("/v1/oidc/providers").json().getJsonArray("items").size());
    assertEquals(
        1, stage.count("audit WHERE action = 'provider.remove' AND object = '" + id + "'"));
  }

  @Test
  void strangersMakeUsAskNoMoreThanIsBounded() {
    addProvider();
    provider.asked.clear();
    int slowed = 0;
    for (int i = 0; i < 100; i++) {
      slowed += begin(id).status() == 429 ? 1 : 0;
    }
    assertEquals(40, slowed);
    assertEquals(List.of(), provider.asked, "what it says of itself is remembered");
  }

  private void addProvider() {
    Reply added = add(stage.token("regie"), provider.issuer());
    assertEquals(201, added.status(), added.body());
    id = added.json().getString("id");
    provider.clientKeys = stage.server.get("/v1/oidc/" + id + "/keys").json();
  }

  private Reply add(String token, String issuer) {
    return stage.post(
        token,
        "/v1/identity-providers",
        new JsonObject()
            .put("name", "Inloggen bij de gemeente")
            .put("issuer", issuer)
            .put("clientId", "client-1")
            .put("acrValues", "substantial high"));
  }

  private Reply begin(String which) {
    return stage.server.post("/v1/oidc/sign-in", new JsonObject().put("provider", which));
  }

  private Reply signIn() {
    Reply sent = begin(id);
    return back(provider.visit(sent.json().getString("location")), cookie(sent));
  }

  private Reply back(String query, String cookie) {
    String path = "/v1/oidc/callback?" + query;
    return cookie.isEmpty() ? stage.server.get(path) : stage.server.get(path, "Cookie", cookie);
  }

  private static String cookie(Reply sent) {
    return sent.header("Set-Cookie").split(";", 2)[0];
  }

  private static String sessionOf(Reply back) {
    return back.header("Set-Cookie").split(";", 2)[0].split("=", 2)[1];
  }
}
