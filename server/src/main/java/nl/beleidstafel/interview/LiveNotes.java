package nl.beleidstafel.interview;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.InterviewId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.talks.Added;
import nl.beleidstafel.talks.Interviews;
import nl.beleidstafel.talks.Note;
import nl.beleidstafel.talks.Notes;
import nl.beleidstafel.talks.TopicGroup;

/// Notes from rows that first caught up with their documents.
///
/// @param interviews says who may open what
record LiveNotes(NoteStore store, NoteProjector projector, Interviews interviews) implements Notes {
  @Override
  public Future<List<Note>> readable(Actor actor, PlanId plan) {
    return open(actor, plan)
        .compose(open ->
            open.isEmpty()
                ? Future.succeededFuture(List.of())
                : store
                    .lists(open)
                    .compose(lists -> store.notes(open).map(notes -> sorted(lists, notes))));
  }

  @Override
  public Future<List<Note>> existing(PlanId plan, Set<UUID> notes) {
    return notes.isEmpty()
        ? Future.succeededFuture(List.of())
        : projector.catchUp(plan).compose(_ -> store.notes(plan, notes));
  }

  @Override
  public Future<List<Added>> added(Actor actor, PlanId plan) {
    return open(actor, plan)
        .compose(open -> open.isEmpty() ? Future.succeededFuture(List.of()) : store.added(open));
  }

  private Future<Set<InterviewId>> open(Actor actor, PlanId plan) {
    return interviews
        .openTo(actor, plan)
        .compose(open ->
            open.isEmpty() ? Future.succeededFuture(open) : projector.catchUp(plan).map(_ -> open));
  }

  private static String place(Note note) {
    return note.interview() + "/" + note.question();
  }

  private static List<Note> sorted(List<NoteStore.Kept> lists, List<Note> notes) {
    Map<InterviewId, Integer> talks = new HashMap<>();
    Map<String, Integer> places = new HashMap<>();
    for (NoteStore.Kept kept : lists) {
      talks.put(kept.interview(), talks.size());
      for (TopicGroup group : kept.topics().groups()) {
        group
            .questions()
            .forEach(question ->
                places.putIfAbsent(kept.interview() + "/" + question.id(), places.size()));
      }
    }
    List<Note> sorted = new ArrayList<>(notes);
    sorted.sort(
        Comparator.comparingInt((Note note) -> talks.getOrDefault(note.interview(), talks.size()))
            .thenComparingInt(note -> places.getOrDefault(place(note), places.size()))
            .thenComparing(Note::question)
            .thenComparingInt(Note::position));
    return List.copyOf(sorted);
  }
}
