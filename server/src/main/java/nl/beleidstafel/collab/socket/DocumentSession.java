package nl.beleidstafel.collab.socket;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import java.util.Optional;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.collab.Identities;
import nl.beleidstafel.collab.Level;
import nl.beleidstafel.collab.room.Reason;
import nl.beleidstafel.collab.runtime.Attachment;
import nl.beleidstafel.collab.runtime.Outbound;
import nl.beleidstafel.collab.runtime.PlanChannels;
import nl.beleidstafel.collab.runtime.Refused;
import nl.beleidstafel.collab.runtime.Rooms;
import nl.beleidstafel.protocol.Message;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One document on one socket: asks who the client is, joins the room, passes messages on, and
/// keeps asking whether the token still counts. The states are {@link SessionState}'s. Everything
/// happens on the socket's event loop; what an answer finds changed is dropped.
final class DocumentSession {
  /// What the name of a plan's channel begins with; its id follows.
  private static final String PLAN = "plan:";

  private static final Logger LOG = LoggerFactory.getLogger(DocumentSession.class);

  private final String documentName;
  private final String cookieToken;
  private final SocketLine line;
  private final Peer peer;
  private final Identities identities;
  private final Rooms rooms;
  private final PlanChannels channels;
  private SessionState state = new SessionState.WaitingForToken(new Waiting());

  /// Counts the beginnings and ends: an answer that belongs to another turn is late.
  private int turn;

  /// Whether the client wrote something since its token was last asked about.
  private boolean acted;

  /// Whether a session of somebody ended while it was being asked who this is.
  private boolean suspect;

  /// @param cookieToken stands in for an empty token; empty itself where the upgrade had no cookie,
  ///   or came from nobody knows where
  DocumentSession(
      String documentName,
      String cookieToken,
      SocketLine line,
      Peer peer,
      Identities identities,
      Rooms rooms,
      PlanChannels channels) {
    this.documentName = documentName;
    this.cookieToken = cookieToken;
    this.line = line;
    this.peer = peer;
    this.identities = identities;
    this.rooms = rooms;
    this.channels = channels;
  }

  SessionState state() {
    return state;
  }

  boolean closed() {
    return state instanceof SessionState.Closed;
  }

  boolean attached() {
    return state instanceof SessionState.Attached;
  }

  /// A message of the client. `Close` waits its turn like the others, so that what was typed just
  /// before it is not lost.
  void received(Message message) {
    switch (state) {
      case SessionState.WaitingForToken(Waiting waiting) -> {
        if (message instanceof Message.AuthToken token) {
          authenticate(token, waiting);
        } else if (message instanceof Message.Close) {
          left();
        } else {
          queue(waiting, message);
        }
      }
      case SessionState.Authenticating(Waiting waiting, _, _) -> queue(waiting, message);
      case SessionState.Attached attached -> {
        if (message instanceof Message.AuthToken token) {
          renew(token);
        } else {
          pass(attached, message);
        }
      }
      case SessionState.Renewing(_, Waiting waiting, _) -> {
        if (message instanceof Message.AuthToken token) {
          renew(token);
        } else {
          queue(waiting, message);
        }
      }
      case SessionState.Closed() -> {
        if (message instanceof Message.AuthToken token) {
          authenticate(token, new Waiting());
        }
      }
    }
  }

  private void queue(Waiting waiting, Message message) {
    if (!waiting.add(message)) {
      line.counters().refused(Refusal.WAITING_FULL);
      end(Refusal.WAITING_FULL.word());
    }
  }

  private void pass(SessionState.Attached attached, Message message) {
    if (message instanceof Message.Close) {
      left();
    } else {
      acted |= message instanceof Message.Update;
      attached.attachment().receive(message);
    }
  }

  /// The client sent for this document what cannot be read.
  void malformed() {
    line.counters().refused(Refusal.MALFORMED);
    end(Refusal.MALFORMED.word());
  }

  private void authenticate(Message.AuthToken shown, Waiting waiting) {
    String token = shown.token().isEmpty() ? cookieToken : shown.token();
    var out = new RoomOutbound(line, peer, this);
    var asking = new SessionState.Authenticating(waiting, token, out);
    state = asking;
    turn++;
    if (token.isEmpty()) {
      unauthenticated();
      return;
    }
    suspect = false;
    int asked = turn;
    identities
        .sessionOf(token, false)
        .onComplete(answer ->
            line.loop()
                .execute(() -> {
                  if (turn == asked) {
                    identified(asking, answer);
                  }
                }));
  }

  private void identified(
      SessionState.Authenticating asking, AsyncResult<Optional<Identities.Session>> answer) {
    if (answer.failed()) {
      LOG.warn("nobody can say who a client is", answer.cause());
      line.counters().refused(Refusal.IDENTITY_AWAY);
      peer.tryLater(Refusal.IDENTITY_AWAY.word());
      return;
    }
    Optional<Identities.Session> who = answer.result();
    Optional<Door> door = door();
    if (who.isEmpty()) {
      unauthenticated();
    } else if (!line.admit(who.get().actor().member())) {
      line.counters().refused(Refusal.TOO_MANY_SOCKETS);
      deny(Refusal.TOO_MANY_SOCKETS.word());
    } else if (door.isEmpty()) {
      line.counters().refused(Reason.FORBIDDEN);
      deny(Reason.FORBIDDEN.word());
    } else {
      join(asking, who.get(), door.get());
    }
  }

  private void join(SessionState.Authenticating asking, Identities.Session who, Door door) {
    int asked = turn;
    door.attach(who.actor(), asking.out())
        .onComplete(answer ->
            line.loop()
                .execute(() -> {
                  if (turn == asked) {
                    joined(asking, who, answer);
                  } else if (answer.succeeded()) {
                    answer.result().detach();
                  }
                }));
  }

  private void joined(
      SessionState.Authenticating asking, Identities.Session who, AsyncResult<Attachment> answer) {
    if (answer.succeeded()) {
      state =
          new SessionState.Attached(
              answer.result(),
              who.actor(),
              asking.token(),
              asking.out(),
              line.nowMs(),
              who.endsAtMs());
      line.tickBy(who.endsAtMs());
      peer.joined();
      drain(asking.waiting());
      if (suspect) {
        recheck(who.actor().member());
      }
    } else if (!(answer.cause() instanceof Refused refused)) {
      LOG.error("a room could not be joined", answer.cause());
      line.counters().refused(Refusal.FAILED);
      deny(Refusal.FAILED.word());
    } else {
      line.counters().refused(refused.reason());
      if (refused.reason() == Reason.STORAGE_AWAY) {
        peer.tryLater(refused.reason().word());
      } else {
        deny(refused.reason().word());
      }
    }
  }

  /// Each message meets the state that the one before it left.
  private void drain(Waiting waiting) {
    for (Message next = waiting.poll(); next != null; next = waiting.poll()) {
      received(next);
    }
  }

  /// What the name of the document opens.
  private interface Door {
    Future<Attachment> attach(Actor actor, Outbound out);
  }

  private Optional<Door> door() {
    try {
      if (documentName.startsWith(PLAN)) {
        PlanId plan = PlanId.parse(documentName.substring(PLAN.length()));
        return Optional.of((actor, out) -> channels.attach(plan, actor, out));
      }
      DocumentId document = DocumentId.parse(documentName);
      return Optional.of((actor, out) -> rooms.attach(document, actor, out));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }

  private void unauthenticated() {
    line.counters().refused(Refusal.UNAUTHENTICATED);
    deny(Refusal.UNAUTHENTICATED.word());
  }

  /// The client showed another token while it is in the room: because it was asked to, or of its
  /// own accord. Until the answer is there it stays what it was.
  private void renew(Message.AuthToken shown) {
    String token = shown.token().isEmpty() ? cookieToken : shown.token();
    ask(token, true);
  }

  private void ask(String token, boolean told) {
    int asked = turn;
    boolean acting = acted;
    acted = false;
    identities
        .sessionOf(token, acting)
        .onComplete(answer ->
            line.loop()
                .execute(() -> {
                  if (turn == asked) {
                    answered(token, told, answer);
                  }
                }));
  }

  /// @param told whether the client showed this token just now, and waits for an answer
  private void answered(
      String token, boolean told, AsyncResult<Optional<Identities.Session>> answer) {
    SessionState.Attached session = session();
    if (session == null || answer.failed()) {
      return;
    }
    Optional<Identities.Session> who = answer.result();
    boolean same =
        who.isPresent()
            && who.get().actor().member().equals(session.actor().member())
            && who.get().actor().partner().equals(session.actor().partner());
    if (same) {
      Waiting waiting =
          state instanceof SessionState.Renewing renewing ? renewing.waiting() : new Waiting();
      state = session.checked(who.orElseThrow(), token, line.nowMs());
      line.tickBy(who.get().endsAtMs());
      session.out().unmute();
      if (told) {
        boolean readOnly = session.attachment().level() != Level.WRITE;
        say(new Message.AuthGranted(readOnly));
      }
      drain(waiting);
    } else if (!told && peer.canRenew()) {
      if (state instanceof SessionState.Attached) {
        session.out().mute();
        state = new SessionState.Renewing(session, new Waiting(), line.nowMs());
        say(new Message.AuthRequest());
      }
    } else {
      unauthenticated();
    }
  }

  /// Looks whether the token still counts, and whether a new one is overdue.
  void tick(long nowMs) {
    switch (state) {
      case SessionState.Attached attached -> {
        if (nowMs - attached.checkedMs() >= Limits.SOCKET_RECHECK_MS
            || nowMs >= attached.endsAtMs()) {
          // Where no answer comes, it is asked again in a while.
          state = attached.asked(nowMs, nowMs + Limits.SOCKET_ASK_AGAIN_MS);
          ask(attached.token(), false);
        }
        if (state instanceof SessionState.Attached still) {
          line.tickBy(still.endsAtMs());
        }
      }
      case SessionState.Renewing renewing -> {
        if (nowMs - renewing.sinceMs() > Limits.SOCKET_RENEWAL_MAX_MS) {
          unauthenticated();
        }
      }
      case SessionState.WaitingForToken _,
          SessionState.Authenticating _,
          SessionState.Closed _ -> {}
    }
  }

  /// Asks about the token now, if it is this member's; as soon as it is known whose it is, where it
  /// is just being asked.
  void recheck(MemberId member) {
    suspect = state instanceof SessionState.Authenticating;
    if (state instanceof SessionState.Attached attached
        && attached.actor().member().equals(member)) {
      ask(attached.token(), false);
    }
  }

  /// The client takes its leave of the document, or the line is dead.
  void left() {
    shut();
  }

  void closedByRoom(RoomOutbound out, String reason) {
    if (out.isOpen()) {
      shut();
      peer.close(reason);
    }
  }

  private void deny(String word) {
    shut();
    peer.deny(word);
  }

  private void end(String word) {
    shut();
    peer.close(word);
  }

  private void shut() {
    SessionState before = state;
    state = new SessionState.Closed();
    turn++;
    if (before instanceof SessionState.Authenticating asking) {
      asking.out().shut();
    }
    SessionState.Attached session = session(before);
    if (session != null) {
      session.out().shut();
      session.attachment().detach();
    }
  }

  private void say(Message message) {
    peer.encode(message).ifPresent(line::send);
  }

  private SessionState.@Nullable Attached session() {
    return session(state);
  }

  private static SessionState.@Nullable Attached session(SessionState state) {
    return switch (state) {
      case SessionState.Attached attached -> attached;
      case SessionState.Renewing renewing -> renewing.session();
      case SessionState.WaitingForToken _, SessionState.Authenticating _, SessionState.Closed _ ->
          null;
    };
  }
}
