package nl.beleidstafel;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.StreamSupport;
import nl.beleidstafel.audit.Audit;
import nl.beleidstafel.audit.AuditRoutes;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.db.Tx;
import nl.beleidstafel.http.Routes;
import nl.beleidstafel.identity.IdentitySlice;
import nl.beleidstafel.mail.MailboxRoutes;
import nl.beleidstafel.mail.Outbox;
import nl.beleidstafel.partners.Neighbours;
import nl.beleidstafel.partners.PartnersSlice;
import nl.beleidstafel.partners.Partnerships;
import nl.beleidstafel.testkit.FakeClock;
import nl.beleidstafel.testkit.HttpProbe;
import nl.beleidstafel.testkit.HttpProbe.Reply;
import nl.beleidstafel.testkit.junit.DatabaseExtension;

/// The demonstration's people, a server, and what the neighbours of the feature hear: for tests
/// that say what a person does.
final class PeopleStage implements AutoCloseable {
  static final String PASSWORD = "demo-demo-demo";

  /// What everybody here said in threads.
  static final String SAID = "Goed idee";

  final FakeClock clock = new FakeClock();

  /// What was told to the neighbours, in order: `joined KIND`, `left`, `barred`, `ended`.
  final List<String> told = new CopyOnWriteArrayList<>();

  final HttpProbe server;
  final PartnersSlice partners;
  private final DatabaseExtension database;

  PeopleStage(DatabaseExtension database) {
    this.database = database;
    clear();
    Audit audit = Audit.of(database.database(), clock);
    Outbox outbox = Outbox.of(clock);
    IdentitySlice identity =
        new IdentitySlice(
            database.vertx(),
            database.database(),
            clock,
            HttpProbe.settings(),
            audit,
            outbox,
            true);
    identity.onEnded(this::ended);
    partners =
        new PartnersSlice(
            database.database(),
            new IdentityEntrance(identity),
            new Neighbours(
                new Told(),
                (_, _) -> tell("barred"),
                _ -> {},
                List.of(_ ->
                    Future.succeededFuture(
                        new JsonObject().put("comments", new JsonArray().add(SAID)))),
                identity::endedOf),
            audit,
            outbox,
            clock,
            HttpProbe.settings(),
            kinds(),
            true);
    HttpProbe.wait(identity.start());
    Routes routes =
        new Routes()
            .addAll(identity.routes())
            .addAll(partners.routes())
            .addAll(new AuditRoutes(database.database(), audit, partners::names).routes())
            .addAll(new MailboxRoutes(database.database()).routes());
    server =
        HttpProbe.start(database.vertx(), HttpProbe.settings(), clock, routes, identity::actorOf);
  }

  private final class Told implements Partnerships {
    @Override
    public Future<List<DocumentId>> joined(
        Tx tx, MunicipalityId municipality, PartnerId partner, String kind) {
      return tell("joined " + kind).map(List.of());
    }

    @Override
    public Future<List<DocumentId>> left(Tx tx, MunicipalityId municipality, PartnerId partner) {
      return tell("left").map(List.of());
    }
  }

  private Future<Void> tell(String word) {
    told.add(word);
    return Future.succeededFuture();
  }

  private void ended(MemberId member) {
    told.add("ended");
  }

  private static Map<String, String> kinds() {
    Map<String, String> kinds = new LinkedHashMap<>();
    kinds.put("municipality", "Gemeente");
    kinds.put("police", "Politie");
    kinds.put("schools", "Scholen");
    kinds.put("welfare", "Welzijnswerk");
    return kinds;
  }

  private void clear() {
    for (String table :
        List.of("mail", "address_change", "password_reset", "session", "personal_link")) {
      query("DELETE FROM " + table);
    }
    for (String table : List.of("invitation", "member", "partner", "municipality")) {
      query("DELETE FROM " + table);
    }
  }

  List<Row> query(String sql) {
    var rows = HttpProbe.wait(database.database().query(sql));
    return StreamSupport.stream(rows.spliterator(), false).toList();
  }

  /// A first column's only value.
  String value(String sql) {
    return String.valueOf(query(sql).getFirst().getValue(0));
  }

  /// Signs a demonstration account in; `regie` administers.
  String token(String account) {
    return token(account + "@demo.test", PASSWORD);
  }

  String token(String email, String password) {
    Reply reply = signIn(email, password);
    if (reply.status() != 200) {
      throw new AssertionError(email + ": " + reply.body());
    }
    return reply.json().getString("token");
  }

  Reply signIn(String email, String password) {
    return server.post(
        "/v1/session", new JsonObject().put("email", email).put("password", password));
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

  boolean isSignedIn(String token) {
    return get(token, "/v1/session").status() == 200;
  }

  /// The id of a present partner with this badge.
  String partner(String token, String badge) {
    return items(get(token, "/v1/partners")).stream()
        .filter(each -> badge.equals(each.getString("badge")))
        .findFirst()
        .orElseThrow()
        .getString("id");
  }

  /// The id of a person as the administrator sees them.
  String member(String token, String name) {
    return items(get(token, "/v1/members")).stream()
        .filter(each -> name.equals(each.getString("name")))
        .findFirst()
        .orElseThrow()
        .getString("id");
  }

  static List<JsonObject> items(Reply reply) {
    JsonArray items = reply.json().getJsonArray("items");
    List<JsonObject> list = new ArrayList<>();
    items.forEach(each -> list.add((JsonObject) each));
    return list;
  }

  /// The newest mail to an address.
  JsonObject mail(String recipient) {
    return items(server.get("/v1/mailbox")).stream()
        .filter(each -> recipient.equals(each.getString("recipient")))
        .findFirst()
        .orElseThrow();
  }

  /// The token in the newest mail to an address.
  String linkToken(String recipient, String path) {
    String start = "http://localhost:8080" + path + "=";
    return mail(recipient)
        .getString("body")
        .lines()
        .filter(line -> line.startsWith(start))
        .findFirst()
        .orElseThrow()
        .substring(start.length());
  }

  /// The way in for a mail about something in the app; empty for who is not to have one.
  Optional<String> linkTo(String member, String path) {
    MunicipalityId town =
        MunicipalityId.parse(
            value("SELECT municipality::text FROM member WHERE id = '" + member + "'"));
    return HttpProbe.wait(
        database
            .database()
            .transaction(tx -> partners.link(tx, town, MemberId.parse(member), path)));
  }

  static JsonObject guest(String name, String email) {
    return new JsonObject().put("name", name).put("email", email);
  }

  /// Waits for what happens after an answer.
  static void until(BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("it did not happen");
      }
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
