package nl.beleidstafel.protocol.ywebsocket;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.crdt.encoding.ByteReader;
import nl.beleidstafel.crdt.encoding.ByteWriter;
import nl.beleidstafel.crdt.update.CrdtException;
import nl.beleidstafel.protocol.CloseReason;
import nl.beleidstafel.protocol.Message;
import nl.beleidstafel.protocol.ProtocolException;
import nl.beleidstafel.protocol.Wire;

/// Frames of the y-websocket dialect: `(varUint type, body)+`. Source: y-websocket
/// `src/y-websocket.js`, y-protocols `PROTOCOL.md`.
public final class YWebsocketCodec {
  private static final int SYNC = 0;
  private static final int AWARENESS = 1;
  private static final int AUTH = 2;
  private static final int QUERY_AWARENESS = 3;

  /// Not the number Hocuspocus gives it.
  private static final int AUTH_DENIED = 0;

  private YWebsocketCodec() {}

  /// Reads all messages of a frame from a client, in order. Throws {@link ProtocolException} with
  /// {@link CloseReason#RESET} on malformed bytes, unknown types, no message at all, and more
  /// messages than `Limits` allow.
  public static List<Message> decode(Bytes frame) {
    try {
      var reader = ByteReader.of(frame);
      List<Message> messages = new ArrayList<>(1);
      do {
        if (messages.size() == Limits.FRAME_MESSAGES_MAX) {
          throw new ProtocolException(CloseReason.RESET, "too many messages in one frame");
        }
        messages.add(message(reader));
      } while (reader.hasMore());
      return messages;
    } catch (CrdtException malformed) {
      throw new ProtocolException(CloseReason.RESET, "malformed message");
    }
  }

  private static Message message(ByteReader reader) {
    long type = reader.readVarUint();
    if (type == SYNC) {
      return Wire.readSync(reader);
    } else if (type == AWARENESS) {
      return new Message.Presence(reader.readVarBytes());
    } else if (type == QUERY_AWARENESS) {
      return new Message.QueryPresence();
    }
    throw new ProtocolException(CloseReason.RESET, "no client sends messages of type " + type);
  }

  /// Writes one frame; empty for what this dialect has no words for.
  public static Optional<Bytes> encode(Message message) {
    var writer = new ByteWriter(Wire.sizeHint(message));
    boolean known =
        switch (message) {
          case Message.SyncStep1(Bytes stateVector) -> {
            writer.writeVarUint(SYNC);
            Wire.writeStep1(writer, stateVector);
            yield true;
          }
          case Message.SyncStep2(Bytes update) -> {
            writer.writeVarUint(SYNC);
            Wire.writeStep2(writer, update);
            yield true;
          }
          case Message.Update(Bytes update) -> {
            writer.writeVarUint(SYNC);
            Wire.writeUpdate(writer, update);
            yield true;
          }
          case Message.Presence(Bytes presence) -> {
            writer.writeVarUint(AWARENESS);
            writer.writeVarBytes(presence);
            yield true;
          }
          case Message.QueryPresence() -> {
            writer.writeVarUint(QUERY_AWARENESS);
            yield true;
          }
          case Message.AuthDenied(String reason) -> {
            writer.writeVarUint(AUTH);
            writer.writeVarUint(AUTH_DENIED);
            writer.writeVarString(reason);
            yield true;
          }
          case Message.AuthToken _,
              Message.AuthRequest _,
              Message.AuthGranted _,
              Message.Stateless _,
              Message.Close _,
              Message.SyncStatus _,
              Message.Ping _,
              Message.Pong _ ->
              false;
        };
    return known ? Optional.of(writer.toBytes()) : Optional.empty();
  }
}
