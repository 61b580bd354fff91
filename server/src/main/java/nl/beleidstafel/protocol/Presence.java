package nl.beleidstafel.protocol;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.crdt.encoding.ByteReader;
import nl.beleidstafel.crdt.encoding.ByteWriter;
import nl.beleidstafel.crdt.update.CrdtException;

/// The bytes of a presence message: `varUint n; n x (varUint client, varUint clock, varString
/// json)`. The JSON itself is not looked at here. Source: y-protocols `awareness.js`,
/// `encodeAwarenessUpdate`.
public final class Presence {
  private Presence() {}

  /// Reads all entries, in order. Throws {@link ProtocolException} on malformed bytes, on more
  /// clients or a longer state than `Limits` allow, and on bytes after the end.
  public static List<PresenceEntry> decode(Bytes presence) {
    try {
      var reader = ByteReader.of(presence);
      long count = reader.readVarUint();
      if (count > Limits.PRESENCE_ENTRIES_MAX) {
        throw new ProtocolException(CloseReason.RESET, "too many clients in one presence");
      }
      // Three bytes are the least an entry takes: room is made only for what can be there.
      List<PresenceEntry> entries = new ArrayList<>((int) Math.min(count, presence.length() / 3));
      for (long i = 0; i < count; i++) {
        entries.add(entry(reader));
      }
      if (reader.hasMore()) {
        throw new ProtocolException(CloseReason.RESET, "bytes after the presence");
      }
      return List.copyOf(entries);
    } catch (CrdtException malformed) {
      throw new ProtocolException(CloseReason.RESET, "malformed presence");
    }
  }

  private static PresenceEntry entry(ByteReader reader) {
    long client = reader.readVarUint();
    long clock = reader.readVarUint();
    return new PresenceEntry(
        client, clock, Wire.string(reader, Limits.PRESENCE_STATE_MAX_BYTES, "presence state"));
  }

  /// Writes the entries, those of clients that left too: a `null` left out would be believed alive
  /// for 30 s.
  public static Bytes encode(Collection<PresenceEntry> entries) {
    var writer = new ByteWriter();
    writer.writeVarUint(entries.size());
    for (PresenceEntry entry : entries) {
      writer.writeVarUint(entry.client());
      writer.writeVarUint(entry.clock());
      writer.writeVarString(entry.json());
    }
    return writer.toBytes();
  }
}
