package nl.beleidstafel.interview;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.Ids;
import nl.beleidstafel.base.InterviewId;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.http.Answer;
import nl.beleidstafel.http.Call;
import nl.beleidstafel.http.Fields;
import nl.beleidstafel.http.Guard;
import nl.beleidstafel.http.Problem;
import nl.beleidstafel.http.RefusedException;
import nl.beleidstafel.http.Routes;
import nl.beleidstafel.http.Text;
import nl.beleidstafel.interview.Interview.Confidentiality;
import nl.beleidstafel.interview.Interview.Part;
import nl.beleidstafel.interview.Interview.Planned;
import nl.beleidstafel.interview.Interview.Respondent;
import nl.beleidstafel.interview.Interview.State;
import nl.beleidstafel.sections.People;
import org.jspecify.annotations.Nullable;

/// Interviews over HTTP. Who may not open one finds none.
record InterviewRoutes(Planning planning, CoreTeams cores, People people) {
  private static final int ID_LENGTH = 36;
  private static final int MINUTES_MIN = 5;
  private static final int MINUTES_MAX = 600;
  private static final int MINUTES_USUAL = 60;
  private static final long FIRST_MS = 1_577_836_800_000L;
  private static final long LAST_MS = 4_102_444_800_000L;

  Routes routes() {
    return new Routes()
        .get("/v1/plans/{id}/interviews", Guard.MEMBER, this::ofPlan)
        .post("/v1/plans/{id}/interviews", Guard.MEMBER, this::create)
        .get("/v1/interviews/{id}", Guard.MEMBER, this::show)
        .put("/v1/interviews/{id}", Guard.MEMBER, this::change)
        .put("/v1/interviews/{id}/state", Guard.MEMBER, this::move)
        .put("/v1/interviews/{id}/respondent", Guard.MEMBER, this::respondent)
        .post("/v1/interviews/{id}/invitation", Guard.MEMBER, this::invite)
        .get("/v1/interviews/{id}/calendar", Guard.MEMBER, this::calendar)
        .get("/v1/plans/{id}/core-team", Guard.MEMBER, this::core)
        .put("/v1/plans/{id}/core-team/{member}", Guard.MEMBER, this::join)
        .delete("/v1/plans/{id}/core-team/{member}", Guard.MEMBER, this::leave);
  }

  private Answer ofPlan(Call call) {
    return planning
        .of(call.actor(), call.id("id", PlanId::parse))
        .<Answer>map(shown -> {
          InterviewJson json = json(shown.interviews());
          JsonArray items = new JsonArray();
          shown.interviews().forEach(each -> items.add(json.line(each)));
          return Answer.ok(new JsonObject().put("core", shown.core()).put("items", items));
        })
        .orElseGet(Problem::notFound);
  }

  private InterviewJson json(List<Interview> interviews) {
    Set<MemberId> members = new HashSet<>();
    interviews.forEach(each -> members.addAll(each.people().keySet()));
    return new InterviewJson(people.named(members).await());
  }

  private Answer show(Call call) {
    return planning
        .find(call.actor(), call.id("id", InterviewId::parse))
        .<Answer>map(whole -> Answer.ok(json(List.of(whole.interview())).whole(whole)))
        .orElseGet(Problem::notFound);
  }

  private Answer create(Call call) {
    PlanId plan = call.id("id", PlanId::parse);
    Fields fields = call.fields();
    Planning.Wish wish = wish(fields, fields.text("list", Limits.TOPIC_LIST_ID_MAX));
    Outcome outcome = planning.create(call.actor(), plan, wish, call.address());
    return outcome instanceof Outcome.Done(Interview made)
        ? Answer.created(json(List.of(made)).line(made))
        : answer(outcome);
  }

  private Answer change(Call call) {
    InterviewId id = call.id("id", InterviewId::parse);
    Fields fields = call.fields();
    Planning.Wish wish =
        wish(fields, fields.optionalText("list", Limits.TOPIC_LIST_ID_MAX).orElse(null));
    return answer(
        planning.change(call.actor(), id, fields.number("version"), wish, call.address()));
  }

  private Answer move(Call call) {
    InterviewId id = call.id("id", InterviewId::parse);
    Fields fields = call.fields();
    State to =
        State.of(fields.text("state", Limits.NAME_LENGTH_MAX))
            .filter(state -> state != State.ERASED)
            .orElseThrow(() -> new RefusedException(unknown("state")));
    return answer(planning.move(call.actor(), id, fields.number("version"), to, call.address()));
  }

  private Answer respondent(Call call) {
    InterviewId id = call.id("id", InterviewId::parse);
    Fields fields = call.fields();
    Respondent respondent =
        new Respondent(
            line(fields, "name", Limits.NAME_LENGTH_MAX),
            blank(fields, "email") ? "" : fields.email("email").value());
    return answer(planning.respondent(call.actor(), id, fields.number("version"), respondent));
  }

  private Answer invite(Call call) {
    InterviewId id = call.id("id", InterviewId::parse);
    Fields fields = call.fields();
    return answer(
        planning.invite(call.actor(), id, fields.number("version"), fields.flag("respondent")));
  }

  private Answer calendar(Call call) {
    Optional<Planning.Filed> filed = planning.file(call.actor(), call.id("id", InterviewId::parse));
    if (filed.isEmpty()) {
      return Problem.notFound();
    }
    String file = filed.get().file();
    return file == null
        ? answer(new Outcome.Unfit())
        : new Answer.Raw(
                200,
                "text/calendar; charset=utf-8",
                Bytes.wrap(file.getBytes(StandardCharsets.UTF_8)),
                Map.of())
            .with("Content-Disposition", "attachment; filename=\"afspraak.ics\"");
  }

  private Planning.Wish wish(Fields fields, @Nullable String list) {
    Optional<PartnerId> partner =
        fields.optionalText("partner", ID_LENGTH).map(id -> id("partner", id, PartnerId::parse));
    String organisation =
        partner.isPresent() ? "" : fields.line("organisation", Limits.ORGANISATION_LENGTH_MAX);
    String kind = partner.isPresent() ? "" : fields.text("partnerKind", Limits.NAME_LENGTH_MAX);
    Planned planned =
        new Planned(
            organisation,
            partner.orElse(null),
            kind,
            line(fields, "function", Limits.ORGANISATION_LENGTH_MAX),
            line(fields, "place", Limits.INTERVIEW_PLACE_MAX),
            fields.given("at") ? at(fields.number("at")) : null,
            fields.given("minutes")
                ? fields.whole("minutes", MINUTES_MIN, MINUTES_MAX)
                : MINUTES_USUAL,
            fields.given("experiment") && fields.flag("experiment"),
            fields.has("figures")
                ? ids(fields, "figures", Limits.FIGURES_OF_INTERVIEW_MAX, Ids::parse)
                : List.<UUID>of(),
            fields
                .optionalText("confidentiality", Limits.NAME_LENGTH_MAX)
                .map(word ->
                    Confidentiality.of(word)
                        .orElseThrow(() -> new RefusedException(unknown("confidentiality"))))
                .orElse(Confidentiality.CORE));
    return new Planning.Wish(planned, list, members(fields));
  }

  private static Map<MemberId, Part> members(Fields fields) {
    Map<MemberId, Part> members = new HashMap<>();
    if (fields.has("noteTakers")) {
      ids(fields, "noteTakers", Limits.PEOPLE_OF_INTERVIEW_MAX, MemberId::parse)
          .forEach(each -> members.put(each, Part.NOTE_TAKER));
    }
    if (fields.has("interviewers")) {
      // Who leads the talk and writes along leads it.
      ids(fields, "interviewers", Limits.PEOPLE_OF_INTERVIEW_MAX, MemberId::parse)
          .forEach(each -> members.put(each, Part.INTERVIEWER));
    }
    return members;
  }

  private static long at(long ms) {
    if (ms < FIRST_MS || ms > LAST_MS) {
      throw new RefusedException(
          Problem.field(
              "at", new Text("Dit is geen tijd van nu.", "This is no time of our days.")));
    }
    return ms;
  }

  private static boolean blank(Fields fields, String name) {
    return fields.optionalText(name, Limits.JSON_BODY_SIZE_MAX_BYTES).orElse("").isBlank();
  }

  /// A line that may be empty or absent.
  private static String line(Fields fields, String name, int lengthMax) {
    return blank(fields, name) ? "" : fields.line(name, lengthMax);
  }

  private static <T> List<T> ids(
      Fields fields, String name, int countMax, Function<String, T> parse) {
    List<T> ids = new ArrayList<>();
    fields.texts(name, countMax, ID_LENGTH).forEach(each -> ids.add(id(name, each, parse)));
    return ids;
  }

  private static <T> T id(String field, String id, Function<String, T> parse) {
    try {
      return parse.apply(id);
    } catch (IllegalArgumentException _) {
      throw new RefusedException(unknown(field));
    }
  }

  private Answer core(Call call) {
    return cores
        .of(call.actor(), call.id("id", PlanId::parse))
        .<Answer>map(shown -> {
          JsonArray items = new JsonArray();
          shown.members().forEach(each -> items.add(each.json()));
          return Answer.ok(
              new JsonObject().put("mayChange", shown.mayChange()).put("items", items));
        })
        .orElseGet(Problem::notFound);
  }

  private Answer join(Call call) {
    PlanId plan = call.id("id", PlanId::parse);
    MemberId member = call.id("member", MemberId::parse);
    return answer(cores.join(call.actor(), plan, member, call.address()));
  }

  private Answer leave(Call call) {
    PlanId plan = call.id("id", PlanId::parse);
    MemberId member = call.id("member", MemberId::parse);
    return answer(cores.leave(call.actor(), plan, member, call.address()));
  }

  private static Answer answer(CoreTeams.Ended ended) {
    return switch (ended) {
      case DONE -> Answer.empty();
      case ABSENT, MEMBER_UNKNOWN -> Problem.notFound();
      case COORDINATOR_ONLY -> Problem.coordinatorRequired();
      case LAST ->
          Problem.conflict(
              "last-of-core-team",
              new Text("Het kernteam kan niet leeg zijn", "The core team cannot be empty"),
              new Text("Voeg eerst iemand anders toe.", "Add somebody else first."));
      case TOO_MANY -> tooMany();
    };
  }

  private Answer answer(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done(Interview interview) -> Answer.ok(json(List.of(interview)).line(interview));
      case Outcome.Absent() -> Problem.notFound();
      case Outcome.CoreOnly() ->
          new Problem(
              403,
              "core-team-required",
              new Text("Dit mag alleen het kernteam", "Only for the core team"),
              new Text(
                  "Vraag het aan iemand van het kernteam van dit plan.",
                  "Ask somebody of the core team of this plan."));
      case Outcome.Meanwhile(long version) -> Problem.changedMeanwhile(version);
      case Outcome.Unknown(String field) -> unknown(field);
      case Outcome.Unfit() ->
          Problem.conflict(
              "state-unfit",
              new Text("Dit kan nu niet", "Not possible now"),
              new Text(
                  "Het interview is hier al te ver voor, of nog niet ver genoeg.",
                  "The interview is too far for this, or not far enough."));
      case Outcome.TooMany() -> tooMany();
    };
  }

  private static Problem tooMany() {
    return Problem.conflict(
        "too-many",
        new Text("Het is vol", "It is full"),
        new Text(
            "Hier kan niets meer bij. Vraag de beheerder.",
            "Nothing more fits here. Ask the administrator."));
  }

  private static Problem unknown(String field) {
    return Problem.field(field, new Text("Dit bestaat hier niet.", "This does not exist here."));
  }
}
