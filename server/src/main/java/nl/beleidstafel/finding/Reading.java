package nl.beleidstafel.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.InterviewId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.talks.Interviews;
import nl.beleidstafel.talks.Note;
import nl.beleidstafel.talks.Notes;
import nl.beleidstafel.talks.Questions;
import nl.beleidstafel.talks.TopicGroup;
import nl.beleidstafel.talks.TopicList;

/// Notes and findings as somebody may see them. Virtual threads: waits. Rules V5 to V7 of
/// `docs/spec.md`.
record Reading(
    FindingStore store,
    CodeStore codes,
    Access.Doors doors,
    Interviews interviews,
    Questions questions,
    Notes notes) {
  /// Notes by question and interview, of those interviews that somebody may open.
  record Matrix(
      List<TopicGroup> groups,
      List<Interviews.Header> interviews,
      List<Note> notes,
      Map<UUID, Set<UUID>> codesOf) {}

  /// @param readable notes that the reader may see
  /// @param mayWork whether they make findings
  record Findings(
      List<Finding> findings, List<Theme> themes, List<Note> readable, boolean mayWork) {}

  /// @param notes with how many each code has, of those that the reader may see
  record Codebook(List<Code> codes, Map<UUID, Set<UUID>> codesOf, List<Note> notes) {}

  /// Empty where the actor works with no notes of the plan.
  Optional<Matrix> matrix(Actor actor, PlanId plan) {
    return working(actor, plan)
        .map(access -> {
          List<Interviews.Header> opened =
              interviews.of(plan).await().stream()
                  .filter(header -> access.opens().contains(header.interview()))
                  .sorted(
                      Comparator.comparing(Interviews.Header::organisation)
                          .thenComparing(header -> header.interview().toString()))
                  .toList();
          return new Matrix(
              groups(actor, plan, opened),
              opened,
              notes.readable(actor, plan).await(),
              codes.ofNotes(plan).await());
        });
  }

  private List<TopicGroup> groups(Actor actor, PlanId plan, List<Interviews.Header> opened) {
    Map<InterviewId, TopicList> lists = questions.of(plan).await();
    List<TopicList> asked = new ArrayList<>();
    for (Interviews.Header header : opened) {
      TopicList list = lists.get(header.interview());
      if (list != null) {
        asked.add(list);
      }
    }
    return MatrixRules.joined(asked, notes.added(actor, plan).await());
  }

  /// Empty where the actor may not read findings.
  Optional<Findings> findings(Actor actor, PlanId plan) {
    return doors
        .of(actor, plan)
        .await()
        .filter(Access::reads)
        .map(access ->
            new Findings(
                store.findings(plan).await(),
                store.themes(plan).await(),
                access.works() ? notes.readable(actor, plan).await() : List.of(),
                access.works()));
  }

  /// Empty where the actor works with no notes of the plan.
  Optional<Codebook> codebook(Actor actor, PlanId plan) {
    return working(actor, plan)
        .map(_ ->
            new Codebook(
                codes.codes(plan).await(),
                codes.ofNotes(plan).await(),
                notes.readable(actor, plan).await()));
  }

  /// All that the actor may take to another program.
  Optional<Qda.Content> project(Actor actor, PlanId plan) {
    Optional<Access> working = working(actor, plan);
    Optional<Matrix> matrix = matrix(actor, plan);
    if (working.isEmpty() || matrix.isEmpty()) {
      return Optional.empty();
    }
    Map<InterviewId, Interviews.Header> headers = new HashMap<>();
    matrix.get().interviews().forEach(header -> headers.put(header.interview(), header));
    return Optional.of(
        new Qda.Content(
            plan,
            working.get().places().getFirst().planTitle(),
            codes.codes(plan).await(),
            matrix.get().groups(),
            headers,
            matrix.get().notes(),
            matrix.get().codesOf(),
            store.findings(plan).await(),
            store.themes(plan).await()));
  }

  private Optional<Access> working(Actor actor, PlanId plan) {
    return doors.of(actor, plan).await().filter(Access::works);
  }
}
