package nl.beleidstafel.collab.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.collab.Level;
import nl.beleidstafel.testkit.Actors;
import nl.beleidstafel.testkit.Edits;
import nl.beleidstafel.testkit.MemoryUpdateLog;

/// A node with rooms and a log writer, clients, and everything that goes wrong between them, in one
/// thread, from one seed. The laws are checked where messages arrive, and at the end.
final class CollabSimulation implements SimulatedClient.World {
  private static final int DOCUMENTS = 2;
  private static final int CLIENTS = 6;
  private static final int LOOPS = 3;

  private final SplittableRandom random;
  private final SimulatedTime time;
  private final FaultyLog log;
  private final List<SimulatedClient> clients = new ArrayList<>();
  private LiveRooms rooms;
  private boolean[] alive;

  int kills;
  int stalls;
  int changesOfRights;

  CollabSimulation(SplittableRandom random) {
    this.random = random;
    time = new SimulatedTime(random.split());
    log = new FaultyLog(time, random.split());
    alive = new boolean[] {true};
    rooms = node(alive);
    for (int number = 0; number < DOCUMENTS; number++) {
      log.create(MemoryUpdateLog.NO_TX, Actors.document(number), Edits.text(1, 0, "seed"));
    }
    for (int number = 0; number < CLIENTS; number++) {
      // Two members share a partner, and two clients are one member's.
      Actor actor = Actors.actor(Math.min(number, CLIENTS - 2), number / 2);
      DocumentId document = Actors.document(number % DOCUMENTS);
      log.grant(MemoryUpdateLog.NO_TX, document, actor.partner(), Level.WRITE);
      clients.add(new SimulatedClient(actor, document, number % 3 == 0, this, random.split()));
    }
  }

  private LiveRooms node(boolean[] lives) {
    List<Loop> loops = new ArrayList<>();
    for (int i = 0; i < LOOPS; i++) {
      loops.add(time.loop(() -> lives[0]));
    }
    return LiveRooms.on(loops, log.logs(), RoomCounters.NONE);
  }

  @Override
  public SimulatedTime time() {
    return time;
  }

  @Override
  public FaultyLog log() {
    return log;
  }

  @Override
  public Rooms rooms() {
    return rooms;
  }

  List<SimulatedClient> clients() {
    return clients;
  }

  void run(int actions) {
    clients.forEach(SimulatedClient::connect);
    log.faults = true;
    for (int i = 0; i < actions; i++) {
      act();
      time.runFor(random.nextInt(12));
    }
    settle();
  }

  private void act() {
    SimulatedClient client = clients.get(random.nextInt(clients.size()));
    int chance = random.nextInt(100);
    if (chance < 70) {
      // Who may not write types all the same, now and then.
      if (!client.readOnly || random.nextInt(4) == 0) {
        client.edit();
      }
    } else if (chance < 78) {
      client.disconnect();
    } else if (chance < 90) {
      client.connect();
    } else if (chance < 93) {
      var connection = client.connection;
      if (connection != null) {
        connection.stall();
        stalls++;
      }
    } else if (chance < 96) {
      changeRights(client);
    } else if (chance < 97) {
      kill();
    } else if (chance < 98) {
      goAway();
    } else if (chance < 99) {
      time.runFor(1000);
    } else {
      // Long enough for rooms without sessions to be forgotten.
      clients.forEach(SimulatedClient::disconnect);
      time.runFor(90_000);
    }
  }

  private void changeRights(SimulatedClient client) {
    changesOfRights++;
    Level level = Level.ofCode(random.nextInt(4));
    log.grant(MemoryUpdateLog.NO_TX, client.document, client.actor.partner(), level);
    time.after(random.nextInt(5), () -> rooms.accessChanged(client.document));
  }

  private void kill() {
    kills++;
    alive[0] = false;
    clients.forEach(SimulatedClient::disconnect);
    alive = new boolean[] {true};
    rooms = node(alive);
  }

  private void goAway() {
    log.away = true;
    time.after(random.nextInt(3000), () -> log.away = false);
  }

  /// Ends all faults, gives everybody the right to write, and lets everything arrive.
  private void settle() {
    time.runFor(5_000);
    log.faults = false;
    log.away = false;
    for (SimulatedClient client : clients) {
      log.grant(MemoryUpdateLog.NO_TX, client.document, client.actor.partner(), Level.WRITE);
      rooms.accessChanged(client.document);
    }
    for (int round = 0; round < 5; round++) {
      clients.forEach(SimulatedClient::connect);
      time.runFor(5_000);
    }
  }

  void assertLaws() {
    clients.forEach(SimulatedClient::assertSettled);
  }
}
