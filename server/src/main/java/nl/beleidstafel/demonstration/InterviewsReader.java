package nl.beleidstafel.demonstration;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import nl.beleidstafel.yaml.Fields;
import nl.beleidstafel.yaml.Mistakes;
import nl.beleidstafel.yaml.Yaml;
import nl.beleidstafel.yaml.YamlReader;

/// Reads `demonstration/interviews.yaml`.
final class InterviewsReader {
  private static final String FILE = "demonstration/interviews.yaml";
  private static final int DAYS_MAX = 365;
  private static final int YEAR_MIN = 2000;
  private static final int YEAR_MAX = 2100;

  private InterviewsReader() {}

  /// @param mistakes gets everything that is wrong in the file
  static Interviews read(Path directory, Mistakes mistakes) {
    Optional<Yaml> top = YamlReader.read(directory.resolve("interviews.yaml"), FILE, mistakes);
    if (top.isEmpty()) {
      return Interviews.NONE;
    }
    Fields fields = new Fields(FILE, top.get(), "", mistakes);
    Interviews interviews =
        new Interviews(
            fields.text("list"),
            ScriptReader.each(fields, "figures", InterviewsReader::figure),
            ScriptReader.each(fields, "interviews", InterviewsReader::talk),
            ScriptReader.each(
                fields,
                "themes",
                one -> new Interviews.Theme(one.text("title"), one.text("description"))),
            ScriptReader.each(fields, "findings", InterviewsReader::finding));
    fields.done();
    return interviews;
  }

  private static Interviews.Figure figure(Fields fields) {
    return new Interviews.Figure(
        fields.text("label"),
        fields.text("value"),
        fields.text("unit"),
        fields.text("source"),
        fields.number("year", 0, YEAR_MIN, YEAR_MAX),
        fields.text("section"),
        fields.text("question"));
  }

  private static Interviews.Talk talk(Fields fields) {
    return new Interviews.Talk(
        fields.optionalText("partner"),
        fields.optionalText("organisation"),
        fields.optionalText("partner-kind"),
        fields.text("function"),
        fields.text("place"),
        fields.number("days-ahead", 0, 0, DAYS_MAX) - fields.number("days-ago", 0, 0, DAYS_MAX),
        ScriptReader.texts(fields, "interviewers"),
        ScriptReader.texts(fields, "note-takers"),
        fields.has("notes")
            ? ScriptReader.each(fields, "notes", InterviewsReader::note)
            : List.of());
  }

  private static Interviews.Note note(Fields fields) {
    return new Interviews.Note(
        fields.text("id"),
        fields.text("question"),
        fields.text("by"),
        fields.text("kind"),
        fields.text("confidentiality"),
        fields.has("marks") ? ScriptReader.texts(fields, "marks") : List.of(),
        fields.text("text"));
  }

  private static Interviews.Finding finding(Fields fields) {
    List<Interviews.Cited> cited =
        ScriptReader.each(
            fields, "cited", one -> new Interviews.Cited(one.text("section"), one.text("behind")));
    return new Interviews.Finding(
        fields.optionalText("theme"),
        fields.text("text"),
        ScriptReader.texts(fields, "notes"),
        cited);
  }
}
