package nl.beleidstafel.collab.runtime;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.collab.Level;
import nl.beleidstafel.collab.log.Snapshots;
import nl.beleidstafel.collab.log.UpdateLog;
import nl.beleidstafel.collab.room.Reason;
import nl.beleidstafel.collab.room.Room;
import nl.beleidstafel.collab.room.RoomEffect;
import nl.beleidstafel.collab.room.RoomEvent;
import nl.beleidstafel.protocol.Message;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A room with what it needs to live: a mailbox, the sessions' ways out, timers, the log. Performs
/// the room's effects and decides nothing itself. All methods run on its shard's loop unless they
/// say otherwise.
final class LiveRoom implements FlushPart.Reply {
  private static final Logger LOG = LoggerFactory.getLogger(LiveRoom.class);

  private final DocumentId document;
  private final Shard shard;
  private final Loop loop;
  private final RoomCounters counters;
  private final Mailbox<RoomEvent> mailbox;
  private final Map<Long, Seat> seats = new LinkedHashMap<>();
  private final Map<Long, Promise<Long>> tickets = new HashMap<>();
  private final Opening opening;
  private final Alarm alarm;
  private List<RoomEffect.Append> appends = new ArrayList<>();

  private @Nullable Room room;
  private boolean ended;
  private long lastSession;
  private long lastTicket;

  /// Sessions on their way in, for whom the room stays.
  private int joining;

  /// Rises with every change of rights: what was read before is not to be believed.
  private long accessVersion;

  /// Rises with everything that happens: who finds it unchanged after a while finds nobody.
  private long activity;

  LiveRoom(DocumentId document, Shard shard) {
    this.document = document;
    this.shard = shard;
    loop = shard.loop();
    counters = shard.counters();
    mailbox = new Mailbox<>(loop, Limits.ROOM_BATCH_MAX, this::take);
    opening = new Opening(document, shard);
    alarm = new Alarm(loop, () -> mailbox.put(new RoomEvent.PresenceTick(loop.nowMs())));
  }

  /// Opens a session, after loading the document and reading what the actor may.
  Future<Attachment> attach(Actor actor, Outbound out) {
    joining++;
    activity++;
    return opened()
        .recover(failure -> opening.refused(failure, actor))
        .compose(_ -> level(actor))
        .map(level -> (Attachment) join(actor, level, out))
        .onComplete(_ -> {
          joining--;
          unloadLater();
        });
  }

  private Future<Room> opened() {
    return opening
        .room()
        .map(loaded -> {
          if (ended) {
            throw new Refused(Reason.FAILED);
          }
          if (room == null) {
            room = loaded;
            shard.told(loaded).forEach(this::perform);
          }
          return loaded;
        })
        .onFailure(_ -> {
          // Whoever asks next reads anew.
          if (room == null && !ended) {
            end();
          }
        });
  }

  /// Read anew where rights changed meanwhile, so that no session begins with what was taken.
  private Future<Level> level(Actor actor) {
    long version = accessVersion;
    return shard
        .here(shard.logs().updates().levels(document, List.of(actor)))
        .recover(failure -> Future.failedFuture(Opening.refusal(failure)))
        .compose(levels ->
            version == accessVersion ? Future.succeededFuture(levels.getFirst()) : level(actor));
  }

  private Seat join(Actor actor, Level level, Outbound out) {
    if (ended) {
      throw new Refused(Reason.FAILED);
    }
    if (!level.allows(Level.READ)) {
      throw new Refused(Reason.FORBIDDEN);
    }
    if (seats.size() >= Limits.ROOM_SESSIONS_MAX) {
      throw new Refused(Reason.TOO_MANY_SESSIONS);
    }
    Seat seat = new Seat(this, ++lastSession, actor, level, out);
    seats.put(seat.session, seat);
    counters.sessionOpened();
    handle(new RoomEvent.Joined(seat.session, actor, level, out.echoesOwn()));
    return seat;
  }

  /// Writes for an actor; the seq, or 0 where there was nothing new.
  Future<Long> append(Actor actor, @Nullable MemberId onBehalfOf, Bytes update) {
    joining++;
    activity++;
    return opened()
        .compose(_ -> {
          Promise<Long> promise = Promise.promise();
          tickets.put(++lastTicket, promise);
          mailbox.put(new RoomEvent.Edited(lastTicket, actor, onBehalfOf, update));
          return promise.future();
        })
        .onComplete(_ -> {
          joining--;
          unloadLater();
        });
  }

  /// The whole document; empty where the room is not open (yet).
  @Nullable Bytes state(long atLeastSeq) {
    return room == null || ended || room.seq() < atLeastSeq ? null : room.state();
  }

  /// Reads everybody's rights and lets them follow at once.
  void accessChanged() {
    long version = ++accessVersion;
    if (seats.isEmpty() || ended) {
      return;
    }
    List<Seat> asked = List.copyOf(seats.values());
    shard
        .here(
            shard
                .logs()
                .updates()
                .levels(document, asked.stream().map(seat -> seat.actor).toList()))
        .onComplete(answer -> {
          if (version != accessVersion || ended) {
            return;
          }
          if (answer.failed()) {
            loop.after(Limits.LOG_RETRY_MAX_MS / 10, this::accessChanged);
            return;
          }
          Map<Long, Level> levels = new HashMap<>();
          for (int i = 0; i < asked.size(); i++) {
            levels.put(asked.get(i).session, answer.result().get(i));
          }
          RoomEvent changed = new RoomEvent.AccessChanged(levels);
          if (levels.containsValue(Level.NONE)) {
            unlessErased(() -> mailbox.put(changed));
          } else {
            mailbox.put(changed);
          }
        });
  }

  /// Where the document is gone, everybody is told that, and the room ends.
  void maybeErased() {
    unlessErased(() -> {});
  }

  /// Who lost all rights may have lost the document itself.
  private void unlessErased(Runnable then) {
    shard
        .here(shard.logs().updates().head(document))
        .onComplete(head -> {
          if (ended) {
            return;
          }
          if (head.failed()) {
            loop.after(Limits.LOG_RETRY_MAX_MS / 10, () -> unlessErased(then));
          } else if (head.result().isPresent()) {
            then.run();
          } else {
            leave(Reason.ERASED);
          }
        });
  }

  void storageChanged(boolean away) {
    if (room != null) {
      mailbox.put(new RoomEvent.StorageChanged(away));
    }
  }

  /// Any thread. False where too many wait.
  boolean offer(RoomEvent event, int lengthMax) {
    return mailbox.offer(event, lengthMax);
  }

  /// Any thread. Presence gives way first.
  void offerPresence(RoomEvent event) {
    if (!mailbox.offer(event, Limits.ROOM_MAILBOX_MAX / 2)) {
      counters.presenceDropped();
    }
  }

  /// Any thread.
  void leave(Seat seat) {
    mailbox.put(new RoomEvent.Left(seat.session));
  }

  /// Any thread. Ends a session whose messages cannot be taken.
  void overloaded(Seat seat) {
    loop.run(() -> {
      if (seats.remove(seat.session) != null) {
        counters.refused(Reason.OVERLOADED);
        counters.sessionClosed();
        mailbox.put(new RoomEvent.Left(seat.session));
        seat.out.closeDocument(Reason.OVERLOADED.word());
      }
    });
  }

  @Override
  public void stored(List<RoomEvent.Row> rows) {
    mailbox.put(new RoomEvent.Committed(rows));
  }

  @Override
  public void refused(MemberId author, List<Long> entries, Level level) {
    RoomEvent no = new RoomEvent.AppendRefused(author, entries, level);
    if (level == Level.NONE) {
      loop.run(() -> unlessErased(() -> refused(no)));
    } else {
      refused(no);
    }
  }

  private void refused(RoomEvent no) {
    mailbox.put(no);
    // The answer may be older than a right given since: read it again.
    loop.run(this::accessChanged);
  }

  @Override
  public void failed(MemberId author, List<Long> entries, Reason reason) {
    mailbox.put(new RoomEvent.AppendFailed(author, entries, reason));
  }

  private void take(List<RoomEvent> events) {
    counters.taken(events.size());
    for (RoomEvent event : events) {
      handle(event);
      if (event instanceof RoomEvent.AppendRefused(MemberId author, _, _)) {
        resume(author);
      } else if (event instanceof RoomEvent.AppendFailed(MemberId author, _, _)) {
        resume(author);
      }
    }
    submit();
    activity++;
    unloadLater();
  }

  /// After what was decided before, tells the log writer that the room knows of a no.
  private void resume(MemberId author) {
    submit();
    shard.writer().resume(document, author, this);
  }

  private void handle(RoomEvent event) {
    Room living = room;
    if (living == null || ended) {
      return;
    }
    if (event instanceof RoomEvent.Left(long session) && seats.remove(session) != null) {
      counters.sessionClosed();
    } else if (event instanceof RoomEvent.Drained(long session)) {
      unblock(session);
    }
    try {
      for (RoomEffect effect : living.on(event)) {
        perform(effect);
      }
    } catch (RuntimeException bug) {
      die(event, bug);
    }
  }

  private void submit() {
    if (!appends.isEmpty() && !ended) {
      shard.writer().submit(document, appends, holdMs(), this);
      appends = new ArrayList<>();
    }
  }

  /// A few readers are served at each commit. For many, commits are spaced so that more goes into
  /// each frame: what sending costs is the frames, not the bytes.
  private int holdMs() {
    int readers = seats.size();
    return readers < 10 ? 0 : Math.min(Limits.FLUSH_HOLD_MAX_MS, readers * 3 / 10);
  }

  private void perform(RoomEffect effect) {
    switch (effect) {
      case RoomEffect.Append append -> appends.add(append);
      case RoomEffect.Send(long session, Message message) -> {
        Seat seat = seats.get(session);
        if (seat != null) {
          seat.out.send(message);
        }
      }
      case RoomEffect.Publish(Message message, long except) -> publish(message, except);
      case RoomEffect.LevelChanged(long session, Level level) -> {
        Seat seat = seats.get(session);
        if (seat != null) {
          seat.level(level);
        }
      }
      case RoomEffect.CloseDocument(long session, Reason reason) -> close(session, reason);
      case RoomEffect.CatchUp(long afterSeq) -> catchUp(afterSeq);
      case RoomEffect.Settle(long ticket, long seq) -> {
        Promise<Long> promise = tickets.remove(ticket);
        if (promise != null) {
          promise.complete(seq);
        }
      }
      case RoomEffect.Reject(long ticket, Reason reason) -> {
        Promise<Long> promise = tickets.remove(ticket);
        if (promise != null) {
          promise.fail(new Refused(reason));
        }
      }
      case RoomEffect.SaveSnapshot(long seq, Bytes state) -> save(seq, state);
      case RoomEffect.Wake(int delayMs) -> alarm.within(delayMs);
      case RoomEffect.Refusal(Reason reason) -> counters.refused(reason);
    }
  }

  private void publish(Message message, long except) {
    Broadcast broadcast = new Broadcast(message);
    Bytes missed = message instanceof Message.Update(Bytes update) ? update : Bytes.EMPTY;
    int delivered = 0;
    for (Seat seat : seats.values()) {
      if (seat.session == except || seat.blocked) {
        continue;
      }
      if (seat.out.writable()) {
        seat.out.publish(broadcast);
        delivered++;
      } else {
        block(seat, missed);
      }
    }
    counters.delivered(delivered);
  }

  private void block(Seat seat, Bytes missed) {
    Room living = room;
    if (living != null) {
      seat.blocked = true;
      living.on(new RoomEvent.Blocked(seat.session, missed));
      seat.out.onWritable(() -> mailbox.put(new RoomEvent.Drained(seat.session)));
    }
  }

  private void unblock(long session) {
    Seat seat = seats.get(session);
    if (seat != null) {
      seat.blocked = false;
      counters.resynced();
    }
  }

  private void close(long session, Reason reason) {
    Seat seat = seats.remove(session);
    if (seat != null) {
      seat.end();
      counters.sessionClosed();
      seat.out.closeDocument(reason.word());
    }
  }

  private void catchUp(long afterSeq) {
    shard
        .here(shard.logs().updates().since(document, afterSeq))
        .onComplete(answer -> {
          if (ended) {
            return;
          }
          if (answer.failed()) {
            loop.after(Limits.LOG_RETRY_MAX_MS / 10, () -> catchUp(afterSeq));
          } else {
            mailbox.put(new RoomEvent.CaughtUp(rows(answer.result())));
          }
        });
  }

  private static List<RoomEvent.Row> rows(List<UpdateLog.Entry> entries) {
    return entries.stream()
        .map(entry -> new RoomEvent.Row(entry.seq(), entry.update(), List.of()))
        .toList();
  }

  private void save(long seq, Bytes state) {
    shard
        .logs()
        .snapshots()
        .save(document, opening.generation(), new Snapshots.Snapshot(seq, state))
        .onFailure(
            failure -> LOG.warn("No snapshot of document {}: {}", document, reason(failure)));
  }

  private static String reason(Throwable failure) {
    return failure.getClass().getSimpleName() + ", " + failure.getMessage();
  }

  /// Our own bug: this room only is thrown away. Nothing shown is lost, the log has it; clients
  /// come back to a new room and bring what was not acknowledged.
  private void die(RoomEvent event, RuntimeException bug) {
    Room living = room;
    LOG.error(
        "Document {} at seq {} failed at {}.",
        document,
        living == null ? -1 : living.seq(),
        event.getClass().getSimpleName(),
        bug);
    leave(Reason.FAILED);
  }

  /// Ends the room with all that goes on in it.
  private void leave(Reason reason) {
    end();
    for (Seat seat : List.copyOf(seats.values())) {
      close(seat.session, reason);
    }
    counters.refused(reason);
    tickets.values().forEach(promise -> promise.tryFail(new Refused(reason)));
    tickets.clear();
  }

  private void end() {
    ended = true;
    alarm.cancel();
    shard.remove(document, this);
  }

  private boolean idle() {
    return joining == 0
        && seats.isEmpty()
        && tickets.isEmpty()
        && mailbox.length() == 0
        && (room == null || room.idle());
  }

  private void unloadLater() {
    if (!ended && idle()) {
      long seen = activity;
      loop.after(
          Limits.ROOM_IDLE_MAX_MS,
          () -> {
            if (!ended && activity == seen && idle()) {
              unload();
            }
          });
    }
  }

  private void unload() {
    Room idling = room;
    if (idling != null && idling.tailUpdates() >= Limits.SNAPSHOT_TAIL_MIN) {
      save(idling.seq(), idling.state());
    }
    end();
  }
}
