package nl.beleidstafel.history;

import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.history.Comparing.Compared;
import nl.beleidstafel.history.Comparing.Moment;
import nl.beleidstafel.history.Comparing.Restored;
import nl.beleidstafel.history.History.Outcome;
import nl.beleidstafel.http.Answer;
import nl.beleidstafel.http.Call;
import nl.beleidstafel.http.Fields;
import nl.beleidstafel.http.Guard;
import nl.beleidstafel.http.Problem;
import nl.beleidstafel.http.RefusedException;
import nl.beleidstafel.http.Routes;
import nl.beleidstafel.http.Text;
import nl.beleidstafel.sections.Named;
import nl.beleidstafel.sections.People;
import nl.beleidstafel.sections.Place;
import nl.beleidstafel.sections.Places;
import nl.beleidstafel.sections.Tally;

/// States, versions and differences over HTTP.
final class HistoryRoutes {
  private static final int WORD_LENGTH = 36;
  private static final Pattern MOMENT = Pattern.compile("(v?)([1-9][0-9]{0,8})");

  private final History history;
  private final Comparing comparing;
  private final Places places;
  private final People people;
  private final List<Tally> tallies;

  HistoryRoutes(
      History history, Comparing comparing, Places places, People people, List<Tally> tallies) {
    this.history = history;
    this.comparing = comparing;
    this.places = places;
    this.people = people;
    this.tallies = List.copyOf(tallies);
  }

  Routes routes() {
    return new Routes()
        .get("/v1/sections/{id}/history", Guard.MEMBER, this::show)
        .get("/v1/sections/{id}/waiting", Guard.MEMBER, this::waiting)
        .put("/v1/sections/{id}/status", Guard.MEMBER, this::move)
        .post("/v1/sections/{id}/versions", Guard.MEMBER, this::name)
        .get("/v1/sections/{id}/difference", Guard.MEMBER, this::compare)
        .post("/v1/sections/{id}/restore", Guard.MEMBER, this::restore)
        .get("/v1/plans/{id}/versions", Guard.MEMBER, this::ofPlan)
        .post("/v1/plans/{id}/versions", Guard.MEMBER, this::namePlan);
  }

  private Answer show(Call call) {
    return history
        .of(call.actor(), id(call, SectionId::parse))
        .<Answer>map(past -> Answer.ok(HistoryJson.past(past, named(HistoryJson.members(past)))))
        .orElseGet(Problem::notFound);
  }

  private Map<MemberId, Named> named(Set<MemberId> members) {
    return people.named(members).await();
  }

  /// What is not done with yet in a section.
  private Answer waiting(Call call) {
    Optional<Place> found = places.find(call.actor(), id(call, SectionId::parse)).await();
    if (found.isEmpty()) {
      return Problem.notFound();
    }
    Place place = found.get();
    JsonObject waiting = new JsonObject().put("fillIns", history.openFillIns(place));
    for (Tally tally : tallies) {
      waiting.put(
          tally.name(),
          tally
              .count(call.actor(), place.plan())
              .await()
              .getOrDefault(place.section(), Map.of())
              .getOrDefault("open", 0L));
    }
    return Answer.ok(waiting);
  }

  private Answer move(Call call) {
    SectionId section = id(call, SectionId::parse);
    Fields fields = call.fields();
    State to = state(fields, "status");
    State from = fields.given("from") ? state(fields, "from") : null;
    String name = to == State.FIXED ? fields.line("name", Limits.NAME_LENGTH_MAX) : "";
    return answer(
        history.move(new History.Step(call.actor(), section, to, from, name, call.address())));
  }

  private static State state(Fields fields, String name) {
    return State.of(fields.text(name, WORD_LENGTH))
        .orElseThrow(() ->
            new RefusedException(
                Problem.field(name, new Text("Deze stand is er niet.", "No such state."))));
  }

  private Answer name(Call call) {
    SectionId section = id(call, SectionId::parse);
    String name = call.fields().line("name", Limits.NAME_LENGTH_MAX);
    return answer(history.nameSection(call.actor(), section, name));
  }

  private Answer ofPlan(Call call) {
    return history
        .ofPlan(call.actor(), id(call, PlanId::parse))
        .<Answer>map(past -> {
          Set<MemberId> members = new HashSet<>();
          past.versions().forEach(version -> members.add(version.by()));
          return Answer.ok(HistoryJson.plan(past, named(members)));
        })
        .orElseGet(Problem::notFound);
  }

  private Answer namePlan(Call call) {
    PlanId plan = id(call, PlanId::parse);
    Fields fields = call.fields();
    String name = fields.line("name", Limits.NAME_LENGTH_MAX);
    return answer(history.namePlan(call.actor(), plan, name, fields.flag("final")));
  }

  private static Answer answer(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done() -> Answer.empty();
      case Outcome.Absent() -> Problem.notFound();
      case Outcome.NotCoordinator() -> Problem.coordinatorRequired();
      case Outcome.NotWriter() -> notWriter();
      case Outcome.NoStep() ->
          Problem.conflict(
              "no-such-step",
              new Text("Deze stap is er niet", "There is no such step"),
              new Text(
                  "Heropen de paragraaf eerst. Dan kunt u een andere stand kiezen.",
                  "Reopen the section first. Then you can choose another state."));
      case Outcome.Meanwhile(State _) ->
          Problem.conflict(
              "changed-meanwhile",
              new Text("Iemand anders was u voor", "Somebody else was first"),
              new Text(
                  "De stand is intussen veranderd. Bekijk hoe het nu is en probeer het opnieuw.",
                  "The state has changed meanwhile. Look how it is now and try again."));
      case Outcome.TooMany() ->
          Problem.conflict(
              "too-many",
              new Text("Het is vol", "It is full"),
              new Text(
                  "Er kunnen hooguit " + Limits.VERSIONS_MAX + " versies zijn.",
                  "There can be " + Limits.VERSIONS_MAX + " versions at most."));
      case Outcome.FillInsOpen(int count) ->
          Problem.conflict(
              "fill-ins-open",
              new Text("Het plan is nog niet af", "The plan is not finished yet"),
              new Text(
                  count == 1
                      ? "Er is nog 1 invulplek open. Vul die eerst in."
                      : "Er zijn nog " + count + " invulplekken open. Vul die eerst in.",
                  count == 1
                      ? "1 fill-in is still open. Fill it in first."
                      : count + " fill-ins are still open. Fill them in first."));
    };
  }

  private static Problem notWriter() {
    return new Problem(
        403,
        "may-not-write",
        new Text("U mag hier niet schrijven", "You may not write here"),
        new Text(
            "Vraag het aan wie in deze paragraaf schrijft, of aan de coördinator.",
            "Ask who writes in this section, or the coordinator."));
  }

  private Answer compare(Call call) {
    SectionId section = id(call, SectionId::parse);
    Moment from =
        call.query("from")
            .map(word -> moment("from", word))
            .orElseThrow(() -> new RefusedException(noMoment("from")));
    Moment to = call.query("to").map(word -> moment("to", word)).orElseGet(Moment.Now::new);
    return switch (comparing.compare(call.actor(), section, from, to)) {
      case Compared.Found(var place, long first, long last, var difference) ->
          Answer.ok(
              HistoryJson.difference(
                  place, first, last, difference, named(HistoryJson.members(difference))));
      case Compared.Absent() -> Problem.notFound();
      case Compared.NoMoment(String field) -> noMoment(field);
      case Compared.TooLong() ->
          Problem.conflict(
              "too-long",
              new Text("Dit is te veel om te vergelijken", "This is too much to compare"),
              new Text(
                  "In deze paragraaf is te veel geschreven om het verschil te tonen.",
                  "Too much was written in this section to show the difference."));
    };
  }

  /// `v3` is a version, `120` an update of the log.
  private static Moment moment(String field, String word) {
    Matcher matcher = MOMENT.matcher(word);
    if (!matcher.matches()) {
      throw new RefusedException(noMoment(field));
    }
    int number = Integer.parseInt(matcher.group(2));
    return matcher.group(1).isEmpty() ? new Moment.OfSeq(number) : new Moment.OfVersion(number);
  }

  private static Problem noMoment(String field) {
    return Problem.field(
        field,
        new Text("Deze versie is er niet in deze paragraaf.", "This section has no such version."));
  }

  private Answer restore(Call call) {
    SectionId section = id(call, SectionId::parse);
    Moment moment = moment("to", call.fields().text("to", WORD_LENGTH));
    Long at = call.fields().given("at") ? call.fields().number("at") : null;
    return switch (comparing.restore(call.actor(), section, moment, at)) {
      case Restored.Done(long before, long seq) ->
          Answer.ok(new JsonObject().put("before", before).put("seq", seq));
      case Restored.Absent() -> Problem.notFound();
      case Restored.NotWriter() -> notWriter();
      case Restored.Fixed() ->
          Problem.conflict(
              "section-fixed",
              new Text("Deze paragraaf is vastgesteld", "This section is fixed"),
              new Text(
                  "De tekst verandert niet meer, tot de coördinator de paragraaf heropent.",
                  "The text does not change until the coordinator reopens the section."));
      case Restored.NoMoment() -> noMoment("to");
      case Restored.Unknown() ->
          Problem.conflict(
              "cannot-restore",
              new Text("Terugzetten lukt niet", "This cannot be restored"),
              new Text(
                  "Er staat iets in die tekst dat wij niet kennen. Kopieer wat u nodig hebt.",
                  "That text holds something unknown to us. Copy what you need."));
      case Restored.Meanwhile() ->
          Problem.conflict(
              "changed-meanwhile",
              new Text("Er is verder geschreven", "People wrote on"),
              new Text(
                  "Er is intussen verder geschreven. Bekijk eerst wat er veranderde.",
                  "People wrote on meanwhile. Look first at what changed."));
    };
  }

  /// What is no id is nobody's.
  private static <T> T id(Call call, Function<String, T> parse) {
    try {
      return parse.apply(call.path("id"));
    } catch (IllegalArgumentException _) {
      throw new RefusedException(Problem.notFound());
    }
  }
}
