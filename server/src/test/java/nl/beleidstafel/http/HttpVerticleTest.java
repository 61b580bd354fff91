package nl.beleidstafel.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.testkit.FakeClock;
import nl.beleidstafel.testkit.HttpProbe;
import nl.beleidstafel.testkit.HttpProbe.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What every route has in common, over a real server.
final class HttpVerticleTest {
  private static final Actor ACTOR =
      new Actor(
          new MunicipalityId(UUID.randomUUID()),
          new PartnerId(UUID.randomUUID()),
          new MemberId(UUID.randomUUID()),
          "Sam",
          "Gemeente",
          "GE",
          0,
          false);
  private static final String[] OURS = {
    "Cookie", "beleidstafel-session=good", "X-Requested-With", "beleidstafel"
  };

  private static Vertx vertx;
  private static HttpProbe server;

  @BeforeAll
  static void start() {
    vertx = Vertx.vertx();
    Routes routes =
        new Routes()
            .get("/v1/who", Guard.MEMBER, call -> Answer.ok(name(call)))
            .get("/v1/things/{id}", Guard.PUBLIC, call -> Answer.ok(json("id", call.path("id"))))
            .get("/v1/broken", Guard.PUBLIC, _ -> broken())
            .post("/v1/echo", Guard.PUBLIC, HttpVerticleTest::echo)
            .post("/v1/mine", Guard.MEMBER, HttpVerticleTest::echo)
            .delete("/v1/mine", Guard.MEMBER, _ -> Answer.empty());
    server =
        HttpProbe.start(
            vertx,
            HttpProbe.settings(),
            new FakeClock(),
            routes,
            token -> Future.succeededFuture(Optional.of(ACTOR).filter(_ -> token.equals("good"))));
  }

  @AfterAll
  static void stop() {
    server.close();
    HttpProbe.wait(vertx.close());
  }

  @Test
  void bearerAndCookieNameTheActor() {
    assertEquals(
        "Sam", server.get("/v1/who", "Authorization", "Bearer good").json().getString("n"));
    assertEquals(
        "Sam", server.get("/v1/who", "authorization", "bearer good").json().getString("n"));
    assertEquals("Sam", server.get("/v1/who", OURS).json().getString("n"));
  }

  @ParameterizedTest
  @CsvSource({
    "Authorization,Bearer bad",
    "Authorization,Bearer",
    "Authorization,Basic Z29vZA==",
    "Cookie,beleidstafel-session=bad",
    "Cookie,other=good",
    "Cookie,__Host-beleidstafel-session=good",
    "X-Other,nothing"
  })
  void noSessionIsRefused(String header, String value) {
    Reply reply = server.get("/v1/who", header, value);
    assertProblem(reply, 401, "session-required");
    assertEquals("Bearer", reply.header("WWW-Authenticate"));
  }

  @Test
  void twoCookiesOfOneNameAreNone() {
    String both = "beleidstafel-session=bad; beleidstafel-session=good";
    assertProblem(server.get("/v1/who", "Cookie", both), 401, "session-required");
  }

  @Test
  void cookieNeedsTheHeaderOnlyOurPagesAdd() {
    String cookie = "beleidstafel-session=good";
    assertProblem(
        server.post("/v1/mine", json("text", "x"), "Cookie", cookie), 403, "request-forged");
    assertProblem(server.send("DELETE", "/v1/mine", "", "Cookie", cookie), 403, "request-forged");
    assertEquals(200, server.post("/v1/mine", json("text", "x"), OURS).status());
    assertEquals(204, server.send("DELETE", "/v1/mine", "", OURS).status());
    assertEquals(
        200, server.post("/v1/mine", json("text", "x"), "Authorization", "Bearer good").status());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://evil.test",
        "null",
        "http://localhost:8080.evil.test",
        "https://localhost:8080",
        "http://localhost:9999",
        "http://localhost"
      })
  void otherOriginsAreRefused(String origin) {
    Reply cookie = server.post("/v1/mine", json("text", "x"), with(OURS, "Origin", origin));
    assertProblem(cookie, 403, "request-forged");
    // Signing in, too: nobody is signed in to another's account by a page of theirs.
    assertProblem(
        server.post("/v1/echo", json("text", "x"), "Origin", origin), 403, "request-forged");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:8080", "http://127.0.0.1:8080", "http://[::1]:8080"})
  void ownOriginsAreWelcome(String origin) {
    Reply reply = server.post("/v1/mine", json("text", "x"), with(OURS, "Origin", origin));
    assertEquals(200, reply.status());
  }

  @Test
  void aForeignSiteWithoutOriginIsRefused() {
    Reply reply =
        server.post("/v1/mine", json("text", "x"), with(OURS, "Sec-Fetch-Site", "cross-site"));
    assertProblem(reply, 403, "request-forged");
  }

  @Test
  void unknownPathsAndMethodsHaveTheirProblems() {
    assertProblem(server.get("/v1/none"), 404, "not-found");
    assertProblem(server.get("/v1/who/more"), 404, "not-found");
    Reply put = server.send("PUT", "/v1/mine", "{}", "Content-Type", "application/json");
    assertProblem(put, 405, "method-not-allowed");
    assertEquals("DELETE, POST", put.header("Allow"));
    assertProblem(server.send("POST", "/plannen", ""), 405, "method-not-allowed");
  }

  @Test
  void problemsSpeakTheClientsLanguage() {
    assertEquals("Niet gevonden", server.get("/v1/none").json().getString("title"));
    Reply english = server.get("/v1/none", "Accept-Language", "en-GB,en;q=0.9,nl;q=0.1");
    assertEquals("Not found", english.json().getString("title"));
    assertEquals("en", english.header("Content-Language"));
    Reply unreadable = server.get("/v1/none", "Accept-Language", ";;q=x" + "y".repeat(300));
    assertEquals("Niet gevonden", unreadable.json().getString("title"));
  }

  @Test
  void whatBreaksInsideStaysInside() {
    Reply reply = server.get("/v1/broken");
    assertProblem(reply, 500, "internal");
    assertFalse(reply.body().contains("secret"));
    assertFalse(reply.body().contains("Exception"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "|json-unreadable",
        "[]|json-unreadable",
        "{\"text\":|json-unreadable",
        "{\"text\":\"a\",\"text\":\"b\"}|json-unreadable",
        "{\"text\":\"a\"} x|json-unreadable",
        "{}|invalid-field",
        "{\"text\":null}|invalid-field",
        "{\"text\":5}|invalid-field",
        "{\"text\":\"\"}|invalid-field",
        "{\"text\":\"   \"}|invalid-field",
        "{\"text\":\"a\\nb\"}|invalid-field",
        "{\"text\":\"a\\u0000b\"}|invalid-field",
        "{\"text\":\"\\ud800\"}|invalid-field",
        "{\"text\":\"a\\u202eb\"}|invalid-field"
      })
  void badBodiesAreNamed(String body, String type) {
    String sent = body == null ? "" : body;
    Reply reply = server.send("POST", "/v1/echo", sent, "Content-Type", "application/json");
    assertProblem(reply, 400, type);
    assertEquals(
        type.equals("invalid-field") ? "text" : null, reply.json().getString("field"), body);
  }

  @Test
  void badUtf8AndDeepNestingAreNamed() {
    byte[] bytes = "{\"text\":\"x\"}".getBytes(StandardCharsets.UTF_8);
    bytes[9] = (byte) 0xff;
    assertProblem(
        server.send("POST", "/v1/echo", bytes, "Content-Type", "application/json"),
        400,
        "json-unreadable");
    String deep = "{\"text\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";
    assertProblem(
        server.send("POST", "/v1/echo", deep, "Content-Type", "application/json"),
        400,
        "json-unreadable");
  }

  @Test
  void onlyJsonIsRead() {
    assertProblem(server.send("POST", "/v1/echo", "text=x"), 415, "json-expected");
    assertProblem(
        server.send("POST", "/v1/echo", "{}", "Content-Type", "text/plain"), 415, "json-expected");
    assertProblem(
        server.send("POST", "/v1/echo", "x", "Content-Type", "multipart/form-data; boundary=x"),
        415,
        "json-expected");
  }

  @Test
  void hostileTextComesBackAsItWas() {
    String hostile = "<script>\"'; DROP TABLE plan; -- \u200f\u05d0 & \u2028".strip() + "é🙂";
    String allowed = hostile.replace("\u2028", "");
    assertEquals(allowed, server.post("/v1/echo", json("text", allowed)).json().getString("text"));
  }

  @Test
  void tooLargeIsSaid() {
    int tooMany = Limits.JSON_BODY_SIZE_MAX_BYTES;
    Reply reply = server.post("/v1/echo", json("text", "x".repeat(tooMany)));
    assertProblem(reply, 413, "too-large");
    assertTrue(reply.json().getString("detail").contains("64 kB"));
    assertEquals(400, server.post("/v1/echo", json("text", "x".repeat(tooMany - 100))).status());
  }

  @Test
  void anUnreadBodyHoldsNobodyUp() {
    byte[] large = new byte[8 * 1024 * 1024];
    for (String type : new String[] {"application/json", "text/plain"}) {
      for (String token : new String[] {"Bearer good", "Bearer bad"}) {
        Reply reply =
            server.send("POST", "/v1/mine", large, "Content-Type", type, "Authorization", token);
        assertTrue(List.of(401, 413, 415).contains(reply.status()), reply.body());
      }
    }
  }

  @Test
  void strangersAreRefusedBeforeTheirBodyIsRead() throws IOException {
    List<String> head =
        List.of(
            "POST /v1/mine HTTP/1.1",
            "Host: x",
            "Content-Type: application/json",
            "Authorization: Bearer bad",
            "Content-Length: 60000",
            "\r\n");
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(20_000);
      byte[] bytes = String.join("\r\n", head).getBytes(StandardCharsets.ISO_8859_1);
      socket.getOutputStream().write(bytes);
      byte[] start = socket.getInputStream().readNBytes(12);
      assertEquals("HTTP/1.1 401", new String(start, StandardCharsets.ISO_8859_1));
    }
  }

  @Test
  void everyAnswerIsGuardedByHeaders() {
    for (String path : new String[] {"/", "/v1/who", "/v1/things/5", "/v1/none"}) {
      Reply reply = server.get(path);
      String policy = reply.header("Content-Security-Policy");
      assertTrue(policy.contains("frame-ancestors 'none'"), path);
      assertFalse(policy.contains("unsafe"), path);
      assertTrue(policy.contains("connect-src 'self' ws://localhost:8080"), policy);
      assertEquals("nosniff", reply.header("X-Content-Type-Options"));
      assertEquals("same-origin", reply.header("Referrer-Policy"));
      assertEquals("same-origin", reply.header("Cross-Origin-Opener-Policy"));
      assertEquals("", reply.header("Strict-Transport-Security"));
      assertEquals(path.startsWith("/v1/") ? "1.0.0" : "", reply.header("API-Version"));
    }
  }

  @Test
  void filesOfTheWebAppAreServed() {
    Reply page = server.get("/");
    assertEquals("text/html; charset=utf-8", page.header("Content-Type"));
    assertEquals("no-cache", page.header("Cache-Control"));
    assertEquals(page.body(), server.get("/plannen/5/paragraaf/3").body());
    Reply script = server.get("/assets/app-1a2b3c4d.js");
    assertEquals("text/javascript; charset=utf-8", script.header("Content-Type"));
    assertEquals("public, max-age=31536000, immutable", script.header("Cache-Control"));
    Reply again = server.get("/assets/app-1a2b3c4d.js", "If-None-Match", script.header("ETag"));
    assertEquals(304, again.status());
    Reply zipped = server.get("/assets/app-1a2b3c4d.js", "Accept-Encoding", "gzip, br");
    assertEquals("gzip", zipped.header("Content-Encoding"));
  }

  @Test
  void thePageOfASectionNamesItsText_O10() {
    String plan = "1b4e28ba-2fa1-41d2-883f-0016d3cca427";
    assertEquals(
        "</v1/plans/" + plan + "/sections/3-9/text>; rel=preload; as=fetch; crossorigin",
        server.get("/plannen/" + plan + "/3-9").header("Link"));
    for (String other :
        List.of("/", "/plannen/" + plan, "/plannen/" + plan + "/rollen", "/plannen/5/3-9")) {
      assertEquals("", server.get(other).header("Link"), other);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/none.js",
        "/assets",
        "/../Main.class",
        "/assets/../../nl/beleidstafel/Main.class",
        "/%2e%2e/nl/beleidstafel/Main.class",
        "/logback.xml",
        "/assets/%00.js",
        "/.env"
      })
  void nothingElseOfTheClassPathIs(String path) {
    Reply reply = server.get(path);
    assertEquals(404, reply.status(), path);
    assertEquals(Problem.MEDIA_TYPE, reply.header("Content-Type"));
  }

  @Test
  void headersThatCannotBeReadAreRefusedWithoutATrace() throws IOException {
    String answer = raw("GET /%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
    assertTrue(answer.contains("bad-request"), answer);
    assertFalse(answer.contains("Exception"), answer);
    String long_ = raw("GET /" + "x".repeat(5000) + " HTTP/1.1\r\nHost: x\r\n\r\n");
    assertTrue(long_.contains(" 414 "), long_);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%ff", "%c3%28", "%00", "%e2%80%ae", "%0d%0aX-Evil:%201"})
  void pathsOfAnyBytesAreAnswered(String id) {
    Reply reply = server.get("/v1/things/" + id);
    assertTrue(reply.status() == 200 || reply.status() == 400, reply.body());
    assertEquals("", reply.header("X-Evil"));
  }

  @Test
  void headAnswersLikeGetWithoutABody() throws IOException {
    String answer = raw("HEAD /v1/things/5 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
    assertTrue(answer.endsWith("\r\n\r\n"), answer);
  }

  @Test
  void connectionsAreSpreadOverTheEventLoops() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    HttpSettings settings = new HttpSettings("127.0.0.1", free, HttpProbe.PUBLIC_URL, false);
    AtomicInteger listeners = new AtomicInteger();
    HttpVerticle verticle =
        new HttpVerticle(
            new HttpVerticle.Parts(
                settings,
                new Authenticated(
                    settings,
                    new SessionCookie(settings),
                    _ -> Future.succeededFuture(Optional.empty())),
                new Routes(),
                new StaticFiles("webroot-test"),
                new FakeClock(),
                _ -> false,
                UnaryOperator.identity(),
                _ -> listeners.incrementAndGet()));
    String deployment = HttpProbe.wait(vertx.deployVerticle(verticle));
    assertEquals(free, verticle.port());
    assertEquals(Runtime.getRuntime().availableProcessors(), listeners.get());
    HttpProbe.wait(vertx.undeploy(deployment));
    // The system lets go of a port a moment after its last listener ended.
    boolean ended = isFree(free);
    for (int tries = 0; !ended && tries < 250; tries++) {
      HttpProbe.wait(vertx.timer(20, TimeUnit.MILLISECONDS));
      ended = isFree(free);
    }
    assertTrue(ended, "all listeners have ended");
  }

  private static boolean isFree(int port) throws IOException {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (BindException _) {
      return false;
    }
  }

  private static String raw(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        OutputStream out = socket.getOutputStream();
        InputStream in = socket.getInputStream()) {
      socket.setSoTimeout(20_000);
      out.write(request.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  private static void assertProblem(Reply reply, int status, String type) {
    assertEquals(status, reply.status(), reply.body());
    assertEquals(Problem.MEDIA_TYPE, reply.header("Content-Type"));
    assertEquals(type, reply.json().getString("type"));
    assertEquals(status, reply.json().getInteger("status"));
    assertFalse(reply.json().getString("title").isBlank());
    assertFalse(reply.json().getString("detail").isBlank());
  }

  private static Answer echo(Call call) {
    return Answer.ok(json("text", call.fields().line("text", 200)));
  }

  private static Answer broken() {
    throw new IllegalStateException("secret");
  }

  private static JsonObject name(Call call) {
    return json("n", call.actor().name());
  }

  private static JsonObject json(String name, String value) {
    return new JsonObject().put(name, value);
  }

  private static String[] with(String[] headers, String name, String value) {
    String[] all = java.util.Arrays.copyOf(headers, headers.length + 2);
    all[headers.length] = name;
    all[headers.length + 1] = value;
    return all;
  }
}
