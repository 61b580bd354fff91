package nl.beleidstafel.plan;

import io.vertx.core.json.JsonObject;
import java.util.Optional;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.http.Answer;
import nl.beleidstafel.http.Call;
import nl.beleidstafel.http.Guard;
import nl.beleidstafel.http.Problem;
import nl.beleidstafel.http.RefusedException;
import nl.beleidstafel.http.Routes;

/// A plan as a whole over HTTP.
record ReadingRoutes(Reading reading) {
  Routes routes() {
    return new Routes()
        .get("/v1/plans/{id}/overview", Guard.MEMBER, this::overview)
        .get("/v1/plans/{id}/text", Guard.MEMBER, this::text)
        .get("/v1/plans/{id}/sections/{key}/text", Guard.MEMBER, this::sheet);
  }

  private Answer overview(Call call) {
    return answer(reading.overview(call.actor(), call.id("id", PlanId::parse)).await());
  }

  private Answer text(Call call) {
    SectionId after = call.query("after").map(ReadingRoutes::section).orElse(null);
    return answer(reading.text(call.actor(), call.id("id", PlanId::parse), after).await());
  }

  private Answer sheet(Call call) {
    String slug = call.path("key");
    return slug.length() > Limits.SECTION_KEY_LENGTH_MAX
        ? Problem.notFound()
        : answer(reading.sheet(call.actor(), call.id("id", PlanId::parse), slug).await());
  }

  private static SectionId section(String id) {
    try {
      return SectionId.parse(id);
    } catch (IllegalArgumentException _) {
      throw new RefusedException(Problem.notFound());
    }
  }

  private static Answer answer(Optional<JsonObject> found) {
    return found.<Answer>map(Answer::ok).orElseGet(Problem::notFound);
  }
}
