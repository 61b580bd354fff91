package nl.beleidstafel.identity;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import nl.beleidstafel.base.Limits;

/// Hashes and checks passwords on threads of its own, few at once, because each takes much memory
/// and a core.
final class Passwords {
  private final WorkerExecutor threads;
  private final Secrets secrets;
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicLong verified = new AtomicLong();
  private final String nobodys;

  Passwords(Vertx vertx, Secrets secrets) {
    threads = vertx.createSharedWorkerExecutor("passwords", Limits.PASSWORD_CHECKS_AT_ONCE);
    this.secrets = secrets;
    nobodys = Argon2.hash(secrets.token(), secrets.bytes(Argon2.SALT_BYTES));
  }

  /// The hash to remember; empty where too many are waiting.
  Future<Optional<String>> hash(String password) {
    return run(() -> Argon2.hash(password, secrets.bytes(Argon2.SALT_BYTES)));
  }

  /// Runs the work with this object's turn; empty where too many are waiting. The work may call
  /// {@link #verify}.
  <T> Future<Optional<T>> run(Callable<T> work) {
    if (waiting.incrementAndGet() > Limits.PASSWORD_CHECKS_WAITING_MAX) {
      waiting.decrementAndGet();
      return Future.succeededFuture(Optional.empty());
    }
    return threads
        .executeBlocking(work, false)
        .map(Optional::of)
        .andThen(_ -> waiting.decrementAndGet());
  }

  /// Whether the password is right. The same work where there is no hash: the answer is then no.
  boolean verify(String password, Optional<String> hash) {
    verified.incrementAndGet();
    boolean same = Argon2.verify(password, hash.orElse(nobodys));
    return hash.isPresent() && same;
  }

  /// How many passwords were checked so far.
  long verified() {
    return verified.get();
  }
}
