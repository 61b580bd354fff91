package nl.beleidstafel.collab.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.collab.Level;
import nl.beleidstafel.collab.log.UpdateLog.Addition;
import nl.beleidstafel.collab.log.UpdateLog.Entry;
import nl.beleidstafel.collab.log.UpdateLog.Outcome;
import nl.beleidstafel.collab.room.Reason;
import nl.beleidstafel.collab.room.RoomEffect;
import nl.beleidstafel.collab.room.RoomEvent;
import nl.beleidstafel.crdt.update.Updates;
import nl.beleidstafel.db.StoreException;
import nl.beleidstafel.testkit.Actors;
import nl.beleidstafel.testkit.Edits;
import nl.beleidstafel.testkit.MemoryUpdateLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How the writer groups, and what it does when the log does not do as it is told.
final class LogWriterTest {
  private static final Actor ANN = Actors.actor(1);
  private static final Actor BEN = Actors.actor(2);

  private final SimulatedTime time = new SimulatedTime(new SplittableRandom(1));
  private final ScriptedLog log = new ScriptedLog();
  private final List<Boolean> storage = new ArrayList<>();
  private final LogWriter writer =
      new LogWriter(time.loop(() -> true), log, RoomCounters.NONE, storage::add);
  private final Answers one = new Answers(Actors.document(1));
  private final Answers two = new Answers(Actors.document(2));

  /// A room that writes down its answers.
  private final class Answers implements FlushPart.Reply {
    final DocumentId document;
    final List<String> heard = new ArrayList<>();
    int holdMs;

    Answers(DocumentId document) {
      this.document = document;
    }

    void submit(RoomEffect.Append... entries) {
      writer.submit(document, List.of(entries), holdMs, this);
    }

    @Override
    public void stored(List<RoomEvent.Row> rows) {
      rows.forEach(row -> heard.add(row.entries() + " at " + row.seq()));
    }

    @Override
    public void refused(MemberId author, List<Long> entries, Level level) {
      heard.add(entries + " refused " + level);
    }

    @Override
    public void failed(MemberId author, List<Long> entries, Reason reason) {
      heard.add(entries + " failed " + reason.word());
    }
  }

  @BeforeEach
  void openToBoth() {
    for (DocumentId document : List.of(one.document, two.document)) {
      log.create(MemoryUpdateLog.NO_TX, document, Edits.text(1, 0, "seed"));
      log.grant(MemoryUpdateLog.NO_TX, document, ANN.partner(), Level.WRITE);
      log.grant(MemoryUpdateLog.NO_TX, document, BEN.partner(), Level.WRITE);
    }
  }

  private static RoomEffect.Append entry(long number, Actor author) {
    return new RoomEffect.Append(number, author, words(number, author));
  }

  private static Bytes words(long number, Actor author) {
    return Edits.text(author.member().value().getLeastSignificantBits(), number, "w");
  }

  private static Future<List<Outcome>> lost() {
    return Future.failedFuture(FaultyLog.lost());
  }

  private static Future<List<Outcome>> bad() {
    return Future.failedFuture(new StoreException("bad row", false));
  }

  private static Future<List<Outcome>> locked() {
    return Future.failedFuture(
        new StoreException(
            "locked", true, StoreException.Outcome.ROLLED_BACK, "55P03", null, null));
  }

  @Test
  void whatComesDuringACommitGoesWithTheNext_L8() {
    Promise<List<Outcome>> first = log.holdNext();
    one.submit(entry(1, ANN));
    time.runFor(5);
    one.submit(entry(2, ANN));
    two.submit(entry(3, ANN), entry(4, BEN), entry(5, ANN));
    one.submit(entry(6, BEN));
    time.runFor(5);
    assertEquals(1, log.appends.size());
    first.complete(List.of(new Outcome.Stored(2)));
    time.runFor(5);
    assertEquals(2, log.appends.size());
    assertEquals(
        List.of(
            new Addition(one.document, ANN, words(2, ANN)),
            new Addition(one.document, BEN, words(6, BEN)),
            new Addition(two.document, ANN, Updates.merge(List.of(words(3, ANN), words(5, ANN)))),
            new Addition(two.document, BEN, words(4, BEN))),
        log.appends.get(1));
    assertEquals(List.of("[3, 5] at 2", "[4] at 3"), two.heard);
  }

  @Test
  void anIdleWriterWritesAtOnceAndABusyDocumentWaits_L9() {
    one.holdMs = 15;
    one.submit(entry(1, ANN));
    time.runFor(2);
    assertEquals(1, log.appends.size());
    one.submit(entry(2, ANN));
    two.submit(entry(3, ANN));
    time.runFor(5);
    assertEquals(2, log.appends.size(), "the other document goes on");
    one.submit(entry(4, ANN));
    time.runFor(15);
    assertEquals(3, log.appends.size());
    assertEquals("[2, 4] at 3", one.heard.getLast());
  }

  @Test
  void afterALargeFlushMoreIsGathered_L9() {
    one.submit(entry(1, ANN), entry(2, ANN), entry(3, BEN));
    time.runFor(2);
    assertEquals(1, log.appends.size(), "an idle writer writes at once");
    two.submit(entry(4, ANN));
    time.runFor(1);
    two.submit(entry(5, BEN));
    assertEquals(1, log.appends.size());
    time.runFor(6);
    assertEquals(2, log.appends.size());
    assertEquals(List.of("[4] at 2", "[5] at 3"), two.heard);
    two.submit(entry(6, ANN));
    time.runFor(8);
    assertEquals(3, log.appends.size(), "after a small one, soon");
  }

  @Test
  void aBadRowHarmsNoOther_L10() {
    log.script.add(_ -> bad());
    log.script.add(additions -> log.memory.append(additions));
    log.script.add(_ -> bad());
    log.script.add(additions -> log.memory.append(additions));
    log.script.add(_ -> bad());
    Promise<List<Outcome>> gather = Promise.promise();
    log.script.addFirst(_ -> gather.future());
    one.submit(entry(1, ANN));
    time.runFor(2);
    one.submit(entry(2, ANN));
    two.submit(entry(3, ANN), entry(4, BEN));
    time.runFor(2);
    gather.complete(List.of(new Outcome.Stored(2)));
    time.runFor(50);
    assertEquals(List.of("[1] at 2", "[2] at 2"), one.heard);
    assertEquals(List.of("[3] at 2", "[4] failed failed"), two.heard);
  }

  @Test
  void aDoubtfulCommitIsLookedUp_L11() {
    log.script.add(additions -> {
      log.memory.append(additions.subList(0, 1));
      return lost();
    });
    one.submit(entry(1, ANN), entry(2, BEN));
    time.runFor(5000);
    assertEquals(1, log.finds);
    assertEquals(List.of("[1] at 2", "[2] at 3"), one.heard);
    assertEquals(3, log.memory.entries(one.document).size(), "nothing twice");
  }

  @Test
  void whileTheDatabaseIsAwayEverythingWaitsInOrder_L12() {
    log.away = true;
    log.script.add(_ -> lost());
    one.submit(entry(1, ANN));
    time.runFor(10_000);
    one.submit(entry(2, ANN));
    time.runFor(10_000);
    assertEquals(List.of(), one.heard);
    assertEquals(List.of(true), storage);
    assertEquals(1, log.appends.size());
    assertTrue(log.finds > 5 && log.finds < 30, () -> "attempts: " + log.finds);
    log.away = false;
    time.runFor(Limits.LOG_RETRY_MAX_MS + 100);
    assertEquals(List.of("[1] at 2", "[2] at 3"), one.heard);
    assertEquals(List.of(true, false), storage);
  }

  @Test
  void whoStopsTheNodeCanWaitForTheLastFlush_L12() {
    one.holdMs = 15;
    Promise<List<Outcome>> first = log.holdNext();
    one.submit(entry(1, ANN));
    one.submit(entry(2, ANN));
    Future<Void> flushed = writer.flushed();
    time.runFor(5);
    first.complete(List.of(new Outcome.Stored(2)));
    time.runFor(5);
    assertTrue(!flushed.isComplete());
    time.runFor(50);
    assertTrue(flushed.succeeded());
    assertTrue(one.heard.size() == 2 || one.heard.equals(List.of("[1, 2] at 2")));
  }

  @Test
  void whatStandsOnSomethingRefusedSharesItsAnswer_L13() {
    Promise<List<Outcome>> first = log.holdNext();
    one.submit(entry(1, ANN));
    time.runFor(5);
    one.submit(entry(2, ANN), entry(3, BEN));
    time.runFor(5);
    first.complete(List.of(new Outcome.Refused(Level.READ)));
    time.runFor(5);
    assertEquals(List.of("[1, 2] refused READ", "[3] at 2"), one.heard);
    one.submit(entry(4, ANN));
    time.runFor(5);
    assertEquals("[4] refused READ", one.heard.getLast(), "sent before the room knew");
    writer.resume(one.document, ANN.member(), one);
    writer.resume(one.document, ANN.member(), one);
    one.submit(entry(5, ANN));
    time.runFor(5);
    assertEquals("[5] at 3", one.heard.getLast());
  }

  @Test
  void whatWaitsIsBounded_L14() {
    log.holdNext();
    one.submit(entry(1, ANN));
    time.runFor(5);
    Bytes large = Edits.text(7, 0, "x".repeat(Limits.LOG_WAITING_MAX_BYTES / 4));
    for (int i = 0; i < 5; i++) {
      two.submit(new RoomEffect.Append(10 + i, BEN, large));
    }
    time.runFor(5);
    assertEquals(
        List.of("[13, 10, 11, 12] failed overloaded", "[14] failed overloaded"), two.heard);
  }

  @Test
  void aLockedDocumentWaitsAlone_L16() {
    Promise<List<Outcome>> gather = log.holdNext();
    one.submit(entry(1, ANN));
    time.runFor(2);
    one.submit(entry(2, ANN));
    two.submit(entry(3, ANN));
    log.script.add(_ -> locked());
    log.script.add(_ -> locked());
    time.runFor(2);
    gather.complete(List.of(new Outcome.Stored(2)));
    time.runFor(10);
    assertEquals(List.of("[3] at 2"), two.heard);
    assertEquals(List.of("[1] at 2"), one.heard);
    one.submit(entry(4, ANN));
    time.runFor(1000);
    List<Entry> entries = log.memory.entries(one.document);
    assertEquals(words(2, ANN), entries.get(1).update());
    assertEquals(words(4, ANN), entries.get(2).update());
    assertEquals(List.of(), storage, "the database is there");
  }
}
