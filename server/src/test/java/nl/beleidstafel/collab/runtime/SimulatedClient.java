package nl.beleidstafel.collab.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.crdt.doc.Doc;
import nl.beleidstafel.crdt.update.StateVector;
import nl.beleidstafel.crdt.update.Updates;
import nl.beleidstafel.protocol.Message;
import nl.beleidstafel.testkit.Edits;
import org.jspecify.annotations.Nullable;

/// A browser with one document: types, goes offline, comes back, and behaves as the provider does.
/// After a refusal it starts anew from the server's state, under a new client id.
final class SimulatedClient {
  /// What the client needs of the world around it.
  interface World {
    SimulatedTime time();

    FaultyLog log();

    Rooms rooms();
  }

  final Actor actor;
  final DocumentId document;
  final boolean echoes;
  private final World world;
  private final SplittableRandom random;

  private Doc replica = new Doc(0);
  private long yjsClient;
  private long clock;
  boolean readOnly = true;
  @Nullable Connection connection;

  /// Why the last connection ended, for whoever reads a failure.
  String lastEnd = "";

  int acknowledged;
  int refusals;

  SimulatedClient(
      Actor actor, DocumentId document, boolean echoes, World world, SplittableRandom random) {
    this.actor = actor;
    this.document = document;
    this.echoes = echoes;
    this.world = world;
    this.random = random;
    yjsClient = 1000L + random.nextInt(1_000_000);
  }

  /// One socket's life. Each way keeps its order; what is on its way when it breaks is lost.
  final class Connection implements Outbound {
    private final Deque<Bytes> unanswered = new ArrayDeque<>();
    private final List<Message> waiting = new ArrayList<>();
    private final List<Runnable> whenWritable = new ArrayList<>();
    private @Nullable Attachment attachment;
    private boolean open = true;
    private boolean writable = true;
    private boolean greeted;
    private long upAtMs;
    private long downAtMs;

    /// Sent in order, arriving later.
    void up(Message message) {
      upAtMs = Math.max(upAtMs, world.time().nowMs() + random.nextInt(8));
      world.time().after(upAtMs - world.time().nowMs(), () -> arrive(message));
    }

    private void arrive(Message message) {
      if (!open) {
        return;
      }
      Attachment there = attachment;
      if (there == null) {
        waiting.add(message);
      } else {
        there.receive(message);
      }
    }

    void attached(Attachment there) {
      attachment = there;
      if (!open) {
        there.detach();
        return;
      }
      waiting.forEach(there::receive);
      waiting.clear();
    }

    private void down(Runnable arrival) {
      downAtMs = Math.max(downAtMs, world.time().nowMs() + random.nextInt(8));
      world
          .time()
          .after(
              downAtMs - world.time().nowMs(),
              () -> {
                if (open) {
                  arrival.run();
                }
              });
    }

    @Override
    public void send(Message message) {
      checkShown(message);
      down(() -> hear(this, message));
    }

    @Override
    public void publish(Broadcast broadcast) {
      assertTrue(writable, "published to a client that takes nothing");
      send(broadcast.message());
    }

    /// The law: nobody is shown what is not in the log.
    private void checkShown(Message message) {
      Bytes update =
          switch (message) {
            case Message.Update(Bytes shown) -> shown;
            case Message.SyncStep2(Bytes shown) -> shown;
            default -> Bytes.EMPTY;
          };
      if (!update.isEmpty()) {
        assertTrue(world.log().holds(document, update), "shown before it was in the log");
      }
    }

    @Override
    public boolean echoesOwn() {
      return echoes;
    }

    @Override
    public boolean writable() {
      return writable;
    }

    void stall() {
      writable = false;
      world
          .time()
          .after(
              50 + random.nextInt(500),
              () -> {
                writable = true;
                List<Runnable> now = List.copyOf(whenWritable);
                whenWritable.clear();
                now.forEach(Runnable::run);
              });
    }

    @Override
    public void onWritable(Runnable then) {
      if (writable) {
        then.run();
      } else {
        whenWritable.add(then);
      }
    }

    @Override
    public void closeDocument(String reason) {
      down(() -> {
        lastEnd = "closed: " + reason;
        disconnect();
      });
    }

    /// The client's end is gone at once; the server notices some time later.
    void breakOff() {
      open = false;
      Attachment there = attachment;
      if (there != null) {
        world.time().after(random.nextInt(300), there::detach);
      }
    }

    int unansweredCount() {
      return unanswered.size();
    }

    @Nullable Attachment attachment() {
      return attachment;
    }
  }

  void connect() {
    if (connection != null) {
      return;
    }
    Connection made = new Connection();
    connection = made;
    world
        .rooms()
        .attach(document, actor, made)
        .onSuccess(made::attached)
        .onFailure(failure -> {
          if (connection == made) {
            lastEnd = "not attached: " + failure;
            disconnect();
          }
        });
    made.up(new Message.SyncStep1(replica.stateVector().encode()));
  }

  void disconnect() {
    Connection broken = connection;
    if (broken != null) {
      connection = null;
      broken.breakOff();
    }
  }

  private void hear(Connection from, Message message) {
    if (!from.greeted) {
      assertTrue(message instanceof Message.AuthGranted, "the room greets first");
      from.greeted = true;
    }
    switch (message) {
      case Message.AuthGranted(boolean noWriting) -> readOnly = noWriting;
      case Message.SyncStep1(Bytes stateVector) ->
          offer(from, replica.encode(StateVector.decode(stateVector)), true);
      case Message.SyncStep2(Bytes update) -> replica.apply(update);
      case Message.Update(Bytes update) -> replica.apply(update);
      case Message.SyncStatus(boolean applied) -> answered(from, applied);
      default -> {}
    }
  }

  private void offer(Connection to, Bytes update, boolean step2) {
    to.unanswered.add(update);
    to.up(step2 ? new Message.SyncStep2(update) : new Message.Update(update));
  }

  /// The laws: never more answers than questions, in their order; what is acknowledged is in the
  /// log.
  private void answered(Connection from, boolean applied) {
    Bytes update = from.unanswered.poll();
    assertNotNull(update, "an answer to nothing");
    if (applied) {
      acknowledged++;
      assertTrue(world.log().holds(document, update), "acknowledged, and not in the log");
      return;
    }
    refusals++;
    lastEnd = "refused";
    disconnect();
    replica = new Doc(0);
    yjsClient++;
    clock = 0;
  }

  /// Types a few characters somewhere, or deletes one.
  void edit() {
    StateVector known = replica.stateVector();
    Bytes update;
    if (known.size() > 0 && random.nextInt(6) == 0) {
      int at = random.nextInt(known.size());
      update = Edits.deletion(known.clientAt(at), random.nextLong(known.clockAt(at)), 1);
    } else {
      String text = "abc".substring(random.nextInt(3));
      if (known.size() == 0) {
        update = Edits.text(yjsClient, clock, text);
      } else {
        int at = random.nextInt(known.size());
        update =
            Edits.textAfter(
                yjsClient, clock, known.clientAt(at), random.nextLong(known.clockAt(at)), text);
      }
      clock += text.length();
    }
    replica.apply(update);
    Connection to = connection;
    if (to != null && to.greeted) {
      offer(to, update, false);
    }
  }

  /// After all is quiet: nothing is unanswered, and the replica is the log.
  void assertSettled() {
    Connection quiet = connection;
    assertNotNull(quiet, "connected at the end; last " + lastEnd);
    assertEquals(0, quiet.unansweredCount(), "updates without an answer");
    Doc log = world.log().doc(document);
    assertEquals(log.stateVector(), replica.stateVector(), "replica and log differ");
    assertTrue(replica.covers(Updates.inspect(log.encode())), "the replica lacks something");
    assertTrue(log.covers(Updates.inspect(replica.encode())), "the log lacks something");
    assertEquals(log.text("default").toString(), replica.text("default").toString());
    Attachment there = quiet.attachment();
    assertNotNull(there);
    assertEquals(world.log().memory().level(document, actor), there.level(), "rights");
  }
}
