package nl.beleidstafel.topiclist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.talks.Condition;
import nl.beleidstafel.talks.Question;
import nl.beleidstafel.talks.TopicGroup;
import nl.beleidstafel.talks.TopicList;
import nl.beleidstafel.yaml.Fields;
import nl.beleidstafel.yaml.Mistakes;
import nl.beleidstafel.yaml.Yaml;
import nl.beleidstafel.yaml.YamlReader;

/// Reads `topic-lists/*.yaml`.
final class ModelReader {
  private static final String FOLDER = "topic-lists";
  private static final String ENDING = ".yaml";

  private final Path config;
  private final Set<String> kinds;
  private final Mistakes mistakes = new Mistakes();

  ModelReader(Path config, Set<String> kinds) {
    this.config = config;
    this.kinds = kinds;
  }

  Models read() {
    List<Model> models = new ArrayList<>();
    for (String name : names()) {
      String file = FOLDER + "/" + name + ENDING;
      YamlReader.read(config.resolve(file), file, mistakes)
          .ifPresent(top -> models.add(model(name, file, top)));
    }
    mistakes.check();
    return new Models(models);
  }

  private List<String> names() {
    try (Stream<Path> files = Files.list(config.resolve(FOLDER))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ENDING))
          .map(name -> name.substring(0, name.length() - ENDING.length()))
          .sorted()
          .toList();
    } catch (IOException _) {
      mistakes.add(FOLDER, 0, "", "the folder cannot be read; does it exist?");
      return List.of();
    }
  }

  private Model model(String name, String file, Yaml top) {
    Fields fields = new Fields(file, top, "", mistakes);
    if (!TopicIds.isFit(name)) {
      mistakes.add(file, 0, "", "a file's name has small letters, digits and dashes");
    }
    Set<String> ids = new HashSet<>();
    List<TopicGroup> groups = new ArrayList<>();
    List<Yaml> items = fields.items("groups");
    atMost(fields, "groups", items.size(), Limits.GROUPS_OF_TOPIC_LIST_MAX);
    for (int i = 0; i < items.size(); i++) {
      groups.add(group(file, fields.inner(items.get(i), "groups[" + i + "]"), ids));
    }
    int questions = groups.stream().mapToInt(group -> group.questions().size()).sum();
    atMost(fields, "groups", questions, Limits.QUESTIONS_OF_TOPIC_LIST_MAX);
    TopicList content =
        new TopicList(
            line(fields, "title", Limits.TOPIC_TITLE_LENGTH_MAX),
            line(fields, "goal", Limits.TOPIC_GOAL_LENGTH_MAX),
            groups);
    List<String> advice = lines(file, fields, "advice", Limits.PROBES_OF_QUESTION_MAX);
    fields.done();
    return new Model(Model.PREFIX + name, content, advice);
  }

  private TopicGroup group(String file, Fields fields, Set<String> ids) {
    String id = id(fields, ids);
    String title = line(fields, "title", Limits.TOPIC_TITLE_LENGTH_MAX);
    Condition when = when(file, fields);
    List<Question> questions = new ArrayList<>();
    List<Yaml> items = fields.items("questions");
    for (int i = 0; i < items.size(); i++) {
      questions.add(question(file, fields.inner(items.get(i), "questions[" + i + "]"), ids));
    }
    fields.done();
    return new TopicGroup(id, title, when, questions);
  }

  private Question question(String file, Fields fields, Set<String> ids) {
    Question question =
        new Question(
            id(fields, ids),
            line(fields, "text", Limits.TOPIC_QUESTION_LENGTH_MAX),
            lines(file, fields, "probes", Limits.PROBES_OF_QUESTION_MAX),
            when(file, fields));
    fields.done();
    return question;
  }

  private static String id(Fields fields, Set<String> ids) {
    String id = fields.text("id");
    if (!id.isEmpty() && !TopicIds.isFit(id)) {
      fields.mistake(
          "id",
          "“"
              + id
              + "” is no id; it has small letters, digits and dashes, is not “general” and"
              + " does not begin with “added-”");
    } else if (!id.isEmpty() && !ids.add(id)) {
      fields.mistake("id", "“" + id + "” stands in this list twice");
    }
    return id;
  }

  private Condition when(String file, Fields of) {
    return of.value("when")
        .map(value -> {
          Fields fields = of.inner(value, "when");
          Set<String> only = new HashSet<>();
          if (fields.has("partner-kinds")) {
            for (Yaml each : fields.items("partner-kinds")) {
              String kind = each instanceof Yaml.Scalar scalar ? scalar.text() : "";
              if (!kinds.contains(kind)) {
                mistakes.add(
                    file,
                    each.line(),
                    fields.at("partner-kinds"),
                    "registers/partner-kinds.yaml has no kind “" + kind + "”");
              }
              only.add(kind);
            }
          }
          Condition when = new Condition(only, fields.flag("experiment", false));
          if (when.equals(Condition.NONE)) {
            of.mistake("when", "the condition asks for nothing; leave it out");
          }
          fields.done();
          return when;
        })
        .orElse(Condition.NONE);
  }

  private static String line(Fields fields, String name, int lengthMax) {
    String line = fields.text(name);
    if (line.length() > lengthMax) {
      fields.mistake(name, "the text has more than " + lengthMax + " characters");
    }
    return line;
  }

  /// Lines of text that may be absent.
  private List<String> lines(String file, Fields fields, String name, int countMax) {
    if (!fields.has(name)) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    for (Yaml each : fields.items(name)) {
      String line = each instanceof Yaml.Scalar scalar ? scalar.text().strip() : "";
      if (line.isEmpty() || line.contains("\n") || line.length() > Limits.PROBE_LENGTH_MAX) {
        mistakes.add(
            file,
            each.line(),
            fields.at(name),
            "here must stand one line of at most " + Limits.PROBE_LENGTH_MAX + " characters");
      }
      lines.add(line);
    }
    atMost(fields, name, lines.size(), countMax);
    return lines;
  }

  private static void atMost(Fields fields, String name, int count, int countMax) {
    if (count > countMax) {
      fields.mistake(name, "there are " + count + ", and at most " + countMax + " are taken");
    }
  }
}
