package nl.beleidstafel.testkit;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ClientWebSocket;
import io.vertx.core.http.WebSocketClient;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.protocol.Message;
import nl.beleidstafel.protocol.hocuspocus.Address;
import nl.beleidstafel.protocol.hocuspocus.HocuspocusCodec;
import nl.beleidstafel.protocol.ywebsocket.YWebsocketCodec;

/// A client that says what a test tells it to, in either dialect, and keeps every frame it gets. A
/// test's thread.
public final class RawClient implements AutoCloseable {
  private static final long PATIENCE_MS = 20_000;

  private final WebSocketClient client;
  private final ClientWebSocket socket;
  private final List<Bytes> frames = new CopyOnWriteArrayList<>();

  private RawClient(Vertx vertx, int port, String uri) {
    client = vertx.createWebSocketClient();
    socket = client.webSocket();
    socket.binaryMessageHandler(frame -> frames.add(Bytes.wrap(frame.getBytes())));
    HttpProbe.wait(socket.connect(port, "127.0.0.1", uri));
  }

  /// In the Hocuspocus dialect: documents are named later.
  public static RawClient collab(Vertx vertx, int port) {
    return new RawClient(vertx, port, "/collab");
  }

  /// In the y-websocket dialect: one document.
  public static RawClient yws(Vertx vertx, int port, String document, String token) {
    return new RawClient(vertx, port, "/yws/" + document + "?token=" + token);
  }

  /// Says something about a document, Hocuspocus.
  public void say(String document, Message message) {
    send(HocuspocusCodec.encode(new Address(document), message));
  }

  /// Says something, y-websocket.
  public void say(Message message) {
    YWebsocketCodec.encode(message).ifPresent(this::send);
  }

  private void send(Bytes frame) {
    HttpProbe.wait(socket.writeBinaryMessage(Buffer.buffer(frame.toArray())));
  }

  /// Shows who it is to a document and asks for its content.
  public void attach(String document, String token) {
    say(document, new Message.AuthToken(token, "4.8.0"));
    say(document, new Message.SyncStep1(Bytes.ofHex("00")));
  }

  /// How many frames came so far.
  public int mark() {
    return frames.size();
  }

  /// The frames that came since; a frame that comes meanwhile is not among them.
  public List<Bytes> since(int mark) {
    List<Bytes> all = List.copyOf(frames);
    return all.subList(mark, all.size());
  }

  /// Whether this was said about a document since.
  public boolean heard(int mark, String document, Message message) {
    return since(mark).contains(HocuspocusCodec.encode(new Address(document), message));
  }

  /// Waits until this was said about a document since.
  public void await(int mark, String document, Message message) {
    until("to hear " + message, () -> heard(mark, document, message));
  }

  /// Whether any frame since holds these words.
  public boolean holds(int mark, String words) {
    byte[] sought = words.getBytes(StandardCharsets.UTF_8);
    return since(mark).stream().anyMatch(frame -> contains(frame.toArray(), sought));
  }

  public void awaitWords(int mark, String words) {
    until("the words " + words, () -> holds(mark, words));
  }

  /// Waits until all that the server had sent before came in, Hocuspocus.
  public void settle() {
    int mark = mark();
    send(Bytes.ofHex("09"));
    until("a pong", () -> since(mark).contains(Bytes.ofHex("0a")));
  }

  public boolean isClosed() {
    return socket.isClosed();
  }

  /// Waits for the server to hang up; the code with which it did.
  public int awaitClose() {
    until("the end", socket::isClosed);
    Short code = socket.closeStatusCode();
    return code == null ? -1 : code;
  }

  public static void until(String what, BooleanSupplier holds) {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MS);
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("waited in vain for " + what);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
    }
  }

  private static boolean contains(byte[] in, byte[] sought) {
    for (int i = 0; i + sought.length <= in.length; i++) {
      int n = 0;
      while (n < sought.length && in[i + n] == sought[n]) {
        n++;
      }
      if (n == sought.length) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() {
    var _ = client.close();
  }
}
