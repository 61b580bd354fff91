package nl.beleidstafel.collab.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.collab.Level;
import nl.beleidstafel.collab.log.Logs;
import nl.beleidstafel.collab.log.UpdateLog;
import nl.beleidstafel.crdt.doc.Doc;
import nl.beleidstafel.protocol.Message;
import nl.beleidstafel.testkit.Actors;
import nl.beleidstafel.testkit.Edits;
import nl.beleidstafel.testkit.junit.DatabaseExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Rooms and their writer on a real PostgreSQL.
final class LogWriterIT {
  @RegisterExtension static final DatabaseExtension DATABASE = new DatabaseExtension();

  private static final Actor ANN = Actors.actor(1);
  private static final Actor BEN = Actors.actor(2);

  /// Two nodes on one database.
  private static LiveRooms rooms;

  private static LiveRooms otherNode;
  private static UpdateLog log;

  private final List<DocumentId> documents = new ArrayList<>();

  @BeforeAll
  static void start() {
    Logs logs = Logs.postgres(DATABASE.database());
    log = logs.updates();
    rooms = LiveRooms.start(DATABASE.vertx(), logs, RoomCounters.NONE).await();
    otherNode = LiveRooms.start(DATABASE.vertx(), logs, RoomCounters.NONE).await();
  }

  @BeforeEach
  void makeDocuments() {
    for (int i = 0; i < 8; i++) {
      DocumentId document = new DocumentId(UUID.randomUUID());
      DATABASE
          .database()
          .transaction(tx -> rooms.create(tx, document, Edits.text(1, 0, "seed")))
          .await();
      grant(document, ANN, Level.WRITE);
      grant(document, BEN, Level.WRITE);
      documents.add(document);
    }
    documents.sort(Comparator.comparing(document -> document.value().toString()));
  }

  private static void grant(DocumentId document, Actor actor, Level level) {
    DATABASE
        .database()
        .transaction(tx -> rooms.grant(tx, document, actor.partner(), level))
        .await();
  }

  private static long rows(DocumentId document, Actor actor) {
    RowSet<Row> rows =
        DATABASE
            .database()
            .query(
                "select count(*) from document_update where document = $1 and author = $2",
                Tuple.of(document.value(), actor.member().value()))
            .await();
    return rows.iterator().next().getLong(0);
  }

  private static Doc logged(DocumentId document) {
    Doc doc = new Doc(0);
    log.since(document, 0).await().forEach(entry -> doc.apply(entry.update()));
    return doc;
  }

  private static void type(Attachment attachment, long client, int count) {
    for (int i = 0; i < count; i++) {
      attachment.receive(new Message.Update(Edits.text(client, i, "w")));
    }
  }

  @Test
  void manyDocumentsAndTwoNodesLoseNothingAndNeverLockEachOtherOut_L15() {
    List<CountingClient> clients = new ArrayList<>();
    List<DocumentId> backwards = documents.reversed();
    for (int i = 0; i < documents.size(); i++) {
      CountingClient here = new CountingClient(40);
      CountingClient there = new CountingClient(40);
      Attachment annsSeat = rooms.attach(documents.get(i), ANN, here).await();
      Attachment bensSeat = otherNode.attach(backwards.get(i), BEN, there).await();
      type(annsSeat, 100, 40);
      type(bensSeat, 200, 40);
      clients.add(here);
      clients.add(there);
    }
    clients.forEach(CountingClient::await);
    for (CountingClient client : clients) {
      assertEquals(40, client.acknowledged());
      assertTrue(client.closed.isEmpty());
    }
    for (DocumentId document : documents) {
      List<UpdateLog.Entry> entries = log.since(document, 0).await();
      for (int i = 0; i < entries.size(); i++) {
        assertEquals(i + 1, entries.get(i).seq(), "no gap");
      }
      assertEquals(40, logged(document).stateVector().get(100));
      assertEquals(40, logged(document).stateVector().get(200));
      Doc node = new Doc(0);
      node.apply(rooms.read(document).await());
      assertTrue(node.stateVector().get(100) == 40);
    }
  }

  @Test
  void noUpdateIsStoredAfterTheRightIsGone_L15() {
    DocumentId document = documents.getFirst();
    CountingClient client = new CountingClient(400);
    Attachment seat = rooms.attach(document, ANN, client).await();
    Future<Void> revoked = Future.succeededFuture();
    for (int i = 0; i < 400; i++) {
      seat.receive(new Message.Update(Edits.text(100, i, "w")));
      if (i == 200) {
        revoked =
            DATABASE
                .database()
                .transaction(tx -> rooms.grant(tx, document, ANN.partner(), Level.READ));
      }
    }
    revoked.await();
    long atRevocation = log.head(document).await().orElseThrow().seq();
    client.await();
    assertEquals(atRevocation, log.head(document).await().orElseThrow().seq());
    assertEquals(client.acknowledged(), logged(document).stateVector().get(100));
    assertEquals(Level.READ, seat.level());
  }

  @Test
  void theAppendWaitsForARevocationThatIsUnderwayAndObeysIt_L15() {
    DocumentId document = documents.getFirst();
    CountingClient client = new CountingClient(1);
    Attachment seat = rooms.attach(document, ANN, client).await();
    DATABASE
        .database()
        .transaction(tx ->
            rooms
                .grant(tx, document, ANN.partner(), Level.READ)
                .map(_ -> {
                  // The row is locked; this append waits for it, and began before the commit.
                  seat.receive(new Message.Update(Edits.text(100, 0, "w")));
                  return null;
                })
                .compose(_ -> tx.query("select pg_sleep(0.3)")))
        .await();
    client.await();
    assertEquals(0, client.acknowledged());
    assertEquals(0, rows(document, ANN));
  }

  @Test
  void aDocumentThatSomebodyLocksDoesNotHoldUpTheOthers_L16() {
    DocumentId locked = documents.get(0);
    DocumentId free = documents.get(1);
    CountingClient slow = new CountingClient(1);
    CountingClient quick = new CountingClient(1);
    Attachment slowSeat = rooms.attach(locked, ANN, slow).await();
    Attachment quickSeat = rooms.attach(free, ANN, quick).await();
    DATABASE
        .database()
        .transaction(tx ->
            tx.query("select 1 from document where id = $1 for update", id(locked))
                .compose(_ -> {
                  slowSeat.receive(new Message.Update(Edits.text(100, 0, "w")));
                  quickSeat.receive(new Message.Update(Edits.text(100, 0, "w")));
                  return quick.done();
                })
                .map(_ -> {
                  assertEquals(0, slow.acknowledged());
                  return null;
                }))
        .await();
    slow.await();
    assertEquals(1, slow.acknowledged());
  }

  @Test
  void connectionsThatAreCutLoseNothing_L11() {
    DocumentId document = documents.getFirst();
    CountingClient client = new CountingClient(300);
    Attachment seat = rooms.attach(document, ANN, client).await();
    for (int i = 0; i < 300; i++) {
      seat.receive(new Message.Update(Edits.text(100, i, "w")));
      if (i % 60 == 30) {
        cutConnections();
      }
    }
    client.await();
    assertEquals(300, client.acknowledged());
    assertEquals(300, logged(document).stateVector().get(100));
    assertFalse(logged(document).hasPending());
  }

  /// Ends every connection of the pool, whatever it is doing.
  private static void cutConnections() {
    DATABASE
        .database()
        .query(
            "select pg_terminate_backend(pid) from pg_stat_activity"
                + " where datname = current_database() and pid <> pg_backend_pid()")
        .transform(_ -> Future.succeededFuture())
        .await();
  }

  @Test
  void aBadRowIsRefusedAloneByTheDatabase_L10() {
    DATABASE
        .database()
        .query(
            "alter table document_update add constraint no_poison"
                + " check (position('poison'::bytea in bytes) = 0)")
        .await();
    CountingClient good = new CountingClient(1);
    CountingClient bad = new CountingClient(1);
    Attachment goodSeat = rooms.attach(documents.get(0), ANN, good).await();
    Attachment badSeat = rooms.attach(documents.get(0), BEN, bad).await();
    badSeat.receive(new Message.Update(Edits.text(200, 0, "poison")));
    goodSeat.receive(new Message.Update(Edits.text(100, 0, "w")));
    good.await();
    bad.await();
    assertEquals(1, good.acknowledged());
    assertEquals(List.of("failed"), List.copyOf(bad.closed));
    DATABASE.database().query("alter table document_update drop constraint no_poison").await();
  }

  private static Tuple id(DocumentId document) {
    return Tuple.of(document.value());
  }

  @Test
  void whatIsReadAfterTheNodeIsGoneIsWhatWasAcknowledged_R4() {
    DocumentId document = documents.getFirst();
    CountingClient client = new CountingClient(30);
    type(rooms.attach(document, ANN, client).await(), 100, 30);
    client.await();
    Bytes elsewhere = otherNode.read(document).await();
    Doc replica = new Doc(0);
    replica.apply(elsewhere);
    assertEquals(30, replica.stateVector().get(100));
  }
}
