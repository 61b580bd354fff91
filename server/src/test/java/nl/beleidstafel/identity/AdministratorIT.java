package nl.beleidstafel.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
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
import org.slf4j.LoggerFactory;

/// The link in the log that makes the first administrator.
final class AdministratorIT {
  @RegisterExtension static final DatabaseExtension DATABASE = new DatabaseExtension();

  private static final String LINK = "http://localhost:8080/welkom#token=";

  private final FakeClock clock = new FakeClock();
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Logger logger = (Logger) LoggerFactory.getLogger(FirstAdministrator.class);
  private IdentitySlice identity;
  private HttpProbe server;

  @BeforeEach
  void start() {
    for (String table : List.of("administrator_link", "session", "member", "partner")) {
      query("DELETE FROM " + table);
    }
    query("DELETE FROM municipality");
    log.start();
    logger.addAppender(log);
    identity = slice(false);
    HttpProbe.wait(identity.start());
    server =
        HttpProbe.start(
            DATABASE.vertx(), HttpProbe.settings(), clock, identity.routes(), identity::actorOf);
  }

  @AfterEach
  void stop() {
    logger.detachAppender(log);
    server.close();
  }

  @Test
  void theLinkMakesTheAdministratorWhoThenSignsIn() {
    Reply reply = server.post("/v1/administrator", body(tokenInLog()));
    assertEquals(201, reply.status(), reply.body());
    JsonObject credentials =
        new JsonObject().put("email", "ANNE@x.test").put("password", "een lang wachtwoord");
    String token = server.post("/v1/session", credentials).json().getString("token");
    JsonObject me = server.get("/v1/session", "Authorization", "Bearer " + token).json();
    assertEquals("Anne", me.getJsonObject("member").getString("name"));
    assertEquals("anne@x.test", me.getJsonObject("member").getString("email"));
    assertEquals("Gemeente X", me.getJsonObject("municipality").getString("name"));
    assertEquals("GE", me.getJsonObject("partner").getString("badge"));
    assertEquals(0, count("administrator_link"));
  }

  @Test
  void theLinkWorksOnce() {
    String token = tokenInLog();
    assertEquals(201, server.post("/v1/administrator", body(token)).status());
    assertGone(token);
    assertEquals(1, count("member"));
  }

  @Test
  void twoAtOnceMakeOne() {
    HttpProbe.wait(identity.start());
    List<String> tokens = tokensInLog().toList();
    List<Integer> answers = new CopyOnWriteArrayList<>();
    List<Thread> threads =
        Stream.of(tokens.get(0), tokens.get(1), tokens.get(0), tokens.get(1))
            .map(token ->
                Thread.startVirtualThread(
                    () -> answers.add(server.post("/v1/administrator", body(token)).status())))
            .toList();
    threads.forEach(AdministratorIT::join);
    assertEquals(List.of(201, 403, 403, 403), answers.stream().sorted().toList());
    assertEquals(1, count("municipality"));
  }

  @Test
  void theLinkExpires() {
    clock.advanceMs(Limits.ADMINISTRATOR_LINK_MAX_MS);
    assertGone(tokenInLog());
    assertEquals(0, count("member"));
  }

  @Test
  void whereSomebodyIsThereIsNoLink() {
    assertEquals(201, server.post("/v1/administrator", body(tokenInLog())).status());
    HttpProbe.wait(slice(false).start());
    assertEquals(1, tokensInLog().count());
  }

  @Test
  void aLeftoverDemonstrationIsNobody() {
    HttpProbe.wait(slice(true).start());
    assertEquals(201, server.post("/v1/administrator", body(tokenInLog())).status());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "token|5",
        "municipality|''",
        "municipality|'a\u0000b'",
        "name|'a\nb'",
        "email|'no address'",
        "password|'too short'"
      })
  void badFieldsAreNamedAndTheLinkStaysGood(String field, String value) {
    String token = tokenInLog();
    JsonObject bad = body(token);
    bad.put(field, value.equals("5") ? (Object) 5 : value);
    Reply reply = server.post("/v1/administrator", bad);
    assertEquals(400, reply.status());
    assertEquals(field, reply.json().getString("field"));
    assertEquals(201, server.post("/v1/administrator", body(token)).status());
  }

  @Test
  void guessedTokensAreRefusedAndSlowed() {
    for (int i = 0; i < 10; i++) {
      assertGone("guess-" + i);
    }
    assertEquals(429, server.post("/v1/administrator", body("guess")).status());
  }

  @Test
  void hostileNamesAreKeptAsTheyAre() {
    String name = "<b onload=x>\"';--\u200f\u05d0 é🙂";
    JsonObject body = body(tokenInLog()).put("municipality", name).put("name", name);
    assertEquals(201, server.post("/v1/administrator", body).status());
    JsonObject credentials =
        new JsonObject().put("email", "anne@x.test").put("password", "een lang wachtwoord");
    String token = server.post("/v1/session", credentials).json().getString("token");
    JsonObject me = server.get("/v1/session", "Authorization", "Bearer " + token).json();
    assertEquals(name, me.getJsonObject("member").getString("name"));
    assertEquals(name, me.getJsonObject("municipality").getString("name"));
    assertTrue(log.list.stream().noneMatch(line -> line.getFormattedMessage().contains("onload")));
  }

  @Test
  void marksOfNamesAreTwoCharacters() {
    assertEquals("GE", FirstAdministrator.badge("  gemeente"));
    assertEquals("GM", FirstAdministrator.badge("x"));
    assertEquals("GM", FirstAdministrator.badge("ßß"));
    assertEquals("𝔸𝔹", FirstAdministrator.badge("𝔸-𝔹-𝔺"));
  }

  private void assertGone(String token) {
    Reply reply = server.post("/v1/administrator", body(token));
    assertEquals(403, reply.status());
    assertEquals("link-not-valid", reply.json().getString("type"));
    assertFalse(reply.body().contains(token));
  }

  private static JsonObject body(String token) {
    return new JsonObject()
        .put("token", token)
        .put("municipality", "Gemeente X")
        .put("name", "Anne")
        .put("email", "Anne@X.test")
        .put("password", "een lang wachtwoord");
  }

  private String tokenInLog() {
    return tokensInLog().findFirst().orElseThrow();
  }

  private Stream<String> tokensInLog() {
    return log.list.stream()
        .map(ILoggingEvent::getFormattedMessage)
        .filter(line -> line.contains(LINK))
        .map(line -> line.substring(line.indexOf(LINK) + LINK.length()));
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

  private static long count(String table) {
    return HttpProbe.wait(DATABASE.database().query("SELECT count(*) FROM " + table))
        .iterator()
        .next()
        .getLong(0);
  }

  private static void query(String sql) {
    HttpProbe.wait(DATABASE.database().query(sql));
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
