package nl.beleidstafel.collab.socket;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import nl.beleidstafel.base.Bytes;

/// A client's end as lists: what was written, and whether the client takes it.
final class FakePipe implements Pipe {
  final List<Bytes> written = new ArrayList<>();
  private final ArrayDeque<Promise<Void>> untaken = new ArrayDeque<>();
  private Buffer assembling = Buffer.buffer();
  boolean reading = true;
  int pings;
  int closeCode;
  String closeText = "";
  boolean cut;
  boolean paused;

  @Override
  public Future<Void> write(Buffer piece, boolean first, boolean last) {
    assembling.appendBuffer(piece);
    if (last) {
      written.add(Bytes.wrap(assembling.getBytes()));
      assembling = Buffer.buffer();
    }
    if (reading) {
      return Future.succeededFuture();
    }
    Promise<Void> taken = Promise.promise();
    untaken.add(taken);
    return taken.future();
  }

  /// The client takes one piece.
  void take() {
    untaken.remove().complete();
  }

  /// The client takes all there is, and all to come.
  void takeAll() {
    reading = true;
    while (!untaken.isEmpty()) {
      take();
    }
  }

  /// What was written since the last call.
  List<Bytes> drain() {
    List<Bytes> all = List.copyOf(written);
    written.clear();
    return all;
  }

  @Override
  public void ping() {
    pings++;
  }

  @Override
  public void close(int code, String text) {
    closeCode = code;
    closeText = text;
  }

  @Override
  public void cut() {
    cut = true;
  }

  @Override
  public void pause() {
    paused = true;
  }

  @Override
  public void resume() {
    paused = false;
  }
}
