package nl.beleidstafel.collab.socket;

import java.util.ArrayDeque;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.protocol.Message;
import org.jspecify.annotations.Nullable;

/// Messages that wait until it is known who sends them. Bounded in number and size. One thread.
final class Waiting {
  private final ArrayDeque<Message> messages = new ArrayDeque<>();
  private long sizeBytes;

  /// False where it is full; the message is not kept then.
  boolean add(Message message) {
    long size = sizeBytes(message);
    if (messages.size() == Limits.SOCKET_WAITING_MESSAGES_MAX
        || sizeBytes + size > Limits.SOCKET_WAITING_MAX_BYTES) {
      return false;
    }
    messages.add(message);
    sizeBytes += size;
    return true;
  }

  @Nullable Message poll() {
    Message message = messages.poll();
    if (message != null) {
      sizeBytes -= sizeBytes(message);
    }
    return message;
  }

  private static long sizeBytes(Message message) {
    return switch (message) {
      case Message.SyncStep1(var stateVector) -> stateVector.length();
      case Message.SyncStep2(var update) -> update.length();
      case Message.Update(var update) -> update.length();
      case Message.Presence(var presence) -> presence.length();
      case Message.Stateless(String payload) -> payload.length();
      case Message.AuthToken(String token, _) -> token.length();
      case Message.QueryPresence _,
          Message.AuthRequest _,
          Message.AuthDenied _,
          Message.AuthGranted _,
          Message.Close _,
          Message.SyncStatus _,
          Message.Ping _,
          Message.Pong _ ->
          1;
    };
  }
}
