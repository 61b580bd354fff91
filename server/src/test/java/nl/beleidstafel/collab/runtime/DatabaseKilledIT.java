package nl.beleidstafel.collab.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.collab.Level;
import nl.beleidstafel.collab.log.Logs;
import nl.beleidstafel.crdt.doc.Doc;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.db.Migrations;
import nl.beleidstafel.db.embedded.EmbeddedPostgres;
import nl.beleidstafel.protocol.Message;
import nl.beleidstafel.testkit.Actors;
import nl.beleidstafel.testkit.Edits;
import nl.beleidstafel.testkit.TestDatabase;
import org.junit.jupiter.api.Test;

/// PostgreSQL dies while people type, and comes back.
final class DatabaseKilledIT {
  private static final Path DATA =
      Path.of(System.getProperty("basedir", "."), "target", "database-killed-it").toAbsolutePath();
  private static final int UPDATES = 300;
  private static final Actor ANN = Actors.actor(1);

  @Test
  void everythingTypedWhileItIsAwayIsStoredWhenItIsBack_L12() throws Exception {
    Files.createDirectories(DATA);
    var options = new EmbeddedPostgres.Options(DATA, TestDatabase.platform(), List.of());
    EmbeddedPostgres postgres = EmbeddedPostgres.start(options);
    Vertx vertx = Vertx.vertx();
    try {
      Migrations.apply(postgres.address());
      Database database = Database.open(vertx, postgres.address(), 4);
      typeWhileItDies(vertx, database);
      database.close().await();
    } finally {
      vertx.close().await();
      postgres.stop();
    }
  }

  private static void typeWhileItDies(Vertx vertx, Database database) throws IOException {
    Logs logs = Logs.postgres(database);
    LiveRooms rooms = LiveRooms.start(vertx, logs, RoomCounters.NONE).await();
    DocumentId document = new DocumentId(UUID.randomUUID());
    database
        .transaction(tx ->
            rooms
                .create(tx, document, Edits.text(1, 0, "seed"))
                .compose(_ -> rooms.grant(tx, document, ANN.partner(), Level.WRITE)))
        .await();
    CountingClient client = new CountingClient(UPDATES);
    Attachment seat = rooms.attach(document, ANN, client).await();
    for (int i = 0; i < UPDATES; i++) {
      seat.receive(new Message.Update(Edits.text(100, i, "w")));
      if (i == UPDATES / 2) {
        kill();
      }
    }
    client.await();
    assertEquals(UPDATES, client.acknowledged());
    assertTrue(client.closed.isEmpty());
    Doc logged = new Doc(0);
    logs.updates().since(document, 0).await().forEach(entry -> logged.apply(entry.update()));
    assertEquals(UPDATES, logged.stateVector().get(100));
    assertTrue(client.heard("\"away\""), "it was told");
    assertTrue(client.heard("\"back\""), "it was told");
  }

  /// As `kill -9`.
  private static void kill() throws IOException {
    Path pid = DATA.resolve("postgres").resolve("postmaster.pid");
    long process = Long.parseLong(Files.readAllLines(pid).getFirst().strip());
    ProcessHandle.of(process).orElseThrow().destroyForcibly();
  }
}
