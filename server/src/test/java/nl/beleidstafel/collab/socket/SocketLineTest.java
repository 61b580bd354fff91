package nl.beleidstafel.collab.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.protocol.CloseReason;
import nl.beleidstafel.protocol.ProtocolException;
import nl.beleidstafel.testkit.FakeClock;
import org.junit.jupiter.api.Test;

final class SocketLineTest {
  private static final Buffer HIGH = Buffer.buffer(new byte[Limits.SOCKET_QUEUE_HIGH_BYTES + 1]);

  private final FakePipe pipe = new FakePipe();
  private final FakeClock clock = new FakeClock();
  private final Refusals refusals = new Refusals();
  private final SocketLine line =
      new SocketLine(pipe, Runnable::run, clock, refusals, new Places<>(100));
  private final Ear ear = new Ear();

  SocketLineTest() {
    line.listen(ear);
  }

  @Test
  void bytesCountAsQueuedUntilTheNetworkTookThem_P30() {
    pipe.reading = false;
    line.post(HIGH, () -> true);
    assertFalse(line.writable());
    pipe.takeAll();
    assertTrue(line.writable());
  }

  @Test
  void aLargeMessageLeavesInPiecesAndArrivesWhole_P30() {
    Buffer large = Buffer.buffer();
    for (int i = 0; i < 200_000; i++) {
      large.appendInt(i);
    }
    line.send(large);
    assertEquals(List.of(Bytes.wrap(large.getBytes())), pipe.written);
  }

  @Test
  void whoWaitsIsCalledOnceWhenTheQueueIsLow_P30() {
    int[] calls = new int[1];
    pipe.reading = false;
    line.post(HIGH, () -> true);
    line.whenWritable(() -> calls[0]++);
    pipe.take();
    assertEquals(0, calls[0]);
    pipe.takeAll();
    assertEquals(1, calls[0]);
    line.whenWritable(() -> calls[0]++);
    assertEquals(2, calls[0]);
  }

  @Test
  void nothingIsReadFromAClientThatDoesNotRead_P31() {
    pipe.reading = false;
    line.send(HIGH);
    assertTrue(pipe.paused);
    pipe.takeAll();
    assertFalse(pipe.paused);
  }

  @Test
  void aClientThatTakesNothingIsCut_P31() {
    pipe.reading = false;
    line.send(Buffer.buffer("unread"));
    line.send(HIGH);
    clock.advanceMs(Limits.SOCKET_STALLED_MAX_MS);
    line.tick();
    assertFalse(pipe.cut);
    pipe.take();
    clock.advanceMs(Limits.SOCKET_STALLED_MAX_MS);
    line.tick();
    assertFalse(pipe.cut, "it made progress");
    clock.advanceMs(1);
    line.tick();
    assertTrue(pipe.cut);
    assertEquals(CloseReason.NOT_READING.code(), pipe.closeCode);
    assertEquals(List.of(Refusal.NOT_READING), refusals.all());
  }

  @Test
  void theQueueIsBoundedWhateverIsSent_P31() {
    pipe.reading = false;
    Buffer large = Buffer.buffer(new byte[Limits.DOCUMENT_SIZE_MAX_BYTES]);
    line.send(large);
    line.send(large);
    assertFalse(pipe.cut);
    line.send(Buffer.buffer("x"));
    assertTrue(pipe.cut);
    assertEquals(List.of(Refusal.NOT_READING), refusals.all());
  }

  @Test
  void whatIsNoLongerWantedIsNotWritten_P32() {
    line.post(Buffer.buffer("late"), () -> false);
    assertEquals(List.of(), pipe.written);
    pipe.reading = false;
    line.post(HIGH, () -> false);
    assertTrue(line.writable());
  }

  @Test
  void silenceEndsALineAndAPongKeepsIt_P33() {
    clock.advanceMs(Limits.SOCKET_PING_AFTER_MS);
    line.tick();
    assertEquals(1, pipe.pings);
    line.admit(0);
    clock.advanceMs(Limits.SOCKET_IDLE_MAX_MS);
    line.tick();
    assertEquals(0, pipe.closeCode);
    clock.advanceMs(1);
    line.tick();
    assertEquals(CloseReason.TIMEOUT.code(), pipe.closeCode);
    assertEquals("Connection Timeout: idle", pipe.closeText);
    assertEquals(List.of(Refusal.IDLE), refusals.all());
  }

  @Test
  void anUnansweredGoodbyeEndsInACut_P33() {
    line.close(CloseReason.GOING_AWAY, "");
    clock.advanceMs(Limits.SOCKET_GOODBYE_MAX_MS + 1);
    line.tick();
    assertTrue(pipe.cut);
    line.end();
    line.end();
    assertEquals(1, ear.ends);
  }

  @Test
  void aFloodOfMessagesEndsTheLine_P34() {
    for (int i = 0; i < Limits.SOCKET_MESSAGES_BURST; i++) {
      assertTrue(line.admit(1));
    }
    assertFalse(line.admit(1));
    assertEquals(CloseReason.TOO_MANY_MESSAGES.code(), pipe.closeCode);
    assertEquals(List.of(Refusal.FLOOD), refusals.all());
    assertFalse(line.admit(1));
    assertEquals(1, refusals.all().size());
  }

  @Test
  void aFloodOfBytesEndsTheLine_P34() {
    for (int i = 0; i < 4; i++) {
      assertTrue(line.admit(Limits.FRAME_SIZE_MAX_BYTES));
    }
    assertFalse(line.admit(Limits.FRAME_SIZE_MAX_BYTES));
    assertEquals(List.of(Refusal.FLOOD), refusals.all());
  }

  @Test
  void atTheSteadyRateNobodyIsStopped_P34() {
    for (int i = 0; i < 4 * Limits.SOCKET_MESSAGES_BURST; i++) {
      if (i % Limits.SOCKET_MESSAGES_PER_SECOND == 0) {
        clock.advanceSeconds(1);
      }
      assertTrue(line.admit(1));
    }
  }

  @Test
  void messagesInsideAFrameCountToo_P34() {
    boolean admitted = true;
    for (int i = 0; admitted && i < 100; i++) {
      admitted = line.admit(2048) && line.admitMessages(Limits.FRAME_MESSAGES_MAX - 1);
    }
    assertFalse(admitted);
    assertEquals(List.of(Refusal.FLOOD), refusals.all());
  }

  @Test
  void whatTheListenerThrowsEndsThisLineOnly_P6() {
    ear.failure = new ProtocolException(CloseReason.RESET, "no");
    line.receive(Bytes.ofHex("00"));
    assertEquals(CloseReason.RESET.code(), pipe.closeCode);
    assertEquals(List.of(Refusal.MALFORMED), refusals.all());
    line.receive(Bytes.ofHex("01"));
    assertEquals(1, ear.heard.size());
  }

  @Test
  void aBugEndsThisLineOnly_P35() {
    ear.failure = new IllegalStateException("planted");
    line.receive(Bytes.ofHex("00"));
    assertEquals(CloseReason.INTERNAL.code(), pipe.closeCode);
    assertEquals(List.of(Refusal.FAILED), refusals.all());
  }

  private static final class Ear implements SocketLine.Listener {
    final List<Bytes> heard = new ArrayList<>();
    RuntimeException failure = new IllegalStateException();
    int ends;

    @Override
    public void received(Bytes message) {
      heard.add(message);
      throw failure;
    }

    @Override
    public void ticked(long nowMs) {}

    @Override
    public void recheck(MemberId member) {}

    @Override
    public void ended() {
      ends++;
    }
  }
}
