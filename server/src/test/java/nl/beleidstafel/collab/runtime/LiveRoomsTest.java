package nl.beleidstafel.collab.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.collab.Level;
import nl.beleidstafel.collab.log.UpdateLog;
import nl.beleidstafel.collab.log.UpdateLog.Outcome;
import nl.beleidstafel.collab.room.Reason;
import nl.beleidstafel.crdt.doc.Doc;
import nl.beleidstafel.crdt.update.StateVector;
import nl.beleidstafel.protocol.Message;
import nl.beleidstafel.protocol.Presence;
import nl.beleidstafel.protocol.PresenceEntry;
import nl.beleidstafel.testkit.Actors;
import nl.beleidstafel.testkit.Edits;
import nl.beleidstafel.testkit.MemoryUpdateLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Rooms coming and going, and what crosses between sockets and rooms. Time is advanced by hand.
final class LiveRoomsTest {
  private static final DocumentId DOCUMENT = Actors.document(1);
  private static final Actor ANN = Actors.actor(1);
  private static final Actor BEN = Actors.actor(2);
  private static final Bytes SEED = Edits.text(1, 0, "seed");

  private final SimulatedTime time = new SimulatedTime(new SplittableRandom(1));
  private final ScriptedLog log = new ScriptedLog();
  private final List<Reason> refusals = new ArrayList<>();
  private int droppedPresence;
  private final LiveRooms rooms =
      LiveRooms.on(
          List.of(time.loop(() -> true), time.loop(() -> true)),
          log.logs(),
          new RoomCounters() {
            @Override
            public void refused(Reason reason) {
              refusals.add(reason);
            }

            @Override
            public void presenceDropped() {
              droppedPresence++;
            }
          });

  @BeforeEach
  void openToAnnAndBen() {
    log.create(MemoryUpdateLog.NO_TX, DOCUMENT, SEED);
    grant(ANN, Level.WRITE);
    grant(BEN, Level.READ);
  }

  private void grant(Actor actor, Level level) {
    rooms.grant(MemoryUpdateLog.NO_TX, DOCUMENT, actor.partner(), level);
  }

  private Attachment attached(Actor actor, Outbound out) {
    Future<Attachment> attachment = rooms.attach(DOCUMENT, actor, out);
    time.runFor(100);
    assertTrue(attachment.succeeded(), () -> String.valueOf(attachment.cause()));
    return attachment.result();
  }

  private Reason refusal(DocumentId document, Actor actor) {
    Future<Attachment> attachment = rooms.attach(document, actor, new FakeOutbound());
    time.runFor(100);
    assertTrue(attachment.failed());
    return ((Refused) attachment.cause()).reason();
  }

  private static Message.Update words(long clock) {
    return new Message.Update(Edits.text(10, clock, "w"));
  }

  @Test
  void manyWhoOpenAtOnceLoadItOnce_R31() {
    List<Future<Attachment>> attachments = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      attachments.add(rooms.attach(DOCUMENT, ANN, new FakeOutbound()));
    }
    time.runFor(100);
    attachments.forEach(attachment -> assertTrue(attachment.succeeded()));
    assertEquals(1, log.heads);
  }

  @Test
  void aRoomIsForgottenAMinuteAfterTheLastLeftAndFoundAgain_R31() {
    Attachment first = attached(ANN, new FakeOutbound());
    first.receive(words(0));
    time.runFor(100);
    first.detach();
    time.runFor(Limits.ROOM_IDLE_MAX_MS / 2);
    attached(ANN, new FakeOutbound()).detach();
    assertEquals(1, log.heads);
    time.runFor(2L * Limits.ROOM_IDLE_MAX_MS);
    FakeOutbound again = new FakeOutbound();
    attached(ANN, again).receive(new Message.SyncStep1(StateVector.EMPTY.encode()));
    time.runFor(100);
    assertEquals(2, log.heads);
    Doc replica = new Doc(0);
    replica.apply(again.all(Message.SyncStep2.class).getFirst().update());
    assertEquals(1, replica.stateVector().get(10));
  }

  @Test
  void openingReadsTheSnapshotAndTheTailBehindIt_S5() {
    Attachment first = attached(ANN, new FakeOutbound());
    for (int i = 0; i < Limits.SNAPSHOT_TAIL_MIN; i++) {
      first.receive(words(i));
      time.runFor(20);
    }
    first.detach();
    time.runFor(2L * Limits.ROOM_IDLE_MAX_MS);
    log.sinces.clear();
    Attachment second = attached(ANN, new FakeOutbound());
    assertEquals(List.of(), log.sinces, "the snapshot holds everything");
    second.receive(words(Limits.SNAPSHOT_TAIL_MIN));
    time.runFor(20);
    second.detach();
    time.runFor(2L * Limits.ROOM_IDLE_MAX_MS);
    attached(ANN, new FakeOutbound());
    assertEquals(List.of(Limits.SNAPSHOT_TAIL_MIN + 1L), log.sinces);
  }

  @Test
  void whoMayNotReadIsRefusedAsIfThereWereNothing_R32() {
    assertEquals(Reason.FORBIDDEN, refusal(DOCUMENT, Actors.actor(3)));
    assertEquals(Reason.FORBIDDEN, refusal(Actors.document(99), ANN));
  }

  @Test
  void whatCannotBeReadNowIsReadLater_R32() {
    log.away = true;
    assertEquals(Reason.STORAGE_AWAY, refusal(DOCUMENT, ANN));
    log.away = false;
    assertEquals(Level.WRITE, attached(ANN, new FakeOutbound()).level());
  }

  @Test
  void aRightTakenWhileTheyComeInIsNotGiven_R32() {
    attached(ANN, new FakeOutbound());
    Future<Attachment> attachment = rooms.attach(DOCUMENT, BEN, new FakeOutbound());
    grant(BEN, Level.NONE);
    rooms.accessChanged(DOCUMENT);
    time.runFor(100);
    assertTrue(attachment.failed());
  }

  @Test
  void sessionsAreBounded_R33() {
    for (int i = 0; i < Limits.ROOM_SESSIONS_MAX; i++) {
      rooms.attach(DOCUMENT, ANN, new FakeOutbound());
    }
    time.runFor(1000);
    assertEquals(Reason.TOO_MANY_SESSIONS, refusal(DOCUMENT, ANN));
  }

  @Test
  void presenceGivesWayFirstThenTheSessionWhoseMessageDoesNotFit_R34() {
    FakeOutbound out = new FakeOutbound();
    Attachment attachment = attached(ANN, out);
    Message presence =
        new Message.Presence(Presence.encode(List.of(new PresenceEntry(10, 1, "{}"))));
    for (int i = 0; i < Limits.ROOM_MAILBOX_MAX / 2; i++) {
      attachment.receive(new Message.QueryPresence());
    }
    attachment.receive(presence);
    assertEquals(1, droppedPresence);
    for (int i = 0; i <= Limits.ROOM_MAILBOX_MAX / 2; i++) {
      attachment.receive(new Message.QueryPresence());
    }
    time.runFor(100);
    assertEquals(List.of(Reason.OVERLOADED.word()), out.closed);
    assertEquals(List.of(Reason.OVERLOADED), refusals);
  }

  @Test
  void rightsFollowOnOpenSessions_R16() {
    FakeOutbound out = new FakeOutbound();
    Attachment attachment = attached(ANN, out);
    grant(ANN, Level.READ);
    rooms.accessChanged(DOCUMENT);
    time.runFor(100);
    assertEquals(new Message.AuthGranted(true), out.heard.getLast());
    assertEquals(Level.READ, attachment.level());
    grant(ANN, Level.NONE);
    rooms.accessChanged(DOCUMENT);
    time.runFor(100);
    assertEquals(List.of("access-lost"), out.closed);
  }

  @Test
  void aRefusedAppendReadsTheRightsAgain_R15() {
    FakeOutbound out = new FakeOutbound();
    Attachment attachment = attached(ANN, out);
    Promise<List<Outcome>> append = log.holdNext();
    attachment.receive(words(0));
    time.runFor(100);
    append.complete(List.of(new Outcome.Refused(Level.READ)));
    time.runFor(100);
    assertTrue(out.heard.contains(new Message.SyncStatus(false)));
    assertEquals(Level.WRITE, attachment.level(), "the refusal was older than the right");
  }

  @Test
  void whoHasAnErasedDocumentOpenOrComesBackToItIsToldSo_R35() {
    FakeOutbound ann = new FakeOutbound();
    FakeOutbound ben = new FakeOutbound();
    attached(ANN, ann);
    attached(BEN, ben);
    rooms.erase(MemoryUpdateLog.NO_TX, DOCUMENT);
    time.runFor(100);
    assertEquals(List.of("erased"), ann.closed);
    assertEquals(List.of("erased"), ben.closed);
    assertEquals(Reason.ERASED, refusal(DOCUMENT, ANN));
    assertEquals(Reason.FORBIDDEN, refusal(DOCUMENT, Actors.actor(3)), "who never could read it");
  }

  @Test
  void anAppendThatFindsTheDocumentGoneSaysErasedAndNotThatARightWasLost_R35() {
    FakeOutbound out = new FakeOutbound();
    Attachment attachment = attached(ANN, out);
    log.memory.erase(MemoryUpdateLog.NO_TX, DOCUMENT);
    attachment.receive(words(0));
    time.runFor(100);
    assertEquals(List.of("erased"), out.closed);
    assertEquals(Reason.ERASED, refusal(DOCUMENT, BEN));
  }

  @Test
  void anErasureThatWasTakenBackDisturbsNobody_R35() {
    FakeOutbound out = new FakeOutbound();
    Attachment attachment = attached(ANN, out);
    log.memory.keep();
    rooms.erase(MemoryUpdateLog.NO_TX, DOCUMENT);
    time.runFor(100);
    attachment.receive(words(0));
    time.runFor(100);
    assertEquals(List.of(), out.closed);
    assertTrue(out.heard.contains(new Message.SyncStatus(true)));
  }

  @Test
  void aCompactedLogShowsTheSameAndNothingThatWasDeleted_L20() {
    FakeOutbound out = new FakeOutbound();
    Attachment attachment = attached(ANN, out);
    attachment.receive(new Message.Update(Edits.text(30, 0, "secret")));
    time.runFor(100);
    attachment.receive(new Message.Update(Edits.deletion(30, 0, 6)));
    time.runFor(100);
    attachment.receive(new Message.Update(Edits.text(30, 6, "open")));
    time.runFor(100);
    rooms.compact(MemoryUpdateLog.NO_TX, DOCUMENT);
    time.runFor(100);
    attachment.receive(new Message.Update(Edits.text(30, 10, "more")));
    time.runFor(100);
    assertEquals(List.of(), out.closed);
    assertEquals(2, log.memory.entries(DOCUMENT).size());
    assertFalse(contains(log.memory.entries(DOCUMENT).getFirst().update(), "secret"));
    assertTrue(contains(log.memory.entries(DOCUMENT).getFirst().update(), "open"));
    time.runFor(2L * Limits.ROOM_IDLE_MAX_MS);
    FakeOutbound again = new FakeOutbound();
    attached(ANN, again).receive(new Message.SyncStep1(StateVector.EMPTY.encode()));
    time.runFor(100);
    Doc replica = new Doc(0);
    replica.apply(again.all(Message.SyncStep2.class).getFirst().update());
    assertEquals("seedmoreopen", replica.text("default").toString());
  }

  private static boolean contains(Bytes bytes, String word) {
    return new String(bytes.toArray(), StandardCharsets.ISO_8859_1).contains(word);
  }

  @Test
  void aSlowReaderMissesNothing_R21() {
    FakeOutbound slow = new FakeOutbound();
    attached(BEN, slow);
    Attachment writer = attached(ANN, new FakeOutbound());
    slow.writable = false;
    for (int i = 0; i < 5; i++) {
      writer.receive(words(i));
      time.runFor(50);
    }
    assertEquals(List.of(), slow.all(Message.Update.class));
    slow.drain();
    time.runFor(50);
    assertEquals(1, slow.all(Message.Update.class).size());
    Doc replica = new Doc(0);
    replica.apply(SEED);
    replica.apply(slow.all(Message.Update.class).getFirst().update());
    assertEquals(5, replica.stateVector().get(10));
  }

  @Test
  void everybodyGetsTheSameBroadcast_R13() {
    List<Broadcast> broadcasts = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      attached(
          BEN,
          new Outbound() {
            @Override
            public void send(Message message) {}

            @Override
            public void publish(Broadcast broadcast) {
              broadcasts.add(broadcast);
            }

            @Override
            public boolean echoesOwn() {
              return false;
            }

            @Override
            public boolean writable() {
              return true;
            }

            @Override
            public void onWritable(Runnable then) {}

            @Override
            public void closeDocument(String reason) {}
          });
    }
    attached(ANN, new FakeOutbound()).receive(words(0));
    time.runFor(50);
    assertSame(broadcasts.get(0), broadcasts.get(1));
  }

  @Test
  void theServerWritesAndReadsWithoutASession_R23() {
    Future<Long> seq = rooms.append(DOCUMENT, ANN, Edits.text(30, 0, "by hand"));
    time.runFor(100);
    assertEquals(2, seq.result());
    Future<Bytes> open = rooms.read(DOCUMENT);
    time.runFor(2L * Limits.ROOM_IDLE_MAX_MS);
    Future<Bytes> closed = rooms.read(DOCUMENT);
    Future<Long> refused = rooms.append(DOCUMENT, BEN, Edits.text(31, 0, "no"));
    time.runFor(100);
    assertNotNull(open.result());
    assertEquals(open.result(), closed.result());
    assertEquals(Reason.READ_ONLY, ((Refused) refused.cause()).reason());
  }

  @Test
  void whatARoomHasNotHeardOfYetIsReadFromTheLog_R23() {
    attached(ANN, new FakeOutbound());
    Bytes elsewhere = Edits.text(32, 0, "on another node");
    log.memory.append(List.of(new UpdateLog.Addition(DOCUMENT, ANN, null, elsewhere)));
    Future<Bytes> behind = rooms.read(DOCUMENT, 1);
    Future<Bytes> known = rooms.read(DOCUMENT, 2);
    time.runFor(100);
    assertFalse(holds(behind.result(), elsewhere));
    assertTrue(holds(known.result(), elsewhere));
  }

  private static boolean holds(Bytes state, Bytes update) {
    Doc doc = new Doc(0);
    doc.apply(state);
    StateVector before = doc.stateVector();
    doc.apply(update);
    return doc.stateVector().equals(before);
  }

  @Test
  void afterDetachNothingIsHeardAndNothingTaken_R27() {
    FakeOutbound out = new FakeOutbound();
    Attachment attachment = attached(ANN, out);
    attachment.detach();
    attachment.detach();
    attachment.receive(words(0));
    int heard = out.heard.size();
    time.runFor(100);
    assertEquals(heard, out.heard.size());
    assertFalse(log.memory.entries(DOCUMENT).size() > 1);
  }
}
