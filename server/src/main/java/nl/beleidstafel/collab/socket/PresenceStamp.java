package nl.beleidstafel.collab.socket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.protocol.CloseReason;
import nl.beleidstafel.protocol.Presence;
import nl.beleidstafel.protocol.PresenceEntry;
import nl.beleidstafel.protocol.ProtocolException;

/// Writes into each presence state of one session who its user really is: `user` is taken from the
/// actor, whatever the client says. Every state is parsed and written anew, because one that is not
/// JSON would throw in every browser that is here. One thread.
final class PresenceStamp {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final ObjectNode user;
  private final Set<Long> introduced;

  PresenceStamp(Actor actor) {
    this(actor, new HashSet<>());
  }

  private PresenceStamp(Actor actor, Set<Long> introduced) {
    this.introduced = introduced;
    user = JSON.createObjectNode();
    user.put("memberId", actor.member().toString());
    user.put("name", actor.name());
    user.put("organisation", actor.partnerName());
    user.put("badge", actor.badge());
    user.put("colour", actor.colour());
  }

  /// The same session under what is now known of the actor.
  PresenceStamp of(Actor actor) {
    return new PresenceStamp(actor, introduced);
  }

  /// What of this presence may go to the room; empty where nothing may. A session speaks for the
  /// client ids that it introduced with a state. Clients do report others gone when they hear
  /// nothing of them: that is not theirs to say, and is left out. Throws {@link ProtocolException}
  /// where a state is no JSON object.
  Optional<Bytes> stamp(Bytes presence) {
    List<PresenceEntry> stamped = new ArrayList<>();
    for (PresenceEntry entry : Presence.decode(presence)) {
      JsonNode state = parse(entry.json());
      if (state.isNull()) {
        if (introduced.contains(entry.client())) {
          stamped.add(new PresenceEntry(entry.client(), entry.clock(), PresenceEntry.GONE));
        }
      } else if (introduces(entry.client())) {
        stamped.add(new PresenceEntry(entry.client(), entry.clock(), signed(state)));
      }
    }
    return stamped.isEmpty() ? Optional.empty() : Optional.of(Presence.encode(stamped));
  }

  private boolean introduces(long client) {
    return introduced.contains(client)
        || (introduced.size() < Limits.PRESENCE_CLIENTS_MAX && introduced.add(client));
  }

  private static JsonNode parse(String json) {
    try {
      JsonNode state = JSON.readTree(json);
      if (state.isNull() || state.isObject()) {
        return state;
      }
    } catch (JsonProcessingException notJson) {
      throw new ProtocolException(CloseReason.RESET, "presence is not JSON");
    }
    throw new ProtocolException(CloseReason.RESET, "presence is no object");
  }

  private String signed(JsonNode state) {
    try {
      return JSON.writeValueAsString(((ObjectNode) state).set("user", user));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
