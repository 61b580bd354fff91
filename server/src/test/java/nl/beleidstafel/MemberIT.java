package nl.beleidstafel;

import static nl.beleidstafel.PeopleStage.guest;
import static nl.beleidstafel.PeopleStage.items;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import org.junit.jupiter.params.provider.CsvSource;

/// Partners and people that change and leave, and municipalities that do not see each other.
final class MemberIT {
  @RegisterExtension static final DatabaseExtension DATABASE = new DatabaseExtension();

  private static final String BRAM = "Bram Oosterveld";

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
  void whoIsRemovedIsOutAtOnceAndLeavesAnIdAndAName() {
    String ggd = stage.token("ggd");
    String id = stage.member(regie, BRAM);
    assertEquals(204, stage.delete(regie, "/v1/members/" + id).status());
    assertFalse(stage.isSignedIn(ggd));
    assertEquals(401, stage.signIn("ggd@demo.test", PeopleStage.PASSWORD).status());
    assertEquals(List.of("barred", "ended"), stage.told.stream().distinct().toList());
    assertEquals(
        BRAM + " null null",
        stage.value(
            "SELECT concat(name, ' ', coalesce(email, 'null'), ' ',"
                + " coalesce(password_hash, 'null')) FROM member WHERE id = '"
                + id
                + "'"));
    assertEquals(404, stage.delete(regie, "/v1/members/" + id).status());
    assertTrue(people().stream().anyMatch(each -> each.getBoolean("removed")));

    assertEquals(204, stage.delete(regie, "/v1/members/" + id + "?erase=true").status());
    assertFalse(stage.get(regie, "/v1/members").body().contains("Bram"));
    assertFalse(stage.get(regie, "/v1/audit-log").body().contains("Bram"));
    assertEquals(
        "1", stage.value("SELECT count(*) FROM member WHERE id = '" + id + "' AND name IS NULL"));
  }

  @Test
  void whoIsRemovedHasNoWayInLeft() {
    String id = stage.member(regie, BRAM);
    stage.query("INSERT INTO totp (member, secret) VALUES ('%s', '%032d')".formatted(id, 0));
    stage.query(
        "INSERT INTO recovery_code (member, code_hash) VALUES ('%s', '%032d')".formatted(id, 0));
    stage.query(
        """
        INSERT INTO passkey (id, member, credential, public_key, counter, aaguid, name, created_at)
        VALUES (gen_random_uuid(), '%s', 'a', 'b', 0, '', 'Laptop', now())
        """
            .formatted(id));
    stage.query(
        """
        WITH provider AS (
          INSERT INTO identity_provider
            (id, municipality, name, issuer, client_id, acr_values, client_key, public_keys,
             created_at)
          SELECT gen_random_uuid(), municipality, 'P', 'https://p.test', 'c', 'a', '', '{}', now()
          FROM member WHERE id = '%1$s'
          RETURNING id)
        INSERT INTO provider_subject (provider, subject, member)
        SELECT id, 'bram', '%1$s' FROM provider
        """
            .formatted(id));
    assertEquals(204, stage.delete(regie, "/v1/members/" + id).status());
    for (String way : List.of("totp", "recovery_code", "passkey", "provider_subject", "session")) {
      assertEquals(
          "0", stage.value("SELECT count(*) FROM " + way + " WHERE member = '" + id + "'"), way);
    }
  }

  @Test
  void theAddressOfWhoLeftIsFree() {
    String id = stage.member(regie, BRAM);
    stage.delete(regie, "/v1/members/" + id);
    JsonObject again = guest("Nieuw", "ggd@demo.test").put("partner", stage.partner(regie, "GG"));
    assertEquals(201, stage.post(regie, "/v1/invitations", again).status());
  }

  @Test
  void aContactPersonRemovesColleaguesOnly() {
    String ggd = stage.token("ggd");
    String noor = stage.member(regie, "Noor Hendriksen");
    assertEquals(404, stage.delete(ggd, "/v1/members/" + noor).status());
    JsonObject body = guest("Piet", "piet@ggd.test").put("partner", stage.partner(regie, "GG"));
    assertEquals(201, stage.post(ggd, "/v1/links", body).status());
    String piet = stage.member(regie, "Piet");
    assertEquals(404, stage.delete(stage.token("politie"), "/v1/members/" + piet).status());
    assertEquals(204, stage.delete(ggd, "/v1/members/" + piet).status());
    JsonObject rights = new JsonObject().put("administrator", true).put("contact", true);
    assertEquals(403, stage.put(ggd, "/v1/members/" + noor, rights).status());
  }

  @Test
  void colleaguesWithoutALeadAreSeenWithoutAddresses() {
    String bram = stage.member(regie, BRAM);
    JsonObject rights = new JsonObject().put("administrator", false).put("contact", false);
    assertEquals(204, stage.put(regie, "/v1/members/" + bram, rights).status());
    String ggd = stage.token("ggd");
    Reply seen = stage.get(ggd, "/v1/members");
    assertEquals(1, items(seen).size());
    assertFalse(seen.body().contains("@"));
    JsonObject body = guest("Piet", "piet@ggd.test").put("partner", stage.partner(regie, "GG"));
    Reply refused = stage.post(ggd, "/v1/invitations", body);
    assertEquals(403, refused.status());
    assertEquals("not-yours-to-change", refused.json().getString("type"));
  }

  @Test
  void theLastAdministratorStays() {
    String noor = stage.member(regie, "Noor Hendriksen");
    JsonObject rights = new JsonObject().put("administrator", false).put("contact", true);
    for (Reply reply :
        List.of(
            stage.delete(regie, "/v1/members/" + noor),
            stage.put(regie, "/v1/members/" + noor, rights),
            stage.post(
                regie,
                "/v1/member/erasure",
                new JsonObject().put("password", PeopleStage.PASSWORD)))) {
      assertEquals(409, reply.status());
      assertEquals("last-administrator", reply.json().getString("type"));
    }
    assertTrue(stage.isSignedIn(regie));
    String bram = stage.member(regie, BRAM);
    rights.put("administrator", true);
    Reply elsewhere = stage.put(regie, "/v1/members/" + bram, rights);
    assertEquals("administrator-elsewhere", elsewhere.json().getString("type"));
  }

  @Test
  void aPartnerLeavesWithAllItsPeople() {
    String politie = stage.token("politie");
    String police = stage.partner(regie, "PO");
    JsonObject body = guest("Piet", "piet@politie.test").put("partner", police);
    assertEquals(201, stage.post(regie, "/v1/invitations", body).status());
    assertEquals(204, stage.delete(regie, "/v1/partners/" + police).status());
    assertFalse(stage.isSignedIn(politie));
    assertEquals(List.of("left", "barred", "ended"), stage.told.stream().distinct().toList());
    String token = stage.linkToken("piet@politie.test", "/uitnodiging#token");
    Reply gone = stage.server.post("/v1/invitation/look", new JsonObject().put("token", token));
    assertTrue(gone.json().getString("detail").contains("ingetrokken"));
    assertEquals(404, stage.delete(regie, "/v1/partners/" + police).status());
    Reply own = stage.delete(regie, "/v1/partners/" + stage.partner(regie, "GD"));
    assertEquals("own-partner", own.json().getString("type"));
    JsonObject again =
        new JsonObject().put("name", "Politie Demostad").put("kind", "police").put("badge", "po");
    assertEquals(201, stage.post(regie, "/v1/partners", again).status(), "its mark is free");
  }

  @ParameterizedTest
  @CsvSource({
    "GGD DEMOLAND,police,XX,name",
    "Nieuw,police,gg,badge",
    "Nieuw,police,G,badge",
    "Nieuw,police,G!,badge",
    "Nieuw,nonsense,XX,kind",
    "Nieuw,municipality,XX,kind",
    "'',police,XX,name"
  })
  void partnersAreTellableApart(String name, String kind, String badge, String field) {
    Reply reply =
        stage.post(
            regie,
            "/v1/partners",
            new JsonObject().put("name", name).put("kind", kind).put("badge", badge));
    assertEquals(400, reply.status());
    assertEquals(field, reply.json().getString("field"));
  }

  @Test
  void aPartnerIsChanged() {
    String police = stage.partner(regie, "PO");
    JsonObject wish =
        new JsonObject().put("name", "Politie").put("kind", "police").put("colour", 9);
    Reply reply = stage.put(regie, "/v1/partners/" + police, wish);
    assertEquals("PO", reply.json().getString("badge"));
    assertEquals(9, reply.json().getInteger("colour"));
    assertEquals(400, stage.put(regie, "/v1/partners/" + police, wish.put("colour", 16)).status());
    assertEquals(403, stage.put(stage.token("ggd"), "/v1/partners/" + police, wish).status());
  }

  @Test
  void theOperatorMakesAMunicipalityThatIsApart() {
    String anna = secondTown();
    JsonObject session = stage.get(anna, "/v1/session").json();
    assertTrue(session.getJsonObject("member").getBoolean("administrator"));
    assertFalse(session.getJsonObject("member").getBoolean("operator"));
    assertEquals("Nieuwstad", session.getJsonObject("municipality").getString("name"));
    assertEquals(1, items(stage.get(anna, "/v1/partners")).size());
    assertEquals(1, items(stage.get(anna, "/v1/members")).size());
    assertEquals(0, items(stage.get(anna, "/v1/invitations")).size());
    assertFalse(stage.get(anna, "/v1/audit-log").body().contains("Demostad"));
    Reply refused = stage.get(anna, "/v1/municipalities");
    assertEquals(403, refused.status());
    assertEquals("operator-required", refused.json().getString("type"));
    JsonObject line = newTown();
    assertTrue(line.getBoolean("inhabited"));
    assertFalse(line.containsKey("invitation"));
  }

  @Test
  void whatAnotherMunicipalityHasLooksAbsent() {
    String police = stage.partner(regie, "PO");
    String bram = stage.member(regie, BRAM);
    JsonObject guest = guest("Piet", "piet@politie.test").put("partner", police);
    String invitation = stage.post(regie, "/v1/invitations", guest).json().getString("id");
    String anna = secondTown();
    String none = "0a0b0c0d-0000-4000-8000-000000000000";
    JsonObject rights = new JsonObject().put("administrator", false).put("contact", true);
    JsonObject wish = new JsonObject().put("name", "x").put("kind", "police");
    for (String[] pair :
        new String[][] {
          {"DELETE", "/v1/partners/", police},
          {"DELETE", "/v1/members/", bram},
          {"DELETE", "/v1/invitations/", invitation},
          {"DELETE", "/v1/links/", bram}
        }) {
      assertSame(stage.delete(anna, pair[1] + none), stage.delete(anna, pair[1] + pair[2]));
    }
    assertSame(
        stage.put(anna, "/v1/members/" + none, rights),
        stage.put(anna, "/v1/members/" + bram, rights));
    assertSame(
        stage.put(anna, "/v1/partners/" + none, wish),
        stage.put(anna, "/v1/partners/" + police, wish));
    assertSame(
        stage.post(anna, "/v1/invitations", guest("P", "p@x.test").put("partner", none)),
        stage.post(anna, "/v1/invitations", guest("P", "p@x.test").put("partner", police)));
    assertSame(
        stage.post(anna, "/v1/links", guest("P", "p@x.test").put("partner", none)),
        stage.post(anna, "/v1/links", guest("P", "p@x.test").put("partner", police)));
    assertTrue(stage.isSignedIn(stage.token("ggd")));
  }

  @Test
  void theFirstPersonIsInvitedAgainWhileNobodyIsThere() {
    addTown();
    JsonObject line = newTown();
    String path = "/v1/municipalities/" + line.getString("id") + "/invitation";
    String first = stage.linkToken("anna@nieuwstad.test", "/uitnodiging#token");
    assertEquals(204, stage.post(regie, path, guest("Bas", "bas@nieuwstad.test")).status());
    assertEquals(403, accept(first).status());
    String second = stage.linkToken("bas@nieuwstad.test", "/uitnodiging#token");
    assertEquals(201, accept(second).status());
    assertEquals(404, stage.post(regie, path, guest("X", "x@nieuwstad.test")).status());
    Reply twice =
        stage.post(
            regie,
            "/v1/municipalities",
            new JsonObject().put("name", "NIEUWSTAD").put("administrator", guest("A", "a@x.test")));
    assertEquals("name", twice.json().getString("field"));
  }

  @Test
  void onesOwnDataComesAlongAndGoes() {
    String ggd = stage.token("ggd");
    assertEquals(
        204, stage.put(ggd, "/v1/member", new JsonObject().put("name", "Bram O.")).status());
    Reply file = stage.get(ggd, "/v1/member/export");
    assertTrue(file.header("Content-Disposition").startsWith("attachment"));
    JsonObject about = file.json();
    assertEquals("Bram O.", about.getJsonObject("person").getString("name"));
    assertEquals("GGD Demoland", about.getJsonObject("partner").getString("name"));
    assertTrue(about.getJsonArray("deeds").encode().contains("member.rename"));
    assertEquals(PeopleStage.SAID, about.getJsonArray("comments").getString(0));
    assertFalse(file.body().contains("argon2"), "no secrets");

    JsonObject wrong = new JsonObject().put("password", "niet mijn wachtwoord");
    Reply refused = stage.post(ggd, "/v1/member/erasure", wrong);
    assertEquals(400, refused.status());
    assertEquals("password", refused.json().getString("field"));
    Reply erased =
        stage.post(
            ggd, "/v1/member/erasure", new JsonObject().put("password", PeopleStage.PASSWORD));
    assertEquals(204, erased.status());
    assertTrue(erased.header("Set-Cookie").contains("Max-Age=0"));
    assertFalse(stage.isSignedIn(ggd));
    assertFalse(stage.get(regie, "/v1/members").body().contains("Bram"));
    assertTrue(stage.told.containsAll(List.of("barred", "ended")));
  }

  @Test
  void aMunicipalityIsBounded() {
    stage.query(
        "INSERT INTO partner (id, municipality, kind, name, badge, colour, created_at)"
            + " SELECT gen_random_uuid(), g.id, 'police', 'P' || n, chr(1000 + n) || 'x', 0, now()"
            + " FROM municipality g, generate_series(1, "
            + (Limits.PARTNERS_OF_MUNICIPALITY_MAX - 6)
            + ") n");
    Reply reply =
        stage.post(regie, "/v1/partners", new JsonObject().put("name", "X").put("kind", "police"));
    assertEquals(409, reply.status());
    assertEquals("too-many", reply.json().getString("type"));
  }

  private String secondTown() {
    addTown();
    return accept(stage.linkToken("anna@nieuwstad.test", "/uitnodiging#token"))
        .json()
        .getString("token");
  }

  /// The clock stands still, so two towns of one moment come in any order.
  private JsonObject newTown() {
    return items(stage.get(regie, "/v1/municipalities")).stream()
        .filter(town -> town.getString("name").equals("Nieuwstad"))
        .findFirst()
        .orElseThrow();
  }

  private void addTown() {
    Reply reply =
        stage.post(
            regie,
            "/v1/municipalities",
            new JsonObject()
                .put("name", "Nieuwstad")
                .put("administrator", guest("Anna", "anna@nieuwstad.test")));
    assertEquals(201, reply.status(), reply.body());
  }

  private Reply accept(String token) {
    return stage.server.post(
        "/v1/invitation/accept",
        new JsonObject()
            .put("token", token)
            .put("name", "Anna")
            .put("password", "een lang wachtwoord"));
  }

  private List<JsonObject> people() {
    return items(stage.get(regie, "/v1/members"));
  }

  private static void assertSame(Reply absent, Reply foreign) {
    assertEquals(404, absent.status());
    assertEquals(absent.status(), foreign.status());
    assertEquals(absent.body(), foreign.body());
  }
}
