package nl.beleidstafel.finding;

import io.vertx.core.Future;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.InterviewId;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.talks.Added;
import nl.beleidstafel.talks.Condition;
import nl.beleidstafel.talks.Interviews;
import nl.beleidstafel.talks.Note;
import nl.beleidstafel.talks.Notes;
import nl.beleidstafel.talks.Question;
import nl.beleidstafel.talks.Questions;
import nl.beleidstafel.talks.TopicGroup;
import nl.beleidstafel.talks.TopicList;

/// Interviews that hold what a test says, with the ports' promises.
final class FakeTalks implements Interviews, Notes {
  static final TopicList LIST =
      new TopicList(
          "Lijst",
          "Horen wat er speelt",
          List.of(
              new TopicGroup(
                  "groups",
                  "Groepen",
                  Condition.NONE,
                  List.of(
                      new Question("who", "Wie gebruikt er?", List.of(), Condition.NONE),
                      new Question("where", "Waar?", List.of(), Condition.NONE)))));

  private record Held(PlanId plan, Header header, Set<MemberId> members) {}

  private final Map<InterviewId, Held> interviews = new ConcurrentHashMap<>();
  private final Map<UUID, Note> notes = new LinkedHashMap<>();
  private final Map<PlanId, Set<MemberId>> core = new ConcurrentHashMap<>();

  void core(PlanId plan, Actor... members) {
    core.put(plan, Set.of(members).stream().map(Actor::member).collect(Collectors.toSet()));
  }

  InterviewId interview(PlanId plan, String organisation, String kind, Actor... members) {
    InterviewId id = new InterviewId(UUID.randomUUID());
    interviews.put(
        id,
        new Held(
            plan,
            new Header(id, organisation, kind),
            Set.of(members).stream().map(Actor::member).collect(Collectors.toSet())));
    return id;
  }

  UUID note(InterviewId interview, Note.Confidentiality confidentiality, String text) {
    UUID id = UUID.randomUUID();
    notes.put(
        id,
        new Note(
            interview,
            id,
            "who",
            notes.size(),
            Note.Kind.QUOTE,
            confidentiality,
            List.of(Note.Mark.SIGNAL),
            text));
    return id;
  }

  void erase(UUID note) {
    notes.remove(note);
  }

  private boolean mayOpen(Actor actor, InterviewId interview) {
    Held held = interviews.get(interview);
    return held != null
        && (held.members().contains(actor.member())
            || core.getOrDefault(held.plan(), Set.of()).contains(actor.member()));
  }

  @Override
  public Future<Set<InterviewId>> openTo(Actor actor, PlanId plan) {
    return Future.succeededFuture(
        interviews.keySet().stream()
            .filter(each -> planOf(each).equals(plan) && mayOpen(actor, each))
            .collect(Collectors.toSet()));
  }

  private PlanId planOf(InterviewId interview) {
    Held held = interviews.get(interview);
    if (held == null) {
      throw new AssertionError("no interview " + interview);
    }
    return held.plan();
  }

  @Override
  public Future<Boolean> inCoreTeam(Actor actor, PlanId plan) {
    return Future.succeededFuture(core.getOrDefault(plan, Set.of()).contains(actor.member()));
  }

  @Override
  public Future<Set<Header>> of(PlanId plan) {
    return Future.succeededFuture(
        interviews.values().stream()
            .filter(held -> held.plan().equals(plan))
            .map(Held::header)
            .collect(Collectors.toSet()));
  }

  @Override
  public Future<List<Note>> readable(Actor actor, PlanId plan) {
    return Future.succeededFuture(
        notes.values().stream()
            .filter(
                note -> planOf(note.interview()).equals(plan) && mayOpen(actor, note.interview()))
            .toList());
  }

  @Override
  public Future<List<Note>> existing(PlanId plan, Set<UUID> wanted) {
    return Future.succeededFuture(
        notes.values().stream()
            .filter(note -> wanted.contains(note.id()) && planOf(note.interview()).equals(plan))
            .toList());
  }

  @Override
  public Future<List<Added>> added(Actor actor, PlanId plan) {
    return Future.succeededFuture(List.of());
  }

  /// The lists of a plan's interviews.
  Questions questions() {
    return plan -> {
      Map<InterviewId, TopicList> lists = new HashMap<>();
      interviews.forEach((id, held) -> {
        if (held.plan().equals(plan)) {
          lists.put(id, LIST);
        }
      });
      return Future.succeededFuture(lists);
    };
  }
}
