package nl.beleidstafel.collab.socket;

import io.vertx.core.Future;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nl.beleidstafel.collab.Identities;

/// Asks about a token once however many documents of a socket want to know at the same time: a page
/// shows the same one for each of its documents. Remembers no answer. The socket's event loop.
final class AskedOnce implements Identities {
  private final Identities identities;
  private final SocketLine line;
  private final Map<String, Future<Optional<Session>>> asking = new HashMap<>();

  AskedOnce(Identities identities, SocketLine line) {
    this.identities = identities;
    this.line = line;
  }

  /// From now on nobody is answered with what was asked before.
  void forget() {
    asking.clear();
  }

  @Override
  public Future<Optional<Session>> sessionOf(String token, boolean acting) {
    Future<Optional<Session>> already = acting ? null : asking.get(token);
    if (already != null) {
      return already;
    }
    Future<Optional<Session>> answer = identities.sessionOf(token, acting);
    if (!answer.isComplete()) {
      asking.put(token, answer);
      answer.onComplete(_ -> line.loop().execute(() -> asking.remove(token, answer)));
    }
    return answer;
  }
}
