package nl.beleidstafel.finding;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.beleidstafel.audit.Audit;
import nl.beleidstafel.audit.Deed;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.Clock;
import nl.beleidstafel.base.Ids;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.finding.Coding.Wish;
import nl.beleidstafel.http.Answer;
import nl.beleidstafel.http.Call;
import nl.beleidstafel.http.Fields;
import nl.beleidstafel.http.Guard;
import nl.beleidstafel.http.Language;
import nl.beleidstafel.http.Problem;
import nl.beleidstafel.http.Routes;
import nl.beleidstafel.http.Text;

/// The codebook over HTTP, and what other programs take of it.
record CodeRoutes(Reading reading, Coding coding, Audit audit, Clock clock) {
  Routes routes() {
    return new Routes()
        .get("/v1/plans/{id}/codes", Guard.MEMBER, this::list)
        .post("/v1/plans/{id}/codes", Guard.MEMBER, this::make)
        .put("/v1/codes/{id}", Guard.MEMBER, this::change)
        .delete("/v1/codes/{id}", Guard.MEMBER, this::remove)
        .put("/v1/plans/{id}/notes/{note}/codes/{code}", Guard.MEMBER, call -> set(call, true))
        .delete("/v1/plans/{id}/notes/{note}/codes/{code}", Guard.MEMBER, call -> set(call, false))
        .get("/v1/plans/{id}/codebook-export", Guard.MEMBER, this::codebook)
        .get("/v1/plans/{id}/project-export", Guard.MEMBER, this::project);
  }

  private Answer list(Call call) {
    return reading
        .codebook(call.actor(), call.id("id", PlanId::parse))
        .<Answer>map(found -> {
          Map<UUID, Set<UUID>> codesOf = found.codesOf();
          return Answer.ok(
              new JsonObject()
                  .put(
                      "items",
                      FindingJson.list(
                          found.codes(),
                          code ->
                              FindingJson.code(
                                  code,
                                  found.notes().stream()
                                      .filter(note ->
                                          codesOf
                                              .getOrDefault(note.id(), Set.of())
                                              .contains(code.id()))
                                      .count()))));
        })
        .orElseGet(Problem::notFound);
  }

  private Answer make(Call call) {
    PlanId plan = call.id("id", PlanId::parse);
    return Refusals.of(coding.make(call.actor(), plan, wish(call.fields())), true);
  }

  private Answer change(Call call) {
    UUID code = call.id("id", Ids::parse);
    Fields fields = call.fields();
    long version = fields.number("version");
    return Refusals.of(coding.change(call.actor(), code, version, wish(fields)), false);
  }

  private Answer remove(Call call) {
    return Refusals.empty(coding.remove(call.actor(), call.id("id", Ids::parse)));
  }

  private static Wish wish(Fields fields) {
    return new Wish(
        Refusals.id(fields, "parent"),
        fields.line("name", Limits.CODE_NAME_LENGTH_MAX),
        Refusals.optional(fields, "description", Limits.DESCRIPTION_LENGTH_MAX));
  }

  private Answer set(Call call, boolean on) {
    PlanId plan = call.id("id", PlanId::parse);
    UUID note = call.id("note", Ids::parse);
    UUID code = call.id("code", Ids::parse);
    return Refusals.empty(coding.set(call.actor(), plan, note, code, on));
  }

  private Answer codebook(Call call) {
    Optional<Reading.Codebook> found = reading.codebook(call.actor(), call.id("id", PlanId::parse));
    if (found.isEmpty()) {
      return Problem.notFound();
    }
    if (found.get().codes().isEmpty()) {
      return Problem.conflict(
          "no-codes",
          new Text("Er zijn nog geen codes", "There are no codes yet"),
          new Text("Maak eerst een code.", "First make a code."));
    }
    Bytes file = new Qda(call.language(), clock.nowMs()).codebook(found.get().codes());
    return file(file, "text/xml; charset=utf-8", name(call, "codeboek", "codebook") + ".qdc");
  }

  /// Notes leave the product here: that is noted.
  private Answer project(Call call) {
    PlanId plan = call.id("id", PlanId::parse);
    Optional<Qda.Content> found = reading.project(call.actor(), plan);
    if (found.isEmpty()) {
      return Problem.notFound();
    }
    audit
        .note(Deed.done(call.actor(), "interview-notes.export", "plan", plan, call.address()))
        .await();
    Bytes file = new Qda(call.language(), clock.nowMs()).project(found.get());
    return file(file, "application/zip", name(call, "interviews", "interviews") + ".qdpx");
  }

  private static String name(Call call, String dutch, String english) {
    return call.language() == Language.EN ? english : dutch;
  }

  private static Answer file(Bytes file, String type, String name) {
    return new Answer.Raw(200, type, file, Map.of())
        .with("Content-Disposition", "attachment; filename=\"" + name + "\"");
  }
}
