package nl.beleidstafel.identity;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import nl.beleidstafel.audit.Audit;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.mail.Outbox;
import nl.beleidstafel.oidc.Hosts;
import nl.beleidstafel.testkit.FakeClock;
import nl.beleidstafel.testkit.HttpProbe;
import nl.beleidstafel.testkit.HttpProbe.Reply;
import nl.beleidstafel.testkit.junit.DatabaseExtension;

/// A server with the demonstration's people, and what they do to get in.
final class WaysInStage implements AutoCloseable {
  static final String PASSWORD = "demo-demo-demo";

  final FakeClock clock = new FakeClock();
  final List<MemberId> ended = new CopyOnWriteArrayList<>();
  final Sealing sealing = Sealing.passing();
  final HttpProbe server;
  final IdentitySlice identity;
  private final DatabaseExtension database;

  WaysInStage(DatabaseExtension database, Set<String> providerHosts) {
    this.database = database;
    identity =
        new IdentitySlice(
            database.vertx(),
            database.database(),
            clock,
            HttpProbe.settings(),
            Audit.of(database.database(), clock),
            Outbox.of(clock),
            new IdentitySlice.Settings(true, sealing, new Hosts(providerHosts)));
    identity.onEnded(ended::add);
    HttpProbe.wait(identity.start());
    for (String each :
        List.of("session", "totp", "recovery_code", "passkey", "pending", "identity_provider")) {
      sql("DELETE FROM " + each);
    }
    sql("UPDATE municipality SET second_factor_required = false");
    server =
        HttpProbe.start(
            database.vertx(),
            HttpProbe.settings(),
            clock,
            identity.routes(),
            identity::actorOf,
            identity::enteringOf,
            _ -> {});
  }

  @Override
  public void close() {
    server.close();
  }

  Reply signIn(String account, String password) {
    return server.post("/v1/session", credentials(account, password));
  }

  Reply signIn(String account, String password, String code) {
    return server.post("/v1/session", credentials(account, password).put("code", code));
  }

  String token(String account) {
    return token(signIn(account, PASSWORD));
  }

  static String token(Reply reply) {
    return String.valueOf(reply.json().getString("token"));
  }

  private static JsonObject credentials(String account, String password) {
    return new JsonObject().put("email", account + "@demo.test").put("password", password);
  }

  Reply get(String token, String path) {
    return server.get(path, "Authorization", "Bearer " + token);
  }

  Reply post(String token, String path, JsonObject body) {
    return server.post(path, body, "Authorization", "Bearer " + token);
  }

  Reply put(String token, String path, JsonObject body) {
    return server.send(
        "PUT",
        path,
        body.encode(),
        "Content-Type",
        "application/json",
        "Authorization",
        "Bearer " + token);
  }

  Reply delete(String token, String path) {
    return server.send("DELETE", path, "", "Authorization", "Bearer " + token);
  }

  /// Sets up an app; what it shares with the server.
  App setUp(String token) {
    JsonObject begun = post(token, "/v1/factors/totp", new JsonObject()).json();
    App app = new App(Base32.read(begun.getString("secret")));
    Reply done = confirm(token, app.code(clock));
    if (done.status() != 200) {
      throw new AssertionError(done.body());
    }
    app.codes.addAll(
        done.json().getJsonArray("recoveryCodes").stream().map(Object::toString).toList());
    return app;
  }

  Reply confirm(String token, String code) {
    return post(token, "/v1/factors/totp/confirmation", new JsonObject().put("code", code));
  }

  /// On to a moment for which no code was taken yet.
  void nextCode() {
    clock.advanceSeconds(30);
  }

  String member(String account) {
    return text("SELECT id::text FROM member WHERE email = '" + account + "@demo.test'");
  }

  long count(String from) {
    return HttpProbe.wait(database.database().query("SELECT count(*) FROM " + from))
        .iterator()
        .next()
        .getLong(0);
  }

  String text(String sql) {
    return HttpProbe.wait(database.database().query(sql)).iterator().next().getString(0);
  }

  void sql(String sql) {
    HttpProbe.wait(database.database().query(sql));
  }

  /// An app with codes.
  static final class App {
    final Bytes secret;
    final List<String> codes = new CopyOnWriteArrayList<>();

    App(Bytes secret) {
      this.secret = secret;
    }

    String code(FakeClock clock) {
      return Totp.code(secret, clock.nowMs() / 30_000);
    }

    /// Six digits that are no code of now.
    String wrong(FakeClock clock, int attempt) {
      String code = String.format("%06d", attempt % 1_000_000);
      return Totp.stepOf(secret, code, clock.nowMs()).isPresent() ? "x" + code : code;
    }
  }

  /// Reads what people type into their app.
  static final class Base32 {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Base32() {}

    static Bytes read(String text) {
      byte[] bytes = new byte[text.length() * 5 / 8];
      int buffer = 0;
      int bits = 0;
      int at = 0;
      for (int i = 0; i < text.length(); i++) {
        buffer = (buffer << 5) | ALPHABET.indexOf(text.charAt(i));
        bits += 5;
        if (bits >= 8) {
          bits -= 8;
          bytes[at++] = (byte) (buffer >> bits);
        }
      }
      return Bytes.wrap(bytes);
    }
  }
}
