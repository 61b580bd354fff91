package nl.beleidstafel.collab.runtime;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.collab.Level;
import nl.beleidstafel.collab.room.Reason;
import nl.beleidstafel.collab.room.RoomEffect;
import org.jspecify.annotations.Nullable;

/// What one room has waiting at the log writer. On the writer's loop.
final class FlushQueue {
  /// Why something is not stored.
  sealed interface No {
    record Refused(Level level) implements No {}

    record Failed(Reason reason) implements No {}
  }

  private record Halt(No no, int times) {}

  final DocumentId document;
  final FlushPart.Reply reply;
  List<RoomEffect.Append> entries = new ArrayList<>();

  /// Came back because the document is locked: to be written before `entries`.
  private final Deque<FlushPart> parked = new ArrayDeque<>();

  /// Authors of whom something was not stored and whose room has not taken that yet.
  private final Map<MemberId, Halt> halts = new HashMap<>();

  long notBeforeMs;
  int holdMs;

  FlushQueue(DocumentId document, FlushPart.Reply reply) {
    this.document = document;
    this.reply = reply;
  }

  boolean isEmpty() {
    return entries.isEmpty() && parked.isEmpty();
  }

  /// Whether nothing need be remembered.
  boolean isOver() {
    return isEmpty() && halts.isEmpty();
  }

  void park(FlushPart part, long untilMs) {
    parked.add(part);
    notBeforeMs = untilMs;
  }

  /// What is to be written next; the queue is not empty.
  FlushPart take(long nowMs) {
    FlushPart first = parked.poll();
    if (first != null) {
      return first;
    }
    FlushPart part = FlushPart.of(document, entries, reply);
    entries = new ArrayList<>();
    notBeforeMs = nowMs + holdMs;
    return part;
  }

  @Nullable No halted(MemberId author) {
    Halt halt = halts.get(author);
    return halt == null ? null : halt.no;
  }

  void halt(MemberId author, No no) {
    halts.merge(author, new Halt(no, 1), (before, _) -> new Halt(no, before.times + 1));
  }

  /// One no was taken by the room.
  void resume(MemberId author) {
    halts.computeIfPresent(
        author, (_, halt) -> halt.times == 1 ? null : new Halt(halt.no, halt.times - 1));
  }

  List<RoomEffect.Append> takeWaiting(MemberId author) {
    List<RoomEffect.Append> taken = new ArrayList<>();
    entries.removeIf(entry -> entry.author().member().equals(author) && taken.add(entry));
    return taken;
  }

  /// What is parked of the author; of a part with several authors the rest stays parked.
  List<FlushPart> takeParked(MemberId author) {
    List<FlushPart> taken = new ArrayList<>();
    List<FlushPart> kept = new ArrayList<>();
    for (FlushPart part : parked) {
      for (FlushPart single : part.split()) {
        (single.shares().getFirst().author().equals(author) ? taken : kept).add(single);
      }
    }
    if (!taken.isEmpty()) {
      parked.clear();
      parked.addAll(kept);
    }
    return taken;
  }
}
