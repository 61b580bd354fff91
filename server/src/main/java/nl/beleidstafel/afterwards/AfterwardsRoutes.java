package nl.beleidstafel.afterwards;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.beleidstafel.base.InterviewId;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.http.Answer;
import nl.beleidstafel.http.Call;
import nl.beleidstafel.http.Fields;
import nl.beleidstafel.http.Guard;
import nl.beleidstafel.http.Problem;
import nl.beleidstafel.http.RefusedException;
import nl.beleidstafel.http.Routes;
import nl.beleidstafel.http.Text;

/// What comes after a talk, over HTTP: for those who may open the interview, and for whoever was
/// spoken with, by their link. The token comes in the body, so that it stands in no log.
record AfterwardsRoutes(Afterwards afterwards, SummaryDoor door, AfterwardsJson json) {
  private static final int WORD_LENGTH = 50;

  Routes routes() {
    return new Routes()
        .get("/v1/interviews/{id}/afterwards", Guard.MEMBER, this::show)
        .put("/v1/interviews/{id}/basis", Guard.MEMBER, this::record)
        .put("/v1/interviews/{id}/summary", Guard.MEMBER, this::write)
        .post("/v1/interviews/{id}/summary-link", Guard.MEMBER, this::send)
        .delete("/v1/interviews/{id}/summary-link", Guard.MEMBER, this::withdraw)
        .post("/v1/interviews/{id}/erasure", Guard.MEMBER, this::erase)
        .post("/v1/summary", Guard.PUBLIC, this::read)
        .put("/v1/summary", Guard.PUBLIC, this::answer);
  }

  private Answer show(Call call) {
    return shown(call, call.id("id", InterviewId::parse));
  }

  private Answer shown(Call call, InterviewId id) {
    return afterwards
        .find(call.actor(), id)
        .<Answer>map(shown -> Answer.ok(json.whole(shown)))
        .orElseGet(Problem::notFound);
  }

  private Answer record(Call call) {
    InterviewId id = call.id("id", InterviewId::parse);
    Fields fields = call.fields();
    String text = fields.given("text") ? fields.paragraphs("text", Limits.BASIS_TEXT_MAX) : null;
    return answer(
        call,
        id,
        afterwards.record(
            call.actor(),
            id,
            fields.number("version"),
            fields.text("basis", WORD_LENGTH),
            text,
            call.address()));
  }

  private Answer write(Call call) {
    InterviewId id = call.id("id", InterviewId::parse);
    Fields fields = call.fields();
    String text = fields.paragraphs("text", Limits.SUMMARY_LENGTH_MAX);
    List<String> paragraphs =
        Arrays.stream(text.split("\n\\s*\n"))
            .map(String::strip)
            .filter(each -> !each.isEmpty())
            .toList();
    if (paragraphs.size() > Limits.SUMMARY_PARAGRAPHS_MAX) {
      throw new RefusedException(
          Problem.field(
              "text",
              new Text(
                  "Een samenvatting heeft hooguit " + Limits.SUMMARY_PARAGRAPHS_MAX + " alinea's.",
                  "A summary has " + Limits.SUMMARY_PARAGRAPHS_MAX + " paragraphs at most.")));
    }
    return answer(
        call,
        id,
        afterwards.write(call.actor(), id, fields.number("version"), paragraphs, call.address()));
  }

  private Answer send(Call call) {
    InterviewId id = call.id("id", InterviewId::parse);
    return answer(
        call,
        id,
        afterwards.send(call.actor(), id, call.fields().number("version"), call.address()));
  }

  private Answer withdraw(Call call) {
    InterviewId id = call.id("id", InterviewId::parse);
    return answer(call, id, afterwards.withdraw(call.actor(), id, call.address()));
  }

  private Answer erase(Call call) {
    InterviewId id = call.id("id", InterviewId::parse);
    Set<Kept> kinds = EnumSet.noneOf(Kept.class);
    for (String word : call.fields().texts("kept", Kept.values().length, WORD_LENGTH)) {
      kinds.add(
          Arrays.stream(Kept.values())
              .filter(each -> each.word().equals(word))
              .findFirst()
              .orElseThrow(() -> unknown("kept")));
    }
    if (kinds.isEmpty()) {
      throw unknown("kept");
    }
    return answer(call, id, afterwards.erase(call.actor(), id, kinds, call.address()));
  }

  private static RefusedException unknown(String field) {
    return new RefusedException(
        Problem.field(field, new Text("Dit bestaat hier niet.", "This does not exist here.")));
  }

  private Answer read(Call call) {
    long waitMs = door.waitMs(call.address());
    return waitMs > 0 ? Problem.tooMany(waitMs) : behind(call, token(call.fields()));
  }

  private Answer behind(Call call, String token) {
    return door.find(token, call.address())
        .<Answer>map(behind -> Answer.ok(json.behind(behind)))
        .orElseGet(AfterwardsRoutes::linkNotValid);
  }

  private static String token(Fields fields) {
    return fields.text("token", WORD_LENGTH);
  }

  private Answer answer(Call call) {
    long waitMs = door.waitMs(call.address());
    if (waitMs > 0) {
      return Problem.tooMany(waitMs);
    }
    Fields fields = call.fields();
    String token = token(fields);
    SummaryDoor.Wish wish =
        new SummaryDoor.Wish(
            fields.flag("agrees"),
            text(fields, "remark"),
            fields.given("corrections") ? corrections(fields.inside("corrections")) : List.of());
    Outcome outcome = door.answer(token, wish, call.address());
    if (outcome instanceof Outcome.Done) {
      return behind(call, token);
    }
    return outcome instanceof Outcome.Absent ? linkNotValid() : refusal(outcome);
  }

  /// By the number of the paragraph.
  private static List<String> corrections(Fields fields) {
    List<String> corrections = new ArrayList<>();
    for (int i = 0; i < Limits.SUMMARY_PARAGRAPHS_MAX; i++) {
      corrections.add(text(fields, String.valueOf(i)));
    }
    return corrections;
  }

  /// Text that may be left out or empty.
  private static String text(Fields fields, String name) {
    return fields.optionalText(name, Limits.JSON_BODY_SIZE_MAX_BYTES).orElse("").isBlank()
        ? ""
        : fields.paragraphs(name, Limits.SUMMARY_REMARK_MAX);
  }

  private static Answer linkNotValid() {
    return Problem.linkNotValid(
        new Text(
            "De samenvatting is er niet meer, of de link is te oud. Vraag de gemeente om een"
                + " nieuwe link.",
            "The summary is gone, or the link is too old. Ask the municipality for a new one."));
  }

  private Answer answer(Call call, InterviewId id, Outcome outcome) {
    return outcome instanceof Outcome.Done ? shown(call, id) : refusal(outcome);
  }

  private static Answer refusal(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done() -> Answer.empty();
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
      case Outcome.UnknownBasis() ->
          Problem.field("basis", new Text("Dit bestaat hier niet.", "This does not exist here."));
      case Outcome.BasisMissing() ->
          Problem.conflict(
              "basis-missing",
              new Text("De grondslag ontbreekt", "The legal basis is missing"),
              new Text(
                  "Leg eerst vast waarom u het gesprek mag bewaren.",
                  "Record first why the talk may be kept."));
      case Outcome.SummaryMissing() ->
          Problem.conflict(
              "summary-missing",
              new Text("Er is nog geen samenvatting", "There is no summary yet"),
              new Text("Schrijf eerst een samenvatting.", "Write a summary first."));
      case Outcome.AddressMissing() ->
          Problem.conflict(
              "address-missing",
              new Text("Er is geen e-mailadres", "There is no e-mail address"),
              new Text(
                  "Vul bij het interview het e-mailadres van de gesprekspartner in.",
                  "Fill in the e-mail address of whom you spoke with at the interview."));
      case Outcome.Gone() ->
          Problem.conflict(
              "erased",
              new Text("Dit is gewist", "This was erased"),
              new Text(
                  "De bewaartijd is voorbij. U kunt hier niets meer bewaren.",
                  "Its time is over. Nothing more can be kept here."));
      case Outcome.TooOften(long waitMs) -> Problem.tooMany(waitMs);
      case Outcome.TooLate() ->
          Problem.conflict(
              "too-late",
              new Text("De tijd is voorbij", "The time is over"),
              new Text(
                  "U kunt de samenvatting niet meer verbeteren. Neem contact op met de gemeente.",
                  "The summary cannot be corrected any more. Contact the municipality."));
    };
  }
}
