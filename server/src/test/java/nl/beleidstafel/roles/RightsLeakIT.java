package nl.beleidstafel.roles;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.collab.Level;
import nl.beleidstafel.plan.PlanSlice;
import nl.beleidstafel.protocol.Message;
import nl.beleidstafel.rights.Outline;
import nl.beleidstafel.testkit.Edits;
import nl.beleidstafel.testkit.HttpProbe;
import nl.beleidstafel.testkit.HttpProbe.Reply;
import nl.beleidstafel.testkit.PlanStage;
import nl.beleidstafel.testkit.RawClient;
import nl.beleidstafel.testkit.Seeds;
import nl.beleidstafel.testkit.junit.DatabaseExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The law of rights: over random roles, hidings, overrides and moments, what a client of either
/// dialect, the HTTP API and the plan's channel receive about a section is exactly what the pure
/// function allows. Each section has a title of its own and text that nobody else has; no byte of
/// either may reach who may not read it, and each new word reaches who may.
final class RightsLeakIT {
  @RegisterExtension static final DatabaseExtension DATABASE = new DatabaseExtension();

  private static final List<String> KEYS = List.of("3", "3.8", "3.9", "4.1", "B1");
  private static final List<String> ROLES =
      List.of("executing", "advising", "signalling", "referring", "coordinating");
  private static final Message LOST = new Message.Close("access-lost");
  private static final Message DENIED = new Message.AuthDenied("forbidden");

  private static PlanStage stage;
  private static RolesConfig config;

  @BeforeAll
  static void start() {
    stage = PlanStage.start(DATABASE.vertx(), DATABASE.database());
    config =
        RolesConfig.load(
            Path.of(System.getProperty("basedir", "."), "..", "config"),
            PlanStage.TEMPLATES.partnerKinds(),
            PlanStage.TEMPLATES.keys());
  }

  @AfterAll
  static void stop() {
    stage.close();
  }

  @Test
  void whatAnybodyReceivesIsWhatTheRolesAllow_G3() {
    int[] number = {0};
    Seeds.each(
        3,
        random -> {
          try (World world = new World(random, "s" + ++number[0])) {
            for (int step = 0; step < 6; step++) {
              world.step();
            }
          }
        });
  }

  /// One plan and the people who look at it.
  private static final class World implements AutoCloseable {
    private final SplittableRandom random;
    private final String name;
    private final JsonObject plan;
    private final Outline outline;
    private final List<Outline.Line> watched;
    private final List<Guest> guests = new ArrayList<>();
    private Matrix matrix;
    private int edits;

    World(SplittableRandom random, String name) {
      this.random = random;
      this.name = name;
      MunicipalityId town = stage.municipality(name);
      stage.partner(town, "municipality", name + "-regie");
      for (String kind : List.of("police", "public-health", "welfare")) {
        stage.partner(town, kind, name + "-" + kind);
      }
      plan = stage.plan(name + "-regie", name);
      for (String key : KEYS) {
        stage.run(
            "UPDATE section SET title = $2 WHERE id = $1",
            Tuple.of(UUID.fromString(PlanStage.section(plan, key).getString("id")), title(key)));
      }
      PlanId id = PlanId.parse(plan.getString("id"));
      outline = HttpProbe.wait(PlanSlice.outlines(stage.database()).find(town, id)).orElseThrow();
      watched = outline.lines().stream().filter(line -> KEYS.contains(line.key())).toList();
      matrix = HttpProbe.wait(new PgRolesStore(stage.database()).read(id)).matrix();
      for (String kind : List.of("police", "public-health", "welfare")) {
        guests.add(new Guest(this, name + "-" + kind));
      }
      write();
      guests.forEach(Guest::follow);
    }

    String title(String key) {
      return "Titel-" + name + "-" + key + "-einde";
    }

    String word(Outline.Line line) {
      return "woord-" + name + "-" + line.key() + "-" + edits + "-einde";
    }

    Level level(Actor actor, Outline.Line line) {
      return RightsRules.level(config.meanings(), matrix, actor.partner(), line);
    }

    /// A new word in each watched section.
    void write() {
      edits++;
      for (Outline.Line line : watched) {
        HttpProbe.wait(
            stage
                .rooms()
                .append(
                    line.document(),
                    stage.who(name + "-regie"),
                    Edits.text(10_000 + edits, 0, word(line))));
      }
    }

    /// A change of rights while others write, then a word that reaches exactly those who may read.
    void step() {
      Matrix before = matrix;
      List<Integer> marks = guests.stream().map(guest -> guest.socket.mark()).toList();
      Thread typing = Thread.startVirtualThread(this::write);
      change();
      join(typing);
      for (int i = 0; i < guests.size(); i++) {
        guests.get(i).heardOfIt(before, marks.get(i));
      }
      guests.forEach(Guest::follow);
      List<Runnable> checks = new ArrayList<>();
      guests.forEach(guest -> checks.add(guest.expectNextWord()));
      write();
      checks.forEach(Runnable::run);
      guests.forEach(Guest::ask);
      guests.forEach(Guest::tryToWrite);
    }

    private void change() {
      String by = name + "-regie";
      Guest guest = guests.get(random.nextInt(guests.size()));
      Outline.Line line = watched.get(random.nextInt(watched.size()));
      String section = line.section().toString();
      Scope scope = random.nextInt(6) == 0 ? Scope.PLAN : new Scope(line.section());
      switch (random.nextInt(5)) {
        case 0, 1 -> {
          boolean hide = !matrix.hidden().contains(line.section());
          matrix = matrix.hiding(line.section(), hide);
          stage.hide(by, plan, section, hide);
        }
        case 2, 3 -> {
          Set<String> roles = new HashSet<>();
          for (int i = random.nextInt(3); i > 0; i--) {
            roles.add(ROLES.get(random.nextInt(ROLES.size())));
          }
          matrix = matrix.with(guest.actor.partner(), scope, roles);
          stage.assign(by, plan, scope.word(), guest.name, roles.toArray(String[]::new));
        }
        default -> override(by, guest, line, section);
      }
    }

    private void override(String by, Guest guest, Outline.Line line, String section) {
      if (RightsRules.coordinates(config.meanings(), matrix, guest.actor.partner())) {
        return;
      }
      Cell cell = new Cell(line.section(), guest.actor.partner());
      Level level = Level.ofCode(random.nextInt(4));
      boolean clear = random.nextInt(3) == 0;
      matrix = clear ? matrix.notOverriding(cell) : matrix.overriding(cell, level);
      String word = clear ? null : level.name().toLowerCase(Locale.ROOT);
      stage.override(by, plan, section, guest.name, word);
    }

    @Override
    public void close() {
      guests.forEach(guest -> guest.close());
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  /// One person with a socket of each dialect, who has everything open that they may read.
  private static final class Guest implements AutoCloseable {
    private final World world;
    private final String name;
    private final Actor actor;
    private final RawClient socket;
    private final Map<Outline.Line, RawClient> single = new HashMap<>();
    private final Set<Outline.Line> open = new HashSet<>();
    private final String channel;
    private long clock;

    Guest(World world, String name) {
      this.world = world;
      this.name = name;
      actor = stage.who(name);
      socket = RawClient.collab(DATABASE.vertx(), stage.port());
      channel = "plan:" + world.plan.getString("id");
      socket.attach(channel, name);
      socket.await(0, channel, new Message.AuthGranted(true));
    }

    private boolean mayRead(Outline.Line line) {
      return world.level(actor, line).allows(Level.READ);
    }

    private static String id(Outline.Line line) {
      return line.document().toString();
    }

    /// The channel speaks if, and only if, what this partner sees changed; a document that was lost
    /// is closed in place, one whose right changed is granted anew.
    void heardOfIt(Matrix before, int mark) {
      var meanings = config.meanings();
      boolean plan =
          !Views.plan(meanings, before, world.outline, actor.partner())
              .equals(Views.plan(meanings, world.matrix, world.outline, actor.partner()));
      boolean roles =
          !Views.roles(meanings, before, world.outline, actor.partner())
              .equals(Views.roles(meanings, world.matrix, world.outline, actor.partner()));
      if (plan) {
        socket.awaitWords(mark, "plan-changed");
      }
      if (roles) {
        socket.awaitWords(mark, "roles-changed");
      }
      socket.settle();
      assertEquals(plan, socket.holds(mark, "plan-changed"), name + " and the plan");
      assertEquals(roles, socket.holds(mark, "roles-changed"), name + " and the roles");
      for (Outline.Line line : world.watched) {
        Level was = RightsRules.level(meanings, before, actor.partner(), line);
        Level is = world.level(actor, line);
        if (open.contains(line) && !is.allows(Level.READ)) {
          socket.await(mark, id(line), LOST);
          assertEquals(4403, requireNonNull(single.get(line)).awaitClose());
        } else if (open.contains(line) && was.allows(Level.WRITE) != is.allows(Level.WRITE)) {
          socket.await(mark, id(line), new Message.AuthGranted(!is.allows(Level.WRITE)));
        }
      }
    }

    /// Opens what may be read, and is refused the rest as if it were not there.
    void follow() {
      for (Outline.Line line : world.watched) {
        if (!mayRead(line)) {
          open.remove(line);
          RawClient gone = single.remove(line);
          if (gone != null) {
            gone.close();
          }
          refused(line);
        } else if (open.add(line)) {
          int mark = socket.mark();
          socket.attach(id(line), name);
          socket.awaitWords(mark, world.word(line));
          RawClient own = RawClient.yws(DATABASE.vertx(), stage.port(), id(line), name);
          own.say(new Message.SyncStep1(Bytes.ofHex("00")));
          own.awaitWords(0, world.word(line));
          single.put(line, own);
        }
      }
    }

    private void refused(Outline.Line line) {
      String nowhere = UUID.randomUUID().toString();
      int mark = socket.mark();
      socket.attach(id(line), name);
      socket.await(mark, id(line), DENIED);
      socket.attach(nowhere, name);
      socket.await(mark, nowhere, DENIED);
      socket.settle();
      assertEquals(3, socket.mark() - mark, "two denials and a pong, nothing more");
      try (RawClient hidden = RawClient.yws(DATABASE.vertx(), stage.port(), id(line), name);
          RawClient absent = RawClient.yws(DATABASE.vertx(), stage.port(), nowhere, name)) {
        assertEquals(absent.awaitClose(), hidden.awaitClose());
        assertEquals(absent.since(0), hidden.since(0));
      }
    }

    /// Gives what is to be checked once the next word was written.
    Runnable expectNextWord() {
      int mark = socket.mark();
      Map<Outline.Line, Integer> marks = new HashMap<>();
      single.forEach((line, own) -> marks.put(line, own.mark()));
      return () -> {
        for (Outline.Line line : world.watched) {
          if (mayRead(line)) {
            socket.awaitWords(mark, world.word(line));
            int since = requireNonNull(marks.get(line));
            requireNonNull(single.get(line)).awaitWords(since, world.word(line));
          }
        }
        socket.settle();
        for (Outline.Line line : world.watched) {
          assertEquals(mayRead(line), socket.holds(mark, word(line)), name + " " + line.key());
          if (!mayRead(line)) {
            assertFalse(socket.holds(mark, world.title(line.key())));
            assertFalse(socket.holds(mark, line.section().toString()));
            assertFalse(socket.holds(mark, line.document().toString()));
          }
        }
      };
    }

    private String word(Outline.Line line) {
      return "woord-" + world.name + "-" + line.key() + "-";
    }

    /// Over HTTP there is what may be read, exactly, and no byte of the rest.
    void ask() {
      JsonObject plan = stage.show(name, world.plan);
      List<Views.Section> seen =
          Views.plan(config.meanings(), world.matrix, world.outline, actor.partner());
      assertEquals(seen.size(), plan.getJsonArray("sections").size());
      for (int i = 0; i < seen.size(); i++) {
        JsonObject section = plan.getJsonArray("sections").getJsonObject(i);
        Views.Section expected = seen.get(i);
        assertEquals(expected.section().toString(), section.getString("id"));
        assertEquals(RolesRoutes.word(expected.level()), section.getString("rights"));
        assertEquals(expected.roles(), section.getJsonArray("roles").getList());
        assertEquals(expected.hidden(), section.getBoolean("hidden"));
      }
      List<String> answers =
          List.of(
              plan.encode(),
              stage.roles(name, world.plan).encode(),
              stage.get(name, "/v1/my-page").body());
      for (Outline.Line line : world.watched) {
        if (!mayRead(line)) {
          for (String answer : answers) {
            assertFalse(answer.contains(line.section().toString()));
            assertFalse(answer.contains(line.document().toString()));
            assertFalse(answer.contains(world.title(line.key())));
          }
          assertEquals(visit(new SectionId(UUID.randomUUID())), visit(line.section()));
        } else {
          assertTrue(answers.getFirst().contains(world.title(line.key())));
        }
      }
    }

    private String visit(SectionId section) {
      String path = PlanStage.path(world.plan) + "/sections/" + section + "/visit";
      Reply reply = stage.send(name, "POST", path, new JsonObject());
      assertEquals(404, reply.status());
      return reply.body();
    }

    /// What is written is stored and acknowledged if the level allows it, and refused otherwise.
    void tryToWrite() {
      for (Outline.Line line : open) {
        boolean may = world.level(actor, line).allows(Level.WRITE);
        long before = rows(line.document());
        int mark = socket.mark();
        long client = 1_000_000L + world.guests.indexOf(this) * 100_000L + ++clock;
        socket.say(id(line), new Message.Update(Edits.text(client, 0, "w")));
        socket.await(mark, id(line), new Message.SyncStatus(may));
        assertEquals(may ? before + 1 : before, rows(line.document()));
      }
    }

    private long rows(DocumentId document) {
      return stage.number(
          "SELECT count(*) FROM document_update WHERE document = $1 AND author = $2",
          document.value(),
          actor.member().value());
    }

    @Override
    public void close() {
      socket.close();
      single.values().forEach(RawClient::close);
    }
  }
}
