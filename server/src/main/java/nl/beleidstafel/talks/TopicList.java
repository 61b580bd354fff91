package nl.beleidstafel.talks;

import java.util.List;

/// What to talk about, in order.
///
/// @param goal what the talks are for
public record TopicList(String title, String goal, List<TopicGroup> groups) {
  public TopicList {
    groups = List.copyOf(groups);
  }

  /// Without the groups and questions whose condition is not met.
  public TopicList fitting(String partnerKind, boolean experimentRuns) {
    return new TopicList(
        title,
        goal,
        groups.stream()
            .filter(group -> group.when().holds(partnerKind, experimentRuns))
            .map(group ->
                new TopicGroup(
                    group.id(),
                    group.title(),
                    group.when(),
                    group.questions().stream()
                        .filter(question -> question.when().holds(partnerKind, experimentRuns))
                        .toList()))
            .filter(group -> !group.questions().isEmpty())
            .toList());
  }
}
