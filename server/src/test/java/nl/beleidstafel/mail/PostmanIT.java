package nl.beleidstafel.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.vertx.core.Future;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.UUID;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.testkit.FakeClock;
import nl.beleidstafel.testkit.HttpProbe;
import nl.beleidstafel.testkit.junit.DatabaseExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Letters on their way through a real SMTP server.
final class PostmanIT {
  @RegisterExtension static final DatabaseExtension DATABASE = new DatabaseExtension();

  private static final MunicipalityId TOWN = new MunicipalityId(UUID.randomUUID());
  private static final String BODY =
      "Beste Zoë,\n\nOpen deze link.\n\nhttp://localhost:8080/ga#token=" + "a".repeat(43) + "\n";

  private final FakeClock clock = new FakeClock();
  private GreenMail server;
  private int port;

  @BeforeEach
  void start() throws IOException {
    query("DELETE FROM mail");
    query(
        "INSERT INTO municipality (id, name, created_at) VALUES ('"
            + TOWN.value()
            + "', 'X', now()) ON CONFLICT DO NOTHING");
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    server = listening();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void aLetterArrivesWholeAndNothingOfItStays() throws Exception {
    put("zoe@x.test", "Uitnodiging van ’s-Hertogenbosch – é");
    assertEquals(1, HttpProbe.wait(postman("", "").round()));
    MimeMessage mail = server.getReceivedMessages()[0];
    assertEquals("Uitnodiging van ’s-Hertogenbosch – é", mail.getSubject());
    assertEquals("zoe@x.test", mail.getRecipients(Message.RecipientType.TO)[0].toString());
    assertEquals(BODY.strip(), String.valueOf(mail.getContent()).replace("\r\n", "\n").strip());
    assertTrue(mail.getContentType().startsWith("text/plain"));
    assertTrue(mail.getFrom()[0].toString().contains("post@gemeente.test"));
    assertEquals("auto-generated", mail.getHeader("Auto-Submitted")[0]);
    assertTrue(mail.getMessageID().endsWith("@gemeente.test>"), mail.getMessageID());
    assertEquals(0, count(""));
  }

  @Test
  void whileTheServerIsAwayLettersWaitAndThenLeave() {
    put("zoe@x.test", "Hallo");
    server.stop();
    Postman postman = postman("", "");
    assertEquals(0, HttpProbe.wait(postman.round()));
    assertEquals(0, HttpProbe.wait(postman.round()), "not before its time");
    assertEquals("1", value("SELECT attempts FROM mail"));
    server = listening();
    clock.advanceMs(Limits.MAIL_RETRY_MIN_MS);
    assertEquals(1, HttpProbe.wait(postman.round()));
    assertEquals(1, server.getReceivedMessages().length);
    assertEquals(0, count(""));
  }

  @Test
  void manyNodesSendEachLetterOnce() {
    for (int i = 0; i < 3 * Limits.MAIL_BATCH_MAX; i++) {
      put("a" + i + "@x.test", "Nummer " + i);
    }
    Postman[] nodes = {postman("", ""), postman("", ""), postman("", ""), postman("", "")};
    while (count("WHERE due_at <= '" + now() + "'") > 0) {
      HttpProbe.wait(Future.all(Arrays.stream(nodes).map(Postman::round).toList()));
    }
    assertEquals(3 * Limits.MAIL_BATCH_MAX, server.getReceivedMessages().length);
    assertEquals(
        3 * Limits.MAIL_BATCH_MAX,
        Arrays.stream(server.getReceivedMessages())
            .map(GreenMailUtil::getHeaders)
            .distinct()
            .count());
  }

  @Test
  void aNodeThatDiedLeavesItsLettersToOthers() {
    put("zoe@x.test", "Hallo");
    PgMailQueue queue = new PgMailQueue(DATABASE.database());
    assertEquals(1, HttpProbe.wait(queue.take(clock.nowMs(), 1000, 10)).size());
    assertEquals(0, HttpProbe.wait(postman("", "").round()));
    clock.advanceMs(1000);
    assertEquals(1, HttpProbe.wait(postman("", "").round()));
  }

  @Test
  void aLetterIsGivenUpInTheEndAndKeepsNoWords() {
    put("zoe@x.test", "Hallo");
    query("UPDATE mail SET attempts = " + (Limits.MAIL_ATTEMPTS_MAX - 1));
    server.stop();
    assertEquals(0, HttpProbe.wait(postman("", "").round()));
    assertEquals(1, count("WHERE given_up AND body IS NULL AND subject IS NULL"));
    put("zoe@x.test", "Hallo");
    clock.advanceMs(Limits.INVITATION_MAX_MS + 1);
    assertEquals(0, HttpProbe.wait(postman("", "").round()));
    assertEquals(2, count("WHERE given_up AND body IS NULL"), "too old to be of use");
    clock.advanceMs(Limits.MAIL_GIVEN_UP_MAX_MS);
    assertEquals(0, HttpProbe.wait(postman("", "").round()));
    assertEquals(0, count("WHERE given_up"), "nor is it kept for ever to whom it went");
  }

  @Test
  void aPasswordIsShownWhereTheServerAsksForOne() {
    server.setUser("post@gemeente.test", "post", "geheim");
    put("zoe@x.test", "Hallo");
    assertEquals(0, HttpProbe.wait(postman("post", "verkeerd").round()));
    query("UPDATE mail SET given_up = false, subject = 'Hallo', body = 'x', due_at = now()");
    query("UPDATE mail SET due_at = created_at");
    assertEquals(1, HttpProbe.wait(postman("post", "geheim").round()));
  }

  @Test
  void withoutTlsNothingIsSaidWhereTlsIsAsked() {
    put("zoe@x.test", "Hallo");
    Postman careful =
        new Postman(
            DATABASE.vertx(),
            DATABASE.database(),
            clock,
            new MailSettings(
                "127.0.0.1", port, MailSettings.Tls.STARTTLS, "", "", "post@gemeente.test"));
    assertEquals(0, HttpProbe.wait(careful.round()));
    assertEquals(0, server.getReceivedMessages().length);
    assertEquals(1, count("WHERE NOT given_up"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nBcc: x@y.test", "a\r\nX: y", "a\u0000"})
  void noHeaderIsSlippedIn(String text) {
    assertThrows(IllegalStateException.class, () -> new Letter(TOWN, "zoe@x.test", text, "body"));
    assertThrows(
        IllegalStateException.class, () -> new Letter(TOWN, text + "@x.test", "x", "body"));
  }

  @Test
  void longSubjectsAreCut() {
    assertEquals(120, new Letter(TOWN, "a@b.test", "é".repeat(500), "x").subject().length());
    assertFalse(new Letter(TOWN, "a@b.test", "🙂".repeat(200), "x").subject().contains("?"));
  }

  @Test
  void pausesGrowToAnHour() {
    assertEquals(60_000, Postman.pauseMs(1));
    assertEquals(240_000, Postman.pauseMs(3));
    assertEquals(3_600_000, Postman.pauseMs(50));
  }

  private GreenMail listening() {
    GreenMail started = new GreenMail(new ServerSetup(port, "127.0.0.1", "smtp"));
    started.start();
    return started;
  }

  private Postman postman(String user, String password) {
    return new Postman(
        DATABASE.vertx(),
        DATABASE.database(),
        clock,
        new MailSettings(
            "127.0.0.1",
            port,
            MailSettings.Tls.NONE,
            user,
            password,
            "Gemeente X <post@gemeente.test>"));
  }

  private void put(String recipient, String subject) {
    Outbox outbox = Outbox.of(clock);
    HttpProbe.wait(
        DATABASE
            .database()
            .transaction(tx -> outbox.put(tx, new Letter(TOWN, recipient, subject, BODY))));
  }

  private String now() {
    return java.time.Instant.ofEpochMilli(clock.nowMs()).toString();
  }

  private static long count(String where) {
    return Long.parseLong(value("SELECT count(*) FROM mail " + where));
  }

  private static String value(String sql) {
    return String.valueOf(
        HttpProbe.wait(DATABASE.database().query(sql)).iterator().next().getValue(0));
  }

  private static void query(String sql) {
    HttpProbe.wait(DATABASE.database().query(sql));
  }
}
