package nl.beleidstafel.demonstration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.beleidstafel.yaml.Fields;
import nl.beleidstafel.yaml.Mistakes;
import nl.beleidstafel.yaml.MistakesException;
import nl.beleidstafel.yaml.Yaml;
import nl.beleidstafel.yaml.YamlReader;
import org.jspecify.annotations.Nullable;

/// Reads the script from the files of `demonstration/`.
final class ScriptReader {
  private static final int DAYS_MAX = 365;
  private static final List<String> STATUSES = List.of("draft", "review", "agreed", "fixed");

  private final Mistakes mistakes = new Mistakes();

  private ScriptReader() {}

  /// @param directory the one with the configuration
  /// @throws MistakesException with everything that is wrong in the files
  static Script read(Path directory) throws MistakesException {
    ScriptReader reader = new ScriptReader();
    List<Script.Filling> fillings = reader.fillings(directory.resolve("demonstration"));
    Interviews interviews =
        InterviewsReader.read(directory.resolve("demonstration"), reader.mistakes);
    Script script = reader.talk(directory.resolve("demonstration"), fillings, interviews);
    reader.mistakes.check();
    return script;
  }

  private List<Script.Filling> fillings(Path directory) {
    String file = "demonstration/fill-ins.yaml";
    Optional<Yaml> top = YamlReader.read(directory.resolve("fill-ins.yaml"), file, mistakes);
    List<Script.Filling> fillings = new ArrayList<>();
    if (top.isPresent() && top.get() instanceof Yaml.Sequence sequence) {
      for (Yaml each : sequence.items()) {
        fillings.add(filling(new Fields(file, each, "", mistakes)));
      }
    } else if (top.isPresent()) {
      mistakes.add(file, 1, "", "here stands " + top.get().what() + "; it must be a list");
    }
    return fillings;
  }

  private Script.Filling filling(Fields fields) {
    var filling =
        new Script.Filling(
            fields.text("section"),
            fields.text("label"),
            fields.text("by"),
            content(fields),
            fields.optionalText("inside"),
            fields.optionalText("keep"));
    fields.done();
    return filling;
  }

  private Script.Content content(Fields fields) {
    if (fields.has("words")) {
      return new Script.Content.Words(fields.text("words"));
    }
    if (fields.has("choose")) {
      return new Script.Content.Chosen(texts(fields, "choose"));
    }
    return new Script.Content.Blocks(each(fields, "blocks", ScriptReader::part));
  }

  private static Script.Part part(Fields fields) {
    if (fields.has("text")) {
      return new Script.Part.Text(fields.text("text"));
    }
    if (fields.has("list")) {
      return new Script.Part.Items(texts(fields, "list"));
    }
    List<List<String>> rows = new ArrayList<>();
    for (Yaml row : fields.items("table")) {
      rows.add(
          row instanceof Yaml.Sequence cells ? scalars(fields, "table", cells.items()) : List.of());
    }
    return new Script.Part.Table(rows);
  }

  private Script talk(Path directory, List<Script.Filling> fillings, Interviews interviews) {
    String file = "demonstration/talk.yaml";
    Optional<Yaml> top = YamlReader.read(directory.resolve("talk.yaml"), file, mistakes);
    if (top.isEmpty()) {
      return new Script(
          List.of(),
          fillings,
          interviews,
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          "");
    }
    Fields fields = new Fields(file, top.get(), "", mistakes);
    Script script =
        new Script(
            each(fields, "roles", ScriptReader::role),
            fillings,
            interviews,
            each(fields, "threads", this::thread),
            each(fields, "suggestions", ScriptReader::proposal),
            each(fields, "asks", this::ask),
            states(fields, file),
            each(
                fields,
                "sign-offs",
                one -> new Script.SignOff(one.text("by"), one.text("section"))),
            fields.text("version"));
    fields.done();
    return script;
  }

  private static Script.Role role(Fields fields) {
    return new Script.Role(fields.text("by"), fields.text("role"), texts(fields, "sections"));
  }

  private Script.Talk thread(Fields fields) {
    return new Script.Talk(
        fields.text("section"),
        fields.text("by"),
        fields.text("quote"),
        fields.text("text"),
        fields.has("replies")
            ? each(fields, "replies", one -> new Script.Reply(one.text("by"), one.text("text")))
            : List.of(),
        fields.flag("resolved", false));
  }

  private static Script.Proposal proposal(Fields fields) {
    return new Script.Proposal(
        fields.text("section"),
        fields.text("by"),
        fields.text("replace"),
        fields.text("with"),
        fields.text("reason"),
        fields.optionalText("accept"),
        fields.optionalText("decline"));
  }

  private Script.Ask ask(Fields fields) {
    return new Script.Ask(
        fields.text("title"),
        fields.text("text"),
        texts(fields, "sections"),
        texts(fields, "partners"),
        fields.number("due", 0, 0, DAYS_MAX),
        fields.flag("closed", false),
        each(
            fields,
            "answers",
            one ->
                new Script.Reaction(
                    one.text("by"),
                    one.text("section"),
                    one.text("answer"),
                    one.optionalText("text"))));
  }

  private List<Script.State> states(Fields fields, String file) {
    List<Script.State> states = new ArrayList<>();
    Yaml written = fields.value("statuses").orElse(null);
    if (written == null) {
      fields.mistake("statuses", "the field is missing");
      return states;
    }
    Fields statuses = new Fields(file, written, "statuses", mistakes);
    for (String status : STATUSES) {
      if (statuses.has(status)) {
        texts(statuses, status).forEach(section -> states.add(new Script.State(section, status)));
      }
    }
    statuses.done();
    return states;
  }

  static <T> List<T> each(Fields fields, String name, Function<Fields, T> reader) {
    List<T> read = new ArrayList<>();
    List<Yaml> items = fields.items(name);
    for (int i = 0; i < items.size(); i++) {
      Fields one = fields.inner(items.get(i), name + "[" + i + "]");
      read.add(reader.apply(one));
      one.done();
    }
    return read;
  }

  static List<String> texts(Fields fields, String name) {
    return scalars(fields, name, fields.items(name));
  }

  private static List<String> scalars(Fields fields, String name, List<Yaml> items) {
    List<String> texts = new ArrayList<>();
    for (Yaml item : items) {
      @Nullable String text = item instanceof Yaml.Scalar scalar ? scalar.text().strip() : null;
      if (text == null || text.isEmpty()) {
        fields.mistake(name, "here stands " + item.what() + "; it must be text");
      } else {
        texts.add(text);
      }
    }
    return texts;
  }
}
