package nl.beleidstafel.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.beleidstafel.audit.Audit;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.identity.WaysInStage.App;
import nl.beleidstafel.mail.Outbox;
import nl.beleidstafel.testkit.HttpProbe.Reply;
import nl.beleidstafel.testkit.junit.DatabaseExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Ten thousand guesses of everything that can be guessed: nothing opens, nothing changes, little
/// is computed, and the owner gets in afterwards.
final class GuessingIT {
  @RegisterExtension static final DatabaseExtension DATABASE = new DatabaseExtension();

  private static final int GUESSES = 10_000;

  private WaysInStage stage;
  private App app;

  @BeforeEach
  void start() {
    stage = new WaysInStage(DATABASE, Set.of());
    app = stage.setUp(stage.token("school"));
    stage.sql("DELETE FROM session");
    stage.nextCode();
  }

  @AfterEach
  void stop() {
    stage.close();
  }

  @Test
  void tenThousandWrongPasswords() {
    String before = everything();
    long audited = stage.count("audit");
    Map<Integer, Integer> answers = new TreeMap<>();
    for (int i = 0; i < GUESSES; i++) {
      Reply reply = stage.signIn("school", "guess-" + i, app.code(stage.clock));
      answers.merge(reply.status(), 1, Integer::sum);
    }
    assertEquals(Map.of(401, 10, 429, GUESSES - 10), answers);
    assertEquals(before, everything());
    assertEquals(audited + 10, stage.count("audit"));
    stage.clock.advanceSeconds(30);
    assertEquals(200, stage.signIn("school", WaysInStage.PASSWORD, app.code(stage.clock)).status());
  }

  /// By somebody who has the password: so the one thing that still protects is the code.
  @Test
  void tenThousandWrongCodes() {
    String before = everything();
    Map<String, Integer> answers = new TreeMap<>();
    Factors factors = factors();
    MemberId member = MemberId.parse(stage.member("school"));
    for (int i = 0; i < GUESSES; i++) {
      Factors.Check check =
          factors.check(municipality(), member, app.wrong(stage.clock, i), "192.0.2." + i % 250);
      answers.merge(check.getClass().getSimpleName(), 1, Integer::sum);
    }
    assertEquals(Map.of("Wrong", 10, "Slowed", GUESSES - 10), answers);
    assertEquals(before, everything());
  }

  @Test
  void aDayOfWrongCodesIsAHundredTries() {
    Factors factors = factors();
    MemberId member = MemberId.parse(stage.member("school"));
    int looked = 0;
    for (int minute = 0; minute < 24 * 60; minute++) {
      for (int i = 0; i < 3; i++) {
        String guess = app.wrong(stage.clock, minute * 3 + i);
        Factors.Check check =
            factors.check(municipality(), member, guess, "10.0." + minute % 250 + ".1");
        looked += check instanceof Factors.Check.Wrong ? 1 : 0;
      }
      stage.clock.advanceSeconds(60);
    }
    assertTrue(looked <= 10 + 96, "looked at " + looked);
  }

  @Test
  void manyWrongRecoveryCodesOverHttp() {
    String before = everything();
    Map<String, Integer> answers = new TreeMap<>();
    // Each costs a password check of some tens of milliseconds while codes are looked at.
    for (int i = 0; i < 30; i++) {
      Reply reply = stage.signIn("school", WaysInStage.PASSWORD, "AAAAA-AAAAA-" + i);
      answers.merge(reply.json().getString("type"), 1, Integer::sum);
    }
    assertEquals(Map.of("code-wrong", 5, "too-many-attempts", 25), answers);
    assertEquals(before, everything());
    stage.clock.advanceSeconds(300);
    assertEquals(200, stage.signIn("school", WaysInStage.PASSWORD, app.codes.getFirst()).status());
  }

  @Test
  void tenThousandPasskeysThatAreNone() {
    String before = everything();
    Map<Integer, Integer> answers = new TreeMap<>();
    JsonObject none = new JsonObject().put("credential", new JsonObject().put("id", "x"));
    for (int i = 0; i < GUESSES; i++) {
      answers.merge(stage.server.post("/v1/session/passkey", none).status(), 1, Integer::sum);
    }
    assertEquals(Map.of(401, 60, 429, GUESSES - 60), answers);
    assertEquals(before, everything());
  }

  @Test
  void theCountsAreBoundedInMemory() {
    SignInLimiter limiter = SignInLimiter.forCodes(stage.clock);
    for (int i = 0; i < 2 * Limits.SIGN_IN_COUNTS_MAX; i++) {
      limiter.failed("account-" + i, "2001:db8:" + Integer.toHexString(i % 65_536) + "::1");
    }
    assertTrue(limiter.size() <= 3 * Limits.SIGN_IN_COUNTS_MAX);
  }

  /// The server's own, but without its counts so far.
  private Factors factors() {
    FactorStore store =
        new PgFactorStore(
            DATABASE.database(),
            Audit.of(DATABASE.database(), stage.clock),
            Outbox.of(stage.clock),
            stage.clock);
    return new Factors(
        store, stage.sealing, new Secrets(), SignInLimiter.forCodes(stage.clock), stage.clock);
  }

  private MunicipalityId municipality() {
    return MunicipalityId.parse(
        stage.text("SELECT id::text FROM municipality WHERE demonstration"));
  }

  /// All that a guess could change.
  private String everything() {
    return List.of(
            "SELECT count(*)::text FROM session",
            "SELECT coalesce(string_agg(t::text, ','), '') FROM totp t",
            "SELECT coalesce(string_agg(r::text, ',' ORDER BY r::text), '') FROM recovery_code r",
            "SELECT coalesce(string_agg(m::text, ',' ORDER BY m.id), '') FROM member m",
            "SELECT count(*)::text FROM pending")
        .stream()
        .map(stage::text)
        .toList()
        .toString();
  }
}
