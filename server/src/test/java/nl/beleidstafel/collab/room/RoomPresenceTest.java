package nl.beleidstafel.collab.room;

import static nl.beleidstafel.collab.room.RoomScript.ANN;
import static nl.beleidstafel.collab.room.RoomScript.BEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.collab.Level;
import nl.beleidstafel.protocol.Message;
import nl.beleidstafel.protocol.Presence;
import nl.beleidstafel.protocol.PresenceEntry;
import org.junit.jupiter.api.Test;

/// Who is here, and who says so.
final class RoomPresenceTest {
  private static final String ANNS_USER =
      "\"user\":{\"memberId\":\""
          + ANN.member()
          + "\",\"name\":\"Member 1\",\"organisation\":\"Partner 1\",\"badge\":\"P1\",\"colour\":1}";

  private final RoomScript script =
      new RoomScript().join(1, ANN, Level.WRITE).join(2, BEN, Level.READ);

  private static PresenceEntry here(long client, long clock) {
    return new PresenceEntry(client, clock, "{\"cursor\":" + clock + "}");
  }

  private static PresenceEntry gone(long client, long clock) {
    return new PresenceEntry(client, clock, PresenceEntry.GONE);
  }

  /// What a tick publishes.
  private List<PresenceEntry> tick(long nowMs) {
    script.on(new RoomEvent.PresenceTick(nowMs));
    List<RoomEffect.Publish> published = script.all(RoomEffect.Publish.class);
    if (published.isEmpty()) {
      return List.of();
    }
    assertEquals(1, published.size());
    return Presence.decode(((Message.Presence) published.getFirst().message()).presence());
  }

  @Test
  void olderEntriesAreIgnored_R24() {
    script.saysPresence(1, here(10, 5));
    assertEquals(5, tick(0).getFirst().clock());
    script.saysPresence(1, here(10, 4));
    script.saysPresence(1, here(10, 5));
    script.saysPresence(1, here(11, 0));
    assertEquals(List.of(), tick(0));
    script.saysPresence(1, gone(10, 5));
    assertEquals(List.of(gone(10, 5)), tick(0));
  }

  @Test
  void theServerSaysWhoSomebodyIs_R25() {
    script.saysPresence(
        1, new PresenceEntry(10, 1, "{\"user\":{\"name\":\"Mayor\"},\"cursor\":[1,\"é\"]}"));
    String json = tick(0).getFirst().json();
    assertTrue(json.contains(ANNS_USER), json);
    assertTrue(json.contains("\"cursor\":[1,\"é\"]"), json);
    assertTrue(!json.contains("Mayor"), json);
  }

  @Test
  void aKeySpeltWithEscapesDoesNotSlipPast_R25() {
    script.saysPresence(1, new PresenceEntry(10, 1, "{\"\\u0075ser\":{\"name\":\"Mayor\"}}"));
    assertEquals("{" + ANNS_USER + "}", tick(0).getFirst().json());
  }

  @Test
  void aStateThatIsNoObjectIsIgnored_R25() {
    script.saysPresence(1, new PresenceEntry(10, 1, "42"));
    script.saysPresence(1, new PresenceEntry(11, 1, "{broken"));
    assertEquals(List.of(), tick(0));
  }

  @Test
  void newsIsGatheredUntilTheTick_R26() {
    script.saysPresence(1, here(10, 1));
    assertEquals(1, script.all(RoomEffect.Wake.class).size());
    script.saysPresence(1, here(10, 2));
    script.saysPresence(2, here(20, 1));
    assertEquals(List.of(), script.effects, "the tick is on its way");
    List<PresenceEntry> news = tick(0);
    assertEquals(List.of(2L, 1L), news.stream().map(PresenceEntry::clock).toList());
    assertEquals(List.of(), tick(1));
  }

  @Test
  void whoJoinsOrAsksHearsOfEverybody_R26() {
    script.saysPresence(1, here(10, 1));
    script.join(3, BEN, Level.READ);
    Message.Presence greeting = (Message.Presence) script.sentTo(3).getLast();
    assertEquals(10, Presence.decode(greeting.presence()).getFirst().client());
    script.says(2, new Message.QueryPresence());
    assertEquals(List.of(greeting), script.sentTo(2));
  }

  @Test
  void whoLeavesIsGoneAtOnce_R27() {
    script.saysPresence(1, here(10, 1));
    tick(0);
    script.on(new RoomEvent.Left(1));
    assertEquals(List.of(gone(10, 1)), tick(1));
  }

  @Test
  void whoIsSilentIsGoneAfterAWhile_R27() {
    script.saysPresence(1, here(10, 1));
    tick(0);
    assertEquals(List.of(), tick(Limits.PRESENCE_EXPIRY_MS - 1));
    script.saysPresence(1, here(10, 2));
    tick(Limits.PRESENCE_EXPIRY_MS - 1);
    assertEquals(List.of(), tick(Limits.PRESENCE_EXPIRY_MS));
    assertEquals(List.of(gone(10, 2)), tick(2L * Limits.PRESENCE_EXPIRY_MS));
  }

  @Test
  void nobodySpeaksForAnother_R28() {
    script.saysPresence(1, here(10, 1));
    tick(0);
    script.saysPresence(2, here(10, 2), gone(10, 1));
    assertEquals(List.of(), tick(1));
  }

  @Test
  void aMemberWhoComesBackTakesTheirClientAlong_R28() {
    script.saysPresence(1, here(10, 1));
    tick(0);
    script.join(3, ANN, Level.WRITE);
    script.saysPresence(3, here(10, 2));
    assertEquals(1, tick(1).size());
    script.on(new RoomEvent.Left(1));
    assertEquals(List.of(), tick(2), "the new session holds it now");
  }
}
