package nl.beleidstafel.collab.runtime;

import io.vertx.core.Future;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.collab.Channels;
import nl.beleidstafel.collab.Level;
import nl.beleidstafel.collab.MemberChannels;
import nl.beleidstafel.collab.PlanDoor;
import nl.beleidstafel.collab.room.Reason;
import nl.beleidstafel.crdt.update.Updates;
import nl.beleidstafel.db.StoreException;
import nl.beleidstafel.protocol.Message;
import org.jspecify.annotations.Nullable;

/// The plans' channels of this node: who has a plan open, and the way to tell them that it changed.
/// A channel has no content: to a client it is an empty document that it may only read. Any thread.
/// Rules P70 to P73 of `docs/spec.md`.
public final class LiveChannels implements Channels, MemberChannels, PlanChannels {
  private static final Message NOTHING = new Message.SyncStep2(Updates.EMPTY);
  private static final Message HAVE_NOTHING = new Message.SyncStep1(Bytes.ofHex("00"));

  private final PlanDoor door;
  private final Map<PlanId, Set<Seat>> open = new ConcurrentHashMap<>();

  public LiveChannels(PlanDoor door) {
    this.door = door;
  }

  @Override
  public Future<Attachment> attach(PlanId plan, Actor actor, Outbound out) {
    return door.isOpenTo(actor, plan)
        .recover(failure ->
            Future.failedFuture(
                failure instanceof StoreException ? new Refused(Reason.STORAGE_AWAY) : failure))
        .compose(may -> may ? join(plan, actor, out) : refused(Reason.FORBIDDEN));
  }

  private static Future<Attachment> refused(Reason reason) {
    return Future.failedFuture(new Refused(reason));
  }

  private Future<Attachment> join(PlanId plan, Actor actor, Outbound out) {
    if (open.getOrDefault(plan, Set.of()).size() >= Limits.CHANNEL_SESSIONS_MAX) {
      return refused(Reason.TOO_MANY_SESSIONS);
    }
    Seat seat = new Seat(plan, actor, out);
    out.send(new Message.AuthGranted(true));
    open.compute(
        plan,
        (_, known) -> {
          Set<Seat> all = known == null ? ConcurrentHashMap.newKeySet() : known;
          all.add(seat);
          return all;
        });
    return Future.succeededFuture(seat);
  }

  private void leave(Seat seat) {
    open.computeIfPresent(
        seat.plan,
        (_, seats) -> {
          seats.remove(seat);
          return seats.isEmpty() ? null : seats;
        });
  }

  @Override
  public void tell(
      PlanId plan,
      Event event,
      @Nullable SectionId section,
      long version,
      Set<PartnerId> partners) {
    for (Seat seat : open.getOrDefault(plan, Set.of())) {
      if (partners.contains(seat.partner)) {
        seat.tell(new Subject(event, section), version);
      }
    }
  }

  @Override
  public void tellMembers(PlanId plan, Event event, long version, Set<MemberId> members) {
    for (Seat seat : open.getOrDefault(plan, Set.of())) {
      if (members.contains(seat.member)) {
        seat.tell(new Subject(event, null), version);
      }
    }
  }

  /// How many sessions are open in all channels.
  public int sessionCount() {
    return open.values().stream().mapToInt(Set::size).sum();
  }

  /// What somebody is told of.
  private record Subject(Event event, @Nullable SectionId section) {}

  /// One client that has a plan open.
  private final class Seat implements Attachment {
    private final PlanId plan;
    private final PartnerId partner;
    private final MemberId member;
    private final Outbound out;

    /// Told when the client takes more: of each subject the newest says it all, so that there are
    /// never more than a plan has sections, for each kind.
    private final AtomicReference<Map<Subject, Long>> waiting = new AtomicReference<>(Map.of());

    Seat(PlanId plan, Actor actor, Outbound out) {
      this.plan = plan;
      partner = actor.partner();
      member = actor.member();
      this.out = out;
    }

    void tell(Subject subject, long version) {
      if (out.writable()) {
        say(subject, version);
        return;
      }
      Map<Subject, Long> before =
          waiting.getAndUpdate(all -> {
            Map<Subject, Long> more = new LinkedHashMap<>(all);
            more.merge(subject, version, Math::max);
            return more;
          });
      if (before.isEmpty()) {
        out.onWritable(() -> waiting.getAndSet(Map.of()).forEach(this::say));
      }
    }

    private void say(Subject subject, long version) {
      String section =
          subject.section() == null ? "" : ",\"section\":\"" + subject.section() + "\"";
      out.send(
          new Message.Stateless(
              "{\"kind\":\""
                  + subject.event().word()
                  + "\",\"version\":"
                  + version
                  + section
                  + "}"));
    }

    @Override
    public Level level() {
      return Level.READ;
    }

    /// The answers of an empty document, so that a provider settles; what would change it is
    /// refused, unless it holds nothing.
    @Override
    public void receive(Message message) {
      switch (message) {
        case Message.SyncStep1 _ -> {
          out.send(HAVE_NOTHING);
          out.send(NOTHING);
        }
        case Message.SyncStep2(Bytes update) -> answer(update);
        case Message.Update(Bytes update) -> answer(update);
        case Message.Presence _,
            Message.QueryPresence _,
            Message.Stateless _,
            Message.AuthToken _,
            Message.AuthRequest _,
            Message.AuthDenied _,
            Message.AuthGranted _,
            Message.Close _,
            Message.SyncStatus _,
            Message.Ping _,
            Message.Pong _ -> {}
      }
    }

    private void answer(Bytes update) {
      out.send(new Message.SyncStatus(update.equals(Updates.EMPTY)));
    }

    @Override
    public void detach() {
      leave(this);
    }
  }
}
