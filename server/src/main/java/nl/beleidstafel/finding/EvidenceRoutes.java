package nl.beleidstafel.finding;

import io.vertx.core.json.JsonObject;
import java.util.UUID;
import nl.beleidstafel.base.Ids;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.finding.Evidences.Made;
import nl.beleidstafel.finding.Evidences.Summary;
import nl.beleidstafel.http.Answer;
import nl.beleidstafel.http.Call;
import nl.beleidstafel.http.Fields;
import nl.beleidstafel.http.Guard;
import nl.beleidstafel.http.Problem;
import nl.beleidstafel.http.RefusedException;
import nl.beleidstafel.http.Routes;
import nl.beleidstafel.http.Text;

/// What stands behind claims, over HTTP.
record EvidenceRoutes(Evidences evidences) {
  private static final int ID_LENGTH = 36;

  Routes routes() {
    return new Routes()
        .get("/v1/plans/{id}/evidence", Guard.MEMBER, this::list)
        .post("/v1/plans/{id}/evidence", Guard.MEMBER, this::make)
        .get("/v1/evidence/{id}", Guard.MEMBER, this::one)
        .get("/v1/plans/{id}/evidence-report", Guard.MEMBER, this::report);
  }

  private Answer list(Call call) {
    return evidences
        .of(call.actor(), call.id("id", PlanId::parse))
        .<Answer>map(found ->
            Answer.ok(new JsonObject().put("items", FindingJson.list(found, FindingJson::summary))))
        .orElseGet(Problem::notFound);
  }

  private Answer make(Call call) {
    PlanId plan = call.id("id", PlanId::parse);
    Fields fields = call.fields();
    UUID finding = Refusals.id(fields, "finding");
    UUID theme = Refusals.id(fields, "theme");
    if ((finding == null) == (theme == null)) {
      throw new RefusedException(
          Problem.field(
              "finding",
              new Text("Noem een bevinding of een thema.", "Name a finding or a theme.")));
    }
    Made made = evidences.make(call.actor(), plan, section(fields), finding, theme);
    Summary summary = made.summary();
    return summary == null
        ? Refusals.of(made.ended(), 0)
        : Answer.created(FindingJson.summary(summary));
  }

  private static SectionId section(Fields fields) {
    return new SectionId(Refusals.id("section", fields.text("section", ID_LENGTH)));
  }

  private Answer one(Call call) {
    return evidences
        .one(call.actor(), call.id("id", Ids::parse))
        .<Answer>map(found -> Answer.ok(FindingJson.detail(found)))
        .orElseGet(Problem::notFound);
  }

  private Answer report(Call call) {
    return evidences
        .report(call.actor(), call.id("id", PlanId::parse))
        .<Answer>map(found -> Answer.ok(FindingJson.report(found)))
        .orElseGet(Problem::notFound);
  }
}
