package nl.beleidstafel.talks;

import java.util.List;

/// Questions that belong together.
///
/// @param id as a question's
public record TopicGroup(String id, String title, Condition when, List<Question> questions) {
  public TopicGroup {
    questions = List.copyOf(questions);
  }
}
