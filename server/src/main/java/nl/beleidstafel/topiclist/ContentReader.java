package nl.beleidstafel.topiclist;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.http.Fields;
import nl.beleidstafel.http.Text;
import nl.beleidstafel.talks.Condition;
import nl.beleidstafel.talks.Question;
import nl.beleidstafel.talks.TopicGroup;
import nl.beleidstafel.talks.TopicList;

/// Reads the content of a list as it is sent. A problem names the field with its place.
///
/// @param kinds ids of the kinds of partners there are
record ContentReader(Set<String> kinds) {
  private static final int KIND_LENGTH = 50;
  private static final int KINDS_MAX = 100;
  private static final int ID_LENGTH = 60;

  ContentReader {
    kinds = Set.copyOf(kinds);
  }

  TopicList read(Fields fields) {
    Set<String> ids = new HashSet<>();
    List<TopicGroup> groups = new ArrayList<>();
    int questions = 0;
    for (Fields each : fields.items("groups", Limits.GROUPS_OF_TOPIC_LIST_MAX)) {
      TopicGroup group = group(each, ids);
      groups.add(group);
      questions += group.questions().size();
      if (questions > Limits.QUESTIONS_OF_TOPIC_LIST_MAX) {
        throw each.wrong(
            "questions",
            new Text(
                "Een gesprekslijst heeft hooguit "
                    + Limits.QUESTIONS_OF_TOPIC_LIST_MAX
                    + " vragen.",
                "A topic list has " + Limits.QUESTIONS_OF_TOPIC_LIST_MAX + " questions at most."));
      }
    }
    return new TopicList(title(fields), goal(fields), groups);
  }

  static String title(Fields fields) {
    return fields.line("title", Limits.TOPIC_TITLE_LENGTH_MAX);
  }

  static String goal(Fields fields) {
    return fields.paragraphs("goal", Limits.TOPIC_GOAL_LENGTH_MAX);
  }

  private TopicGroup group(Fields fields, Set<String> ids) {
    List<Question> questions = new ArrayList<>();
    for (Fields each : fields.items("questions", Limits.QUESTIONS_OF_TOPIC_LIST_MAX)) {
      questions.add(
          new Question(
              id(each, ids),
              each.line("text", Limits.TOPIC_QUESTION_LENGTH_MAX),
              each.lines("probes", Limits.PROBES_OF_QUESTION_MAX, Limits.PROBE_LENGTH_MAX),
              when(each)));
    }
    return new TopicGroup(
        id(fields, ids),
        fields.line("title", Limits.TOPIC_TITLE_LENGTH_MAX),
        when(fields),
        questions);
  }

  private static String id(Fields fields, Set<String> ids) {
    String id = fields.text("id", ID_LENGTH);
    if (!TopicIds.isFit(id) || !ids.add(id)) {
      throw fields.wrong(
          "id",
          new Text(
              "Een kenmerk heeft kleine letters, cijfers en streepjes, en staat er één keer.",
              "An id has small letters, digits and dashes, and stands there once."));
    }
    return id;
  }

  private Condition when(Fields of) {
    if (!of.given("when")) {
      return Condition.NONE;
    }
    Fields fields = of.object("when");
    Set<String> only =
        fields.given("partnerKinds")
            ? new HashSet<>(fields.texts("partnerKinds", KINDS_MAX, KIND_LENGTH))
            : Set.of();
    if (!kinds.containsAll(only)) {
      throw of.wrong(
          "when",
          new Text(
              "Kies soorten organisaties die er zijn.",
              "Choose kinds of organisations that exist."));
    }
    return new Condition(only, fields.given("experiment") && fields.flag("experiment"));
  }
}
