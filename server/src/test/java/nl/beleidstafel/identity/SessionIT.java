package nl.beleidstafel.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import nl.beleidstafel.audit.Audit;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.mail.Outbox;
import nl.beleidstafel.testkit.FakeClock;
import nl.beleidstafel.testkit.HttpProbe;
import nl.beleidstafel.testkit.HttpProbe.Reply;
import nl.beleidstafel.testkit.junit.DatabaseExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Signing in and what follows, over HTTP, with the real database.
final class SessionIT {
  @RegisterExtension static final DatabaseExtension DATABASE = new DatabaseExtension();

  private final FakeClock clock = new FakeClock();
  private IdentitySlice identity;
  private HttpProbe server;

  @BeforeEach
  void start() {
    HttpProbe.wait(DATABASE.database().query("DELETE FROM session"));
    identity = slice(true);
    HttpProbe.wait(identity.start());
    server = probe(identity);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "regie,GD,0",
    "ggd,GG,1",
    "politie,PO,2",
    "school,SC,3",
    "verslavingszorg,VZ,4",
    "jongerenwerk,JW,5"
  })
  void demonstrationAccountsSignIn(String account, String badge, int colour) {
    String token = token(account + "@demo.test");
    JsonObject session = server.get("/v1/session", "Authorization", "Bearer " + token).json();
    assertEquals(account + "@demo.test", session.getJsonObject("member").getString("email"));
    assertEquals(badge, session.getJsonObject("partner").getString("badge"));
    assertEquals(colour, session.getJsonObject("partner").getInteger("colour"));
    assertEquals("Demostad", session.getJsonObject("municipality").getString("name"));
  }

  @Test
  void theDemonstrationSaysWithWhichAccounts() {
    JsonObject product = server.get("/v1/product").json();
    assertTrue(product.getBoolean("demonstration"));
    assertEquals(6, product.getJsonArray("accounts").size());
    for (Object each : product.getJsonArray("accounts")) {
      JsonObject account = (JsonObject) each;
      Reply reply = signIn(account.getString("email"), account.getString("password"));
      assertEquals(200, reply.status());
    }
    try (HttpProbe other = probe(slice(false))) {
      JsonObject bare = other.get("/v1/product").json();
      assertFalse(bare.getBoolean("demonstration"));
      assertTrue(bare.getJsonArray("accounts").isEmpty());
    }
  }

  @Test
  void theCookieWorksLikeTheToken() {
    Reply reply = signIn("regie@demo.test", "demo-demo-demo");
    String cookie = reply.header("Set-Cookie");
    String token = reply.json().getString("token");
    assertEquals(
        "beleidstafel-session=" + token + "; Path=/; Max-Age=86400; HttpOnly; SameSite=Lax",
        cookie);
    assertEquals("no-store", reply.header("Cache-Control"));
    assertEquals(200, server.get("/v1/session", "Cookie", cookie.split(";", 2)[0]).status());
  }

  @Test
  void caseAndSpaceOfTheAddressDoNotMatter() {
    assertEquals(200, signIn("  ReGie@Demo.TEST ", "demo-demo-demo").status());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nobody@demo.test",
        "no address",
        "",
        "regie@demo.test\u0000",
        "'; DROP TABLE member; --@x"
      })
  void unknownAccountsAnswerLikeWrongPasswords(String email) {
    Reply wrong = signIn("regie@demo.test", "not-the-password");
    Reply unknown = signIn(email, "not-the-password");
    assertEquals(401, wrong.status());
    assertEquals(wrong.status(), unknown.status());
    assertEquals(wrong.body(), unknown.body());
    assertEquals(headers(wrong), headers(unknown));
    assertFalse(unknown.headers().map().containsKey("set-cookie"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ggd@demo.test", "nobody@demo.test", "no address", ""})
  void knownOrNotOnePasswordIsChecked(String email) {
    Secrets secrets = new Secrets();
    Passwords passwords = new Passwords(DATABASE.vertx(), secrets);
    IdentityStore store = new PgIdentityStore(DATABASE.database(), true);
    Audit audit = Audit.of(DATABASE.database(), clock);
    FactorStore factorStore =
        new PgFactorStore(DATABASE.database(), audit, Outbox.of(clock), clock);
    SessionStore open = new PgSessionStore(DATABASE.database(), audit, true);
    SignIn signIn =
        new SignIn(
            store,
            new Sessions(store, open, secrets, clock),
            passwords,
            new SignInLimiter(clock),
            factorStore,
            new Factors(
                factorStore, Sealing.passing(), secrets, SignInLimiter.forCodes(clock), clock),
            audit);
    assertEquals(
        new SignIn.Outcome.Wrong(),
        signIn.attempt(email, "wrong", Optional.empty(), "192.0.2.1", ""));
    assertEquals(1, passwords.verified());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|email",
        "{\"email\":5,\"password\":\"x\"}|email",
        "{\"email\":\"a@b\"}|password",
        "{\"email\":\"a@b\",\"password\":null}|password",
        "{\"email\":\"a@b\",\"password\":[\"x\"]}|password"
      })
  void badBodiesNameTheField(String body, String field) {
    Reply reply = server.send("POST", "/v1/session", body, "Content-Type", "application/json");
    assertEquals(400, reply.status());
    assertEquals(field, reply.json().getString("field"));
  }

  @Test
  void longValuesAreRefusedBeforeAnyWork() {
    assertEquals(400, signIn("a".repeat(10_000) + "@b", "x").status());
    assertEquals(400, signIn("a@b", "x".repeat(10_000)).status());
    assertEquals(413, signIn("a@b", "x".repeat(Limits.JSON_BODY_SIZE_MAX_BYTES)).status());
  }

  @Test
  void guessingIsSlowedDown() {
    for (int i = 0; i < 10; i++) {
      assertEquals(401, signIn("ggd@demo.test", "guess-" + i).status());
    }
    for (int i = 0; i < 1000; i++) {
      Reply reply = signIn("ggd@demo.test", "guess-" + i);
      assertEquals(429, reply.status());
      assertEquals("30", reply.header("Retry-After"));
      assertEquals("too-many-attempts", reply.json().getString("type"));
    }
    assertEquals(429, signIn("ggd@demo.test", "demo-demo-demo").status(), "right, but too early");
    assertEquals(200, signIn("school@demo.test", "demo-demo-demo").status(), "somebody else");
    clock.advanceSeconds(30);
    assertEquals(200, signIn("ggd@demo.test", "demo-demo-demo").status());
  }

  @Test
  void guessingAtOnceGainsNothing() {
    List<Thread> threads = new ArrayList<>();
    Map<Integer, Integer> counts = new ConcurrentHashMap<>();
    for (int i = 0; i < 60; i++) {
      threads.add(
          Thread.startVirtualThread(
              () -> counts.merge(signIn("politie@demo.test", "no").status(), 1, Integer::sum)));
    }
    threads.forEach(SessionIT::join);
    int tried = counts.getOrDefault(401, 0);
    assertTrue(tried >= 10 && tried <= 10 + Limits.PASSWORD_CHECKS_AT_ONCE - 1, counts.toString());
    assertEquals(60, tried + counts.getOrDefault(429, 0));
  }

  @Test
  void manyOfOneAccountMaySignInAtOnce() {
    List<Thread> threads = new ArrayList<>();
    List<Integer> answers = new CopyOnWriteArrayList<>();
    for (int i = 0; i < 40; i++) {
      threads.add(
          Thread.startVirtualThread(
              () -> answers.add(signIn("regie@demo.test", "demo-demo-demo").status())));
    }
    threads.forEach(SessionIT::join);
    assertEquals(Collections.nCopies(40, 200), answers);
  }

  @Test
  void aSessionEndsWhenIdle() {
    String token = token("regie@demo.test");
    clock.advanceMs(Limits.SESSION_IDLE_MAX_MS - 1);
    assertTrue(isGood(token), "seen, so the count begins again");
    clock.advanceMs(Limits.SESSION_IDLE_MAX_MS - 1);
    assertTrue(isGood(token));
    clock.advanceMs(Limits.SESSION_IDLE_MAX_MS);
    assertFalse(isGood(token));
  }

  @Test
  void aSessionEndsAtItsAge() {
    String token = token("regie@demo.test");
    long step = Limits.SESSION_AGE_MAX_MS / 10;
    for (int i = 1; i < 10; i++) {
      clock.advanceMs(step);
      assertTrue(isGood(token));
    }
    clock.advanceMs(step);
    assertFalse(isGood(token));
  }

  @Test
  void endedSessionsAreDropped() {
    token("regie@demo.test");
    clock.advanceMs(Limits.SESSION_IDLE_MAX_MS);
    token("ggd@demo.test");
    assertEquals(0, count("session WHERE seen_at <= created_at - interval '8 hours'"));
    assertEquals(1, count("session"));
  }

  @Test
  void signingOutEndsThisSessionOnly() {
    String token = token("regie@demo.test");
    String other = token("regie@demo.test");
    Reply out = server.send("DELETE", "/v1/session", "", "Authorization", "Bearer " + token);
    assertEquals(204, out.status());
    assertTrue(out.header("Set-Cookie").startsWith("beleidstafel-session=; Path=/; Max-Age=0"));
    assertFalse(isGood(token));
    assertTrue(isGood(other));
    Reply again = server.send("DELETE", "/v1/session", "", "Authorization", "Bearer " + token);
    assertEquals(401, again.status());
  }

  @Test
  void signingOutByCookieNeedsOurPage() {
    String cookie = "beleidstafel-session=" + token("regie@demo.test");
    assertEquals(403, server.send("DELETE", "/v1/session", "", "Cookie", cookie).status());
    Reply out =
        server.send(
            "DELETE",
            "/v1/session",
            "",
            "Cookie",
            cookie,
            "X-Requested-With",
            "beleidstafel",
            "Origin",
            "http://localhost:8080");
    assertEquals(204, out.status());
  }

  @Test
  void onlyTheHashOfATokenIsKept() {
    String token = token("regie@demo.test");
    assertEquals(0, count("session WHERE encode(token_hash, 'escape') LIKE '%" + token + "%'"));
    assertEquals(
        0, count("member WHERE password_hash NOT LIKE '$argon2id$v=19$m=19456,t=2,p=1$%'"));
  }

  @Test
  void startingAgainAddsNothing() {
    HttpProbe.wait(Future.all(slice(true).start(), slice(true).start()));
    assertEquals(1, count("municipality"));
    assertEquals(6, count("partner"));
    assertEquals(6, count("member"));
  }

  @Test
  void withoutDemonstrationModeItsAccountsDoNotExist() {
    String token = token("regie@demo.test");
    IdentitySlice bare = slice(false);
    assertTrue(HttpProbe.wait(bare.actorOf(token)).isEmpty());
    assertTrue(HttpProbe.wait(bare.demonstrationCoordinator()).isEmpty());
    try (HttpProbe other = probe(bare)) {
      JsonObject body = credentials("regie@demo.test", "demo-demo-demo");
      assertEquals(401, other.post("/v1/session", body).status());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "\u0000", "' OR 1=1 --", "é🙂"})
  void oddTokensAreNobodys(String token) {
    assertTrue(HttpProbe.wait(identity.actorOf(token)).isEmpty());
    assertTrue(HttpProbe.wait(identity.actorOf(token.repeat(10_000))).isEmpty());
  }

  private IdentitySlice slice(boolean withDemonstration) {
    return new IdentitySlice(
        DATABASE.vertx(),
        DATABASE.database(),
        clock,
        HttpProbe.settings(),
        Audit.of(DATABASE.database(), clock),
        Outbox.of(clock),
        withDemonstration);
  }

  private HttpProbe probe(IdentitySlice slice) {
    return HttpProbe.start(
        DATABASE.vertx(), HttpProbe.settings(), clock, slice.routes(), slice::actorOf);
  }

  private Reply signIn(String email, String password) {
    return server.post("/v1/session", credentials(email, password));
  }

  private String token(String email) {
    return signIn(email, "demo-demo-demo").json().getString("token");
  }

  private boolean isGood(String token) {
    return server.get("/v1/session", "Authorization", "Bearer " + token).status() == 200;
  }

  private static JsonObject credentials(String email, String password) {
    return new JsonObject().put("email", email).put("password", password);
  }

  private static Map<String, List<String>> headers(Reply reply) {
    return new HashMap<>(reply.headers().map());
  }

  private static long count(String what) {
    return HttpProbe.wait(DATABASE.database().query("SELECT count(*) FROM " + what))
        .iterator()
        .next()
        .getLong(0);
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
