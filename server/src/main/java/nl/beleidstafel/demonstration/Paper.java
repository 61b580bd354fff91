package nl.beleidstafel.demonstration;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.crdt.doc.Doc;
import nl.beleidstafel.crdt.update.StateVector;
import nl.beleidstafel.crdt.update.Updates;
import nl.beleidstafel.protocol.Message;
import nl.beleidstafel.protocol.hocuspocus.Address;
import nl.beleidstafel.protocol.hocuspocus.Frame;
import nl.beleidstafel.protocol.hocuspocus.HocuspocusCodec;
import org.jspecify.annotations.Nullable;

/// One text that somebody has open, over the socket in the Hocuspocus dialect, as an editor has it.
/// Waits; one thread.
final class Paper implements AutoCloseable {
  private static final int FRAMES_MAX = 10_000;

  private final Address address;
  private final Doc doc = new Doc(new SecureRandom().nextInt(1, Integer.MAX_VALUE));
  private final Ear ear;
  private final WebSocket socket;
  private final Duration patience;
  private boolean readOnly;

  private Paper(Address address, Ear ear, WebSocket socket, Duration patience) {
    this.address = address;
    this.ear = ear;
    this.socket = socket;
    this.patience = patience;
  }

  static Paper open(
      HttpClient client, String server, String document, String token, Duration patience)
      throws PlayException {
    Ear ear = new Ear();
    URI uri = URI.create("ws://" + server + "/collab");
    WebSocket socket = done(client.newWebSocketBuilder().buildAsync(uri, ear), patience);
    Paper paper = new Paper(new Address(document), ear, socket, patience);
    paper.send(new Message.AuthToken(token, "4.8.0"));
    paper.send(new Message.SyncStep1(StateVector.EMPTY.encode()));
    while (!(paper.next() instanceof Message.SyncStep2)) {}
    return paper;
  }

  /// Whether they may read this text, and that is all.
  boolean isReadOnly() {
    return readOnly;
  }

  /// The text as it is here.
  Doc doc() {
    return doc;
  }

  /// Sends what was changed in the text, and waits until it is kept.
  void write(Bytes update) throws PlayException {
    if (update.equals(Updates.EMPTY)) {
      return;
    }
    send(new Message.Update(update));
    while (true) {
      if (next() instanceof Message.SyncStatus(boolean applied)) {
        if (!applied) {
          throw new PlayException("a change in " + address.document() + " was refused");
        }
        return;
      }
    }
  }

  /// The next message about this text, taken in.
  private Message next() throws PlayException {
    Message message = ear.next(patience);
    switch (message) {
      case Message.SyncStep2(Bytes update) -> doc.apply(update);
      case Message.Update(Bytes update) -> doc.apply(update);
      case Message.AuthGranted(boolean grantedReadOnly) -> readOnly = grantedReadOnly;
      case Message.AuthDenied(String reason) ->
          throw new PlayException(address.document() + " was denied: " + reason);
      case Message.Close(String reason) ->
          throw new PlayException(address.document() + " was closed: " + reason);
      case Message _ -> {}
    }
    return message;
  }

  private void send(Message message) throws PlayException {
    byte[] frame = HocuspocusCodec.encode(address, message).toArray();
    done(socket.sendBinary(ByteBuffer.wrap(frame), true), patience);
  }

  private static WebSocket done(CompletableFuture<WebSocket> work, Duration patience)
      throws PlayException {
    try {
      return work.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException failure) {
      throw new PlayException("the socket does not work", failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new PlayException("the server stops", stopped);
    }
  }

  @Override
  public void close() {
    socket.abort();
  }

  private sealed interface Heard {
    record Said(Message message) implements Heard {}

    record End(String why) implements Heard {}
  }

  /// Hears frames, whole ones.
  private static final class Ear implements WebSocket.Listener {
    private final BlockingQueue<Heard> queue = new LinkedBlockingQueue<>(FRAMES_MAX);
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();

    Message next(Duration patience) throws PlayException {
      try {
        return switch (queue.poll(patience.toMillis(), TimeUnit.MILLISECONDS)) {
          case null -> throw new PlayException("the server says nothing on the socket");
          case Heard.End(String why) -> throw new PlayException("the socket ended: " + why);
          case Heard.Said(Message message) -> message;
        };
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new PlayException("the server stops", stopped);
      }
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
      byte[] part = new byte[data.remaining()];
      data.get(part);
      begun.writeBytes(part);
      if (last) {
        Bytes frame = Bytes.wrap(begun.toByteArray());
        begun.reset();
        hear(frame);
      }
      socket.request(1);
      return null;
    }

    /// More than anybody reads are as good as a line that broke.
    private void hear(Bytes frame) {
      if (HocuspocusCodec.open(frame) instanceof Frame.Addressed(Address _, Bytes body)) {
        queue.offer(new Heard.Said(HocuspocusCodec.readFromServer(body)));
      }
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      queue.offer(new Heard.End(code + " " + reason));
      return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      queue.offer(new Heard.End(String.valueOf(error)));
    }
  }
}
