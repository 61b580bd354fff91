package nl.beleidstafel.finding;

import io.vertx.core.json.JsonObject;
import java.util.Objects;
import java.util.UUID;
import nl.beleidstafel.base.Ids;
import nl.beleidstafel.finding.Synthesis.Outcome;
import nl.beleidstafel.http.Answer;
import nl.beleidstafel.http.Fields;
import nl.beleidstafel.http.Problem;
import nl.beleidstafel.http.RefusedException;
import nl.beleidstafel.http.Text;
import org.jspecify.annotations.Nullable;

/// Answers that the routes of this feature share, and what they read alike.
final class Refusals {
  private static final int ID_LENGTH = 36;

  private Refusals() {}

  /// @param made whether it is new
  static Answer of(Outcome outcome, boolean made) {
    if (outcome.ended() != Ended.DONE) {
      return of(outcome.ended(), outcome.version());
    }
    JsonObject json =
        new JsonObject()
            .put("id", Objects.requireNonNull(outcome.id()).toString())
            .put("version", outcome.version());
    return made ? Answer.created(json) : Answer.ok(json);
  }

  /// Of something that is gone, or set, afterwards.
  static Answer empty(Outcome outcome) {
    return outcome.ended() == Ended.DONE ? Answer.empty() : of(outcome.ended(), outcome.version());
  }

  /// @param version of what was changed meanwhile
  static Answer of(Ended ended, long version) {
    return switch (ended) {
      case DONE -> Answer.empty();
      case ABSENT -> Problem.notFound();
      case NOTE_ABSENT ->
          Problem.conflict(
              "note-absent",
              new Text("Een notitie is er niet meer", "A note is gone"),
              new Text(
                  "Een van deze notities is weg, of u mag die niet zien. Kies opnieuw.",
                  "One of these notes is gone, or you may not see it. Choose again."));
      case OTHER_ABSENT ->
          Problem.conflict(
              "gone",
              new Text("Dit is er niet meer", "This is gone"),
              new Text(
                  "Wat u koos, is intussen weg. Kies opnieuw.",
                  "What you chose is gone by now. Choose again."));
      case CHANGED -> Problem.changedMeanwhile(version);
      case IN_USE ->
          Problem.conflict(
              "in-use",
              new Text("Dit is nog in gebruik", "This is still in use"),
              new Text(
                  "Er hangt nog iets aan. Haal dat eerst weg.",
                  "Something still hangs on it. Take that away first."));
      case TAKEN ->
          Problem.conflict(
              "name-taken",
              new Text("Deze naam is er al", "This name is taken"),
              new Text("Kies een andere naam.", "Choose another name."));
      case TOO_DEEP ->
          Problem.conflict(
              "too-deep",
              new Text("Dit past hier niet", "This does not fit here"),
              new Text(
                  "Een code staat los, of onder één andere code.",
                  "A code stands alone, or under one other code."));
      case TOO_MANY ->
          Problem.conflict(
              "too-many",
              new Text("Het is vol", "It is full"),
              new Text(
                  "Er kan niets meer bij. Haal eerst iets weg.",
                  "There is no room for more. First take something away."));
      case READS_ONLY ->
          new Problem(
              403,
              "comment-right-required",
              new Text("U mag hier alleen lezen", "You may only read here"),
              new Text(
                  "Vraag de coördinator van het plan om een rol in deze paragraaf.",
                  "Ask the coordinator of the plan for a role in this section."));
    };
  }

  /// An id in a field; null where the field is absent or null.
  static @Nullable UUID id(Fields fields, String name) {
    return fields.given(name) ? id(name, fields.text(name, ID_LENGTH)) : null;
  }

  static UUID id(String name, String text) {
    try {
      return Ids.parse(text);
    } catch (IllegalArgumentException _) {
      throw new RefusedException(
          Problem.field(name, new Text("Dit is geen nummer.", "This is no id.")));
    }
  }

  /// Text of several lines that may be absent or empty.
  static String optional(Fields fields, String name, int lengthMax) {
    boolean empty =
        fields.optionalText(name, Integer.MAX_VALUE).filter(text -> !text.isBlank()).isEmpty();
    return empty ? "" : fields.paragraphs(name, lengthMax);
  }
}
