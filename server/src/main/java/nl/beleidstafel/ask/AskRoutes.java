package nl.beleidstafel.ask;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import nl.beleidstafel.ask.Ask.Given;
import nl.beleidstafel.ask.Ask.Question;
import nl.beleidstafel.base.Actor;
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
import nl.beleidstafel.http.RefusedException;
import nl.beleidstafel.http.Routes;
import nl.beleidstafel.http.Text;
import nl.beleidstafel.rights.Partner;
import nl.beleidstafel.sections.Named;
import nl.beleidstafel.sections.People;
import nl.beleidstafel.sections.Place;
import org.jspecify.annotations.Nullable;

/// Asks and answers over HTTP.
final class AskRoutes {
  private static final int ID_LENGTH = 36;
  private static final int DATE_LENGTH = 10;
  private static final int WORD_LENGTH = 20;

  private final Asks asks;
  private final People people;
  private final Clock clock;

  AskRoutes(Asks asks, People people, Clock clock) {
    this.asks = asks;
    this.people = people;
    this.clock = clock;
  }

  Routes routes() {
    return new Routes()
        .get("/v1/asks", Guard.MEMBER, this::mine)
        .get("/v1/plans/{id}/asks", Guard.MEMBER, this::list)
        .post("/v1/plans/{id}/asks", Guard.MEMBER, this::make)
        .get("/v1/asks/{id}", Guard.MEMBER, this::show)
        .put("/v1/asks/{id}", Guard.MEMBER, this::change)
        .post("/v1/asks/{id}/reminders", Guard.MEMBER, this::remind)
        .put("/v1/asks/{id}/sections/{section}/answer", Guard.MEMBER, this::answer);
  }

  private Answer mine(Call call) {
    JsonArray items = new JsonArray();
    for (Asks.Shown shown : asks.mine(call.actor())) {
      shown.asks().forEach(ask -> items.add(summary(call.actor(), shown, ask)));
    }
    return Answer.ok(new JsonObject().put("items", items));
  }

  private Answer list(Call call) {
    return asks.of(call.actor(), call.id("id", PlanId::parse))
        .<Answer>map(shown -> {
          JsonArray items = new JsonArray();
          shown.asks().forEach(ask -> items.add(summary(call.actor(), shown, ask)));
          return Answer.ok(new JsonObject().put("items", items).put("mayAsk", shown.coordinates()));
        })
        .orElseGet(Problem::notFound);
  }

  private Answer make(Call call) {
    Fields fields = call.fields();
    Asks.Wish wish =
        new Asks.Wish(
            fields.line("title", 200),
            fields.paragraphs("letter", Limits.LETTER_LENGTH_MAX),
            day(fields),
            ids(fields, "sections", Limits.SECTIONS_OF_ASK_MAX, SectionId::parse),
            ids(fields, "partners", Limits.PARTNERS_OF_ASK_MAX, Ids::parse));
    Asks.Outcome outcome =
        asks.make(call.actor(), call.id("id", PlanId::parse), wish, call.address());
    return outcome.ended() == Ended.DONE
        ? Answer.created("/v1/asks/" + outcome.id(), shown(call.actor(), outcome.id()))
        : Refusals.of(outcome.ended(), 0);
  }

  private Answer show(Call call) {
    UUID id = call.id("id", Ids::parse);
    return asks.find(call.actor(), id)
        .<Answer>map(shown -> Answer.ok(detail(call.actor(), shown)))
        .orElseGet(Problem::notFound);
  }

  private Answer change(Call call) {
    UUID id = call.id("id", Ids::parse);
    Fields fields = call.fields();
    return done(call, asks.change(call.actor(), id, day(fields), fields.flag("closed")));
  }

  private Answer remind(Call call) {
    return done(call, asks.remind(call.actor(), call.id("id", Ids::parse)));
  }

  private Answer answer(Call call) {
    UUID id = call.id("id", Ids::parse);
    SectionId section = call.id("section", SectionId::parse);
    Fields fields = call.fields();
    Verdict verdict =
        Verdict.of(fields.text("verdict", WORD_LENGTH))
            .orElseThrow(() ->
                refused("verdict", "Kies een van de antwoorden.", "Choose one of the answers."));
    String text = optional(fields, "text", Limits.ANSWER_LENGTH_MAX);
    if (verdict.needsText() && text.isEmpty()) {
      throw refused(
          "text",
          "Schrijf wat u opmerkt of waar u bezwaar tegen hebt.",
          "Write what you remark or object to.");
    }
    return done(call, asks.answer(call.actor(), id, section, verdict, text));
  }

  private Answer done(Call call, Asks.Outcome outcome) {
    return outcome.ended() == Ended.DONE
        ? Answer.ok(shown(call.actor(), outcome.id()))
        : Refusals.of(outcome.ended(), outcome.waitMs());
  }

  /// Text that may be left out or empty.
  static String optional(Fields fields, String name, int lengthMax) {
    return fields.given(name) && !fields.text(name, Limits.JSON_BODY_SIZE_MAX_BYTES).isBlank()
        ? fields.paragraphs(name, lengthMax)
        : "";
  }

  private static LocalDate day(Fields fields) {
    try {
      return LocalDate.parse(fields.text("due", DATE_LENGTH));
    } catch (DateTimeParseException _) {
      throw refused("due", "Schrijf een datum als 2026-11-25.", "Write a date such as 2026-11-25.");
    }
  }

  private static <T> List<T> ids(
      Fields fields, String name, int countMax, Function<String, T> parse) {
    Set<T> ids = new LinkedHashSet<>();
    for (String each : fields.texts(name, countMax, ID_LENGTH)) {
      try {
        ids.add(parse.apply(each));
      } catch (IllegalArgumentException _) {
        throw refused(name, "Dit bestaat niet.", "This does not exist.");
      }
    }
    return new ArrayList<>(ids);
  }

  private static RefusedException refused(String field, String dutch, String english) {
    return new RefusedException(Problem.field(field, new Text(dutch, english)));
  }

  private JsonObject shown(Actor actor, UUID id) {
    return asks.find(actor, id).map(shown -> detail(actor, shown)).orElseGet(JsonObject::new);
  }

  private JsonObject summary(Actor actor, Asks.Shown shown, Ask ask) {
    List<Question> mine =
        ask.questions().stream().filter(each -> each.partner().equals(actor.partner())).toList();
    Place place = shown.places().values().iterator().next();
    return head(ask, place)
        .put("counts", counts(ask.questions()))
        .put("mine", mine.isEmpty() ? null : counts(mine));
  }

  private static JsonObject counts(List<Question> questions) {
    long answered = questions.stream().filter(each -> each.answer() != null).count();
    return new JsonObject().put("asked", questions.size()).put("answered", answered);
  }

  private JsonObject head(Ask ask, Place place) {
    return new JsonObject()
        .put("id", ask.id().toString())
        .put(
            "plan",
            new JsonObject().put("id", ask.plan().toString()).put("title", place.planTitle()))
        .put("title", ask.title())
        .put("due", ask.due().toString())
        .put("over", AskRules.isLate(ask.due(), clock.nowMs()))
        .put("at", ask.atMs())
        .put("closedAt", ask.closedAtMs());
  }

  private JsonObject detail(Actor actor, Asks.Shown shown) {
    Ask ask = shown.asks().getFirst();
    Set<MemberId> members = new HashSet<>(Set.of(ask.by()));
    ask.questions()
        .forEach(each -> {
          Given answer = each.answer();
          if (answer != null) {
            members.add(answer.by());
          }
        });
    Map<MemberId, Named> named = people.named(members).await();
    Set<SectionId> asked = new HashSet<>();
    JsonArray questions = new JsonArray();
    for (Question each : ask.questions()) {
      asked.add(each.section());
      questions.add(json(actor, shown, ask, each, named));
    }
    JsonArray sections = new JsonArray();
    for (Place each : shown.places().values()) {
      if (asked.contains(each.section())) {
        sections.add(section(each));
      }
    }
    return head(ask, shown.places().values().iterator().next())
        .put("letter", ask.letter())
        .put("by", person(ask.by(), named))
        .put("remindedAt", shown.coordinates() ? ask.remindedAtMs() : null)
        .put("mayManage", shown.coordinates())
        .put("sections", sections)
        .put("questions", questions);
  }

  static JsonObject section(Place place) {
    return new JsonObject()
        .put("id", place.section().toString())
        .put("key", place.key())
        .put("number", place.number())
        .put("title", place.title());
  }

  private static JsonObject json(
      Actor actor, Asks.Shown shown, Ask ask, Question question, Map<MemberId, Named> named) {
    Given answer = question.answer();
    return new JsonObject()
        .put("id", question.id().toString())
        .put("section", question.section().toString())
        .put("partner", partner(shown.partners().get(question.partner()), answer, named))
        .put("mine", question.partner().equals(actor.partner()))
        .put(
            "answer",
            answer == null
                ? null
                : new JsonObject()
                    .put("verdict", answer.verdict().word())
                    .put("text", answer.text())
                    .put("by", person(answer.by(), named))
                    .put("at", answer.atMs())
                    .put("late", AskRules.isLate(ask.due(), answer.atMs())));
  }

  /// Of a partner that left, its answer still knows the name.
  private static @Nullable JsonObject partner(
      @Nullable Partner partner, @Nullable Given answer, Map<MemberId, Named> named) {
    if (partner == null) {
      Named by = answer == null ? null : named.get(answer.by());
      return by == null ? null : by.json().getJsonObject("partner");
    }
    return new JsonObject()
        .put("id", partner.id().toString())
        .put("name", partner.name())
        .put("badge", partner.badge())
        .put("colour", partner.colour());
  }

  static @Nullable JsonObject person(MemberId member, Map<MemberId, Named> named) {
    Named found = named.get(member);
    return found == null ? null : found.json();
  }
}
