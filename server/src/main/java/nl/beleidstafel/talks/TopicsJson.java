package nl.beleidstafel.talks;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A list of topics as JSON, as the API and the database have it: `{title, goal, groups: [{id,
/// title, when?, questions: [{id, text, probes, when?}]}]}`, `when: {partnerKinds?, experiment?}`.
public final class TopicsJson {
  private TopicsJson() {}

  public static JsonObject write(TopicList list) {
    return new JsonObject()
        .put("title", list.title())
        .put("goal", list.goal())
        .put("groups", array(list.groups(), TopicsJson::group));
  }

  private static JsonObject group(TopicGroup group) {
    JsonObject json = new JsonObject().put("id", group.id()).put("title", group.title());
    when(json, group.when());
    return json.put("questions", array(group.questions(), TopicsJson::question));
  }

  private static JsonObject question(Question question) {
    JsonObject json =
        new JsonObject()
            .put("id", question.id())
            .put("text", question.text())
            .put("probes", new JsonArray(question.probes()));
    when(json, question.when());
    return json;
  }

  private static void when(JsonObject json, Condition when) {
    if (when.equals(Condition.NONE)) {
      return;
    }
    JsonObject written = new JsonObject();
    if (!when.partnerKinds().isEmpty()) {
      written.put("partnerKinds", new JsonArray(when.partnerKinds().stream().sorted().toList()));
    }
    if (when.experiment()) {
      written.put("experiment", true);
    }
    json.put("when", written);
  }

  /// What {@link #write} wrote. Throws `ClassCastException` or `NullPointerException` on anything
  /// else: what people send is checked before.
  public static TopicList read(JsonObject json) {
    return new TopicList(
        json.getString("title"),
        json.getString("goal"),
        list(json.getJsonArray("groups"), TopicsJson::readGroup));
  }

  private static TopicGroup readGroup(JsonObject json) {
    return new TopicGroup(
        json.getString("id"),
        json.getString("title"),
        readWhen(json),
        list(json.getJsonArray("questions"), TopicsJson::readQuestion));
  }

  private static Question readQuestion(JsonObject json) {
    return new Question(
        json.getString("id"),
        json.getString("text"),
        json.getJsonArray("probes").stream().map(String.class::cast).toList(),
        readWhen(json));
  }

  private static Condition readWhen(JsonObject json) {
    JsonObject when = json.getJsonObject("when", new JsonObject());
    return new Condition(
        when.getJsonArray("partnerKinds", new JsonArray()).stream()
            .map(String.class::cast)
            .collect(Collectors.toUnmodifiableSet()),
        when.getBoolean("experiment", false));
  }

  private static <T> JsonArray array(List<T> items, Function<T, JsonObject> written) {
    JsonArray array = new JsonArray();
    items.forEach(item -> array.add(written.apply(item)));
    return array;
  }

  private static <T> List<T> list(JsonArray array, Function<JsonObject, T> read) {
    return array.stream().map(JsonObject.class::cast).map(read).toList();
  }
}
