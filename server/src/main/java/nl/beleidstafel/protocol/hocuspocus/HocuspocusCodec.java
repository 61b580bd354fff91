package nl.beleidstafel.protocol.hocuspocus;

import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.crdt.encoding.ByteReader;
import nl.beleidstafel.crdt.encoding.ByteWriter;
import nl.beleidstafel.crdt.update.CrdtException;
import nl.beleidstafel.protocol.CloseReason;
import nl.beleidstafel.protocol.Message;
import nl.beleidstafel.protocol.ProtocolException;
import nl.beleidstafel.protocol.Wire;

/// Frames of the Hocuspocus dialect: `varString address, varUint type, body`. Sources: hocuspocus
/// `packages/server/src/{types,IncomingMessage,OutgoingMessage}.ts`, `packages/provider/src`.
public final class HocuspocusCodec {
  private static final int SYNC = 0;
  private static final int AWARENESS = 1;
  private static final int AUTH = 2;
  private static final int QUERY_AWARENESS = 3;
  private static final int STATELESS = 5;
  private static final int CLOSE = 7;
  private static final int SYNC_STATUS = 8;
  private static final int PING = 9;
  private static final int PONG = 10;

  private static final int AUTH_TOKEN = 0;
  private static final int AUTH_DENIED = 1;
  private static final int AUTH_GRANTED = 2;

  private HocuspocusCodec() {}

  /// Opens a frame from a client. Throws {@link ProtocolException} with {@link
  /// CloseReason#UNAUTHORIZED} where no document is named, as Hocuspocus closes such a socket.
  public static Frame open(Bytes frame) {
    if (frame.length() == 1 && frame.at(0) == PING) {
      return new Frame.Heartbeat(new Message.Ping());
    } else if (frame.length() == 1 && frame.at(0) == PONG) {
      return new Frame.Heartbeat(new Message.Pong());
    }
    try {
      var reader = ByteReader.of(frame);
      String address = Wire.string(reader, Limits.ADDRESS_SIZE_MAX_BYTES, "address");
      return new Frame.Addressed(
          new Address(address),
          frame.slice(frame.length() - reader.remaining(), reader.remaining()));
    } catch (CrdtException | ProtocolException malformed) {
      throw new ProtocolException(CloseReason.UNAUTHORIZED, "no document named");
    }
  }

  /// Reads the body of an addressed frame from a client. Throws {@link ProtocolException} with
  /// {@link CloseReason#RESET} on anything that a client does not send: malformed bytes, messages
  /// that only servers exchange, bytes after the end. Behind a token or a goodbye later providers
  /// may say more; it is not looked at.
  public static Message read(Bytes body) {
    try {
      var reader = ByteReader.of(body);
      Message message = message(reader);
      if (!(message instanceof Message.AuthToken || message instanceof Message.Close)) {
        Wire.end(reader);
      }
      return message;
    } catch (CrdtException malformed) {
      throw new ProtocolException(CloseReason.RESET, "malformed message");
    }
  }

  /// Reads the body of an addressed frame from a server, as its clients do. Throws {@link
  /// ProtocolException} with {@link CloseReason#RESET} on malformed bytes.
  public static Message readFromServer(Bytes body) {
    try {
      var reader = ByteReader.of(body);
      long type = reader.readVarUint();
      if (type == AUTH) {
        return readPermission(reader);
      } else if (type == SYNC_STATUS) {
        return new Message.SyncStatus(reader.readVarUint() == 1);
      } else if (type == CLOSE) {
        return new Message.Close(Wire.string(reader, Limits.REASON_SIZE_MAX_BYTES, "reason"));
      }
      return message(ByteReader.of(body));
    } catch (CrdtException malformed) {
      throw new ProtocolException(CloseReason.RESET, "malformed message");
    }
  }

  private static Message readPermission(ByteReader reader) {
    long sub = reader.readVarUint();
    if (sub == AUTH_TOKEN) {
      return new Message.AuthRequest();
    }
    String words = Wire.string(reader, Limits.REASON_SIZE_MAX_BYTES, "reason");
    return sub == AUTH_GRANTED
        ? new Message.AuthGranted(words.equals("readonly"))
        : new Message.AuthDenied(words);
  }

  private static Message message(ByteReader reader) {
    long type = reader.readVarUint();
    if (type == SYNC) {
      return Wire.readSync(reader);
    } else if (type == AWARENESS) {
      return new Message.Presence(reader.readVarBytes());
    } else if (type == AUTH) {
      return readAuth(reader);
    } else if (type == QUERY_AWARENESS) {
      return new Message.QueryPresence();
    } else if (type == STATELESS) {
      return new Message.Stateless(
          Wire.string(reader, Limits.STATELESS_SIZE_MAX_BYTES, "stateless payload"));
    } else if (type == CLOSE) {
      return new Message.Close("");
    }
    throw new ProtocolException(CloseReason.RESET, "no client sends messages of type " + type);
  }

  /// The provider's version comes only from 4 on.
  private static Message readAuth(ByteReader reader) {
    if (reader.readVarUint() != AUTH_TOKEN) {
      throw new ProtocolException(CloseReason.RESET, "a client only shows its token");
    }
    String token = Wire.string(reader, Limits.TOKEN_SIZE_MAX_BYTES, "token");
    String version =
        reader.hasMore()
            ? Wire.string(reader, Limits.TOKEN_SIZE_MAX_BYTES, "provider version")
            : "";
    return new Message.AuthToken(token, version);
  }

  /// Writes one frame. {@link Message.Ping} and {@link Message.Pong} are one byte each and carry no
  /// address.
  public static Bytes encode(Address address, Message message) {
    var writer = new ByteWriter(Wire.sizeHint(message) + address.text().length());
    if (!(message instanceof Message.Ping || message instanceof Message.Pong)) {
      writer.writeVarString(address.text());
    }
    switch (message) {
      case Message.SyncStep1(Bytes stateVector) -> {
        writer.writeVarUint(SYNC);
        Wire.writeStep1(writer, stateVector);
      }
      case Message.SyncStep2(Bytes update) -> {
        writer.writeVarUint(SYNC);
        Wire.writeStep2(writer, update);
      }
      case Message.Update(Bytes update) -> {
        writer.writeVarUint(SYNC);
        Wire.writeUpdate(writer, update);
      }
      case Message.Presence(Bytes presence) -> {
        writer.writeVarUint(AWARENESS);
        writer.writeVarBytes(presence);
      }
      case Message.QueryPresence() -> writer.writeVarUint(QUERY_AWARENESS);
      case Message.AuthToken token -> writeToken(writer, token);
      case Message.AuthRequest() -> writeAuth(writer, AUTH_TOKEN);
      case Message.AuthDenied(String reason) -> {
        writeAuth(writer, AUTH_DENIED);
        writer.writeVarString(reason);
      }
      case Message.AuthGranted(boolean readOnly) -> {
        writeAuth(writer, AUTH_GRANTED);
        writer.writeVarString(readOnly ? "readonly" : "read-write");
      }
      case Message.Stateless(String payload) -> {
        writer.writeVarUint(STATELESS);
        writer.writeVarString(payload);
      }
      case Message.Close(String reason) -> {
        writer.writeVarUint(CLOSE);
        writer.writeVarString(reason);
      }
      case Message.SyncStatus(boolean applied) -> {
        writer.writeVarUint(SYNC_STATUS);
        writer.writeVarUint(applied ? 1 : 0);
      }
      case Message.Ping() -> writer.writeVarUint(PING);
      case Message.Pong() -> writer.writeVarUint(PONG);
    }
    return writer.toBytes();
  }

  private static void writeAuth(ByteWriter writer, int sub) {
    writer.writeVarUint(AUTH);
    writer.writeVarUint(sub);
  }

  private static void writeToken(ByteWriter writer, Message.AuthToken token) {
    writeAuth(writer, AUTH_TOKEN);
    writer.writeVarString(token.token());
    if (!token.providerVersion().isEmpty()) {
      writer.writeVarString(token.providerVersion());
    }
  }
}
