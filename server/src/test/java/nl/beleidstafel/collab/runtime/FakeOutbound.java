package nl.beleidstafel.collab.runtime;

import java.util.ArrayList;
import java.util.List;
import nl.beleidstafel.protocol.Message;

/// A client that writes down what it hears.
final class FakeOutbound implements Outbound {
  final List<Message> heard = new ArrayList<>();
  final List<String> closed = new ArrayList<>();
  private final List<Runnable> whenWritable = new ArrayList<>();
  boolean writable = true;

  @Override
  public void send(Message message) {
    heard.add(message);
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
    return writable;
  }

  @Override
  public void onWritable(Runnable then) {
    whenWritable.add(then);
  }

  void drain() {
    writable = true;
    List<Runnable> now = List.copyOf(whenWritable);
    whenWritable.clear();
    now.forEach(Runnable::run);
  }

  @Override
  public void closeDocument(String reason) {
    closed.add(reason);
  }

  <M extends Message> List<M> all(Class<M> kind) {
    return heard.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
