package nl.beleidstafel.notice;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.beleidstafel.base.Actor;
import nl.beleidstafel.base.Clock;
import nl.beleidstafel.base.Ids;
import nl.beleidstafel.base.MemberId;
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
import org.jspecify.annotations.Nullable;

/// One's own notices over HTTP. Virtual threads: waits.
record NoticeRoutes(NoticeStore store, Sight sight, People people, Clock clock) {
  private static final int PAGE = 50;

  /// What the bell counts at most.
  private static final int UNSEEN_MAX = 100;

  private static final int WORD_LENGTH_MAX = 40;

  Routes routes() {
    return new Routes()
        .get("/v1/notices", Guard.MEMBER, this::list)
        .get("/v1/notices/unseen", Guard.MEMBER, this::unseen)
        .post("/v1/notices/seen", Guard.MEMBER, this::seen)
        .get("/v1/account/notice-preferences", Guard.MEMBER, this::preferences)
        .put("/v1/account/notice-preferences", Guard.MEMBER, this::prefer);
  }

  private Answer list(Call call) {
    UUID before = call.query("before").map(NoticeRoutes::id).orElse(null);
    MemberId member = call.actor().member();
    List<Told> told = store.of(member, before, PAGE).await();
    List<Shown> shown = shown(call.actor(), told);
    Map<MemberId, Named> names = people.named(by(shown)).await();
    JsonArray items = new JsonArray();
    shown.forEach(each -> items.add(json(each, names)));
    return Answer.ok(
        new JsonObject()
            .put("items", items)
            .put("next", told.size() < PAGE ? null : told.getLast().id().toString()));
  }

  private Answer unseen(Call call) {
    List<Told> told = store.unseen(call.actor().member(), UNSEEN_MAX).await();
    return Answer.ok(new JsonObject().put("count", shown(call.actor(), told).size()));
  }

  private List<Shown> shown(Actor actor, List<Told> told) {
    Preferences preferences = store.preferences(actor.member()).await();
    List<Told> wanted =
        told.stream().filter(each -> preferences.of(each.kind()) != Way.NONE).toList();
    return sight.of(actor, wanted).await();
  }

  private static Set<MemberId> by(List<Shown> shown) {
    return shown.stream()
        .map(each -> each.told().by())
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  private static JsonObject json(Shown shown, Map<MemberId, Named> names) {
    Told told = shown.told();
    Place place = shown.place();
    return new JsonObject()
        .put("id", told.id().toString())
        .put("kind", word(told.kind()))
        .put("at", told.atMs())
        .put("seen", told.seen())
        .put(
            "plan",
            new JsonObject().put("id", told.plan().toString()).put("title", shown.planTitle()))
        .put(
            "section",
            place == null
                ? null
                : new JsonObject()
                    .put("key", place.key())
                    .put("number", place.number())
                    .put("title", place.title()))
        .put("by", person(told.by(), names))
        .put("path", shown.path());
  }

  private static @Nullable JsonObject person(
      @Nullable MemberId member, Map<MemberId, Named> names) {
    Named named = member == null ? null : names.get(member);
    return named == null ? null : named.json();
  }

  /// Marks those that are named, or all.
  private Answer seen(Call call) {
    Fields fields = call.fields();
    Optional<Set<UUID>> ids = Optional.empty();
    if (fields.has("ids")) {
      Set<UUID> named = new HashSet<>();
      fields.texts("ids", PAGE, WORD_LENGTH_MAX).forEach(each -> named.add(id(each)));
      ids = Optional.of(named);
    }
    store.seen(call.actor().member(), ids, clock.nowMs()).await();
    return Answer.empty();
  }

  private static UUID id(String text) {
    try {
      return Ids.parse(text);
    } catch (IllegalArgumentException _) {
      throw new RefusedException(Problem.notFound());
    }
  }

  private Answer preferences(Call call) {
    return Answer.ok(json(store.preferences(call.actor().member()).await()));
  }

  private Answer prefer(Call call) {
    Fields fields = call.fields();
    Fields given = fields.object("ways");
    Map<Notice.Kind, Way> ways = new EnumMap<>(Notice.Kind.class);
    for (Notice.Kind kind : Notice.Kind.values()) {
      if (given.has(word(kind))) {
        ways.put(kind, way(given.text(word(kind), WORD_LENGTH_MAX)));
      }
    }
    Preferences preferences =
        new Preferences(
            ways,
            minute(fields, "digestAt"),
            minute(fields, "quietFrom"),
            minute(fields, "quietTo"),
            fields.flag("weekends"));
    store.prefer(call.actor().member(), preferences).await();
    return Answer.ok(json(preferences));
  }

  private static Way way(String word) {
    for (Way way : Way.values()) {
      if (way.word().equals(word)) {
        return way;
      }
    }
    throw new RefusedException(
        Problem.field("ways", new Text("Deze keuze bestaat niet.", "There is no such choice.")));
  }

  private static int minute(Fields fields, String name) {
    try {
      LocalTime time = LocalTime.parse(fields.text(name, WORD_LENGTH_MAX));
      return time.getHour() * 60 + time.getMinute();
    } catch (DateTimeParseException _) {
      throw new RefusedException(
          Problem.field(
              name, new Text("Schrijf een tijd als 08:00.", "Write a time such as 08:00.")));
    }
  }

  private static JsonObject json(Preferences preferences) {
    JsonObject ways = new JsonObject();
    for (Notice.Kind kind : Notice.Kind.values()) {
      ways.put(word(kind), preferences.of(kind).word());
    }
    return new JsonObject()
        .put("ways", ways)
        .put("digestAt", time(preferences.digestAt()))
        .put("quietFrom", time(preferences.quietFrom()))
        .put("quietTo", time(preferences.quietTo()))
        .put("weekends", preferences.weekends());
  }

  private static String time(int minute) {
    return LocalTime.ofSecondOfDay(minute * 60L).toString();
  }

  private static String word(Notice.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
