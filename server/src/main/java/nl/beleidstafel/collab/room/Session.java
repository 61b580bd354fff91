package nl.beleidstafel.collab.room;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.collab.Level;
import nl.beleidstafel.crdt.update.IdSet;
import nl.beleidstafel.crdt.update.StateVector;
import org.jspecify.annotations.Nullable;

/// One user in a room, as the room knows them.
final class Session {
  final long id;
  final Actor actor;
  final boolean echoesOwn;
  Level level;

  /// Updates without an answer, in order of arrival: answers leave in this order.
  final ArrayDeque<Entry> unanswered = new ArrayDeque<>();

  /// The clocks that this session's updates reach which await their commit, by Yjs client. Its next
  /// update may stand on them.
  private final Map<Long, Long> underway = new HashMap<>();

  private int underwayCount;

  /// Why all that this session writes is refused until its level changes or it joins anew: later
  /// updates would stand on the one that was refused.
  @Nullable Reason barred;

  /// Whether it was asked for what the server lacks and has not answered.
  boolean asked;

  /// Set while the client does not take more: what it had, and the update that it missed first.
  @Nullable StateVector blockedAt;

  Bytes missed = Bytes.EMPTY;

  /// The Yjs clients whose presence this session speaks for.
  final Set<Long> clients = new HashSet<>();

  Session(long id, Actor actor, Level level, boolean echoesOwn) {
    this.id = id;
    this.actor = actor;
    this.level = level;
    this.echoesOwn = echoesOwn;
  }

  boolean writes() {
    return level.allows(Level.WRITE) && barred == null;
  }

  /// Why it does not write.
  Reason refusal() {
    Reason reason = barred;
    return reason == null ? Reason.READ_ONLY : reason;
  }

  /// Removes the answers that may leave now, in order: up to the first update without one.
  List<Boolean> takeAnswers() {
    List<Boolean> answers = new ArrayList<>(1);
    Entry first = unanswered.peek();
    while (first != null && first.answer != Entry.Answer.NONE) {
      answers.add(first.answer == Entry.Answer.APPLIED);
      unanswered.remove();
      first = unanswered.peek();
    }
    return answers;
  }

  void sent(Entry entry) {
    IdSet inserts = entry.summary.inserts();
    for (int c = 0; c < inserts.size(); c++) {
      long end = inserts.toAt(c, inserts.rangeCount(c) - 1);
      underway.merge(inserts.clientAt(c), end, Math::max);
    }
    underwayCount++;
  }

  void settled() {
    underwayCount--;
    if (underwayCount == 0) {
      underway.clear();
    }
  }

  /// Whether all that the update stands on is in the document or on its way from this session.
  boolean mayFollow(StateVector document, StateVector needs) {
    if (underwayCount == 0) {
      return false;
    }
    for (int i = 0; i < needs.size(); i++) {
      long client = needs.clientAt(i);
      long have = Math.max(document.get(client), underway.getOrDefault(client, 0L));
      if (have < needs.clockAt(i)) {
        return false;
      }
    }
    return true;
  }
}
