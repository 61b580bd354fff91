package nl.beleidstafel.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.crdt.encoding.ByteReader;
import nl.beleidstafel.crdt.encoding.ByteWriter;

/// What both dialects share: the body of a sync message, and bounded strings.
public final class Wire {
  private static final int STEP_1 = 0;
  private static final int STEP_2 = 1;
  private static final int UPDATE = 2;

  private Wire() {}

  /// Reads `varUint sub, varBytes`. Source: y-protocols `sync.js`.
  public static Message readSync(ByteReader reader) {
    long sub = reader.readVarUint();
    Bytes bytes = reader.readVarBytes();
    if (bytes.isEmpty()) {
      throw new ProtocolException(CloseReason.RESET, "empty sync message");
    }
    if (sub == STEP_1) {
      return new Message.SyncStep1(bytes);
    } else if (sub == STEP_2) {
      return new Message.SyncStep2(bytes);
    } else if (sub == UPDATE) {
      return new Message.Update(bytes);
    }
    throw new ProtocolException(CloseReason.RESET, "unknown sync message " + sub);
  }

  /// About how many bytes the message takes, so that a large one is copied only once.
  public static int sizeHint(Message message) {
    return 32
        + switch (message) {
          case Message.SyncStep1(Bytes stateVector) -> stateVector.length();
          case Message.SyncStep2(Bytes update) -> update.length();
          case Message.Update(Bytes update) -> update.length();
          case Message.Presence(Bytes presence) -> presence.length();
          case Message.Stateless(String payload) -> payload.length();
          case Message.AuthToken _,
              Message.QueryPresence _,
              Message.AuthRequest _,
              Message.AuthDenied _,
              Message.AuthGranted _,
              Message.Close _,
              Message.SyncStatus _,
              Message.Ping _,
              Message.Pong _ ->
              32;
        };
  }

  public static void writeStep1(ByteWriter writer, Bytes stateVector) {
    writeSync(writer, STEP_1, stateVector);
  }

  public static void writeStep2(ByteWriter writer, Bytes update) {
    writeSync(writer, STEP_2, update);
  }

  public static void writeUpdate(ByteWriter writer, Bytes update) {
    writeSync(writer, UPDATE, update);
  }

  private static void writeSync(ByteWriter writer, int sub, Bytes bytes) {
    writer.writeVarUint(sub);
    writer.writeVarBytes(bytes);
  }

  /// Reads a string of at most `maxBytes` encoded bytes; a longer one is refused before it is
  /// decoded.
  public static String string(ByteReader reader, int maxBytes, String what) {
    Bytes utf8 = reader.readVarBytes();
    if (utf8.length() > maxBytes) {
      throw new ProtocolException(CloseReason.RESET, what + " too long");
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(utf8.backingArray(), utf8.arrayOffset(), utf8.length()))
          .toString();
    } catch (CharacterCodingException notText) {
      throw new ProtocolException(CloseReason.RESET, what + " is not UTF-8");
    }
  }

  /// Fails where anything is left.
  public static void end(ByteReader reader) {
    if (reader.hasMore()) {
      throw new ProtocolException(CloseReason.RESET, "bytes after the message");
    }
  }
}
