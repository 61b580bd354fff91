package nl.beleidstafel.collab.room;

import java.util.Map;
import java.util.UUID;
import nl.beleidstafel.crdt.encoding.JsonReader;
import nl.beleidstafel.crdt.update.CrdtException;
import nl.beleidstafel.protocol.Message;
import org.jspecify.annotations.Nullable;

/// What rooms and clients tell each other outside the document, as JSON in `Stateless` messages.
final class Notices {
  /// The version of the editor's schema that the server seeds documents in.
  private static final int SCHEMA = 2;

  private Notices() {}

  /// Which content this is: a client that carries another generation starts afresh.
  static Message document(UUID generation) {
    return new Message.Stateless(
        "{\"kind\":\"document\",\"generation\":\"" + generation + "\",\"schema\":" + SCHEMA + "}");
  }

  static Message storage(boolean away) {
    return new Message.Stateless(
        "{\"kind\":\"storage\",\"state\":\"" + (away ? "away" : "back") + "\"}");
  }

  static Message refused(Reason reason) {
    return new Message.Stateless("{\"kind\":\"refused\",\"reason\":\"" + reason.word() + "\"}");
  }

  /// The generation a client says it carries; null where the payload is about something else.
  static @Nullable String generation(String payload) {
    try {
      return JsonReader.parse(payload) instanceof Map<?, ?> said
              && "generation".equals(said.get("kind"))
              && said.get("generation") instanceof String named
          ? named
          : null;
    } catch (CrdtException notJson) {
      return null;
    }
  }
}
