package nl.beleidstafel.collab.socket;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.collab.Identities;
import nl.beleidstafel.collab.Level;
import nl.beleidstafel.collab.log.Logs;
import nl.beleidstafel.collab.room.Reason;
import nl.beleidstafel.collab.runtime.LiveRooms;
import nl.beleidstafel.collab.runtime.PlanChannels;
import nl.beleidstafel.collab.runtime.RoomCounters;
import nl.beleidstafel.crdt.update.Updates;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.db.Tx;
import nl.beleidstafel.http.HttpSettings;
import nl.beleidstafel.testkit.FakeClock;

/// A server with real rooms on a real database and a free port, and a door behind the scenes: `POST
/// /stage/{verb}` with JSON makes documents, changes rights and tokens, holds commits back,
/// advances the sockets' clock and tells what was counted. Clients in Node and in Java use it.
final class SocketStage {
  static final String ORIGIN = "https://tafel.test";
  static final String COOKIE = "session";

  private static final long TICK_MS = 20;

  /// Low, so that tests reach them. The stage stands behind a proxy; who comes without one is on
  /// the machine itself.
  private static final int OF_ADDRESS_MAX = 4;

  private static final int OF_MEMBER_MAX = 3;
  private static final HttpSettings PROXIED =
      new HttpSettings("127.0.0.1", 0, URI.create(ORIGIN), true);

  private final Vertx vertx;
  private final Database database;
  private final LiveRooms rooms;
  private final Map<String, Actor> people = new LinkedHashMap<>();
  private final Map<String, Actor> tokens = new ConcurrentHashMap<>();
  private final FakeClock clock = new FakeClock();
  private final Refusals refusals;
  private final SocketRoutes routes;
  private final AtomicReference<Promise<Void>> hold = new AtomicReference<>(Promise.promise());
  private int port;

  private SocketStage(Vertx vertx, Database database, LiveRooms rooms, Refusals refusals) {
    this.vertx = vertx;
    this.database = database;
    this.rooms = rooms;
    this.refusals = refusals;
    for (String name : new String[] {"wim", "zoë", "koos"}) {
      people.put(name, actor(people.size() + 1, name));
    }
    tokens.putAll(people);
    routes =
        new SocketRoutes(
            vertx,
            new SocketSettings(
                ORIGIN::equals,
                COOKIE,
                TICK_MS,
                PROXIED::callerAddress,
                OF_ADDRESS_MAX,
                OF_MEMBER_MAX),
            (token, _) ->
                Future.succeededFuture(
                    Optional.ofNullable(tokens.get(token))
                        .map(actor -> new Identities.Session(actor, Long.MAX_VALUE))),
            rooms,
            PlanChannels.NONE,
            refusals,
            clock);
  }

  static Future<SocketStage> start(Vertx vertx, Database database) {
    Refusals refusals = new Refusals();
    RoomCounters counters =
        new RoomCounters() {
          @Override
          public void refused(Reason reason) {
            refusals.refused(reason);
          }
        };
    return LiveRooms.start(vertx, Logs.postgres(database), counters)
        .compose(rooms -> new SocketStage(vertx, database, rooms, refusals).listen());
  }

  private Future<SocketStage> listen() {
    HttpServer server =
        vertx.createHttpServer(SocketRoutes.configure(new HttpServerOptions().setPort(0)));
    server.requestHandler(this::backdoor);
    routes.attach(server);
    return server
        .listen()
        .map(listening -> {
          port = listening.actualPort();
          return this;
        });
  }

  int port() {
    return port;
  }

  Refusals refusals() {
    return refusals;
  }

  FakeClock clock() {
    return clock;
  }

  private static Actor actor(int number, String name) {
    return new Actor(
        new MunicipalityId(new UUID(0, 1)),
        new PartnerId(new UUID(1, number)),
        new MemberId(new UUID(2, number)),
        name,
        "Organisatie van " + name,
        name.substring(0, 2).toUpperCase(Locale.ROOT),
        number,
        false);
  }

  private void backdoor(HttpServerRequest request) {
    String path = Objects.requireNonNull(request.path());
    String verb = path.substring(path.lastIndexOf('/') + 1);
    request
        .body()
        .compose(body -> perform(verb, body.length() == 0 ? new JsonObject() : json(body)))
        .onSuccess(answer -> request.response().end(answer.encode()))
        .onFailure(failure -> request.response().setStatusCode(500).end(failure.toString()));
  }

  private static JsonObject json(Buffer body) {
    return new JsonObject(body);
  }

  private Future<JsonObject> perform(String verb, JsonObject about) {
    return switch (verb) {
      case "create" -> create().map(id -> new JsonObject().put("document", id.toString()));
      case "level" -> level(document(about), about.getString("person"), about.getString("level"));
      case "token" -> {
        tokens.remove(about.getString("token"));
        if (about.getString("person") != null) {
          tokens.put(about.getString("token"), person(about.getString("person")));
        }
        yield done();
      }
      case "advance" -> {
        clock.advanceMs(about.getLong("ms"));
        yield done();
      }
      case "hang-up" -> routes.closeAll().map(_ -> new JsonObject());
      case "hold" -> hold(document(about));
      case "release" -> {
        hold.get().complete();
        yield done();
      }
      case "read" ->
          rooms.read(document(about)).map(state -> new JsonObject().put("update", state.toArray()));
      case "counted" -> Future.succeededFuture(counted());
      default -> Future.failedFuture("no such verb: " + verb);
    };
  }

  private JsonObject counted() {
    var words = new JsonArray();
    refusals.all().forEach(refusal -> words.add(refusal.word()));
    refusals.ofRooms().forEach(reason -> words.add(reason.word()));
    return new JsonObject().put("refusals", words).put("open", routes.openCount());
  }

  private static Future<JsonObject> done() {
    return Future.succeededFuture(new JsonObject());
  }

  private static DocumentId document(JsonObject about) {
    return DocumentId.parse(about.getString("document"));
  }

  /// A new document, where everybody may write.
  Future<DocumentId> create() {
    var document = new DocumentId(UUID.randomUUID());
    return database
        .transaction(tx -> {
          Future<Void> all = rooms.create(tx, document, Updates.EMPTY);
          for (Actor person : people.values()) {
            all = all.compose(_ -> grant(tx, document, person, Level.WRITE));
          }
          return all;
        })
        .map(document);
  }

  private Actor person(String name) {
    return Objects.requireNonNull(people.get(name), name);
  }

  private Future<Void> grant(Tx tx, DocumentId document, Actor person, Level level) {
    return rooms.grant(tx, document, person.member(), level);
  }

  private Future<JsonObject> level(DocumentId document, String person, String level) {
    Actor whose = person(person);
    return database
        .transaction(tx -> grant(tx, document, whose, Level.valueOf(level)))
        .map(_ -> {
          rooms.accessChanged(document);
          return new JsonObject();
        });
  }

  /// Locks the document's row, as a change of rights does, until `release`.
  private Future<JsonObject> hold(DocumentId document) {
    Promise<Void> release = Promise.promise();
    Promise<JsonObject> held = Promise.promise();
    hold.set(release);
    database
        .transaction(tx ->
            tx.query("SELECT 1 FROM document WHERE id = $1 FOR UPDATE", Tuple.of(document.value()))
                .compose(_ -> {
                  held.complete(new JsonObject());
                  return release.future();
                }))
        .onFailure(held::tryFail);
    return held.future();
  }
}
