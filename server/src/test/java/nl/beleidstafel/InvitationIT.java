package nl.beleidstafel;

import static java.util.Objects.requireNonNull;
import static nl.beleidstafel.PeopleStage.guest;
import static nl.beleidstafel.PeopleStage.items;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.testkit.HttpProbe.Reply;
import nl.beleidstafel.testkit.junit.DatabaseExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Inviting organisations and colleagues by mail, and personal links.
final class InvitationIT {
  @RegisterExtension static final DatabaseExtension DATABASE = new DatabaseExtension();

  private static final String MARIA = "maria@welzijn.test";
  private static final String INVITATION = "/uitnodiging#token";
  private static final String LINK = "/ga#token";

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
  void anOrganisationIsInvitedAndItsContactPersonComesInAndInvitesAColleague() {
    String partner = inviteWelfare();
    assertTrue(stage.told.contains("joined welfare"));
    assertTrue(stage.mail(MARIA).getString("subject").contains("Demostad"));

    JsonObject seen = look(token()).json();
    assertEquals("Welzijn Demostad", seen.getString("partner"));
    assertEquals("Maria", seen.getString("name"));
    assertTrue(seen.getBoolean("contact"));

    Reply accepted = accept(token(), "Maria de Wit");
    assertEquals(201, accepted.status(), accepted.body());
    assertTrue(accepted.header("Set-Cookie").startsWith("beleidstafel-session="));
    String maria = accepted.json().getString("token");
    JsonObject session = stage.get(maria, "/v1/session").json();
    assertEquals("Maria de Wit", session.getJsonObject("member").getString("name"));
    assertTrue(session.getJsonObject("member").getBoolean("contact"));
    assertEquals("WD", session.getJsonObject("partner").getString("badge"));
    assertEquals(200, stage.signIn("MARIA@Welzijn.test", "een lang wachtwoord").status());

    JsonObject colleague = guest("Jan", "jan@welzijn.test").put("partner", partner);
    assertEquals(201, stage.post(maria, "/v1/invitations", colleague).status());
    String jan =
        accept(stage.linkToken("jan@welzijn.test", INVITATION), "Jan").json().getString("token");
    assertFalse(stage.get(jan, "/v1/session").json().getJsonObject("member").getBoolean("contact"));
  }

  @Test
  void lookingUsesNothingUp() {
    inviteWelfare();
    for (int i = 0; i < 5; i++) {
      assertEquals(200, look(token()).status());
    }
    assertEquals(201, accept(token(), "Maria").status());
  }

  @Test
  void anInvitationIsAcceptedOnce() {
    inviteWelfare();
    String token = token();
    List<Integer> answers = new CopyOnWriteArrayList<>();
    List<Thread> threads =
        IntStream.range(0, 4)
            .mapToObj(
                i -> Thread.startVirtualThread(() -> answers.add(accept(token, "Maria").status())))
            .toList();
    threads.forEach(InvitationIT::join);
    assertEquals(List.of(201, 403, 403, 403), answers.stream().sorted().toList());
    assertGone(look(token), "al aangenomen");
    assertEquals("1", stage.value("SELECT count(*) FROM member WHERE email = '" + MARIA + "'"));
  }

  @Test
  void anInvitationExpires() {
    inviteWelfare();
    stage.clock.advanceMs(Limits.INVITATION_MAX_MS - 1);
    assertEquals(200, look(token()).status());
    stage.clock.advanceMs(1);
    assertGone(look(token()), "voorbij");
    assertGone(accept(token(), "Maria"), "voorbij");
    regie = stage.token("regie");
    assertEquals("expired", waiting().getFirst().getString("state"));
  }

  @Test
  void anInvitationThatIsSentAgainHasOneLink() {
    inviteWelfare();
    String first = token();
    stage.clock.advanceMs(Limits.INVITATION_MAX_MS);
    regie = stage.token("regie");
    String path = "/v1/invitations/" + waiting().getFirst().getString("id") + "/resend";
    assertEquals(204, stage.post(regie, path, new JsonObject()).status());
    assertGone(look(first), "nieuwste mail");
    assertEquals(201, accept(token(), "Maria").status());
    assertEquals(404, stage.post(regie, path, new JsonObject()).status());
  }

  @Test
  void anInvitationCanBeWithdrawn() {
    inviteWelfare();
    String token = token();
    String id = waiting().getFirst().getString("id");
    assertEquals(204, stage.delete(regie, "/v1/invitations/" + id).status());
    assertGone(look(token), "ingetrokken");
    assertEquals(404, stage.delete(regie, "/v1/invitations/" + id).status());
    assertEquals("0", stage.value("SELECT count(*) FROM invitation WHERE email IS NOT NULL"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "'; --"})
  void forgedLinksAreRefused(String token) {
    assertGone(look(token), "niet compleet");
    assertGone(accept(token, "Maria"), "niet compleet");
    assertGone(
        stage.server.post("/v1/link/open", new JsonObject().put("token", token)), "niet compleet");
  }

  @Test
  void guessingLinksIsSlowedDown() {
    for (int i = 0; i < 20; i++) {
      assertEquals(403, look("guess-" + i).status());
    }
    assertEquals(429, look("guess").status());
    assertEquals(429, accept("guess", "x").status());
  }

  @Test
  void onlyWhoLeadsAPartnerInvitesToIt() {
    String politie = stage.token("politie");
    String police = stage.partner(politie, "PO");
    String schools = stage.partner(politie, "SC");
    JsonObject guest = guest("Els", "els@x.test");
    assertRefused(stage.post(politie, "/v1/invitations", guest.put("partner", schools)), 403);
    assertRefused(
        stage.post(
            politie, "/v1/invitations", guest.put("partner", police).put("administrator", true)),
        403);
    guest.remove("administrator");
    assertEquals(201, stage.post(politie, "/v1/invitations", guest).status());
    assertEquals(1, items(stage.get(politie, "/v1/invitations")).size());
    String school = stage.token("school");
    assertEquals(0, items(stage.get(school, "/v1/invitations")).size());
    String id = waiting().getFirst().getString("id");
    assertEquals(404, stage.delete(school, "/v1/invitations/" + id).status());
    assertRefused(stage.post(politie, "/v1/partners", new JsonObject()), 403);
    assertEquals(
        "2",
        stage.value(
            "SELECT count(*) FROM audit WHERE action = 'invitation.send' AND result = 'refused'"
                + " AND object IN ('"
                + police
                + "', '"
                + schools
                + "')"));
  }

  @Test
  void administratorsAreInvitedToTheMunicipalityItselfOnly() {
    String police = stage.partner(regie, "PO");
    JsonObject guest = guest("Els", "els@x.test").put("partner", police).put("administrator", true);
    Reply reply = stage.post(regie, "/v1/invitations", guest);
    assertEquals(409, reply.status());
    assertEquals("administrator-elsewhere", reply.json().getString("type"));
    guest.put("partner", stage.partner(regie, "GD"));
    assertEquals(201, stage.post(regie, "/v1/invitations", guest).status());
    String els = accept(stage.linkToken("els@x.test", INVITATION), "Els").json().getString("token");
    assertEquals(200, stage.get(els, "/v1/audit-log").status());
  }

  @Test
  void anAddressIsInvitedOnceWhateverItsCase() {
    inviteWelfare();
    String police = stage.partner(regie, "PO");
    Reply again =
        stage.post(
            regie, "/v1/invitations", guest("M", "Maria@WELZIJN.test").put("partner", police));
    assertEquals("already-invited", again.json().getString("type"));
    Reply member =
        stage.post(regie, "/v1/invitations", guest("M", "GGD@Demo.test").put("partner", police));
    assertEquals("address-known", member.json().getString("type"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name|''",
        "name|'a\nBcc: x@y.test'",
        "name|'kijk op https://kwaad.test'",
        "name|'WWW.kwaad.test'",
        "name|'\u202egnp.exe'",
        "email|'no address'",
        "email|'a@b.test,c@d.test'",
        "email|'a@b.test\nBcc: x@y.test'"
      })
  void badFieldsAreNamedAndNothingIsSent(String field, String value) {
    JsonObject body = guest("Els", "els@x.test").put("partner", stage.partner(regie, "PO"));
    Reply reply = stage.post(regie, "/v1/invitations", body.put(field, value));
    assertEquals(400, reply.status());
    assertEquals(field, reply.json().getString("field"));
    assertEquals("0", stage.value("SELECT count(*) FROM mail"));
  }

  @Test
  void longNamesAreRefusedAndMarkupIsKeptAsItIs() {
    JsonObject body = guest("x".repeat(10_000), "els@x.test").put("partner", partner("PO"));
    assertEquals(400, stage.post(regie, "/v1/invitations", body).status());
    String name = "<img src=x onerror=alert(1)> \u05d0";
    assertEquals(201, stage.post(regie, "/v1/invitations", body.put("name", name)).status());
    assertTrue(stage.mail("els@x.test").getString("body").startsWith("Beste " + name + ","));
    assertEquals(name, waiting().getFirst().getString("name"));
  }

  @Test
  void massInvitationsAreSlowedDown() {
    String police = partner("PO");
    int sent = 0;
    Reply reply = null;
    for (int i = 0; i < Limits.MAILS_OF_MEMBER_BURST + 1; i++) {
      reply =
          stage.post(
              regie, "/v1/invitations", guest("E", "e" + i + "@x.test").put("partner", police));
      sent += reply.status() == 201 ? 1 : 0;
    }
    assertEquals(Limits.MAILS_OF_MEMBER_BURST, sent);
    assertEquals(429, requireNonNull(reply).status());
    assertEquals("60", reply.header("Retry-After"));
    stage.clock.advanceMs(Limits.MAILS_OF_MEMBER_STEP_MS);
    assertEquals(
        201,
        stage
            .post(regie, "/v1/invitations", guest("E", "last@x.test").put("partner", police))
            .status());
  }

  @Test
  void oneMailboxIsNotFilled() {
    inviteWelfare();
    String path = "/v1/invitations/" + waiting().getFirst().getString("id") + "/resend";
    int status = 204;
    int count = 1;
    while (status == 204) {
      status = stage.post(regie, path, new JsonObject()).status();
      count += status == 204 ? 1 : 0;
    }
    assertEquals(429, status);
    assertEquals(Limits.MAILS_TO_ADDRESS_BURST, count);
  }

  @Test
  void aPersonalLinkLeadsInWithoutAnAccount() {
    sendLink();
    String token = stage.linkToken("piet@school.test", LINK);
    JsonObject link = new JsonObject().put("token", token);
    Reply seen = stage.server.post("/v1/link/look", link);
    assertEquals("Scholengroep De Demo", seen.json().getString("partner"));
    Reply opened = stage.server.post("/v1/link/open", link);
    assertEquals(200, opened.status());
    assertTrue(opened.header("Set-Cookie").contains("Max-Age=14400"));
    String piet = opened.json().getString("token");
    JsonObject member = stage.get(piet, "/v1/session").json().getJsonObject("member");
    assertTrue(member.getBoolean("byLink"));
    assertEquals("Piet", member.getString("name"));
    assertEquals(200, stage.server.post("/v1/link/open", link).status(), "until it expires");
    stage.clock.advanceMs(Limits.LINK_SESSION_AGE_MAX_MS);
    assertFalse(stage.isSignedIn(piet), "a short session");
  }

  @Test
  void whoCameByLinkChangesNothingOfAccounts() {
    sendLink();
    String piet = openLink();
    JsonObject any = new JsonObject();
    for (Reply reply :
        List.of(
            stage.put(piet, "/v1/member", any),
            stage.put(piet, "/v1/member/password", any),
            stage.post(piet, "/v1/member/address", any),
            stage.get(piet, "/v1/member/export"),
            stage.post(piet, "/v1/member/erasure", any),
            stage.get(piet, "/v1/invitations"),
            stage.post(piet, "/v1/invitations", any),
            stage.post(piet, "/v1/links", any))) {
      assertEquals(403, reply.status(), reply.body());
      assertEquals("account-required", reply.json().getString("type"));
    }
    assertEquals(403, stage.get(piet, "/v1/audit-log").status());
    assertEquals(200, stage.get(piet, "/v1/partners").status());
    assertFalse(stage.get(piet, "/v1/members").body().contains("@"), "no addresses");
  }

  @Test
  void aPersonalLinkExpiresAndCanBeWithdrawn() {
    sendLink();
    String token = stage.linkToken("piet@school.test", LINK);
    String piet = openLink();
    String member = stage.member(regie, "Piet");
    assertEquals(204, stage.delete(regie, "/v1/links/" + member).status());
    assertFalse(stage.isSignedIn(piet), "what it opened ends with it");
    assertTrue(stage.told.contains("ended"));
    JsonObject link = new JsonObject().put("token", token);
    assertEquals(403, stage.server.post("/v1/link/open", link).status());
    stage.clock.advanceMs(1);
    assertEquals(
        204, stage.post(regie, "/v1/links/" + member + "/renew", new JsonObject()).status());
    assertTrue(stage.isSignedIn(openLink()));
    stage.clock.advanceMs(Limits.INVITATION_MAX_MS);
    link.put("token", stage.linkToken("piet@school.test", LINK));
    assertGone(stage.server.post("/v1/link/open", link), "voorbij");
  }

  @Test
  void aLinkInALaterMailEndsNoneBefore_N8() {
    sendLink();
    JsonObject first = new JsonObject().put("token", stage.linkToken("piet@school.test", LINK));
    String session = openLink();
    String piet = stage.member(regie, "Piet");
    String url = stage.linkTo(piet, "/plannen/x?paneel=y").orElseThrow();
    assertTrue(url.endsWith("&naar=%2Fplannen%2Fx%3Fpaneel%3Dy"), url);
    assertEquals(
        "1",
        stage.value(
            "SELECT count(*) FROM audit WHERE action = 'link.send' AND actor IS NULL"
                + " AND origin = '' AND object = '"
                + piet
                + "'"));
    String token = url.substring(url.indexOf("token=") + 6, url.indexOf("&naar="));
    JsonObject second = new JsonObject().put("token", token);
    assertEquals(200, stage.server.post("/v1/link/open", second).status());
    assertEquals(200, stage.server.post("/v1/link/open", first).status());
    assertTrue(stage.isSignedIn(session));
    assertEquals(
        1,
        stage.get(regie, "/v1/members").json().getJsonArray("items").stream()
            .filter(each -> ((JsonObject) each).getString("id").equals(piet))
            .count());

    assertEquals(Optional.empty(), stage.linkTo(stage.member(regie, "Bram Oosterveld"), "/x"));
    assertEquals(204, stage.delete(regie, "/v1/links/" + piet).status());
    assertEquals(403, stage.server.post("/v1/link/open", second).status());
    assertEquals(403, stage.server.post("/v1/link/open", first).status());
    assertEquals(Optional.empty(), stage.linkTo(piet, "/x"), "it was withdrawn");
  }

  @Test
  void whoHasAnAccountGetsNoLink() {
    String bram = stage.member(regie, "Bram Oosterveld");
    Reply reply = stage.post(regie, "/v1/links/" + bram + "/renew", new JsonObject());
    assertEquals("has-account", reply.json().getString("type"));
    String school = stage.token("school");
    assertEquals(
        404, stage.post(school, "/v1/links/" + bram + "/renew", new JsonObject()).status());
    assertRefused(
        stage.post(school, "/v1/links", guest("X", "x@x.test").put("partner", partner("PO"))), 403);
  }

  private void sendLink() {
    JsonObject body = guest("Piet", "piet@school.test").put("partner", partner("SC"));
    Reply reply = stage.post(regie, "/v1/links", body);
    assertEquals(201, reply.status(), reply.body());
  }

  private String openLink() {
    String token = stage.linkToken("piet@school.test", LINK);
    return stage
        .server
        .post("/v1/link/open", new JsonObject().put("token", token))
        .json()
        .getString("token");
  }

  private String inviteWelfare() {
    Reply reply =
        stage.post(
            regie,
            "/v1/partners",
            new JsonObject()
                .put("name", "Welzijn Demostad")
                .put("kind", "welfare")
                .put("contact", guest("Maria", "Maria@Welzijn.TEST")));
    assertEquals(201, reply.status(), reply.body());
    return reply.json().getString("id");
  }

  private List<JsonObject> waiting() {
    return items(stage.get(regie, "/v1/invitations"));
  }

  private String partner(String badge) {
    return stage.partner(regie, badge);
  }

  private String token() {
    return stage.linkToken(MARIA, INVITATION);
  }

  private Reply look(String token) {
    return stage.server.post("/v1/invitation/look", new JsonObject().put("token", token));
  }

  private Reply accept(String token, String name) {
    return stage.server.post(
        "/v1/invitation/accept",
        new JsonObject()
            .put("token", token)
            .put("name", name)
            .put("password", "een lang wachtwoord"));
  }

  private static void assertGone(Reply reply, String why) {
    assertEquals(403, reply.status(), reply.body());
    assertEquals("link-not-valid", reply.json().getString("type"));
    assertTrue(reply.json().getString("detail").contains(why), reply.body());
  }

  private static void assertRefused(Reply reply, int status) {
    assertEquals(status, reply.status(), reply.body());
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
