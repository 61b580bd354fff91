package nl.beleidstafel.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.http.Answer;
import nl.beleidstafel.http.Call;
import nl.beleidstafel.http.Fields;
import nl.beleidstafel.http.Guard;
import nl.beleidstafel.http.Problem;
import nl.beleidstafel.http.Routes;
import nl.beleidstafel.http.Text;
import nl.beleidstafel.plan.Reshaping.Outcome;
import nl.beleidstafel.plan.Reshaping.Wish;

/// Changes of an outline over HTTP. Each answers with the plan as it is then.
record OutlineRoutes(Plans plans, Reshaping reshaping, Blankness blankness, PlanJson json) {
  private static final int ID_LENGTH = 36;
  private static final String VERSION = "version";

  Routes routes() {
    return new Routes()
        .post("/v1/plans/{id}/outline", Guard.MEMBER, this::arrange)
        .put("/v1/plans/{id}/sections/{section}", Guard.MEMBER, this::change)
        .delete("/v1/plans/{id}/sections/{section}", Guard.MEMBER, this::delete);
  }

  private Answer arrange(Call call) {
    Fields fields = call.fields();
    Wish wish = wish(call, fields.number(VERSION));
    if (!fields.given("order")) {
      return answer(call, reshaping.renumber(wish).await());
    }
    List<SectionId> order = new ArrayList<>();
    for (String id : fields.texts("order", Limits.SECTIONS_OF_PLAN_MAX, ID_LENGTH)) {
      try {
        order.add(SectionId.parse(id));
      } catch (IllegalArgumentException _) {
        return notAnOutline();
      }
    }
    List<String> numbers =
        fields.given("numbers")
            ? fields.texts("numbers", Limits.SECTIONS_OF_PLAN_MAX, ID_LENGTH)
            : List.of();
    boolean fits = numbers.isEmpty() || numbers.size() == order.size();
    if (!fits || !numbers.stream().allMatch(OutlineRules::isNumber)) {
      return Problem.field(
          "numbers",
          new Text(
              "Geef elke paragraaf een nummer als 3.4 of B1.",
              "Give each section a number such as 3.4 or B1."));
    }
    return answer(call, reshaping.arrange(wish, order, numbers).await());
  }

  private Answer change(Call call) {
    SectionId section = call.id("section", SectionId::parse);
    Fields fields = call.fields();
    Wish wish = wish(call, fields.number(VERSION));
    if (fields.given("title")) {
      String title = fields.line("title", Limits.NAME_LENGTH_MAX);
      return answer(call, reshaping.rename(wish, section, title).await());
    }
    if (!fields.flag("off")) {
      return answer(call, reshaping.switchOn(wish, section).await());
    }
    String elsewhere =
        fields.optionalText("elsewhere", Limits.NAME_LENGTH_MAX).map(String::strip).orElse("");
    return answer(
        call,
        reshaping
            .switchOff(
                wish,
                section,
                elsewhere.isEmpty() ? "" : fields.line("elsewhere", Limits.NAME_LENGTH_MAX))
            .await());
  }

  private Answer delete(Call call) {
    SectionId section = call.id("section", SectionId::parse);
    long version = call.query(VERSION).flatMap(OutlineRoutes::number).orElse(0L);
    Optional<Plans.Shown> shown = plans.find(call.actor(), call.id("id", PlanId::parse)).await();
    long seq =
        shown
            .flatMap(found -> found.plan().section(section))
            .map(found -> blankness.seq(call.actor(), shown.get().plan().id(), found).await())
            .orElse(Blankness.WRITTEN);
    return answer(call, reshaping.delete(wish(call, version), section, seq).await());
  }

  private static Optional<Long> number(String word) {
    return word.length() <= 15 && word.chars().allMatch(unit -> unit >= '0' && unit <= '9')
        ? Optional.of(word).filter(each -> !each.isEmpty()).map(Long::parseLong)
        : Optional.empty();
  }

  private static Wish wish(Call call, long version) {
    return new Wish(call.actor(), call.id("id", PlanId::parse), version, call.address());
  }

  private Answer answer(Call call, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done(Plan plan) -> Answer.ok(json.plan(plans.shown(call.actor(), plan).await()));
      case Outcome.Absent() -> Problem.notFound();
      case Outcome.NotCoordinator() -> Problem.coordinatorRequired();
      case Outcome.Meanwhile(long version) -> Problem.changedMeanwhile(version);
      case Outcome.NotAnOutline() -> notAnOutline();
      case Outcome.Nothing() ->
          Problem.conflict(
              "last-section",
              new Text("Er blijft niets over", "Nothing would be left"),
              new Text(
                  "Een plan heeft ten minste één paragraaf die aanstaat.",
                  "A plan has at least one section that is switched on."));
      case Outcome.NotOwn() ->
          Problem.conflict(
              "section-of-model",
              new Text("Deze paragraaf hoort bij het modelplan", "This section is the model's"),
              new Text(
                  "Zet de paragraaf uit. Dan blijft de tekst bewaard.",
                  "Switch the section off. Its text is kept then."));
      case Outcome.NotEmpty() ->
          Problem.conflict(
              "section-not-empty",
              new Text("Deze paragraaf is niet leeg", "This section is not empty"),
              new Text(
                  "Zet de paragraaf uit. Dan blijft bewaard wat erin staat.",
                  "Switch the section off. What is in it is kept then."));
    };
  }

  private static Problem notAnOutline() {
    return Problem.field(
        "order",
        new Text(
            "Noem elke paragraaf één keer: eerst wat vooraf gaat, dan de delen, dan de bijlagen.",
            "Name each section once: first the front matter, then the parts, then the annexes."));
  }
}
