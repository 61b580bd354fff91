package nl.beleidstafel.collab.room;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.Check;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.collab.Level;
import nl.beleidstafel.crdt.update.CrdtException;
import nl.beleidstafel.crdt.update.StateVector;
import nl.beleidstafel.crdt.update.UpdateSummary;
import nl.beleidstafel.crdt.update.Updates;
import nl.beleidstafel.protocol.Message;
import nl.beleidstafel.protocol.ProtocolException;

/// A document that people have open, as a state machine: each event changes the state and gives
/// effects, which the runtime performs in order. Single-threaded; it waits for nothing.
///
/// The law of the house is here: an update is checked, handed to the log with `Append`, and parked.
/// Only `Committed` applies it to the document, shows it to the others and answers its author. The
/// document therefore never holds what the log does not, and nothing is ever taken back.
///
/// Rules R1 to R31 and R35 of `docs/spec.md`.
public final class Room {
  private final RoomDocument document;
  private final Map<Long, Session> sessions = new LinkedHashMap<>();
  private final Parked parked = new Parked();
  private final HeldUpdates held = new HeldUpdates();
  private final RoomPresence presence = new RoomPresence();
  private List<RoomEffect> effects = new ArrayList<>();

  /// The highest seq heard of; above the document's while the log is asked for what lies between.
  private long seqHeard;

  private boolean catchingUp;
  private long lastEntry;
  private boolean storageAway;
  private boolean tickNear;

  /// A room as the log tells it.
  ///
  /// @param seq of the last update
  /// @param snapshot empty where there is none
  /// @param tail the updates behind it, in order
  public Room(UUID generation, long seq, Bytes snapshot, List<Bytes> tail) {
    document = new RoomDocument(generation, seq, snapshot, tail);
    seqHeard = seq;
  }

  /// Takes an event. The list is the caller's.
  public List<RoomEffect> on(RoomEvent event) {
    effects = new ArrayList<>();
    switch (event) {
      case RoomEvent.Joined joined -> join(joined);
      case RoomEvent.Received(long session, Message message) -> receive(session, message);
      case RoomEvent.Edited edited -> edit(edited.ticket(), edited);
      case RoomEvent.Committed(List<RoomEvent.Row> rows) -> commit(rows);
      case RoomEvent.AppendRefused(_, List<Long> entries, Level level) -> refuse(entries, level);
      case RoomEvent.AppendFailed(_, List<Long> entries, Reason reason) -> fail(entries, reason);
      case RoomEvent.CaughtUp(List<RoomEvent.Row> rows) -> caughtUp(rows);
      case RoomEvent.AccessChanged(Map<Long, Level> levels) -> changeLevels(levels);
      case RoomEvent.Blocked(long session, Bytes missed) -> block(session, missed);
      case RoomEvent.Drained(long session) -> resync(session);
      case RoomEvent.Left(long session) -> with(session, this::forget);
      case RoomEvent.PresenceTick(long nowMs) -> tick(nowMs);
      case RoomEvent.StorageChanged(boolean away) -> tellStorage(away);
    }
    return effects;
  }

  public long seq() {
    return document.seq();
  }

  public int sessionCount() {
    return sessions.size();
  }

  /// Whether the room can be forgotten: nobody is here and nothing waits.
  public boolean idle() {
    return sessions.isEmpty() && parked.isEmpty() && !catchingUp;
  }

  /// Updates behind the last snapshot.
  public long tailUpdates() {
    return document.tailUpdates();
  }

  /// The whole document as it is in the log, as update v1.
  public Bytes state() {
    return document.state();
  }

  private void join(RoomEvent.Joined joined) {
    var session = new Session(joined.session(), joined.actor(), joined.level(), joined.echoesOwn());
    sessions.put(session.id, session);
    send(session, new Message.AuthGranted(!session.level.allows(Level.WRITE)));
    send(session, Notices.document(document.generation));
    if (storageAway) {
      send(session, Notices.storage(true));
    }
    sendPresence(session);
  }

  private void receive(long id, Message message) {
    Session session = sessions.get(id);
    if (session == null) {
      return;
    }
    switch (message) {
      case Message.SyncStep1(Bytes stateVector) -> answerStep1(session, stateVector);
      case Message.SyncStep2(Bytes update) -> {
        session.asked = false;
        receiveUpdate(session, update);
      }
      case Message.Update(Bytes update) -> receiveUpdate(session, update);
      case Message.Presence(Bytes said) -> receivePresence(session, said);
      case Message.QueryPresence _ -> sendPresence(session);
      case Message.Stateless(String payload) -> {
        String named = Notices.generation(payload);
        if (named != null && !named.equals(document.generation.toString())) {
          close(session, Reason.GENERATION);
        }
      }
      case Message.AuthToken _,
          Message.AuthRequest _,
          Message.AuthDenied _,
          Message.AuthGranted _,
          Message.Close _,
          Message.SyncStatus _,
          Message.Ping _,
          Message.Pong _ -> {}
    }
  }

  private void answerStep1(Session session, Bytes stateVector) {
    StateVector have;
    try {
      have = StateVector.decode(stateVector);
    } catch (CrdtException malformed) {
      close(session, Reason.MALFORMED);
      return;
    }
    send(session, new Message.SyncStep1(document.vector().encode()));
    send(session, new Message.SyncStep2(document.lackedBy(have)));
  }

  private void receiveUpdate(Session session, Bytes update) {
    if (session.unanswered.size() >= Limits.SESSION_UNANSWERED_MAX) {
      close(session, Reason.OVERLOADED);
      return;
    }
    UpdateSummary summary;
    try {
      summary = Updates.inspect(update);
    } catch (CrdtException malformed) {
      close(session, Reason.MALFORMED);
      return;
    }
    Entry entry = Entry.of(++lastEntry, session, update, summary);
    session.unanswered.add(entry);
    if (document.covers(entry)) {
      answer(entry, Entry.Answer.APPLIED);
    } else if (!session.writes()) {
      effects.add(new RoomEffect.Refusal(session.refusal()));
      answer(entry, Entry.Answer.REFUSED);
    } else if (document.wouldOverflow(parked.sizeBytes() + update.length())) {
      bar(session, Reason.DOCUMENT_FULL);
      answer(entry, Entry.Answer.REFUSED);
    } else if (!document.ready(entry)) {
      hold(entry, session);
    } else if (parked.fits(entry)) {
      append(entry);
    } else {
      close(session, Reason.OVERLOADED);
    }
  }

  private void bar(Session session, Reason reason) {
    session.barred = reason;
    effects.add(new RoomEffect.Refusal(reason));
    send(session, Notices.refused(reason));
  }

  private void append(Entry entry) {
    parked.add(entry);
    effects.add(new RoomEffect.Append(entry.id, entry.author, entry.onBehalfOf, entry.update));
  }

  private void hold(Entry entry, Session session) {
    if (!held.add(entry)) {
      close(session, Reason.DEPENDENCIES_MISSING);
      return;
    }
    askForMissing();
  }

  /// Asks those whose updates wait for something that is not on its way for all they have.
  private void askForMissing() {
    for (Session session : held.stuck(parked.isEmpty())) {
      if (!session.asked) {
        session.asked = true;
        send(session, new Message.SyncStep1(document.vector().encode()));
      }
    }
  }

  private void edit(long ticket, RoomEvent.Edited edited) {
    Bytes update = edited.update();
    UpdateSummary summary;
    try {
      summary = Updates.inspect(update);
    } catch (CrdtException malformed) {
      effects.add(new RoomEffect.Reject(ticket, Reason.MALFORMED));
      return;
    }
    Entry entry = Entry.of(++lastEntry, edited, summary);
    if (document.covers(entry)) {
      effects.add(new RoomEffect.Settle(ticket, 0));
    } else if (!document.ready(entry)) {
      effects.add(new RoomEffect.Reject(ticket, Reason.DEPENDENCIES_MISSING));
    } else if (document.wouldOverflow(parked.sizeBytes() + update.length())) {
      effects.add(new RoomEffect.Reject(ticket, Reason.DOCUMENT_FULL));
    } else if (parked.fits(entry)) {
      append(entry);
    } else {
      effects.add(new RoomEffect.Reject(ticket, Reason.OVERLOADED));
    }
  }

  private void commit(List<RoomEvent.Row> rows) {
    List<Bytes> shown = new ArrayList<>(rows.size());
    Set<Long> broken = new LinkedHashSet<>();
    for (RoomEvent.Row row : rows) {
      seqHeard = Math.max(seqHeard, row.seq());
      if (!catchingUp && row.seq() == document.seq() + 1 && !take(row, shown)) {
        broken.addAll(row.entries());
      }
    }
    publish(shown, parked.soleSession(rows));
    for (RoomEvent.Row row : rows) {
      for (Long id : row.entries()) {
        settle(id, row.seq(), broken.contains(id));
      }
    }
    if (seqHeard > document.seq() && !catchingUp) {
      catchingUp = true;
      effects.add(new RoomEffect.CatchUp(document.seq()));
    }
    documentChanged();
  }

  private boolean take(RoomEvent.Row row, List<Bytes> shown) {
    if (!document.take(row)) {
      effects.add(new RoomEffect.Refusal(Reason.FAILED));
      return false;
    }
    shown.add(row.update());
    return true;
  }

  private void settle(long id, long storedSeq, boolean broken) {
    Entry entry = parked.remove(id);
    if (entry == null) {
      return;
    }
    if (entry.session == null) {
      effects.add(
          broken
              ? new RoomEffect.Reject(entry.ticket, Reason.FAILED)
              : new RoomEffect.Settle(entry.ticket, storedSeq));
      return;
    }
    if (broken) {
      bar(entry.session, Reason.FAILED);
    }
    answer(entry, broken ? Entry.Answer.REFUSED : Entry.Answer.APPLIED);
  }

  private void publish(List<Bytes> shown, long except) {
    if (shown.isEmpty() || sessions.isEmpty()) {
      return;
    }
    Bytes merged = shown.size() == 1 ? shown.getFirst() : Updates.merge(shown);
    effects.add(new RoomEffect.Publish(new Message.Update(merged), except));
  }

  private void documentChanged() {
    held.nextRound();
    if (!held.isEmpty()) {
      for (Entry entry : held.take(this::release)) {
        if (entry.answer == Entry.Answer.APPLIED && entry.session != null) {
          sendAnswers(entry.session);
        }
      }
      askForMissing();
    }
    if (document.snapshotDue()) {
      effects.add(new RoomEffect.SaveSnapshot(document.seq(), document.snapshot()));
    }
  }

  /// Whether a held update need not be held any more; then it is answered or on its way.
  private boolean release(Entry entry) {
    if (document.covers(entry)) {
      entry.answer = Entry.Answer.APPLIED;
      return true;
    }
    if (!document.ready(entry) || !parked.fits(entry)) {
      return false;
    }
    append(entry);
    return true;
  }

  private void caughtUp(List<RoomEvent.Row> rows) {
    catchingUp = false;
    List<Bytes> shown = new ArrayList<>(rows.size());
    for (RoomEvent.Row row : rows) {
      if (row.seq() > document.seq()) {
        Check.that(row.seq() == document.seq() + 1, "the log has a gap after " + document.seq());
        take(row, shown);
      }
    }
    publish(shown, RoomEffect.Publish.NOBODY);
    if (seqHeard > document.seq()) {
      Check.that(!rows.isEmpty(), "the log ends at " + document.seq() + " before " + seqHeard);
      catchingUp = true;
      effects.add(new RoomEffect.CatchUp(document.seq()));
    }
    documentChanged();
  }

  private void refuse(List<Long> entries, Level level) {
    Set<Session> authors = new LinkedHashSet<>();
    for (Long id : entries) {
      Entry entry = parked.remove(id);
      if (entry == null) {
        continue;
      }
      effects.add(new RoomEffect.Refusal(Reason.READ_ONLY));
      if (entry.session == null) {
        effects.add(new RoomEffect.Reject(entry.ticket, Reason.READ_ONLY));
      } else {
        answer(entry, Entry.Answer.REFUSED);
        authors.add(entry.session);
      }
    }
    authors.forEach(session -> changeLevel(session, level));
  }

  private void fail(List<Long> entries, Reason reason) {
    Set<Session> authors = new LinkedHashSet<>();
    for (Long id : entries) {
      Entry entry = parked.remove(id);
      if (entry != null && entry.session == null) {
        effects.add(new RoomEffect.Reject(entry.ticket, reason));
      } else if (entry != null && entry.session != null) {
        authors.add(entry.session);
      }
    }
    authors.forEach(session -> close(session, reason));
  }

  private void changeLevels(Map<Long, Level> levels) {
    levels.forEach((id, level) -> with(id, session -> changeLevel(session, level)));
  }

  private void changeLevel(Session session, Level level) {
    if (session.level == level || sessions.get(session.id) != session) {
      return;
    }
    if (level == Level.NONE) {
      close(session, Reason.ACCESS_LOST);
      return;
    }
    boolean wrote = session.level.allows(Level.WRITE);
    session.level = level;
    session.barred = null;
    effects.add(new RoomEffect.LevelChanged(session.id, level));
    boolean writes = level.allows(Level.WRITE);
    if (wrote != writes) {
      send(session, new Message.AuthGranted(!writes));
    }
    if (wrote && !writes) {
      held.take(entry -> entry.session == session)
          .forEach(entry -> answer(entry, Entry.Answer.REFUSED));
    }
  }

  private void block(long id, Bytes missed) {
    Session session = sessions.get(id);
    if (session != null && session.blockedAt == null) {
      session.blockedAt = document.vector();
      session.missed = missed;
    }
  }

  private void resync(long id) {
    Session session = sessions.get(id);
    if (session == null || session.blockedAt == null) {
      return;
    }
    Bytes diff = document.lackedBy(session.blockedAt);
    Bytes update = session.missed.isEmpty() ? diff : Updates.merge(List.of(session.missed, diff));
    session.blockedAt = null;
    session.missed = Bytes.EMPTY;
    send(session, new Message.Update(update));
    sendPresence(session);
  }

  private void with(long id, Consumer<Session> work) {
    Session session = sessions.get(id);
    if (session != null) {
      work.accept(session);
    }
  }

  private void close(Session session, Reason reason) {
    if (sessions.get(session.id) == session) {
      forget(session);
      effects.add(new RoomEffect.Refusal(reason));
      effects.add(new RoomEffect.CloseDocument(session.id, reason));
    }
  }

  private void forget(Session session) {
    sessions.remove(session.id);
    held.take(entry -> entry.session == session);
    presence.leave(session);
    wakeForPresence();
  }

  private void receivePresence(Session session, Bytes said) {
    try {
      presence.receive(session, said);
    } catch (ProtocolException malformed) {
      close(session, Reason.MALFORMED);
      return;
    }
    wakeForPresence();
  }

  /// The more there are to tell, the longer news is gathered.
  private void wakeForPresence() {
    if (presence.hasNews() && !tickNear) {
      tickNear = true;
      int pause = Limits.PRESENCE_PAUSE_MIN_MS + 2 * sessions.size();
      effects.add(new RoomEffect.Wake(Math.min(pause, Limits.PRESENCE_PAUSE_MAX_MS)));
    }
  }

  private void tick(long nowMs) {
    tickNear = false;
    Message news = presence.tick(nowMs);
    if (news != null) {
      effects.add(new RoomEffect.Publish(news, RoomEffect.Publish.NOBODY));
    }
    if (presence.hasAnybody()) {
      effects.add(new RoomEffect.Wake(Limits.PRESENCE_SWEEP_MS));
    }
  }

  private void sendPresence(Session session) {
    Message everybody = presence.everybody();
    if (everybody != null) {
      send(session, everybody);
    }
  }

  private void tellStorage(boolean away) {
    storageAway = away;
    sessions.values().forEach(session -> send(session, Notices.storage(away)));
  }

  private void answer(Entry entry, Entry.Answer answer) {
    entry.answer = answer;
    if (entry.session != null) {
      sendAnswers(entry.session);
    }
  }

  private void sendAnswers(Session session) {
    if (sessions.get(session.id) == session) {
      for (boolean applied : session.takeAnswers()) {
        send(session, new Message.SyncStatus(applied));
      }
    }
  }

  private void send(Session session, Message message) {
    effects.add(new RoomEffect.Send(session.id, message));
  }
}
