package nl.beleidstafel.collab.room;

import static nl.beleidstafel.collab.room.RoomScript.ANN;
import static nl.beleidstafel.collab.room.RoomScript.BEN;
import static nl.beleidstafel.collab.room.RoomScript.GENERATION;
import static nl.beleidstafel.collab.room.RoomScript.SEED;
import static nl.beleidstafel.collab.room.RoomScript.closed;
import static nl.beleidstafel.collab.room.RoomScript.status;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.collab.Level;
import nl.beleidstafel.crdt.update.StateVector;
import nl.beleidstafel.crdt.update.Updates;
import nl.beleidstafel.protocol.Message;
import nl.beleidstafel.protocol.Message.AuthGranted;
import nl.beleidstafel.protocol.Message.SyncStep1;
import nl.beleidstafel.protocol.Message.SyncStep2;
import nl.beleidstafel.testkit.Edits;
import org.junit.jupiter.api.Test;

/// What a room does with updates. Session 1 is Ann's, session 2 Ben's.
final class RoomTest {
  private static final Bytes FIRST = Edits.text(10, 0, "ab");
  private static final Bytes SECOND = Edits.textAfter(10, 2, 10, 1, "c");
  private static final Bytes BENS = Edits.text(20, 0, "x");

  private final RoomScript script =
      new RoomScript().join(1, ANN, Level.WRITE).join(2, BEN, Level.WRITE);

  private static RoomEffect.Publish published(Bytes update, long except) {
    return new RoomEffect.Publish(new Message.Update(update), except);
  }

  @Test
  void anUpdateIsOnlyAppendedUntilItIsCommitted_R1_R2() {
    script.types(1, FIRST);
    assertEquals(List.of(new RoomEffect.Append(1, ANN, FIRST)), script.effects);
    assertEquals(SEED, script.room.state());
    script.commit();
    assertEquals(List.of(published(FIRST, 1)), script.all(RoomEffect.Publish.class));
    assertEquals(List.of(status(true)), script.sentTo(1));
  }

  @Test
  void answersKeepTheOrderOfArrival_R3() {
    script.types(1, FIRST);
    script.types(1, SEED);
    assertEquals(List.of(), script.sentTo(1), "the first is not answered yet");
    script.commit();
    assertEquals(List.of(status(true), status(true)), script.sentTo(1));
  }

  @Test
  void onlyStep2AndUpdateAreAnswered_R3() {
    script.says(1, new SyncStep1(StateVector.EMPTY.encode()));
    script.says(1, new Message.QueryPresence());
    script.says(1, new Message.Stateless("hello"));
    script.says(1, new Message.Ping());
    assertEquals(List.of(), script.sentTo(1));
    script.says(1, new SyncStep2(Updates.EMPTY));
    assertEquals(List.of(status(true)), script.sentTo(1));
  }

  @Test
  void theRoomGreets_R6() {
    script.join(3, BEN, Level.READ);
    assertEquals(List.of(new AuthGranted(true), Notices.document(GENERATION)), script.sentTo(3));
    script.join(4, ANN, Level.WRITE);
    assertEquals(new AuthGranted(false), script.sentTo(4).getFirst());
  }

  @Test
  void step1IsAnsweredWithBothSteps_R7() {
    script.says(1, new SyncStep1(StateVector.EMPTY.encode()));
    assertEquals(
        List.of(
            new SyncStep1(Updates.stateVectorOf(SEED).encode()),
            new SyncStep2(script.room.state())),
        script.sentTo(1));
    script.says(1, new SyncStep1(Updates.stateVectorOf(SEED).encode()));
    assertEquals(new SyncStep2(Updates.EMPTY), script.sentTo(1).getLast());
  }

  @Test
  void malformedBytesEndTheirSessionOnly_R8() {
    Bytes nonsense = Bytes.ofHex("0105");
    for (Message message :
        List.of(
            new Message.Update(nonsense),
            new SyncStep2(nonsense),
            new SyncStep1(nonsense),
            new Message.Presence(nonsense))) {
      RoomScript other = new RoomScript().join(1, ANN, Level.WRITE).join(2, BEN, Level.WRITE);
      other.says(1, message);
      assertEquals(List.of(closed(1, Reason.MALFORMED)), other.all(RoomEffect.CloseDocument.class));
      assertEquals(1, other.room.sessionCount());
      assertEquals(List.of(), other.types(1, FIRST), "nobody is there any more");
    }
  }

  @Test
  void whatBringsNothingNewIsAcknowledgedWithoutAnAppend_R9() {
    script.says(1, new SyncStep2(SEED));
    assertEquals(List.of(new RoomEffect.Send(1, status(true))), script.effects);
    script.join(3, BEN, Level.READ);
    script.says(3, new SyncStep2(SEED));
    assertEquals(List.of(status(true)), script.sentTo(3));
  }

  @Test
  void whoMayNotWriteIsRefused_R10() {
    script.join(3, BEN, Level.COMMENT);
    script.types(3, BENS);
    assertEquals(List.of(status(false)), script.sentTo(3));
    assertEquals(List.of(), script.appends());
    script.says(3, new SyncStep2(BENS));
    assertEquals(List.of(status(false)), script.sentTo(3));
  }

  @Test
  void whatStandsOnSomethingAbsentIsHeldAndAskedFor_R11() {
    script.types(1, SECOND);
    assertEquals(List.of(new SyncStep1(Updates.stateVectorOf(SEED).encode())), script.sentTo(1));
    assertEquals(List.of(), script.appends());
    script.says(1, new SyncStep2(FIRST));
    assertEquals(1, script.appends().size());
    script.commit();
    assertEquals(List.of(), script.sentTo(1), "the held one came first and is answered first");
    assertEquals(SECOND, script.appends().getFirst().update());
    script.commit();
    assertEquals(List.of(status(true), status(true)), script.sentTo(1));
  }

  @Test
  void whatIsHeldIsReleasedByAnybodysCommit_R11() {
    script.types(1, SECOND);
    script.types(2, FIRST);
    script.commit();
    assertEquals(SECOND, script.appends().getFirst().update());
    script.types(1, Updates.merge(List.of(FIRST, SECOND)));
    script.commit();
    assertEquals(List.of(status(true), status(true)), script.sentTo(1));
  }

  @Test
  void whatStandsOnTheSameSessionsLastUpdateNeedNotWait_R12() {
    script.types(1, FIRST);
    script.types(1, SECOND);
    assertEquals(2, script.appends().size());
    script.types(2, Edits.textAfter(20, 0, 10, 1, "y"));
    assertEquals(2, script.appends().size(), "another's may yet be refused");
    script.commit();
    assertEquals(1, script.appends().size());
  }

  @Test
  void oneFlushIsOneMessage_R13() {
    script.types(1, FIRST);
    script.types(2, BENS);
    script.commit();
    assertEquals(
        List.of(published(Updates.merge(List.of(FIRST, BENS)), RoomEffect.Publish.NOBODY)),
        script.all(RoomEffect.Publish.class));
  }

  @Test
  void whoWroteTheFlushAloneIsLeftOutUnlessTheyWaitForIt_R14() {
    script.types(1, FIRST);
    script.types(1, SECOND);
    script.commit();
    assertEquals(1, script.all(RoomEffect.Publish.class).getFirst().except());
    script.on(new RoomEvent.Joined(3, BEN, Level.WRITE, true));
    script.types(3, BENS);
    script.commit();
    assertEquals(
        RoomEffect.Publish.NOBODY, script.all(RoomEffect.Publish.class).getFirst().except());
  }

  @Test
  void aRefusedRowIsToldAndLeavesTheOthers_R15() {
    script.types(1, FIRST);
    script.types(2, BENS);
    script.on(new RoomEvent.AppendRefused(ANN.member(), List.of(1L), Level.READ));
    assertEquals(List.of(status(false), new AuthGranted(true)), script.sentTo(1));
    script.on(new RoomEvent.Committed(List.of(new RoomEvent.Row(2, BENS, List.of(2L)))));
    assertEquals(List.of(status(true)), script.sentTo(2));
  }

  @Test
  void whoMayNoLongerReadIsShownOut_R15() {
    script.types(1, FIRST);
    script.on(new RoomEvent.AppendRefused(ANN.member(), List.of(1L), Level.NONE));
    assertEquals(
        List.of(closed(1, Reason.ACCESS_LOST)), script.all(RoomEffect.CloseDocument.class));
  }

  @Test
  void rightsChangeInPlace_R16() {
    script.on(new RoomEvent.AccessChanged(Map.of(1L, Level.COMMENT, 2L, Level.WRITE)));
    assertEquals(List.of(new AuthGranted(true)), script.sentTo(1));
    assertEquals(List.of(), script.sentTo(2));
    script.types(1, FIRST);
    assertEquals(List.of(status(false)), script.sentTo(1));
    script.on(new RoomEvent.AccessChanged(Map.of(1L, Level.READ)));
    assertEquals(List.of(), script.sentTo(1), "comment and read look the same to an editor");
    script.on(new RoomEvent.AccessChanged(Map.of(1L, Level.WRITE)));
    assertEquals(List.of(new AuthGranted(false)), script.sentTo(1));
    script.on(new RoomEvent.AccessChanged(Map.of(1L, Level.NONE)));
    assertEquals(
        List.of(closed(1, Reason.ACCESS_LOST)), script.all(RoomEffect.CloseDocument.class));
  }

  @Test
  void whatIsHeldIsRefusedWithTheRight_R16() {
    script.types(1, SECOND);
    script.on(new RoomEvent.AccessChanged(Map.of(1L, Level.READ)));
    assertEquals(List.of(new AuthGranted(true), status(false)), script.sentTo(1));
    script.types(2, FIRST);
    script.commit();
    assertEquals(List.of(), script.appends());
  }

  @Test
  void anAppendThatFailsForGoodEndsTheSession_R17() {
    script.types(1, FIRST);
    script.on(new RoomEvent.AppendFailed(ANN.member(), List.of(1L), Reason.FAILED));
    assertEquals(List.of(closed(1, Reason.FAILED)), script.all(RoomEffect.CloseDocument.class));
    assertEquals(List.of(), script.sentTo(1));
  }

  @Test
  void aGapIsFilledFromTheLogBeforeAnythingIsShown_R18() {
    script.types(1, FIRST);
    script.on(new RoomEvent.Committed(List.of(new RoomEvent.Row(3, FIRST, List.of(1L)))));
    assertEquals(List.of(), script.all(RoomEffect.Publish.class));
    assertEquals(List.of(status(true)), script.sentTo(1), "it is stored all the same");
    assertEquals(List.of(new RoomEffect.CatchUp(1)), script.all(RoomEffect.CatchUp.class));
    script.on(
        new RoomEvent.CaughtUp(
            List.of(
                new RoomEvent.Row(2, BENS, List.of()), new RoomEvent.Row(3, FIRST, List.of()))));
    assertEquals(
        List.of(published(Updates.merge(List.of(BENS, FIRST)), RoomEffect.Publish.NOBODY)),
        script.all(RoomEffect.Publish.class));
    assertEquals(3, script.room.seq());
  }

  @Test
  void aFullDocumentTakesNothingMoreFromItsSession_R19() {
    String page = "x".repeat(8 * 1024 * 1024);
    for (int i = 0; i < 3; i++) {
      script.types(1, Edits.text(10, (long) i * page.length(), page));
      script.commit();
      assertEquals(List.of(status(true)), script.sentTo(1));
    }
    script.types(1, Edits.text(10, 3L * page.length(), page));
    assertEquals(List.of(Notices.refused(Reason.DOCUMENT_FULL), status(false)), script.sentTo(1));
    script.types(1, Edits.text(11, 0, "small"));
    assertEquals(List.of(status(false)), script.sentTo(1));
    script.types(2, BENS);
    assertEquals(1, script.appends().size(), "who was not refused goes on");
  }

  @Test
  void tooMuchHeldEndsTheSession_R20() {
    for (int i = 0; i <= Limits.ROOM_HELD_MAX; i++) {
      script.types(1, Edits.textAfter(10, 100L + i, 99, 0, "z"));
    }
    assertEquals(
        List.of(closed(1, Reason.DEPENDENCIES_MISSING)),
        script.all(RoomEffect.CloseDocument.class));
  }

  @Test
  void tooMuchUnansweredEndsTheSession_R20() {
    for (int i = 0; i < Limits.SESSION_UNANSWERED_MAX; i++) {
      script.types(1, Edits.text(10, i, "z"));
    }
    assertEquals(List.of(), script.all(RoomEffect.CloseDocument.class));
    script.types(1, Edits.text(10, Limits.SESSION_UNANSWERED_MAX, "z"));
    assertEquals(List.of(closed(1, Reason.OVERLOADED)), script.all(RoomEffect.CloseDocument.class));
  }

  @Test
  void aSlowReaderGetsOneDiffWhenItDrains_R21() {
    script.types(1, FIRST);
    script.commit();
    script.on(new RoomEvent.Blocked(2, FIRST));
    script.types(1, SECOND);
    script.commit();
    script.on(new RoomEvent.Drained(2));
    Message.Update diff = (Message.Update) script.sentTo(2).getFirst();
    assertTrue(Updates.inspect(diff.update()).inserts().contains(10, 0));
    assertTrue(Updates.inspect(diff.update()).inserts().contains(10, 2));
    script.on(new RoomEvent.Drained(2));
    assertEquals(List.of(), script.effects, "once");
  }

  @Test
  void anotherGenerationIsToldToStartAfresh_R22() {
    script.says(1, generation(GENERATION.toString()));
    assertEquals(List.of(), script.effects);
    script.says(1, new Message.Stateless("{\"kind\":\"something\",\"generation\":\"x\"}"));
    script.says(1, new Message.Stateless("{not json"));
    assertEquals(2, script.room.sessionCount());
    script.says(1, generation("00000000-0000-0000-0000-000000000000"));
    assertEquals(List.of(closed(1, Reason.GENERATION)), script.all(RoomEffect.CloseDocument.class));
  }

  private static Message generation(String named) {
    return new Message.Stateless("{\"kind\":\"generation\",\"generation\":\"" + named + "\"}");
  }

  @Test
  void theServersOwnEditTakesTheSameRoad_R23() {
    script.on(new RoomEvent.Edited(5, BEN, FIRST));
    assertEquals(1, script.appends().size());
    script.commit();
    assertEquals(
        List.of(published(FIRST, RoomEffect.Publish.NOBODY), new RoomEffect.Settle(5, 2)),
        script.effects);
    assertEquals(
        List.of(new RoomEffect.Settle(6, 0)), script.on(new RoomEvent.Edited(6, BEN, FIRST)));
    assertEquals(
        List.of(new RoomEffect.Reject(7, Reason.DEPENDENCIES_MISSING)),
        script.on(new RoomEvent.Edited(7, BEN, Edits.text(30, 5, "z"))));
    assertEquals(
        List.of(new RoomEffect.Reject(8, Reason.MALFORMED)),
        script.on(new RoomEvent.Edited(8, BEN, Bytes.ofHex("ff"))));
    script.on(new RoomEvent.Edited(9, BEN, BENS));
    long entry = script.appends().getFirst().entry();
    script.on(new RoomEvent.AppendRefused(BEN.member(), List.of(entry), Level.READ));
    assertEquals(
        List.of(new RoomEffect.Reject(9, Reason.READ_ONLY)), script.all(RoomEffect.Reject.class));
  }

  @Test
  void everybodyHearsOfTheStorage_R29() {
    script.on(new RoomEvent.StorageChanged(true));
    assertEquals(List.of(Notices.storage(true)), script.sentTo(1));
    assertEquals(List.of(Notices.storage(true)), script.sentTo(2));
    script.join(3, BEN, Level.READ);
    assertTrue(script.sentTo(3).contains(Notices.storage(true)));
    script.on(new RoomEvent.StorageChanged(false));
    assertEquals(List.of(Notices.storage(false)), script.sentTo(3));
  }

  @Test
  void aSnapshotIsDueAfterEnoughUpdates_R30() {
    // The seed is the first of them.
    for (int i = 1; i < Limits.SNAPSHOT_UPDATES_MAX; i++) {
      assertEquals(List.of(), script.all(RoomEffect.SaveSnapshot.class));
      script.types(1, Edits.text(10, i - 1L, "z"));
      script.commit();
    }
    RoomEffect.SaveSnapshot snapshot = script.all(RoomEffect.SaveSnapshot.class).getFirst();
    assertEquals(script.room.seq(), snapshot.seq());
    assertEquals(script.room.state(), snapshot.state());
    assertEquals(0, script.room.tailUpdates());
  }

  @Test
  void aRoomIsIdleWhenNobodyIsThereAndNothingWaits_R31() {
    script.types(1, FIRST);
    script.on(new RoomEvent.Left(1));
    script.on(new RoomEvent.Left(2));
    assertFalse(script.room.idle());
    script.commit();
    assertTrue(script.room.idle());
  }
}
