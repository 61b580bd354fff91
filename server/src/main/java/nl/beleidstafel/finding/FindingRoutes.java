package nl.beleidstafel.finding;

import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.beleidstafel.base.Ids;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.finding.EvidenceRules.Ground;
import nl.beleidstafel.finding.Synthesis.Wish;
import nl.beleidstafel.http.Answer;
import nl.beleidstafel.http.Call;
import nl.beleidstafel.http.Fields;
import nl.beleidstafel.http.Guard;
import nl.beleidstafel.http.Problem;
import nl.beleidstafel.http.RefusedException;
import nl.beleidstafel.http.Routes;
import nl.beleidstafel.http.Text;
import nl.beleidstafel.talks.Note;

/// Notes side by side, findings and themes over HTTP.
record FindingRoutes(Reading reading, Synthesis synthesis, Evidences evidences) {
  private static final int ID_LENGTH = 36;

  Routes routes() {
    return new Routes()
        .get("/v1/plans/{id}/notes", Guard.MEMBER, this::notes)
        .get("/v1/plans/{id}/findings", Guard.MEMBER, this::findings)
        .post("/v1/plans/{id}/findings", Guard.MEMBER, this::make)
        .put("/v1/findings/{id}", Guard.MEMBER, this::change)
        .delete("/v1/findings/{id}", Guard.MEMBER, this::remove)
        .post("/v1/plans/{id}/themes", Guard.MEMBER, this::makeTheme)
        .put("/v1/themes/{id}", Guard.MEMBER, this::changeTheme)
        .delete("/v1/themes/{id}", Guard.MEMBER, this::removeTheme);
  }

  private Answer notes(Call call) {
    return reading
        .matrix(call.actor(), call.id("id", PlanId::parse))
        .<Answer>map(FindingRoutes::matrix)
        .orElseGet(Problem::notFound);
  }

  private static Answer matrix(Reading.Matrix matrix) {
    Map<UUID, Set<UUID>> codes = matrix.codesOf();
    return Answer.ok(
        new JsonObject()
            .put(
                "groups",
                FindingJson.list(
                    matrix.groups(),
                    group ->
                        new JsonObject()
                            .put("title", group.title())
                            .put(
                                "questions",
                                FindingJson.list(
                                    group.questions(),
                                    question ->
                                        new JsonObject()
                                            .put("id", question.id())
                                            .put("text", question.text())))))
            .put("interviews", FindingJson.list(matrix.interviews(), FindingJson::interview))
            .put(
                "notes",
                FindingJson.list(
                    matrix.notes(),
                    note ->
                        FindingJson.note(note)
                            .put(
                                "codes",
                                FindingJson.list(
                                    codes.getOrDefault(note.id(), Set.of()).stream()
                                        .sorted()
                                        .toList(),
                                    UUID::toString)))));
  }

  private Answer findings(Call call) {
    PlanId plan = call.id("id", PlanId::parse);
    Optional<Reading.Findings> found = reading.findings(call.actor(), plan);
    if (found.isEmpty()) {
      return Problem.notFound();
    }
    Reading.Findings all = found.get();
    Ground ground = evidences.ground(plan, all.findings());
    Set<UUID> readable = all.readable().stream().map(Note::id).collect(Collectors.toSet());
    return Answer.ok(
        new JsonObject()
            .put(
                "items",
                FindingJson.list(
                    all.findings(),
                    each ->
                        FindingJson.finding(
                            each, EvidenceRules.support(List.of(each), ground), readable)))
            .put("themes", FindingJson.list(all.themes(), FindingJson::theme))
            .put("mayWork", all.mayWork()));
  }

  private Answer make(Call call) {
    PlanId plan = call.id("id", PlanId::parse);
    return Refusals.of(synthesis.make(call.actor(), plan, wish(call.fields(), 1)), true);
  }

  private Answer change(Call call) {
    UUID finding = call.id("id", Ids::parse);
    Fields fields = call.fields();
    long version = fields.number("version");
    return Refusals.of(synthesis.change(call.actor(), finding, version, wish(fields, 0)), false);
  }

  private Answer remove(Call call) {
    return Refusals.empty(synthesis.remove(call.actor(), call.id("id", Ids::parse)));
  }

  private static Wish wish(Fields fields, int notesMin) {
    String text = fields.paragraphs("text", Limits.FINDING_LENGTH_MAX);
    Set<UUID> notes = new HashSet<>();
    for (String each : fields.texts("notes", Limits.NOTES_OF_FINDING_MAX, ID_LENGTH)) {
      notes.add(Refusals.id("notes", each));
    }
    if (notes.size() < notesMin) {
      throw new RefusedException(
          Problem.field("notes", new Text("Kies een notitie.", "Choose a note.")));
    }
    return new Wish(text, Refusals.id(fields, "theme"), notes);
  }

  private Answer makeTheme(Call call) {
    PlanId plan = call.id("id", PlanId::parse);
    Fields fields = call.fields();
    return Refusals.of(
        synthesis.makeTheme(call.actor(), plan, title(fields), description(fields)), true);
  }

  private Answer changeTheme(Call call) {
    UUID theme = call.id("id", Ids::parse);
    Fields fields = call.fields();
    long version = fields.number("version");
    return Refusals.of(
        synthesis.changeTheme(call.actor(), theme, version, title(fields), description(fields)),
        false);
  }

  private Answer removeTheme(Call call) {
    return Refusals.empty(synthesis.removeTheme(call.actor(), call.id("id", Ids::parse)));
  }

  private static String title(Fields fields) {
    return fields.line("title", Limits.THEME_TITLE_LENGTH_MAX);
  }

  private static String description(Fields fields) {
    return Refusals.optional(fields, "description", Limits.DESCRIPTION_LENGTH_MAX);
  }
}
