package nl.beleidstafel.figure;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.beleidstafel.base.Clock;
import nl.beleidstafel.base.Ids;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.http.Answer;
import nl.beleidstafel.http.Call;
import nl.beleidstafel.http.Fields;
import nl.beleidstafel.http.Guard;
import nl.beleidstafel.http.Problem;
import nl.beleidstafel.http.Routes;
import nl.beleidstafel.http.Text;
import nl.beleidstafel.sections.Named;
import nl.beleidstafel.sections.People;
import nl.beleidstafel.sections.Place;
import org.jspecify.annotations.Nullable;

/// Figures over HTTP.
final class FigureRoutes {
  private static final ZoneId HERE = ZoneId.of("Europe/Amsterdam");
  private static final int ID_LENGTH = 36;
  private static final int QUESTION_LENGTH = 50;
  private static final int YEAR_MIN = 1990;

  private final Figures figures;
  private final People people;
  private final Clock clock;

  FigureRoutes(Figures figures, People people, Clock clock) {
    this.figures = figures;
    this.people = people;
    this.clock = clock;
  }

  Routes routes() {
    return new Routes()
        .get("/v1/plans/{id}/figures", Guard.MEMBER, this::list)
        .post("/v1/plans/{id}/figures", Guard.MEMBER, this::register)
        .put("/v1/figures/{id}", Guard.MEMBER, this::change)
        .put("/v1/figures/{id}/removed", Guard.MEMBER, this::remove);
  }

  private Answer list(Call call) {
    return figures
        .of(call.actor(), call.id("id", PlanId::parse))
        .<Answer>map(all -> {
          Map<MemberId, Named> named = named(all.figures());
          JsonArray items = new JsonArray();
          all.figures().forEach(each -> items.add(json(each, named)));
          JsonArray sections = new JsonArray();
          all.places().forEach(each -> sections.add(section(each)));
          return Answer.ok(
              new JsonObject()
                  .put("plan", all.plan())
                  .put("items", items)
                  .put("mayAdd", !all.places().isEmpty())
                  .put("sections", sections));
        })
        .orElseGet(Problem::notFound);
  }

  private Answer register(Call call) {
    Figures.Outcome outcome =
        figures.register(call.actor(), call.id("id", PlanId::parse), content(call.fields()));
    return outcome instanceof Figures.Outcome.Done(var shown)
        ? Answer.created("/v1/figures/" + shown.figure().id(), json(shown))
        : answer(outcome);
  }

  private Answer change(Call call) {
    Fields fields = call.fields();
    return answer(
        figures.change(
            call.actor(), call.id("id", Ids::parse), fields.number("version"), content(fields)));
  }

  private Answer remove(Call call) {
    return answer(
        figures.remove(call.actor(), call.id("id", Ids::parse), call.fields().flag("removed")));
  }

  private Figure.Content content(Fields fields) {
    return new Figure.Content(
        fields.line("label", Limits.FIGURE_LABEL_LENGTH_MAX),
        fields.line("value", Limits.FIGURE_VALUE_LENGTH_MAX),
        optional(fields, "unit", Limits.FIGURE_UNIT_LENGTH_MAX),
        fields.line("source", Limits.FIGURE_SOURCE_LENGTH_MAX),
        fields.whole("year", YEAR_MIN, thisYear()),
        section(fields),
        question(fields));
  }

  private int thisYear() {
    return Instant.ofEpochMilli(clock.nowMs()).atZone(HERE).getYear();
  }

  private static String optional(Fields fields, String name, int lengthMax) {
    return fields.given(name) && !fields.text(name, Limits.JSON_BODY_SIZE_MAX_BYTES).isBlank()
        ? fields.line(name, lengthMax)
        : "";
  }

  private static @Nullable SectionId section(Fields fields) {
    String text = fields.optionalText("section", ID_LENGTH).orElse(null);
    try {
      return text == null ? null : SectionId.parse(text);
    } catch (IllegalArgumentException _) {
      throw fields.wrong("section", SECTION_UNFIT);
    }
  }

  private static final Text SECTION_UNFIT =
      new Text("Kies een paragraaf met een rol voor u.", "Choose a section with a role for you.");

  private static String question(Fields fields) {
    String id = fields.optionalText("question", QUESTION_LENGTH).orElse("");
    if (!id.matches("[a-z0-9-]*")) {
      throw fields.wrong(
          "question", new Text("Deze vraag bestaat niet.", "There is no such question."));
    }
    return id;
  }

  private Answer answer(Figures.Outcome outcome) {
    return switch (outcome) {
      case Figures.Outcome.Done(var shown) -> Answer.ok(json(shown));
      case Figures.Outcome.Absent() -> Problem.notFound();
      case Figures.Outcome.NotAllowed() ->
          new Problem(
              403,
              "role-required",
              new Text("Hiervoor is een rol nodig", "This takes a role"),
              new Text(
                  "Wie een rol in het plan heeft, houdt cijfers bij. Een cijfer van een andere"
                      + " organisatie past u aan waar u zelf schrijft.",
                  "Who has a role in the plan keeps figures. You change a figure of another"
                      + " organisation where you write yourself."));
      case Figures.Outcome.SectionUnfit() -> Problem.field("section", SECTION_UNFIT);
      case Figures.Outcome.Changed(long version) -> Problem.changedMeanwhile(version);
      case Figures.Outcome.TooMany() ->
          Problem.conflict(
              "too-many",
              new Text("Het is vol", "It is full"),
              new Text(
                  "Een plan heeft hooguit " + Limits.FIGURES_OF_PLAN_MAX + " cijfers.",
                  "A plan has " + Limits.FIGURES_OF_PLAN_MAX + " figures at most."));
    };
  }

  private Map<MemberId, Named> named(List<Figures.Shown> shown) {
    Set<MemberId> members = new HashSet<>();
    shown.forEach(each -> members.add(each.figure().by()));
    return people.named(members).await();
  }

  private JsonObject json(Figures.Shown shown) {
    return json(shown, named(List.of(shown)));
  }

  private JsonObject json(Figures.Shown shown, Map<MemberId, Named> named) {
    Figure figure = shown.figure();
    Figure.Content content = figure.content();
    Place place = shown.place();
    Named by = named.get(figure.by());
    return new JsonObject()
        .put("id", figure.id().toString())
        .put("label", content.label())
        .put("value", content.value())
        .put("unit", content.unit())
        .put("source", content.source())
        .put("year", content.year())
        .put("stale", FigureRules.isStale(content.year(), thisYear()))
        .put("section", place == null ? null : section(place))
        .put("question", content.question().isEmpty() ? null : content.question())
        .put("by", by == null ? null : by.json())
        .put("at", figure.atMs())
        .put("version", figure.version())
        .put("removed", figure.removed())
        .put("mayChange", shown.mayChange());
  }

  private static JsonObject section(Place place) {
    return new JsonObject()
        .put("id", place.section().toString())
        .put("key", place.key())
        .put("number", place.number())
        .put("title", place.title());
  }
}
