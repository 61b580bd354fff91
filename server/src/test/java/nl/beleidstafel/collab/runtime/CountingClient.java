package nl.beleidstafel.collab.runtime;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import nl.beleidstafel.protocol.Message;

/// A client that counts its acknowledgements and can be waited for.
final class CountingClient implements Outbound {
  final ConcurrentLinkedQueue<Message> heard = new ConcurrentLinkedQueue<>();
  final ConcurrentLinkedQueue<String> closed = new ConcurrentLinkedQueue<>();
  private final Promise<Void> done = Promise.promise();
  private final int wanted;
  private int answers;

  CountingClient(int wanted) {
    this.wanted = wanted;
  }

  @Override
  public void send(Message message) {
    heard.add(message);
    if (message instanceof Message.SyncStatus) {
      answers++;
      if (answers == wanted) {
        done.complete();
      }
    }
  }

  void await() {
    done.future().timeout(30, TimeUnit.SECONDS).await();
  }

  Future<Void> done() {
    return done.future();
  }

  /// Whether a notice that holds the text came.
  boolean heard(String text) {
    return heard.stream()
        .anyMatch(message ->
            message instanceof Message.Stateless(String payload) && payload.contains(text));
  }

  long acknowledged() {
    return heard.stream().filter(new Message.SyncStatus(true)::equals).count();
  }

  @Override
  public void publish(Broadcast broadcast) {
    heard.add(broadcast.message());
  }

  @Override
  public boolean echoesOwn() {
    return false;
  }

  @Override
  public boolean writable() {
    return true;
  }

  @Override
  public void onWritable(Runnable then) {}

  @Override
  public void closeDocument(String reason) {
    closed.add(reason);
    done.tryComplete();
  }
}
