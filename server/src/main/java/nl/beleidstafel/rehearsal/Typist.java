package nl.beleidstafel.rehearsal;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.crdt.encoding.ByteWriter;
import nl.beleidstafel.crdt.update.StateVector;
import nl.beleidstafel.protocol.Message;
import nl.beleidstafel.protocol.Presence;
import nl.beleidstafel.protocol.PresenceEntry;
import nl.beleidstafel.protocol.hocuspocus.Address;
import nl.beleidstafel.protocol.hocuspocus.HocuspocusCodec;
import nl.beleidstafel.protocol.ywebsocket.YWebsocketCodec;
import org.jspecify.annotations.Nullable;

/// Somebody who types letter after letter into a root of their own and takes no notice of what
/// comes back.
final class Typist {
  private static final long FIRST_CLIENT = 900_000;
  private static final int STRING = 4;
  private static final int HAS_ORIGIN = 0x80;
  private static final int DELETE_EVERY = 8;

  private final long yjsClient;
  private final Function<Message, Bytes> encoder;
  private final CompletableFuture<Void> gone;
  private CompletableFuture<WebSocket> line;
  private long clock;
  private long presenceClock;

  private Typist(
      long yjsClient,
      Function<Message, Bytes> encoder,
      CompletableFuture<WebSocket> line,
      CompletableFuture<Void> gone) {
    this.yjsClient = yjsClient;
    this.encoder = encoder;
    this.line = line;
    this.gone = gone;
  }

  /// @param plain whether they speak the y-websocket dialect
  static Typist join(
      HttpClient client, String server, String document, String token, boolean plain, int number) {
    String shown = "?token=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
    Address address = new Address(document);
    CompletableFuture<Void> gone = new CompletableFuture<>();
    Typist typist =
        new Typist(
            FIRST_CLIENT + number,
            plain
                ? message -> YWebsocketCodec.encode(message).orElse(Bytes.EMPTY)
                : message -> HocuspocusCodec.encode(address, message),
            client
                .newWebSocketBuilder()
                .buildAsync(
                    URI.create("ws://" + server + (plain ? "/yws/" + document + shown : "/collab")),
                    new Ear(gone)),
            gone);
    if (!plain) {
      typist.send(new Message.AuthToken(token, "4.8.0"));
    }
    typist.send(new Message.SyncStep1(StateVector.EMPTY.encode()));
    typist.show();
    return typist;
  }

  /// The next key: mostly a letter behind the last one, now and then one taken back.
  void type() {
    ByteWriter out = new ByteWriter();
    if (clock % DELETE_EVERY == DELETE_EVERY - 1) {
      insert(out);
      out.writeVarUint(1);
      out.writeVarUint(yjsClient);
      out.writeVarUint(1);
      out.writeVarUint(clock - 2);
      out.writeVarUint(1);
    } else {
      insert(out);
      out.writeVarUint(0);
    }
    send(new Message.Update(out.toBytes()));
  }

  private void insert(ByteWriter out) {
    out.writeVarUint(1);
    out.writeVarUint(1);
    out.writeVarUint(yjsClient);
    out.writeVarUint(clock);
    if (clock == 0) {
      out.writeByte(STRING);
      out.writeVarUint(1);
      out.writeVarString("rehearsal");
    } else {
      out.writeByte(STRING | HAS_ORIGIN);
      out.writeVarUint(yjsClient);
      out.writeVarUint(clock - 1);
    }
    out.writeVarString("e");
    clock++;
  }

  /// Says where their cursor is.
  void show() {
    String state =
        "{\"user\":{\"name\":\"T\"},\"cursor\":{\"anchor\":" + clock + ",\"head\":" + clock + "}}";
    send(
        new Message.Presence(
            Presence.encode(List.of(new PresenceEntry(yjsClient, ++presenceClock, state)))));
  }

  /// Says goodbye; completes when the server answers, which it does after all that was typed.
  CompletableFuture<Void> leave() {
    line = line.thenCompose(socket -> socket.sendClose(WebSocket.NORMAL_CLOSURE, ""));
    return line.thenCompose(_ -> gone);
  }

  /// Hears nothing but the end.
  private record Ear(CompletableFuture<Void> gone) implements WebSocket.Listener {
    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      gone.complete(null);
      return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      gone.completeExceptionally(error);
    }
  }

  private void send(Message message) {
    ByteBuffer frame = ByteBuffer.wrap(encoder.apply(message).toArray());
    line = line.thenCompose(socket -> socket.sendBinary(frame, true));
  }
}
