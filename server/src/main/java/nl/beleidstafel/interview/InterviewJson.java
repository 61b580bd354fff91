package nl.beleidstafel.interview;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.interview.Interview.Part;
import nl.beleidstafel.interview.Interview.Planned;
import nl.beleidstafel.interview.Interview.State;
import nl.beleidstafel.sections.Named;
import nl.beleidstafel.talks.TopicsJson;
import org.jspecify.annotations.Nullable;

/// Interviews as the API has them.
record InterviewJson(Map<MemberId, Named> names) {
  JsonObject line(Interview interview) {
    Planned planned = interview.planned();
    return new JsonObject()
        .put("id", interview.id().toString())
        .put("plan", interview.plan().toString())
        .put("version", interview.version())
        .put("document", text(interview.document()))
        .put("level", level(interview))
        .put("state", interview.state().word())
        .put("organisation", planned.organisation())
        .put("partner", text(planned.partner()))
        .put("partnerKind", planned.partnerKind())
        .put("function", planned.function())
        .put("place", planned.place())
        .put("at", planned.atMs())
        .put("minutes", planned.minutes())
        .put("experiment", planned.experiment())
        .put("figures", new JsonArray(planned.figures().stream().map(Object::toString).toList()))
        .put("confidentiality", planned.confidentiality().word())
        .put(
            "list",
            new JsonObject()
                .put("id", interview.list().list())
                .put("version", interview.list().version())
                .put("title", interview.list().title()))
        .put("interviewers", people(interview, Part.INTERVIEWER))
        .put("noteTakers", people(interview, Part.NOTE_TAKER))
        .put("startedAt", interview.startedAtMs())
        .put("closedAt", interview.closedAtMs());
  }

  JsonObject whole(Planning.Whole whole) {
    return line(whole.interview())
        .put("core", whole.core())
        .put("topics", TopicsJson.write(whole.topics()))
        .put(
            "invited",
            new JsonObject()
                .put(
                    "members",
                    new JsonArray(
                        whole.invited().members().stream()
                            .map(MemberId::toString)
                            .sorted()
                            .toList()))
                .put("respondent", whole.invited().respondent()))
        .put(
            "respondent",
            new JsonObject()
                .put("name", whole.respondent().name())
                .put("email", whole.respondent().email()));
  }

  private static @Nullable String text(@Nullable Object id) {
    return id == null ? null : id.toString();
  }

  private static String level(Interview interview) {
    State state = interview.state();
    return state == State.PLANNED || state == State.RUNNING ? "write" : "read";
  }

  private JsonArray people(Interview interview, Part part) {
    JsonArray people = new JsonArray();
    interview.people().entrySet().stream()
        .filter(each -> each.getValue() == part)
        .map(each -> names.get(each.getKey()))
        .filter(Objects::nonNull)
        .sorted(Comparator.comparing(Named::name).thenComparing(each -> each.member().toString()))
        .forEach(each -> people.add(each.json()));
    return people;
  }
}
