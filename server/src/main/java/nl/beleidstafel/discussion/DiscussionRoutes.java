package nl.beleidstafel.discussion;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.Ids;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.base.SectionId;
import nl.beleidstafel.collab.Level;
import nl.beleidstafel.crdt.update.CrdtException;
import nl.beleidstafel.discussion.Discussion.Outcome;
import nl.beleidstafel.discussion.Discussion.Words;
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
import org.jspecify.annotations.Nullable;

/// Threads over HTTP.
final class DiscussionRoutes {
  private static final int ID_LENGTH = 36;
  private static final int ANCHOR_LENGTH_MAX = Limits.ANCHOR_SIZE_MAX_BYTES * 4 / 3 + 4;

  private final Discussion discussion;
  private final Places places;
  private final People people;

  DiscussionRoutes(Discussion discussion, Places places, People people) {
    this.discussion = discussion;
    this.places = places;
    this.people = people;
  }

  Routes routes() {
    return new Routes()
        .get("/v1/plans/{id}/people", Guard.MEMBER, this::people)
        .get("/v1/sections/{id}/threads", Guard.MEMBER, this::list)
        .post("/v1/sections/{id}/threads", Guard.MEMBER, this::begin)
        .post("/v1/threads/{id}/comments", Guard.MEMBER, this::reply)
        .put("/v1/threads/{id}/resolution", Guard.MEMBER, this::resolve)
        .put("/v1/comments/{id}", Guard.MEMBER, this::edit)
        .delete("/v1/comments/{id}", Guard.MEMBER, this::remove);
  }

  private Answer people(Call call) {
    PlanId plan = call.id("id", PlanId::parse);
    if (places.of(call.actor(), plan).await().isEmpty()) {
      return Problem.notFound();
    }
    JsonArray items = new JsonArray();
    people.of(call.actor().municipality()).await().forEach(each -> items.add(each.json()));
    return Answer.ok(new JsonObject().put("items", items));
  }

  private Answer list(Call call) {
    return discussion
        .of(call.actor(), call.id("id", SectionId::parse))
        .<Answer>map(shown -> {
          Map<MemberId, Named> named = named(shown.talks());
          JsonArray items = new JsonArray();
          for (Talk talk : shown.talks()) {
            items.add(json(call.actor(), shown.place(), talk, named));
          }
          return Answer.ok(
              new JsonObject()
                  .put("items", items)
                  .put("mayComment", shown.place().level().allows(Level.COMMENT)));
        })
        .orElseGet(Problem::notFound);
  }

  private Answer begin(Call call) {
    SectionId section = call.id("id", SectionId::parse);
    Fields fields = call.fields();
    Anchor anchor = fields.given("anchor") ? anchor(fields.object("anchor")) : null;
    Outcome outcome = discussion.begin(call.actor(), section, anchor, words(fields));
    return answer(call, outcome, true);
  }

  private static Anchor anchor(Fields fields) {
    try {
      return Anchor.decode(bytes(fields, "from"), bytes(fields, "to"));
    } catch (CrdtException _) {
      throw new RefusedException(anchorWrong());
    }
  }

  private static Bytes bytes(Fields fields, String name) {
    try {
      return Bytes.wrap(Base64.getUrlDecoder().decode(fields.text(name, ANCHOR_LENGTH_MAX)));
    } catch (IllegalArgumentException _) {
      throw new RefusedException(anchorWrong());
    }
  }

  private static Problem anchorWrong() {
    return Problem.field(
        "anchor", new Text("Dit is geen plek in een tekst.", "This is no place in a text."));
  }

  private Answer reply(Call call) {
    UUID thread = call.id("id", Ids::parse);
    return answer(call, discussion.reply(call.actor(), thread, words(call.fields())), true);
  }

  private Answer resolve(Call call) {
    UUID thread = call.id("id", Ids::parse);
    boolean resolved = call.fields().flag("resolved");
    return answer(call, discussion.resolve(call.actor(), thread, resolved), false);
  }

  private Answer edit(Call call) {
    UUID comment = call.id("id", Ids::parse);
    return answer(call, discussion.edit(call.actor(), comment, words(call.fields())), false);
  }

  private Answer remove(Call call) {
    return answer(call, discussion.remove(call.actor(), call.id("id", Ids::parse)), false);
  }

  private static Words words(Fields fields) {
    String text = fields.paragraphs("text", Limits.COMMENT_LENGTH_MAX);
    List<MemberId> mentions = new ArrayList<>();
    if (fields.has("mentions")) {
      for (String each : fields.texts("mentions", Limits.MENTIONS_OF_COMMENT_MAX, ID_LENGTH)) {
        try {
          mentions.add(MemberId.parse(each));
        } catch (IllegalArgumentException _) {
          throw new RefusedException(mentionUnknown());
        }
      }
    }
    return new Words(text, mentions.stream().distinct().toList());
  }

  private Answer answer(Call call, Outcome outcome, boolean made) {
    return switch (outcome.ended()) {
      case DONE -> done(call.actor(), outcome.left(), made);
      case ABSENT -> Problem.notFound();
      case READS_ONLY ->
          new Problem(
              403,
              "comment-right-required",
              new Text("U mag hier niet reageren", "You may not comment here"),
              new Text(
                  "Vraag de coördinator van het plan om een rol in deze paragraaf.",
                  "Ask the coordinator of the plan for a role in this section."));
      case NOT_YOURS ->
          new Problem(
              403,
              "not-yours",
              new Text("Dit is van iemand anders", "This is somebody else's"),
              new Text(
                  "U kunt wel antwoorden. Wie het schreef, kan het wijzigen.",
                  "You can answer. Who wrote it can change it."));
      case ANCHOR_GONE ->
          new Problem(
              409,
              "anchor-gone",
              new Text("Deze woorden staan er niet meer", "These words are gone"),
              new Text(
                  "De tekst is veranderd. Selecteer opnieuw waar uw opmerking over gaat.",
                  "The text has changed. Select again what your comment is about."));
      case MENTION_UNKNOWN -> mentionUnknown();
      case TOO_MANY ->
          new Problem(
              409,
              "too-many",
              new Text("Het is vol", "It is full"),
              new Text(
                  "Rond eerst gesprekken af, of begin een nieuw gesprek.",
                  "First resolve threads, or begin a new one."));
    };
  }

  private Answer done(Actor actor, Discussion.@Nullable Left left, boolean made) {
    if (left == null) {
      return Answer.empty();
    }
    JsonObject json = json(actor, left.place(), left.talk(), named(List.of(left.talk())));
    return made ? Answer.created(json) : Answer.ok(json);
  }

  private static Problem mentionUnknown() {
    return Problem.field(
        "mentions",
        new Text(
            "U noemt iemand die deze paragraaf niet mag lezen.",
            "You mention somebody who may not read this section."));
  }

  private Map<MemberId, Named> named(List<Talk> talks) {
    Set<MemberId> members = new HashSet<>();
    for (Talk talk : talks) {
      MemberId resolvedBy = talk.resolvedBy();
      if (resolvedBy != null) {
        members.add(resolvedBy);
      }
      for (Talk.Comment comment : talk.comments()) {
        members.add(comment.by());
        members.addAll(comment.mentions());
      }
    }
    return people.named(members).await();
  }

  private static JsonObject json(Actor actor, Place place, Talk talk, Map<MemberId, Named> named) {
    Bytes from = talk.from();
    Bytes to = talk.to();
    JsonArray comments = new JsonArray();
    for (Talk.Comment comment : talk.comments()) {
      comments.add(json(actor, comment, named));
    }
    MemberId resolvedBy = talk.resolvedBy();
    return new JsonObject()
        .put("id", talk.id().toString())
        .put("section", talk.section().toString())
        .put(
            "anchor",
            from == null || to == null
                ? null
                : new JsonObject().put("from", base64(from)).put("to", base64(to)))
        .put("quote", talk.quote())
        .put("at", talk.atMs())
        .put("mayResolve", Discussion.mayResolve(actor, place, talk))
        .put(
            "resolved",
            resolvedBy == null
                ? null
                : new JsonObject()
                    .put("by", person(resolvedBy, named))
                    .put("at", talk.resolvedAtMs()))
        .put("comments", comments);
  }

  private static JsonObject json(Actor actor, Talk.Comment comment, Map<MemberId, Named> named) {
    JsonArray mentions = new JsonArray();
    comment.mentions().forEach(each -> mentions.add(person(each, named)));
    return new JsonObject()
        .put("id", comment.id().toString())
        .put("by", person(comment.by(), named))
        .put("at", comment.atMs())
        .put("text", comment.text())
        .put("mentions", mentions)
        .put("edited", comment.editedAtMs() != null)
        .put("removed", comment.removed())
        .put("mine", comment.by().equals(actor.member()));
  }

  private static @Nullable JsonObject person(MemberId member, Map<MemberId, Named> named) {
    Named found = named.get(member);
    return found == null ? null : found.json();
  }

  private static String base64(Bytes bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toArray());
  }
}
