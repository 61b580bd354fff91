package nl.beleidstafel.collab.socket;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.collab.Identities;
import nl.beleidstafel.collab.Level;
import nl.beleidstafel.collab.room.Reason;
import nl.beleidstafel.collab.runtime.PlanChannels;
import nl.beleidstafel.protocol.CloseReason;
import nl.beleidstafel.protocol.Message;
import nl.beleidstafel.protocol.hocuspocus.Address;
import nl.beleidstafel.protocol.hocuspocus.HocuspocusCodec;
import nl.beleidstafel.testkit.FakeClock;
import org.junit.jupiter.api.Test;

final class HocuspocusSocketTest {
  private static final DocumentId DOCUMENT = new DocumentId(new UUID(1, 1));
  private static final Address ADDRESS = new Address(DOCUMENT.toString());
  private static final Address OTHER = new Address(new UUID(2, 2).toString());
  private static final Message STEP_1 = new Message.SyncStep1(Bytes.ofHex("00"));
  private static final Message UPDATE = new Message.Update(Bytes.ofHex("0000"));
  private static final Message TOKEN = new Message.AuthToken("wim", "4.8.0");
  private static final Message GRANTED = new Message.AuthGranted(false);
  private static final Message SAVED = new Message.SyncStatus(true);

  private final FakePipe pipe = new FakePipe();
  private final FakeClock clock = new FakeClock();
  private final Refusals refusals = new Refusals();
  private final FakeRooms rooms = new FakeRooms();
  private final Map<String, Actor> people = new HashMap<>();
  private final List<Boolean> acts = new ArrayList<>();
  private long endsAtMs = Long.MAX_VALUE;
  private PlanChannels channels = PlanChannels.NONE;
  private final SocketLine line =
      new SocketLine(pipe, Runnable::run, clock, refusals, new Places<>(100));

  HocuspocusSocketTest() {
    people.put("wim", actor(1, "Wim"));
    people.put("zoë", actor(2, "Zoë"));
    people.put("koekje", actor(3, "Koos"));
    open("koekje");
  }

  private void open(String cookieToken) {
    line.listen(new HocuspocusSocket(line, cookieToken, this::sessionOf, rooms, channels));
  }

  private Future<Optional<Identities.Session>> sessionOf(String token, boolean acting) {
    acts.add(acting);
    return Future.succeededFuture(
        Optional.ofNullable(people.get(token))
            .map(actor -> new Identities.Session(actor, endsAtMs)));
  }

  private static Actor actor(int id, String name) {
    return new Actor(
        new MunicipalityId(new UUID(0, 9)),
        new PartnerId(new UUID(0, 8)),
        new MemberId(new UUID(0, id)),
        name,
        "GGD",
        "GG",
        3,
        false);
  }

  private void hear(Address address, Message... messages) {
    for (Message message : messages) {
      line.receive(HocuspocusCodec.encode(address, message));
    }
  }

  private void assertSaid(Address address, Message... messages) {
    assertEquals(
        List.of(messages).stream()
            .map(message -> HocuspocusCodec.encode(address, message))
            .toList(),
        pipe.drain());
  }

  @Test
  void theRoomHearsEverythingInOrderAfterTheToken_P14() {
    hear(ADDRESS, TOKEN, STEP_1, UPDATE);
    assertEquals(List.of(STEP_1, UPDATE), rooms.last().received);
    assertEquals("Wim", rooms.last().actor.name());
    assertSaid(ADDRESS, GRANTED, new Message.SyncStep2(Bytes.ofHex("0000")), SAVED);
  }

  @Test
  void whatComesBeforeTheTokenWaits_P14() {
    Promise<Void> gate = Promise.promise();
    rooms.gate = gate.future();
    hear(ADDRESS, STEP_1, TOKEN, UPDATE, new Message.Close(""));
    assertEquals(List.of(), pipe.drain());
    gate.complete();
    assertEquals(List.of(STEP_1, UPDATE), rooms.last().received);
    assertTrue(rooms.last().detached, "the goodbye waited its turn");
  }

  @Test
  void tooMuchWaitingEndsTheDocument_P15() {
    for (int i = 0; i <= Limits.SOCKET_WAITING_MESSAGES_MAX; i++) {
      hear(ADDRESS, STEP_1);
    }
    assertSaid(ADDRESS, new Message.Close("waiting-full"));
    assertEquals(List.of(Refusal.WAITING_FULL), refusals.all());
    hear(OTHER, TOKEN);
    assertSaid(OTHER, GRANTED);
  }

  @Test
  void anEmptyTokenMeansTheCookie_P16() {
    hear(ADDRESS, new Message.AuthToken("", "4.8.0"));
    assertEquals("Koos", rooms.last().actor.name());
  }

  @Test
  void withoutTokenAndCookieNobodyComesIn_P16() {
    open("");
    hear(ADDRESS, new Message.AuthToken("", "4.8.0"), STEP_1);
    assertSaid(ADDRESS, new Message.AuthDenied("unauthenticated"));
    assertEquals(List.of(Refusal.UNAUTHENTICATED), refusals.all());
    assertEquals(0, pipe.closeCode);
  }

  @Test
  void aDeniedDocumentMayShowAnotherToken_P17() {
    hear(ADDRESS, new Message.AuthToken("unknown", ""), STEP_1);
    assertSaid(ADDRESS, new Message.AuthDenied("unauthenticated"));
    hear(ADDRESS, UPDATE);
    assertSaid(ADDRESS);
    hear(ADDRESS, TOKEN, STEP_1);
    assertSaid(ADDRESS, GRANTED, new Message.SyncStep2(Bytes.ofHex("0000")));
  }

  @Test
  void whatTheRoomRefusesIsDeniedWithItsWord_P17() {
    rooms.refusal = Reason.FORBIDDEN;
    hear(ADDRESS, TOKEN);
    assertSaid(ADDRESS, new Message.AuthDenied("forbidden"));
    hear(new Address("no document"), TOKEN);
    assertSaid(new Address("no document"), new Message.AuthDenied("forbidden"));
    assertEquals(List.of(Reason.FORBIDDEN, Reason.FORBIDDEN), refusals.ofRooms());
  }

  @Test
  void whileNobodyCanAnswerTheClientComesBack_P18() {
    rooms.refusal = Reason.STORAGE_AWAY;
    hear(ADDRESS, TOKEN);
    assertEquals(CloseReason.TRY_LATER.code(), pipe.closeCode);
    assertEquals("Try Again Later: storage-away", pipe.closeText);
  }

  @Test
  void aBodyThatCannotBeReadEndsItsDocumentOnly_P19() {
    hear(ADDRESS, TOKEN);
    hear(OTHER, TOKEN);
    pipe.drain();
    Bytes bad = HocuspocusCodec.encode(ADDRESS, UPDATE);
    line.receive(bad.slice(0, bad.length() - 1));
    assertSaid(ADDRESS, new Message.Close("malformed"));
    assertTrue(rooms.sessions.getFirst().detached);
    hear(ADDRESS, UPDATE);
    hear(OTHER, UPDATE);
    assertSaid(OTHER, SAVED);
    assertEquals(List.of(Refusal.MALFORMED), refusals.all());
  }

  @Test
  void beforeAuthenticationItEndsTheSocket_P19() {
    hear(ADDRESS, STEP_1);
    line.receive(HocuspocusCodec.encode(ADDRESS, new Message.SyncStatus(true)));
    assertEquals(CloseReason.RESET.code(), pipe.closeCode);
    assertEquals("Reset Connection: malformed", pipe.closeText);
  }

  @Test
  void withoutAddressItEndsTheSocket_P5() {
    line.receive(Bytes.ofHex("000001"));
    assertEquals(CloseReason.UNAUTHORIZED.code(), pipe.closeCode);
  }

  @Test
  void aRoomEndsADocumentAndNotTheSocket_P20() {
    hear(ADDRESS, TOKEN);
    hear(OTHER, TOKEN);
    pipe.drain();
    FakeRooms.Session first = rooms.sessions.getFirst();
    first.out.closeDocument("access-lost");
    assertSaid(ADDRESS, new Message.Close("access-lost"));
    first.out.send(SAVED);
    hear(ADDRESS, UPDATE);
    assertSaid(ADDRESS);
    hear(OTHER, UPDATE);
    assertSaid(OTHER, SAVED);
    assertEquals(0, pipe.closeCode);
  }

  @Test
  void aSocketHasOnlySoManyDocuments_P21() {
    for (int i = 0; i < 1000; i++) {
      hear(new Address(new UUID(5, i).toString()), TOKEN, STEP_1);
    }
    assertEquals(Limits.SOCKET_DOCUMENTS_MAX, rooms.sessions.size());
    assertEquals(1000 - Limits.SOCKET_DOCUMENTS_MAX, refusals.all().size());
    assertEquals(
        HocuspocusCodec.encode(
            new Address(new UUID(5, 999).toString()), new Message.AuthDenied("too-many-documents")),
        pipe.written.getLast());
    // One that is closed makes room for another.
    hear(new Address(new UUID(5, 7).toString()), new Message.Close(""));
    hear(OTHER, TOKEN);
    assertEquals(Limits.SOCKET_DOCUMENTS_MAX + 1, rooms.sessions.size());
  }

  @Test
  void whoNeverAuthenticatesIsClosedWhateverIsSent_P22() {
    hear(ADDRESS, STEP_1);
    clock.advanceMs(Limits.SOCKET_UNAUTHENTICATED_MAX_MS + 1);
    line.admit(1);
    line.tick();
    assertEquals(CloseReason.TIMEOUT.code(), pipe.closeCode);
    assertEquals(List.of(Refusal.AUTHENTICATION_LATE), refusals.all());
  }

  @Test
  void anotherTokenOfTheSameMemberIsGrantedAgain_P23() {
    hear(ADDRESS, TOKEN);
    rooms.last().level = Level.READ;
    people.put("wim-2", actor(1, "Wim"));
    pipe.drain();
    hear(ADDRESS, new Message.AuthToken("wim-2", "4.8.0"));
    assertSaid(ADDRESS, new Message.AuthGranted(true));
    assertEquals(1, rooms.sessions.size());
  }

  @Test
  void aTokenOfSomebodyElseEndsTheSession_P23() {
    hear(ADDRESS, TOKEN);
    pipe.drain();
    hear(ADDRESS, new Message.AuthToken("zoë", "4.8.0"));
    assertSaid(ADDRESS, new Message.AuthDenied("unauthenticated"));
    assertTrue(rooms.last().detached);
  }

  @Test
  void aTokenThatNoLongerCountsIsAskedForAgain_P24() {
    hear(ADDRESS, TOKEN);
    pipe.drain();
    people.clear();
    people.put("new", actor(1, "Wim"));
    pass(Limits.SOCKET_RECHECK_MS);
    assertEquals(
        HocuspocusCodec.encode(ADDRESS, new Message.AuthRequest()), pipe.drain().getFirst());
    hear(ADDRESS, UPDATE);
    assertFalse(rooms.last().received.contains(UPDATE), "what is written waits");
    assertFalse(rooms.last().out.writable(), "nothing more is shown");
    boolean[] madeUp = {false};
    rooms.last().out.onWritable(() -> madeUp[0] = true);
    assertFalse(madeUp[0]);
    hear(ADDRESS, new Message.AuthToken("new", "4.8.0"));
    assertSaid(ADDRESS, GRANTED, SAVED);
    assertTrue(rooms.last().out.writable());
    assertTrue(madeUp[0], "the room makes up for what was missed");
  }

  @Test
  void aSessionThatReachesItsEndIsNoticedThen_P68() {
    endsAtMs = clock.nowMs() + 1_000;
    hear(ADDRESS, TOKEN);
    pipe.drain();
    assertFalse(line.isDue());
    clock.advanceMs(1_000);
    assertTrue(line.isDue());
    people.clear();
    line.tick();
    assertSaid(ADDRESS, new Message.AuthRequest());
  }

  @Test
  void aSessionThatWasUsedMeanwhileGoesOn_P68() {
    endsAtMs = clock.nowMs() + 1_000;
    hear(ADDRESS, TOKEN);
    pipe.drain();
    clock.advanceMs(1_000);
    endsAtMs = clock.nowMs() + 5_000;
    line.tick();
    assertSaid(ADDRESS);
    assertFalse(line.isDue());
    clock.advanceMs(5_000);
    assertTrue(line.isDue(), "and is looked at again at its new end");
  }

  @Test
  void onlyWhoWritesKeepsTheSessionFromIdling_P69() {
    hear(ADDRESS, TOKEN);
    hear(ADDRESS, new Message.SyncStep1(Bytes.ofHex("00")));
    pass(Limits.SOCKET_RECHECK_MS);
    hear(ADDRESS, UPDATE);
    pass(Limits.SOCKET_RECHECK_MS);
    pass(Limits.SOCKET_RECHECK_MS);
    assertEquals(List.of(false, false, true, false), acts);
  }

  @Test
  void anEndWhileItIsAskedWhoThisIsIsNotMissed_P24() {
    Promise<Void> gate = Promise.promise();
    rooms.gate = gate.future();
    hear(ADDRESS, TOKEN);
    Actor wim = people.remove("wim");
    line.recheck(requireNonNull(wim).member());
    gate.complete();
    assertSaid(ADDRESS, GRANTED, new Message.AuthRequest());
  }

  @Test
  void anEndIsNotAnsweredWithWhatWasAskedBefore_P24() {
    List<Promise<Optional<Identities.Session>>> questions = new ArrayList<>();
    line.listen(
        new HocuspocusSocket(
            line,
            "",
            (_, _) -> {
              questions.add(Promise.promise());
              return questions.getLast().future();
            },
            rooms,
            channels));
    hear(ADDRESS, TOKEN);
    questions.getFirst().complete(sessionOf("wim", false).result());
    pass(Limits.SOCKET_RECHECK_MS);
    pipe.drain();
    line.recheck(requireNonNull(people.get("wim")).member());
    assertEquals(3, questions.size(), "asked anew");
    questions.get(2).complete(Optional.empty());
    assertSaid(ADDRESS, new Message.AuthRequest());
  }

  @Test
  void aPlansChannelHasAnAddressOfItsOwn_P70() {
    PlanId plan = new PlanId(new UUID(5, 5));
    List<PlanId> asked = new ArrayList<>();
    channels =
        (wanted, actor, out) -> {
          asked.add(wanted);
          return rooms.attach(DOCUMENT, actor, out);
        };
    open("");
    hear(new Address("plan:" + plan), TOKEN);
    assertEquals(List.of(plan), asked);
    pipe.drain();
    hear(new Address("plan:x"), TOKEN);
    assertSaid(new Address("plan:x"), new Message.AuthDenied("forbidden"));
  }

  @Test
  void anEndedSessionIsNoticedAtOnce_P24() {
    hear(ADDRESS, TOKEN);
    pipe.drain();
    Actor wim = people.remove("wim");
    line.recheck(new MemberId(new UUID(7, 7)));
    assertSaid(ADDRESS);
    line.recheck(requireNonNull(wim).member());
    assertSaid(ADDRESS, new Message.AuthRequest());
  }

  @Test
  void aTokenIsAskedAboutOnceForManyDocuments_P14() {
    Promise<Optional<Identities.Session>> answer = Promise.promise();
    int[] questions = new int[1];
    line.listen(
        new HocuspocusSocket(
            line,
            "",
            (_, _) -> {
              questions[0]++;
              return answer.future();
            },
            rooms,
            channels));
    hear(ADDRESS, TOKEN);
    hear(OTHER, TOKEN);
    answer.complete(sessionOf("wim", false).result());
    assertEquals(1, questions[0]);
    assertEquals(2, rooms.sessions.size());
    hear(new Address(new UUID(3, 3).toString()), TOKEN);
    assertEquals(2, questions[0]);
  }

  @Test
  void whoShowsNoOtherTokenInTimeIsDenied_P24() {
    hear(ADDRESS, TOKEN);
    people.clear();
    pass(Limits.SOCKET_RECHECK_MS);
    pipe.drain();
    pass(Limits.SOCKET_RENEWAL_MAX_MS + 1);
    assertEquals(
        HocuspocusCodec.encode(ADDRESS, new Message.AuthDenied("unauthenticated")),
        pipe.drain().getFirst());
    assertTrue(rooms.last().detached);
  }

  private void pass(long ms) {
    line.admit(1);
    clock.advanceMs(ms);
    line.tick();
  }

  @Test
  void newProvidersArePingedAndOldOnesGetEmptyNews_P25() {
    hear(ADDRESS, TOKEN);
    pipe.drain();
    pass(Limits.SOCKET_PING_AFTER_MS);
    assertEquals(List.of(Bytes.ofHex("09")), pipe.drain());
    hear(OTHER, new Message.AuthToken("wim", ""));
    pipe.drain();
    pass(Limits.SOCKET_PING_AFTER_MS);
    assertSaid(ADDRESS, new Message.Presence(Bytes.ofHex("00")));
    line.receive(Bytes.ofHex("09"));
    assertEquals(List.of(Bytes.ofHex("0a")), pipe.drain());
  }

  @Test
  void twoSessionsOfOneDocumentHaveTheirOwnAddresses_P3() {
    var one = new Address(DOCUMENT + "\0one");
    var two = new Address(DOCUMENT + "\0two");
    hear(one, TOKEN);
    hear(two, TOKEN);
    assertEquals(2, rooms.sessions.size());
    assertEquals(DOCUMENT, rooms.last().document);
    pipe.drain();
    rooms.publish(DOCUMENT, UPDATE);
    assertEquals(
        List.of(HocuspocusCodec.encode(one, UPDATE), HocuspocusCodec.encode(two, UPDATE)),
        pipe.drain());
  }

  @Test
  void anAnswerForADeadSocketLeavesTheRoomAgain_P26() {
    Promise<Void> gate = Promise.promise();
    rooms.gate = gate.future();
    hear(ADDRESS, TOKEN);
    line.end();
    gate.complete();
    assertTrue(rooms.last().detached);
    assertEquals(List.of(), pipe.drain());
  }

  @Test
  void theEndOfTheSocketEndsItsSessions_P26() {
    hear(ADDRESS, TOKEN);
    hear(OTHER, TOKEN);
    line.end();
    assertTrue(rooms.sessions.stream().allMatch(session -> session.detached));
  }
}
