package nl.beleidstafel.ask;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.beleidstafel.ask.Disposition.Kind;
import nl.beleidstafel.ask.Disposition.Outcome;
import nl.beleidstafel.ask.Dispositions.Line;
import nl.beleidstafel.ask.Dispositions.Shown;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.Ids;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.http.Answer;
import nl.beleidstafel.http.Call;
import nl.beleidstafel.http.CsvRules;
import nl.beleidstafel.http.Fields;
import nl.beleidstafel.http.Guard;
import nl.beleidstafel.http.Language;
import nl.beleidstafel.http.Problem;
import nl.beleidstafel.http.RefusedException;
import nl.beleidstafel.http.Routes;
import nl.beleidstafel.http.Text;
import nl.beleidstafel.sections.Named;
import nl.beleidstafel.sections.People;
import nl.beleidstafel.sections.Remark;
import org.jspecify.annotations.Nullable;

/// The table of dispositions over HTTP, to read, to fill and to take along.
final class DispositionRoutes {
  private static final int WORD_LENGTH = 20;

  private final Dispositions dispositions;
  private final People people;

  DispositionRoutes(Dispositions dispositions, People people) {
    this.dispositions = dispositions;
    this.people = people;
  }

  Routes routes() {
    return new Routes()
        .get("/v1/plans/{id}/dispositions", Guard.MEMBER, this::list)
        .get("/v1/plans/{id}/dispositions/export", Guard.MEMBER, this::export)
        .put("/v1/sections/{id}/dispositions/{subject}", Guard.MEMBER, this::decide);
  }

  private Answer list(Call call) {
    Optional<Shown> found = shown(call);
    if (found.isEmpty()) {
      return Problem.notFound();
    }
    Shown shown = found.get();
    Map<MemberId, Named> named = named(shown.lines());
    JsonArray items = new JsonArray();
    shown.lines().forEach(line -> items.add(json(call.actor(), line, named)));
    return Answer.ok(
        new JsonObject()
            .put("plan", shown.plan())
            .put("items", items)
            .put("mayDecide", shown.mayDecide()));
  }

  private Optional<Shown> shown(Call call) {
    return dispositions.of(call.actor(), call.id("id", PlanId::parse));
  }

  private Map<MemberId, Named> named(List<Line> lines) {
    Set<MemberId> members = new HashSet<>();
    for (Line line : lines) {
      members.add(line.by());
      Disposition disposition = line.disposition();
      if (disposition != null) {
        members.add(disposition.by());
      }
      Remark own = line.own();
      MemberId decidedBy = own == null ? null : own.decidedBy();
      if (decidedBy != null) {
        members.add(decidedBy);
      }
    }
    return people.named(members).await();
  }

  private static JsonObject json(Actor actor, Line line, Map<MemberId, Named> named) {
    Ask ask = line.ask();
    Verdict verdict = line.verdict();
    return new JsonObject()
        .put("kind", line.kind().word())
        .put("subject", line.subject().toString())
        .put("section", AskRoutes.section(line.place()))
        .put("by", AskRoutes.person(line.by(), named))
        .put("at", line.atMs())
        .put(
            "ask",
            ask == null
                ? null
                : new JsonObject().put("id", ask.id().toString()).put("title", ask.title()))
        .put("mayOpenAsk", ask != null && mayOpen(actor, line, named))
        .put("verdict", verdict == null ? null : verdict.word())
        .put("quote", line.quote())
        .put("text", line.text())
        .put("own", own(line.own(), named))
        .put("disposition", disposition(line, named))
        .put("mayDecide", Dispositions.mayDecide(line.place()));
  }

  /// An ask is shown to who coordinates and to who was asked.
  private static boolean mayOpen(Actor actor, Line line, Map<MemberId, Named> named) {
    Named by = named.get(line.by());
    return line.place().coordinates() || (by != null && by.partner().equals(actor.partner()));
  }

  private static @Nullable JsonObject own(@Nullable Remark own, Map<MemberId, Named> named) {
    if (own == null || own.outcome() == Remark.Outcome.OPEN) {
      return null;
    }
    MemberId by = own.decidedBy();
    return new JsonObject()
        .put("outcome", own.outcome().name().toLowerCase(Locale.ROOT))
        .put("reason", own.reason())
        .put("by", by == null ? null : AskRoutes.person(by, named))
        .put("at", own.decidedAtMs());
  }

  private static @Nullable JsonObject disposition(Line line, Map<MemberId, Named> named) {
    Disposition disposition = line.disposition();
    return disposition == null
        ? null
        : new JsonObject()
            .put("outcome", disposition.outcome().word())
            .put("reason", disposition.reason())
            .put("by", AskRoutes.person(disposition.by(), named))
            .put("at", disposition.atMs())
            .put("changed", line.isChanged());
  }

  private Answer decide(Call call) {
    SectionId section = call.id("id", SectionId::parse);
    UUID subject = call.id("subject", Ids::parse);
    Fields fields = call.fields();
    Kind kind =
        Kind.of(fields.text("kind", WORD_LENGTH))
            .orElseThrow(() -> refused("kind", "Dit soort is er niet.", "There is no such kind."));
    Outcome outcome =
        fields.given("outcome")
            ? Outcome.of(fields.text("outcome", WORD_LENGTH))
                .orElseThrow(
                    () -> refused("outcome", "Kies wat ermee is gedaan.", "Choose what was done."))
            : null;
    String reason = AskRoutes.optional(fields, "reason", Limits.REASON_LENGTH_MAX);
    Ended ended = dispositions.decide(call.actor(), section, kind, subject, outcome, reason);
    return ended == Ended.DONE ? Answer.empty() : Refusals.of(ended, 0);
  }

  private static RefusedException refused(String field, String dutch, String english) {
    return new RefusedException(Problem.field(field, new Text(dutch, english)));
  }

  private Answer export(Call call) {
    Optional<Shown> found = shown(call);
    if (found.isEmpty()) {
      return Problem.notFound();
    }
    DispositionCsv table = new DispositionCsv(call.language(), named(found.get().lines()));
    boolean english = call.language() == Language.EN;
    return new Answer.Raw(
            200,
            "text/csv; charset=utf-8",
            Bytes.wrap(
                (CsvRules.MARK + table.of(found.get().lines())).getBytes(StandardCharsets.UTF_8)),
            Map.of())
        .with(
            "Content-Disposition",
            "attachment; filename=\"" + (english ? "dispositions" : "afdoening") + ".csv\"");
  }
}
