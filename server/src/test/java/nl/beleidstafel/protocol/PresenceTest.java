package nl.beleidstafel.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.crdt.encoding.ByteWriter;
import org.junit.jupiter.api.Test;

final class PresenceTest {
  private static final PresenceEntry HERE =
      new PresenceEntry(77, 1, "{\"user\":{\"name\":\"Zoë\"}}");

  @Test
  void readsAndWritesWhatYProtocolsWrites_P10() {
    assertEquals(List.of(HERE), Presence.decode(Golden.bytes("presence")));
    assertEquals(Golden.bytes("presence"), Presence.encode(List.of(HERE)));
    var gone = new PresenceEntry(77, 2, "null");
    assertTrue(gone.gone());
    assertEquals(List.of(gone), Presence.decode(Golden.bytes("presenceGone")));
    assertEquals(Golden.bytes("presenceGone"), Presence.encode(List.of(gone)));
  }

  @Test
  void aHigherClockReplaces_P11() {
    assertTrue(new PresenceEntry(1, 5, "{}").replaces(4, true));
    assertFalse(new PresenceEntry(1, 5, "{}").replaces(5, true));
    assertFalse(new PresenceEntry(1, 5, "{}").replaces(6, true));
    assertTrue(new PresenceEntry(1, 5, "null").replaces(5, true));
    assertFalse(new PresenceEntry(1, 5, "null").replaces(5, false));
    assertFalse(new PresenceEntry(1, 5, "null").replaces(6, true));
  }

  @Test
  void theFirstEntryWithClock0IsIgnored_P11() {
    var table = new PresenceTable();
    assertEquals(List.of(), table.apply(List.of(new PresenceEntry(1, 0, "{}"))));
    assertEquals(List.of(), table.present());
    assertEquals(1, table.apply(List.of(new PresenceEntry(1, 1, "{}"))).size());
  }

  @Test
  void whoLeftDoesNotComeBackLate_P12() {
    var table = new PresenceTable();
    table.apply(List.of(HERE));
    assertEquals(List.of(new PresenceEntry(77, 1, "null")), table.leave(List.of(77L, 78L)));
    assertEquals(List.of(), table.present());
    assertEquals(List.of(), table.leave(List.of(77L)));
    assertEquals(List.of(), table.apply(List.of(HERE)));
    assertEquals(1, table.apply(List.of(new PresenceEntry(77, 2, "{}"))).size());
  }

  @Test
  void theTableIsBounded_P12() {
    var table = new PresenceTable();
    for (int i = 0; i < Limits.PRESENCE_ENTRIES_MAX; i++) {
      assertEquals(1, table.apply(List.of(new PresenceEntry(i, 1, "{}"))).size());
    }
    assertEquals(0, table.apply(List.of(new PresenceEntry(1_000_000, 1, "{}"))).size());
    table.leave(List.of(5L));
    assertEquals(1, table.apply(List.of(new PresenceEntry(1_000_000, 1, "{}"))).size());
    assertEquals(Limits.PRESENCE_ENTRIES_MAX, table.present().size());
  }

  @Test
  void boundsComeBeforeAllocation_P13() {
    // A count of 2^53 - 1 with nothing behind it; a state longer than any may be.
    assertThrows(ProtocolException.class, () -> Presence.decode(Bytes.ofHex("ffffffffffffff0f")));
    assertThrows(ProtocolException.class, () -> Presence.decode(Bytes.ofHex("02")));
    assertThrows(ProtocolException.class, () -> Presence.decode(Bytes.ofHex("")));
    assertThrows(ProtocolException.class, () -> Presence.decode(Bytes.ofHex("00ff")));
    assertThrows(ProtocolException.class, () -> Presence.decode(Bytes.ofHex("01010101ff")));
    var writer = new ByteWriter();
    writer.writeVarUint(1);
    writer.writeVarUint(1);
    writer.writeVarUint(1);
    writer.writeVarString("\"" + "a".repeat(Limits.PRESENCE_STATE_MAX_BYTES) + "\"");
    assertThrows(ProtocolException.class, () -> Presence.decode(writer.toBytes()));
  }
}
