package nl.beleidstafel.suggestion;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.Ids;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.collab.Level;
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
import nl.beleidstafel.suggestion.Suggestion.Decided;
import nl.beleidstafel.suggestion.Suggestion.State;
import nl.beleidstafel.suggestion.SuggestionRules.Fault;
import nl.beleidstafel.suggestion.Suggestions.Ended;
import nl.beleidstafel.suggestion.Suggestions.Left;
import nl.beleidstafel.suggestion.Suggestions.Outcome;
import org.jspecify.annotations.Nullable;

/// Suggestions over HTTP.
final class SuggestionRoutes {
  private static final int UPDATE_LENGTH_MAX = Bounds.SIZE_MAX_BYTES * 4 / 3 + 4;

  private final Suggestions suggestions;
  private final People people;

  SuggestionRoutes(Suggestions suggestions, People people) {
    this.suggestions = suggestions;
    this.people = people;
  }

  Routes routes() {
    return new Routes()
        .get("/v1/sections/{id}/suggestions", Guard.MEMBER, this::list)
        .post("/v1/sections/{id}/suggestions", Guard.MEMBER, this::propose)
        .post("/v1/suggestions/{id}/accept", Guard.MEMBER, this::accept)
        .post("/v1/suggestions/{id}/decline", Guard.MEMBER, this::decline)
        .post("/v1/suggestions/{id}/reopen", Guard.MEMBER, this::reopen)
        .post("/v1/suggestions/{id}/withdraw", Guard.MEMBER, this::withdraw);
  }

  private Answer list(Call call) {
    return suggestions
        .of(call.actor(), call.id("id", SectionId::parse))
        .<Answer>map(shown -> {
          Map<MemberId, Named> named = named(shown.suggestions());
          JsonArray items = new JsonArray();
          for (Suggestion each : shown.suggestions()) {
            items.add(json(call.actor(), each, named));
          }
          return Answer.ok(
              new JsonObject()
                  .put("items", items)
                  .put("mayPropose", shown.place().level().allows(Level.COMMENT))
                  .put("mayAccept", shown.place().level().allows(Level.WRITE))
                  .put("mayDecline", Suggestions.mayDecide(shown.place())));
        })
        .orElseGet(Problem::notFound);
  }

  private Answer propose(Call call) {
    SectionId section = call.id("id", SectionId::parse);
    Fields fields = call.fields();
    Bytes update = update(fields);
    String reason =
        fields.given("reason") ? fields.paragraphs("reason", Bounds.REASON_LENGTH_MAX) : "";
    return answer(call, suggestions.propose(call.actor(), section, update, reason), true);
  }

  private static Bytes update(Fields fields) {
    try {
      Bytes update =
          Bytes.wrap(Base64.getUrlDecoder().decode(fields.text("update", UPDATE_LENGTH_MAX)));
      if (update.length() <= Bounds.SIZE_MAX_BYTES) {
        return update;
      }
    } catch (IllegalArgumentException _) {
      // No base64: said below.
    }
    throw new RefusedException(noUpdate());
  }

  private static Problem noUpdate() {
    return Problem.field(
        "update",
        new Text("Dit is geen voorstel bij deze tekst.", "This is no suggestion for this text."));
  }

  private Answer accept(Call call) {
    return answer(call, suggestions.accept(call.actor(), call.id("id", Ids::parse)), false);
  }

  private Answer decline(Call call) {
    UUID id = call.id("id", Ids::parse);
    String reason = call.fields().paragraphs("reason", Bounds.REASON_LENGTH_MAX);
    return answer(call, suggestions.decline(call.actor(), id, reason), false);
  }

  private Answer reopen(Call call) {
    return answer(call, suggestions.reopen(call.actor(), call.id("id", Ids::parse)), false);
  }

  private Answer withdraw(Call call) {
    return answer(call, suggestions.withdraw(call.actor(), call.id("id", Ids::parse)), false);
  }

  private Answer answer(Call call, Outcome outcome, boolean made) {
    Fault fault = outcome.fault();
    if (fault != null) {
      return unfit(fault);
    }
    return switch (outcome.ended()) {
      case DONE -> done(call.actor(), outcome.left(), made);
      case Ended ended -> refused(ended);
    };
  }

  private static Problem refused(Ended ended) {
    return switch (ended) {
      case DONE, ABSENT -> Problem.notFound();
      case READS_ONLY ->
          new Problem(
              403,
              "comment-right-required",
              new Text("U mag hier niets voorstellen", "You may not suggest here"),
              new Text(
                  "Vraag de coördinator van het plan om een rol in deze paragraaf.",
                  "Ask the coordinator of the plan for a role in this section."));
      case NOT_WRITER ->
          new Problem(
              403,
              "write-right-required",
              new Text("U mag hier niet beslissen", "You may not decide here"),
              new Text(
                  "Wie in deze paragraaf schrijft, beslist over voorstellen.",
                  "Who writes in this section decides about suggestions."));
      case NOT_YOURS ->
          new Problem(
              403,
              "not-yours",
              new Text("Dit voorstel is van iemand anders", "This is somebody else's suggestion"),
              new Text(
                  "Alleen wie het deed, kan het intrekken.", "Only who made it can withdraw it."));
      case FIXED ->
          Problem.conflict(
              "section-fixed",
              new Text("Deze paragraaf is vastgesteld", "This section is fixed"),
              new Text(
                  "De tekst verandert niet meer. De coördinator kan de paragraaf heropenen.",
                  "The text does not change any more. The coordinator can reopen the section."));
      case DECIDED ->
          Problem.conflict(
              "decided",
              new Text("Over dit voorstel is al beslist", "This was decided already"),
              new Text(
                  "Iemand anders was u voor. Bekijk wat er is besloten.",
                  "Somebody else was first. See what was decided."));
      case PLACE_GONE ->
          Problem.conflict(
              "place-gone",
              new Text("De plek van dit voorstel is weg", "The place of this suggestion is gone"),
              new Text(
                  "De alinea of de cel is verwijderd. U kunt de woorden nog kopiëren.",
                  "The paragraph or cell was removed. You can still copy the words."));
      case TOO_MANY ->
          Problem.conflict(
              "too-many",
              new Text("Er wachten te veel voorstellen", "Too many suggestions wait"),
              new Text(
                  "Beslis eerst over wat er ligt, of trek iets in.",
                  "First decide about those that wait, or withdraw one."));
    };
  }

  private static Problem unfit(Fault fault) {
    return switch (fault) {
      case MALFORMED, FOREIGN, INVALID -> noUpdate();
      case EMPTY ->
          Problem.field(
              "update",
              new Text(
                  "Uw voorstel verandert niets aan de tekst.",
                  "Your suggestion changes nothing in the text."));
      case STALE ->
          Problem.conflict(
              "text-changed",
              new Text("De tekst is nog onderweg", "The text is still on its way"),
              new Text(
                  "Uw voorstel hoort bij woorden die nog niet zijn opgeslagen. Probeer het zo weer.",
                  "Your suggestion belongs to words that are not saved yet. Try again shortly."));
    };
  }

  private Answer done(Actor actor, @Nullable Left left, boolean made) {
    if (left == null) {
      return Answer.empty();
    }
    JsonObject json = json(actor, left.suggestion(), named(List.of(left.suggestion())));
    return made ? Answer.created(json) : Answer.ok(json);
  }

  private Map<MemberId, Named> named(List<Suggestion> suggestions) {
    Set<MemberId> members = new HashSet<>();
    for (Suggestion each : suggestions) {
      members.add(each.by());
      Decided decided = each.decided();
      if (decided != null) {
        members.add(decided.by());
      }
    }
    return people.named(members).await();
  }

  private static JsonObject json(Actor actor, Suggestion each, Map<MemberId, Named> named) {
    boolean waits = each.state() == State.OPEN || each.state() == State.ACCEPTING;
    Decided decided = waits ? null : each.decided();
    return new JsonObject()
        .put("id", each.id().toString())
        .put("section", each.section().toString())
        .put("kind", each.effect().kind().word())
        .put("struck", each.effect().struck())
        .put("added", each.effect().added())
        .put("reason", each.reason())
        .put("by", person(each.by(), named))
        .put("at", each.atMs())
        .put("state", waits ? State.OPEN.word() : each.state().word())
        .put("mine", each.by().equals(actor.member()))
        .put("update", waits ? base64(each.update()) : null)
        .put(
            "decided",
            decided == null
                ? null
                : new JsonObject()
                    .put("by", person(decided.by(), named))
                    .put("at", decided.atMs())
                    .put("reason", decided.reason()));
  }

  private static @Nullable JsonObject person(MemberId member, Map<MemberId, Named> named) {
    Named found = named.get(member);
    return found == null ? null : found.json();
  }

  private static String base64(Bytes bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toArray());
  }
}
