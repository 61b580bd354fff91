package nl.beleidstafel.collab.room;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.crdt.encoding.JsonReader;
import nl.beleidstafel.crdt.encoding.JsonWriter;
import nl.beleidstafel.crdt.update.CrdtException;
import nl.beleidstafel.protocol.Message;
import nl.beleidstafel.protocol.Presence;
import nl.beleidstafel.protocol.PresenceEntry;
import nl.beleidstafel.protocol.PresenceTable;
import org.jspecify.annotations.Nullable;

/// Who is in the room and where their cursors are. What changed is gathered and leaves as one
/// message per tick. A client id belongs to the member who brought it: providers repeat what they
/// hear of others, and one that slept calls others gone.
final class RoomPresence {
  private final PresenceTable table = new PresenceTable();
  private final Map<Long, Session> owners = new HashMap<>();
  private final Map<Long, Long> seenMs = new HashMap<>();
  private final Map<Long, PresenceEntry> news = new LinkedHashMap<>();

  /// Takes what a session says. Throws `ProtocolException` on malformed bytes.
  void receive(Session session, Bytes presence) {
    List<PresenceEntry> accepted = new ArrayList<>(1);
    for (PresenceEntry entry : Presence.decode(presence)) {
      if (maySpeak(session, entry)) {
        PresenceEntry stamped = stamped(entry, session.actor);
        if (stamped != null) {
          accepted.add(stamped);
        }
      }
    }
    for (PresenceEntry entry : table.apply(accepted)) {
      news.put(entry.client(), entry);
      if (entry.gone()) {
        release(session, entry.client());
      } else {
        claim(session, entry.client());
      }
    }
  }

  private boolean maySpeak(Session session, PresenceEntry entry) {
    Session owner = owners.get(entry.client());
    if (owner == session) {
      return true;
    }
    if (entry.gone()) {
      return false;
    }
    boolean free = owner == null || owner.actor.member().equals(session.actor.member());
    return free && session.clients.size() < Limits.PRESENCE_CLIENTS_MAX;
  }

  private void claim(Session session, long client) {
    Session before = owners.put(client, session);
    if (before != null && before != session) {
      before.clients.remove(client);
    }
    session.clients.add(client);
  }

  private void release(Session session, long client) {
    owners.remove(client);
    seenMs.remove(client);
    session.clients.remove(client);
  }

  /// The entry with the identity that the server knows, whatever the client claims; null where the
  /// state is no JSON object.
  private static @Nullable PresenceEntry stamped(PresenceEntry entry, Actor actor) {
    if (entry.gone()) {
      return entry;
    }
    try {
      if (!(JsonReader.parse(entry.json()) instanceof Map<?, ?> state)) {
        return null;
      }
      Map<Object, @Nullable Object> stamped = new LinkedHashMap<>(state);
      stamped.put("user", user(actor));
      return new PresenceEntry(entry.client(), entry.clock(), JsonWriter.print(stamped));
    } catch (CrdtException malformed) {
      return null;
    }
  }

  private static Map<String, Object> user(Actor actor) {
    Map<String, Object> user = new LinkedHashMap<>();
    user.put("memberId", actor.member().toString());
    user.put("name", actor.name());
    user.put("organisation", actor.partnerName());
    user.put("badge", actor.badge());
    user.put("colour", (long) actor.colour());
    return user;
  }

  /// Marks the session's clients as gone.
  void leave(Session session) {
    leave(List.copyOf(session.clients));
  }

  private void leave(List<Long> clients) {
    for (PresenceEntry entry : table.leave(clients)) {
      news.put(entry.client(), entry);
    }
    for (Long client : clients) {
      Session owner = owners.get(client);
      if (owner != null) {
        release(owner, client);
      }
    }
  }

  /// Removes who was silent too long, and gives what changed since the last tick; null where
  /// nothing did.
  @Nullable Message tick(long nowMs) {
    for (PresenceEntry entry : news.values()) {
      if (!entry.gone()) {
        seenMs.put(entry.client(), nowMs);
      }
    }
    List<Long> silent = new ArrayList<>();
    for (Map.Entry<Long, Long> seen : seenMs.entrySet()) {
      if (nowMs - seen.getValue() >= Limits.PRESENCE_EXPIRY_MS) {
        silent.add(seen.getKey());
      }
    }
    leave(silent);
    if (news.isEmpty()) {
      return null;
    }
    Message message = new Message.Presence(Presence.encode(news.values()));
    news.clear();
    return message;
  }

  boolean hasNews() {
    return !news.isEmpty();
  }

  boolean hasAnybody() {
    return !owners.isEmpty();
  }

  /// Everybody who is here; null where nobody is.
  @Nullable Message everybody() {
    List<PresenceEntry> present = table.present();
    return present.isEmpty() ? null : new Message.Presence(Presence.encode(present));
  }
}
