package nl.beleidstafel.collab.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.collab.Identities;
import nl.beleidstafel.collab.room.Reason;
import nl.beleidstafel.protocol.CloseReason;
import nl.beleidstafel.protocol.Message;
import nl.beleidstafel.testkit.FakeClock;
import org.junit.jupiter.api.Test;

final class YWebsocketSocketTest {
  private static final DocumentId DOCUMENT = new DocumentId(new UUID(1, 1));
  private static final Actor WIM =
      new Actor(
          new MunicipalityId(new UUID(0, 9)),
          new PartnerId(new UUID(0, 8)),
          new MemberId(new UUID(0, 1)),
          "Wim",
          "GGD",
          "GG",
          3,
          false);

  private final FakePipe pipe = new FakePipe();
  private final FakeClock clock = new FakeClock();
  private final Refusals refusals = new Refusals();
  private final FakeRooms rooms = new FakeRooms();
  private final SocketLine line =
      new SocketLine(pipe, Runnable::run, clock, refusals, new Places<>(100));
  private Optional<Actor> known = Optional.of(WIM);

  private void open(String document, String token) {
    var socket =
        new YWebsocketSocket(
            line,
            document,
            "",
            (_, _) ->
                Future.succeededFuture(
                    known.map(who -> new Identities.Session(who, Long.MAX_VALUE))),
            rooms);
    line.listen(socket);
    socket.start(token);
  }

  @Test
  void theTokenOfTheAddressOpensTheDocument_P27() {
    open(DOCUMENT.toString(), "wim");
    assertEquals(DOCUMENT, rooms.last().document);
    assertEquals(List.of(), pipe.drain(), "the dialect has no words for a grant");
    assertTrue(rooms.last().out.echoesOwn());
  }

  @Test
  void aFrameOfSeveralMessagesReachesTheRoomInOrder_P8() {
    open(DOCUMENT.toString(), "wim");
    line.receive(Bytes.ofHex("000001" + "00" + "0002020000" + "03"));
    assertEquals(
        List.of(
            new Message.SyncStep1(Bytes.ofHex("00")),
            new Message.Update(Bytes.ofHex("0000")),
            new Message.QueryPresence()),
        rooms.last().received);
    assertEquals(List.of(Bytes.ofHex("0001020000")), pipe.drain());
  }

  @Test
  void whoMayNotIsToldSoAndClosedForGood_P28() {
    open(DOCUMENT.toString(), "");
    assertEquals(CloseReason.UNAUTHORIZED.code(), pipe.closeCode);
    assertEquals(1, pipe.drain().size());
    assertEquals(List.of(Refusal.UNAUTHENTICATED), refusals.all());
  }

  @Test
  void aDocumentThatIsNotThereIsForbidden_P28() {
    open("nothing", "wim");
    assertEquals(CloseReason.FORBIDDEN.code(), pipe.closeCode);
  }

  @Test
  void whatMayHealLetsTheClientComeBack_P28() {
    rooms.refusal = Reason.OVERLOADED;
    open(DOCUMENT.toString(), "wim");
    assertEquals(CloseReason.DOCUMENT_CLOSED.code(), pipe.closeCode);
    assertEquals("Document Closed: overloaded", pipe.closeText);
  }

  @Test
  void theEndOfTheDocumentIsTheEndOfTheSocket_P20() {
    open(DOCUMENT.toString(), "wim");
    rooms.last().out.closeDocument("access-lost");
    assertEquals(CloseReason.FORBIDDEN.code(), pipe.closeCode);
  }

  @Test
  void malformedBytesEndTheSocket_P6() {
    open(DOCUMENT.toString(), "wim");
    line.receive(Bytes.ofHex("0002ff"));
    assertEquals(CloseReason.RESET.code(), pipe.closeCode);
    line.end();
    assertTrue(rooms.last().detached);
  }

  @Test
  void aTokenThatNoLongerCountsEndsTheSocket_P24() {
    open(DOCUMENT.toString(), "wim");
    known = Optional.empty();
    line.admit(1);
    clock.advanceMs(Limits.SOCKET_RECHECK_MS);
    line.tick();
    assertEquals(CloseReason.UNAUTHORIZED.code(), pipe.closeCode);
  }

  @Test
  void aQuietDocumentKeepsItsClients_P25() {
    open(DOCUMENT.toString(), "wim");
    line.admit(1);
    clock.advanceMs(Limits.SOCKET_PING_AFTER_MS);
    line.tick();
    assertEquals(List.of(Bytes.ofHex("010100")), pipe.drain());
  }
}
