package nl.beleidstafel.collab.socket;

import io.vertx.core.internal.ContextInternal;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A socket's event loop. What is already on it runs at once: a room that shares the loop with its
/// clients writes to all of them without a task for each. Tasks of one thread keep their order.
///
/// A bug that a task meets stays here: it must not reach the room that wrote to many.
record SocketLoop(ContextInternal context) implements Executor {
  private static final Logger LOG = LoggerFactory.getLogger(SocketLoop.class);

  @Override
  public void execute(Runnable task) {
    if (context.inThread()) {
      run(task);
    } else {
      context.runOnContext(_ -> run(task));
    }
  }

  private static void run(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException bug) {
      LOG.error("a socket met a bug", bug);
    }
  }
}
