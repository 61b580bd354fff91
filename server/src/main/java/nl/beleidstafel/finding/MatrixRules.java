package nl.beleidstafel.finding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.beleidstafel.talks.Added;
import nl.beleidstafel.talks.Condition;
import nl.beleidstafel.talks.Question;
import nl.beleidstafel.talks.TopicGroup;
import nl.beleidstafel.talks.TopicList;

/// The questions of several interviews as one list. Pure. Rule V7 of `docs/spec.md`.
final class MatrixRules {
  private MatrixRules() {}

  /// Every question once, by its id, under the title that its group has first; in the order of the
  /// first list that has it. Lists of a town and versions of a list keep the ids of questions.
  ///
  /// @param added during talks: at the end of their group, where that is in a list
  static List<TopicGroup> joined(List<TopicList> lists, List<Added> added) {
    Map<String, TopicGroup> groups = new LinkedHashMap<>();
    Map<String, List<Question>> questions = new LinkedHashMap<>();
    Set<String> seen = new HashSet<>();
    for (TopicList list : lists) {
      for (TopicGroup group : list.groups()) {
        groups.putIfAbsent(group.id(), group);
        List<Question> here = questions.computeIfAbsent(group.id(), _ -> new ArrayList<>());
        for (Question question : group.questions()) {
          if (seen.add(question.id())) {
            here.add(question);
          }
        }
      }
    }
    for (Added each : added) {
      List<Question> here = questions.get(each.group());
      if (here != null && seen.add(each.id())) {
        here.add(new Question(each.id(), each.text(), List.of(), Condition.NONE));
      }
    }
    List<TopicGroup> joined = new ArrayList<>();
    for (TopicGroup group : groups.values()) {
      List<Question> here = questions.getOrDefault(group.id(), List.of());
      if (!here.isEmpty()) {
        joined.add(new TopicGroup(group.id(), group.title(), group.when(), here));
      }
    }
    return joined;
  }
}
