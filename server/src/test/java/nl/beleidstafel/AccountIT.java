package nl.beleidstafel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.testkit.HttpProbe.Reply;
import nl.beleidstafel.testkit.junit.DatabaseExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Forgotten and changed passwords, changed addresses.
final class AccountIT {
  @RegisterExtension static final DatabaseExtension DATABASE = new DatabaseExtension();

  private static final String GGD = "ggd@demo.test";
  private static final String NEW = "een heel ander wachtwoord";

  private PeopleStage stage;

  @BeforeEach
  void start() {
    stage = new PeopleStage(DATABASE);
  }

  @AfterEach
  void stop() {
    stage.close();
  }

  @Test
  void aForgottenPasswordIsReplacedOnceAndAllSessionsEnd() {
    String session = stage.token("ggd");
    String token = forget("  GGD@Demo.test ");
    assertEquals(204, reset(token, NEW).status());
    assertFalse(stage.isSignedIn(session));
    assertTrue(stage.told.contains("ended"));
    assertEquals(401, stage.signIn(GGD, PeopleStage.PASSWORD).status());
    assertEquals(200, stage.signIn(GGD, NEW).status());
    assertGone(reset(token, NEW));
    assertTrue(stage.mail(GGD).getString("subject").contains("gewijzigd"));
  }

  @Test
  void theLinkWorksForAnHour() {
    String token = forget(GGD);
    stage.clock.advanceMs(Limits.RESET_MAX_MS);
    assertGone(reset(token, NEW));
    assertEquals(200, stage.signIn(GGD, PeopleStage.PASSWORD).status());
  }

  @Test
  void unknownAddressesAnswerAlikeAndGetNoMail() {
    Reply known = ask(GGD);
    for (String email : new String[] {"nobody@demo.test", "no address", ""}) {
      Reply unknown = ask(email);
      assertEquals(known.status(), unknown.status());
      assertEquals(known.body(), unknown.body());
      assertEquals(known.headers().map().keySet(), unknown.headers().map().keySet());
    }
    PeopleStage.until(() -> count("mail") == 1);
    assertEquals(1, count("password_reset"));
  }

  @Test
  void askingIsSlowedDownByPlaceAndSilentlyByMailbox() {
    for (int i = 0; i < Limits.RESETS_OF_NETWORK_BURST; i++) {
      assertEquals(204, ask(GGD).status());
    }
    assertEquals(429, ask(GGD).status());
    PeopleStage.until(() -> count("mail") == Limits.MAILS_TO_ADDRESS_BURST);
  }

  @Test
  void forgedLinksAreRefusedAndSlowed() {
    for (int i = 0; i < 10; i++) {
      assertGone(reset("guess-" + i, NEW));
    }
    assertEquals(429, reset("guess", NEW).status());
    assertEquals(429, confirm("guess").status());
  }

  @Test
  void aShortPasswordLeavesTheLinkGood() {
    String token = forget(GGD);
    Reply reply = reset(token, "te kort");
    assertEquals(400, reply.status());
    assertEquals("password", reply.json().getString("field"));
    assertEquals(204, reset(token, NEW).status());
  }

  @Test
  void whoChangesThePasswordStaysAndOthersGo() {
    String here = stage.token("ggd");
    String elsewhere = stage.token("ggd");
    JsonObject body = new JsonObject().put("password", "mis").put("newPassword", NEW);
    Reply wrong = stage.put(here, "/v1/member/password", body);
    assertEquals(400, wrong.status());
    assertEquals("password", wrong.json().getString("field"));
    body.put("password", PeopleStage.PASSWORD).put("newPassword", "kort");
    assertEquals(
        "newPassword", stage.put(here, "/v1/member/password", body).json().getString("field"));
    body.put("newPassword", NEW);
    assertEquals(204, stage.put(here, "/v1/member/password", body).status());
    assertTrue(stage.isSignedIn(here));
    assertFalse(stage.isSignedIn(elsewhere));
    assertEquals(200, stage.signIn(GGD, NEW).status());
  }

  @Test
  void guessingThePasswordFromWithinIsSlowedToo() {
    String here = stage.token("ggd");
    JsonObject body = new JsonObject().put("password", "mis").put("newPassword", NEW);
    for (int i = 0; i < 10; i++) {
      assertEquals(400, stage.put(here, "/v1/member/password", body).status());
    }
    assertEquals(429, stage.put(here, "/v1/member/password", body).status());
    assertEquals(429, stage.post(here, "/v1/member/erasure", body).status());
  }

  @Test
  void aNewAddressIsConfirmedFromItAndTheOldOneIsTold() {
    String here = stage.token("ggd");
    assertEquals(204, wish(here, "Bram@Nieuw.test").status());
    assertEquals(200, stage.signIn(GGD, PeopleStage.PASSWORD).status(), "not yet");
    String token = stage.linkToken("bram@nieuw.test", "/account#adres");
    assertEquals(204, confirm(token).status());
    assertEquals(200, stage.signIn("bram@nieuw.test", PeopleStage.PASSWORD).status());
    assertEquals(401, stage.signIn(GGD, PeopleStage.PASSWORD).status());
    String told = stage.mail(GGD).getString("body");
    assertTrue(told.contains("ander e-mailadres"));
    assertFalse(told.contains("nieuw.test"), "the old mailbox does not learn the new address");
    assertGone(confirm(token));
    assertTrue(stage.isSignedIn(here));
  }

  @Test
  void anAddressThatSomebodyElseHasIsToldToItsMailboxOnly() {
    String here = stage.token("ggd");
    assertEquals(204, wish(here, "politie@demo.test").status());
    Reply reply = confirm(stage.linkToken("politie@demo.test", "/account#adres"));
    assertEquals(409, reply.status());
    assertEquals("address-taken", reply.json().getString("type"));
    assertEquals(200, stage.signIn(GGD, PeopleStage.PASSWORD).status());
  }

  @Test
  void aWishForAnAddressExpiresAndIsReplacedByTheNext() {
    String here = stage.token("ggd");
    wish(here, "een@nieuw.test");
    String first = stage.linkToken("een@nieuw.test", "/account#adres");
    wish(here, "twee@nieuw.test");
    assertGone(confirm(first));
    stage.clock.advanceMs(Limits.RESET_MAX_MS);
    assertGone(confirm(stage.linkToken("twee@nieuw.test", "/account#adres")));
  }

  private String forget(String email) {
    assertEquals(204, ask(email).status());
    PeopleStage.until(() -> count("mail") > 0);
    stage.clock.advanceMs(1);
    return stage.linkToken(GGD, "/wachtwoord#token");
  }

  private Reply ask(String email) {
    return stage.server.post("/v1/password-resets", new JsonObject().put("email", email));
  }

  private Reply reset(String token, String password) {
    return stage.server.post(
        "/v1/password-reset", new JsonObject().put("token", token).put("password", password));
  }

  private Reply wish(String session, String email) {
    return stage.post(
        session,
        "/v1/member/address",
        new JsonObject().put("email", email).put("password", PeopleStage.PASSWORD));
  }

  private Reply confirm(String token) {
    return stage.server.post("/v1/address-change", new JsonObject().put("token", token));
  }

  private long count(String table) {
    return Long.parseLong(stage.value("SELECT count(*) FROM " + table));
  }

  private static void assertGone(Reply reply) {
    assertEquals(403, reply.status(), reply.body());
    assertEquals("link-not-valid", reply.json().getString("type"));
  }
}
