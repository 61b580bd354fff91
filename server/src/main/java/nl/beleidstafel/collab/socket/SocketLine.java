package nl.beleidstafel.collab.socket;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.Clock;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.protocol.CloseReason;
import nl.beleidstafel.protocol.ProtocolException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One client's line, whatever its dialect: rates, queue, signs of life, and the end. All methods
/// are for the socket's own event loop, but for {@link #post}, {@link #writable} and {@link
/// #whenWritable}, which rooms call on theirs.
///
/// Bytes count as queued from the moment somebody wants them sent until the network took them, so
/// that {@link #writable} is true to what memory holds. Above the mark nothing is read from the
/// client either: its questions would only make more answers.
final class SocketLine {
  /// The dialect on the line.
  interface Listener {
    /// A whole message. What it throws as {@link ProtocolException} closes the socket.
    void received(Bytes message);

    /// Time passed.
    void ticked(long nowMs);

    /// A session of this member ended somewhere: whose token is it on this line?
    void recheck(MemberId member);

    /// The line is dead; called once.
    void ended();
  }

  private static final Logger LOG = LoggerFactory.getLogger(SocketLine.class);

  /// Large messages leave in pieces, so that one can see a slow client make progress.
  private static final int PIECE_SIZE_BYTES = 256 * 1024;

  private final Pipe pipe;
  private final Executor loop;
  private final Clock clock;
  private final SocketCounters counters;
  private final RateLimit messages;
  private final RateLimit bytes;
  private final AtomicLong queuedBytes = new AtomicLong();
  private final List<Runnable> awaitingWritable = new ArrayList<>();
  private final Places<MemberId> members;
  private final Set<MemberId> admitted = new HashSet<>();
  private Listener listener = new Silence();
  private boolean closing;
  private boolean ended;
  private boolean paused;
  private long closingSinceMs;
  private long receivedMs;
  private long sentMs;
  private long progressMs;
  private volatile long dueMs = Long.MAX_VALUE;

  /// @param members of whom each may have so many sockets
  SocketLine(
      Pipe pipe, Executor loop, Clock clock, SocketCounters counters, Places<MemberId> members) {
    this.pipe = pipe;
    this.loop = loop;
    this.clock = clock;
    this.counters = counters;
    this.members = members;
    long nowMs = clock.nowMs();
    messages =
        new RateLimit(Limits.SOCKET_MESSAGES_PER_SECOND, Limits.SOCKET_MESSAGES_BURST, nowMs);
    bytes = new RateLimit(Limits.SOCKET_BYTES_PER_SECOND, Limits.SOCKET_BYTES_BURST, nowMs);
    receivedMs = nowMs;
    sentMs = nowMs;
    progressMs = nowMs;
  }

  void listen(Listener to) {
    listener = to;
  }

  SocketCounters counters() {
    return counters;
  }

  Executor loop() {
    return loop;
  }

  long nowMs() {
    return clock.nowMs();
  }

  /// When something was last sent to the client, in milliseconds of the clock.
  long sentMs() {
    return sentMs;
  }

  /// A frame of any kind came in, of so many bytes. False where it is one too many: then the line
  /// is closing.
  boolean admit(long sizeBytes) {
    long nowMs = clock.nowMs();
    receivedMs = nowMs;
    if (closing) {
      return false;
    }
    if (!messages.take(1, nowMs) || !bytes.take(sizeBytes, nowMs)) {
      close(CloseReason.TOO_MANY_MESSAGES, Refusal.FLOOD);
      return false;
    }
    return true;
  }

  /// Further messages inside one frame count like frames.
  boolean admitMessages(int count) {
    if (!closing && !messages.take(count, clock.nowMs())) {
      close(CloseReason.TOO_MANY_MESSAGES, Refusal.FLOOD);
    }
    return !closing;
  }

  /// A member showed a token here, for whatever document: each counts once as long as the line
  /// lasts. False where they have too many lines already.
  boolean admit(MemberId member) {
    if (admitted.contains(member)) {
      return true;
    }
    if (ended || !members.take(member)) {
      return false;
    }
    admitted.add(member);
    return true;
  }

  /// A whole message came in.
  void receive(Bytes message) {
    if (closing) {
      return;
    }
    try {
      listener.received(message);
    } catch (ProtocolException refused) {
      close(refused.reason(), Refusal.MALFORMED);
    } catch (RuntimeException bug) {
      LOG.error("a message of {} bytes met a bug", message.length(), bug);
      close(CloseReason.INTERNAL, Refusal.FAILED);
    }
  }

  /// Sends from the socket's own event loop.
  void send(Buffer message) {
    queuedBytes.addAndGet(message.length());
    write(message);
  }

  /// Sends from any thread; dropped where `open` says no by the time it is written. Messages of one
  /// thread keep their order.
  void post(Buffer message, BooleanSupplier open) {
    queuedBytes.addAndGet(message.length());
    loop.execute(() -> {
      if (open.getAsBoolean()) {
        write(message);
      } else {
        took(message.length());
      }
    });
  }

  private void write(Buffer message) {
    int length = message.length();
    if (closing || ended) {
      took(length);
      return;
    }
    long queued = queuedBytes.get();
    if (queued > Limits.SOCKET_QUEUE_MAX_BYTES) {
      took(length);
      cut(Refusal.NOT_READING);
      return;
    }
    sentMs = clock.nowMs();
    if (queued <= length) {
      progressMs = sentMs;
    }
    int from = 0;
    do {
      int end = Math.min(length, from + PIECE_SIZE_BYTES);
      int size = end - from;
      Buffer piece = size == length ? message : message.slice(from, end);
      pipe.write(piece, from == 0, end == length).onComplete(_ -> took(size));
      from = end;
    } while (from < length);
    if (!paused && !writable()) {
      paused = true;
      pipe.pause();
    }
  }

  private void took(int sizeBytes) {
    progressMs = clock.nowMs();
    if (queuedBytes.addAndGet(-sizeBytes) > Limits.SOCKET_QUEUE_LOW_BYTES || ended) {
      return;
    }
    if (paused) {
      paused = false;
      receivedMs = progressMs;
      pipe.resume();
    }
    if (!awaitingWritable.isEmpty()) {
      List<Runnable> waiters = List.copyOf(awaitingWritable);
      awaitingWritable.clear();
      waiters.forEach(Runnable::run);
    }
  }

  boolean writable() {
    return queuedBytes.get() <= Limits.SOCKET_QUEUE_HIGH_BYTES;
  }

  /// Calls once, on the socket's event loop, when the queue is low; never on a dead line.
  void whenWritable(Runnable then) {
    loop.execute(() -> {
      if (queuedBytes.get() <= Limits.SOCKET_QUEUE_LOW_BYTES) {
        then.run();
      } else if (!ended) {
        awaitingWritable.add(then);
      }
    });
  }

  /// Wants a {@link #tick} at this moment, however long the pause between two is.
  void tickBy(long atMs) {
    dueMs = Math.min(dueMs, atMs);
  }

  /// Whether such a moment has come. Any thread.
  boolean isDue() {
    return dueMs <= clock.nowMs();
  }

  /// Looks after the line: silence, stalled bytes, an unanswered goodbye.
  void tick() {
    long nowMs = clock.nowMs();
    dueMs = Long.MAX_VALUE;
    if (ended) {
      return;
    }
    if (closing) {
      if (nowMs - closingSinceMs > Limits.SOCKET_GOODBYE_MAX_MS) {
        pipe.cut();
      }
    } else if (queuedBytes.get() > 0 && nowMs - progressMs > Limits.SOCKET_STALLED_MAX_MS) {
      cut(Refusal.NOT_READING);
    } else if (!paused && nowMs - receivedMs > Limits.SOCKET_IDLE_MAX_MS) {
      close(CloseReason.TIMEOUT, Refusal.IDLE);
    } else {
      if (nowMs - receivedMs >= Limits.SOCKET_PING_AFTER_MS) {
        pipe.ping();
      }
      listener.ticked(nowMs);
    }
  }

  /// Asks again about the tokens of this member.
  void recheck(MemberId member) {
    if (!closing) {
      listener.recheck(member);
    }
  }

  /// Counts the refusal and says goodbye with its word.
  void close(CloseReason reason, Refusal refusal) {
    if (!closing) {
      counters.refused(refusal);
      close(reason, refusal.word());
    }
  }

  /// Says goodbye; nothing is read or written from now on.
  void close(CloseReason reason, String detail) {
    if (!closing) {
      closing = true;
      closingSinceMs = clock.nowMs();
      pipe.close(reason.code(), detail.isEmpty() ? reason.text() : reason.text() + ": " + detail);
    }
  }

  /// Ends a line whose client would not hear a goodbye.
  private void cut(Refusal refusal) {
    if (!closing) {
      close(CloseReason.NOT_READING, refusal);
      pipe.cut();
    }
  }

  /// The connection is gone, for whatever reason.
  void end() {
    if (!ended) {
      ended = true;
      closing = true;
      awaitingWritable.clear();
      admitted.forEach(members::giveBack);
      listener.ended();
    }
  }

  /// Before anybody listens.
  private static final class Silence implements Listener {
    @Override
    public void received(Bytes message) {}

    @Override
    public void ticked(long nowMs) {}

    @Override
    public void recheck(MemberId member) {}

    @Override
    public void ended() {}
  }
}
