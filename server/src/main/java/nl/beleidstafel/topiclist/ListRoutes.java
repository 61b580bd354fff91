package nl.beleidstafel.topiclist;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.http.Answer;
import nl.beleidstafel.http.Call;
import nl.beleidstafel.http.Fields;
import nl.beleidstafel.http.Guard;
import nl.beleidstafel.http.Problem;
import nl.beleidstafel.http.Routes;
import nl.beleidstafel.http.Text;
import nl.beleidstafel.sections.Named;
import nl.beleidstafel.sections.People;
import nl.beleidstafel.talks.TopicList;
import nl.beleidstafel.talks.TopicsJson;
import org.jspecify.annotations.Nullable;

/// Lists of topics over HTTP.
final class ListRoutes {
  private static final int ID_LENGTH = 100;

  private final Lists lists;
  private final People people;
  private final Map<String, String> kinds;
  private final ContentReader reader;

  /// @param kinds labels of the kinds of partners, by id
  ListRoutes(Lists lists, People people, Map<String, String> kinds) {
    this.lists = lists;
    this.people = people;
    this.kinds = kinds;
    this.reader = new ContentReader(kinds.keySet());
  }

  Routes routes() {
    return new Routes()
        .get("/v1/topic-lists", Guard.MEMBER, this::all)
        .post("/v1/topic-lists", Guard.MEMBER, this::make)
        .get("/v1/topic-lists/{id}", Guard.MEMBER, this::show)
        .put("/v1/topic-lists/{id}", Guard.MEMBER, this::save)
        .put("/v1/topic-lists/{id}/archived", Guard.MEMBER, this::archive);
  }

  private Answer all(Call call) {
    List<Kept> own = lists.of(call.actor());
    Set<MemberId> members = new HashSet<>();
    own.forEach(each -> members.add(each.by()));
    Map<MemberId, Named> named = people.named(members).await();
    JsonArray items = new JsonArray();
    for (Model model : lists.models().all()) {
      items.add(
          head(model.id(), true, model.id(), Model.VERSION, false)
              .mergeIn(summary(model.content())));
    }
    for (Kept each : own) {
      items.add(
          head(each.id().toString(), false, each.model(), each.version(), each.archived())
              .mergeIn(summary(each.content()))
              .put("by", person(each.by(), named))
              .put("at", each.atMs()));
    }
    return Answer.ok(
        new JsonObject()
            .put("items", items)
            .put("mayEdit", lists.mayEdit(call.actor()))
            .put("kinds", kinds()));
  }

  private JsonArray kinds() {
    JsonArray all = new JsonArray();
    kinds.forEach((id, label) -> all.add(new JsonObject().put("id", id).put("label", label)));
    return all;
  }

  private static JsonObject head(
      String id, boolean isModel, @Nullable String model, int version, boolean archived) {
    return new JsonObject()
        .put("id", id)
        .put("isModel", isModel)
        .put("model", model)
        .put("version", version)
        .put("archived", archived);
  }

  private static JsonObject summary(TopicList content) {
    return new JsonObject()
        .put("title", content.title())
        .put("groups", content.groups().size())
        .put(
            "questions",
            content.groups().stream().mapToInt(group -> group.questions().size()).sum());
  }

  private Answer show(Call call) {
    Optional<String> asked = call.query("version");
    Integer version = asked.map(ListRoutes::number).orElse(null);
    return asked.isPresent() && version == null
        ? Problem.notFound()
        : detail(call.actor(), call.path("id"), version)
            .<Answer>map(Answer::ok)
            .orElseGet(Problem::notFound);
  }

  private static @Nullable Integer number(String text) {
    return text.matches("[1-9][0-9]{0,5}") ? Integer.valueOf(text) : null;
  }

  private Optional<JsonObject> detail(Actor actor, String id, @Nullable Integer version) {
    Optional<Model> model = lists.models().find(id);
    if (model.isPresent()) {
      return model
          .filter(_ -> version == null || version == Model.VERSION)
          .map(found ->
              head(found.id(), true, found.id(), Model.VERSION, false)
                  .put("newest", Model.VERSION)
                  .put("content", TopicsJson.write(found.content()))
                  .put("versions", new JsonArray())
                  .put("advice", new JsonArray(found.advice()))
                  .put("mayEdit", lists.mayEdit(actor))
                  .put("kinds", kinds()));
    }
    return lists.kept(actor, id, version).map(kept -> own(actor, kept));
  }

  private JsonObject own(Actor actor, Kept kept) {
    List<Kept.Version> versions = lists.versions(kept.id());
    Set<MemberId> members = new HashSet<>();
    versions.forEach(each -> members.add(each.by()));
    Map<MemberId, Named> named = people.named(members).await();
    JsonArray saved = new JsonArray();
    versions.forEach(each ->
        saved.add(
            new JsonObject()
                .put("version", each.version())
                .put("by", person(each.by(), named))
                .put("at", each.atMs())));
    String model = kept.model();
    List<String> advice =
        model == null ? List.of() : lists.models().find(model).map(Model::advice).orElse(List.of());
    return head(kept.id().toString(), false, model, kept.version(), kept.archived())
        .put("newest", kept.newest())
        .put("content", TopicsJson.write(kept.content()))
        .put("versions", saved)
        .put("advice", new JsonArray(advice))
        .put("mayEdit", lists.mayEdit(actor))
        .put("kinds", kinds());
  }

  private static @Nullable JsonObject person(MemberId member, Map<MemberId, Named> named) {
    Named found = named.get(member);
    return found == null ? null : found.json();
  }

  private Answer make(Call call) {
    Fields fields = call.fields();
    Lists.Outcome outcome =
        lists.make(
            call.actor(),
            ContentReader.title(fields),
            ContentReader.goal(fields),
            fields.optionalText("copyOf", ID_LENGTH).orElse(null));
    return outcome instanceof Lists.Outcome.Done(var id)
        ? Answer.created(
            "/v1/topic-lists/" + id,
            detail(call.actor(), id.toString(), null).orElseGet(JsonObject::new))
        : answer(call, outcome);
  }

  private Answer save(Call call) {
    Fields fields = call.fields();
    int version = fields.whole("version", 1, Limits.VERSIONS_OF_TOPIC_LIST_MAX);
    TopicList content = reader.read(fields.object("content"));
    return answer(call, lists.save(call.actor(), call.path("id"), version, content));
  }

  private Answer archive(Call call) {
    return answer(
        call, lists.archive(call.actor(), call.path("id"), call.fields().flag("archived")));
  }

  private Answer answer(Call call, Lists.Outcome outcome) {
    return switch (outcome) {
      case Lists.Outcome.Done(var id) ->
          detail(call.actor(), id.toString(), null)
              .<Answer>map(Answer::ok)
              .orElseGet(Problem::notFound);
      case Lists.Outcome.Absent() -> Problem.notFound();
      case Lists.Outcome.MunicipalityOnly() ->
          new Problem(
              403,
              "municipality-required",
              new Text(
                  "Alleen de gemeente past gesprekslijsten aan",
                  "Only the municipality changes topic lists"),
              new Text(
                  "Vraag de gemeente om deze lijst aan te passen.",
                  "Ask the municipality to change this list."));
      case Lists.Outcome.IsModel() ->
          Problem.conflict(
              "topic-list-is-model",
              new Text("Deze lijst hoort bij het modelplan", "This list belongs to the model plan"),
              new Text(
                  "Maak een kopie. Die kunt u aanpassen.",
                  "Make a copy. That one you can change."));
      case Lists.Outcome.IsArchived() ->
          Problem.conflict(
              "topic-list-archived",
              new Text("Deze lijst staat in het archief", "This list is in the archive"),
              new Text("Haal de lijst eerst terug.", "Bring the list back first."));
      case Lists.Outcome.Changed(int newest) -> Problem.changedMeanwhile(newest);
      case Lists.Outcome.TooMany() ->
          Problem.conflict(
              "too-many",
              new Text("Het is vol", "It is full"),
              new Text(
                  "Er passen geen gesprekslijsten of versies meer bij.",
                  "No more topic lists or versions fit here."));
    };
  }
}
