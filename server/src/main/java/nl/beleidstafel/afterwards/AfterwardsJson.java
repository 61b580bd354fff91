package nl.beleidstafel.afterwards;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nl.beleidstafel.afterwards.AfterwardsConfig.Basis;
import nl.beleidstafel.talks.Note;
import org.jspecify.annotations.Nullable;

/// What comes after a talk, as the API has it. Instants are milliseconds since 1970.
record AfterwardsJson(AfterwardsConfig config) {
  JsonObject whole(Afterwards.Shown shown) {
    Recorded recorded = shown.basis();
    return new JsonObject()
        .put("core", shown.core())
        .put("canSend", shown.canSend())
        .put("basis", recorded == null ? null : basis(recorded))
        .put("bases", new JsonArray(config.bases().stream().map(AfterwardsJson::choice).toList()))
        .put("summary", summary(shown.summary()))
        .put("notes", new JsonArray(shown.notes().stream().map(AfterwardsJson::note).toList()))
        .put("retention", retention(shown));
  }

  private JsonObject basis(Recorded recorded) {
    return new JsonObject()
        .put("version", recorded.version())
        .put("id", recorded.basis())
        .put("label", label(recorded))
        .put("text", recorded.shown())
        .put("by", recorded.by().toString())
        .put("at", recorded.atMs());
  }

  private String label(Recorded recorded) {
    return config.basis(recorded.basis()).map(Basis::label).orElse(recorded.basis());
  }

  private static JsonObject choice(Basis basis) {
    return new JsonObject()
        .put("id", basis.id())
        .put("label", basis.label())
        .put("text", basis.text());
  }

  private static JsonObject note(Note note) {
    return new JsonObject().put("question", note.question()).put("text", note.text());
  }

  private static @Nullable JsonObject summary(@Nullable Summary summary) {
    return summary == null
        ? null
        : new JsonObject()
            .put("version", summary.version())
            .put("paragraphs", new JsonArray(summary.paragraphs()))
            .put("by", summary.by().toString())
            .put("at", summary.atMs())
            .put("sentAt", summary.sentAtMs())
            .put("correctUntil", summary.correctUntilMs())
            .put("answer", answer(summary.answer()));
  }

  private static @Nullable JsonObject answer(Summary.@Nullable Reply answer) {
    return answer == null
        ? null
        : new JsonObject()
            .put("at", answer.atMs())
            .put("agrees", answer.agrees())
            .put("remark", answer.remark())
            .put("corrections", new JsonArray(answer.corrections()));
  }

  private JsonArray retention(Afterwards.Shown shown) {
    List<JsonObject> rows = new ArrayList<>();
    for (Kept kept : Kept.values()) {
      rows.add(
          new JsonObject()
              .put("kept", kept.word())
              .put("days", config.days(kept))
              .put("dueAt", RetentionRules.dueMs(shown.talk(), kept, config))
              .put("erasedAt", shown.gone().get(kept)));
    }
    return new JsonArray(rows);
  }

  /// What whoever was spoken with sees: who asked them and on which basis, the text, and for how
  /// long what is kept.
  JsonObject behind(SummaryDoor.Behind behind) {
    Recorded recorded = behind.basis();
    Summary summary = behind.summary();
    return new JsonObject()
        .put("municipality", behind.talk().municipalityName())
        .put("plan", behind.plan())
        .put("organisation", behind.talk().organisation())
        .put("heldAt", heldAt(behind.talk()))
        .put(
            "basis",
            recorded == null
                ? null
                : new JsonObject().put("label", label(recorded)).put("text", recorded.shown()))
        .put("paragraphs", new JsonArray(summary.paragraphs()))
        .put("correctUntil", summary.correctUntilMs())
        .put("mayCorrect", behind.mayCorrect())
        .put("answer", answer(summary.answer()))
        .put(
            "days",
            new JsonArray(
                Arrays.stream(Kept.values())
                    .map(kept ->
                        new JsonObject().put("kept", kept.word()).put("days", config.days(kept)))
                    .toList()));
  }

  private static @Nullable Long heldAt(Talk talk) {
    return talk.startedAtMs() == null ? talk.atMs() : talk.startedAtMs();
  }
}
