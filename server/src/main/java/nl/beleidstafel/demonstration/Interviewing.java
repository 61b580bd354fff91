package nl.beleidstafel.demonstration;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.beleidstafel.crdt.doc.Doc;
import nl.beleidstafel.crdt.type.XmlElement;
import nl.beleidstafel.crdt.type.XmlFragment;
import nl.beleidstafel.prose.Prose;
import nl.beleidstafel.prose.Rewrite;

/// The part of the play in which people interview partners, and bring what they heard into the
/// plan. Waits; one thread.
final class Interviewing {
  private static final ZoneId HERE = ZoneId.of("Europe/Amsterdam");
  private static final int HOUR = 10;
  private static final String GGD = "ggd";
  private static final String BASIS = "public-task";

  private final Table table;
  private final Interviews script;
  private final Map<String, JsonObject> people = new HashMap<>();

  Interviewing(Table table, Interviews script) {
    this.table = table;
    this.script = script;
  }

  void perform() throws PlayException {
    for (JsonObject person : Play.items(table.coordinator().get(table.path() + "/people"))) {
      people.putIfAbsent(person.getJsonObject("partner").getString("name"), person);
    }
    JsonArray figures = figures();
    for (Interviews.Talk talk : script.talks()) {
      talk(talk, figures);
    }
    Map<String, String> themes = themes();
    for (Interviews.Finding finding : script.findings()) {
      find(finding, themes);
    }
  }

  /// The ids of all of them.
  private JsonArray figures() throws PlayException {
    String path = table.path() + "/figures";
    Guest ggd = table.guest(GGD);
    Set<String> there =
        Play.items(ggd.get(path)).stream()
            .map(each -> each.getString("label"))
            .collect(Collectors.toSet());
    for (Interviews.Figure figure : script.figures()) {
      if (!there.contains(figure.label())) {
        ggd.post(
            path,
            new JsonObject()
                .put("label", figure.label())
                .put("value", figure.value())
                .put("unit", figure.unit())
                .put("source", figure.source())
                .put("year", figure.year())
                .put("section", table.sectionId(figure.section()))
                .put("question", figure.question()));
      }
    }
    JsonArray ids = new JsonArray();
    Play.items(ggd.get(path)).forEach(each -> ids.add(each.getString("id")));
    return ids;
  }

  private void talk(Interviews.Talk talk, JsonArray figures) throws PlayException {
    JsonObject wish = wish(talk).put("figures", figures);
    String interviews = table.path() + "/interviews";
    Guest coordinator = table.coordinator();
    Optional<JsonObject> before =
        Play.items(coordinator.get(interviews)).stream()
            .filter(each -> isFor(each, wish))
            .findFirst();
    JsonObject interview = before.isPresent() ? before.get() : coordinator.post(interviews, wish);
    if (talk.days() > 0) {
      return;
    }
    if (interview.getString("state").equals("planned")) {
      interview = move(interview, "running");
    }
    if (interview.getString("state").equals("running")) {
      for (Interviews.Note note : talk.notes()) {
        write(interview.getString("document"), note);
      }
      move(interview, "closed");
    }
    sayWhy("/v1/interviews/" + interview.getString("id"));
  }

  /// Records on which basis the notes are kept.
  private void sayWhy(String interview) throws PlayException {
    Guest coordinator = table.coordinator();
    if (coordinator.get(interview + "/afterwards").getJsonObject("basis") == null) {
      JsonObject basis = new JsonObject().put("version", 0).put("basis", BASIS);
      coordinator.put(interview + "/basis", basis);
    }
  }

  private static boolean isFor(JsonObject interview, JsonObject wish) {
    return interview.getString("place").equals(wish.getString("place"))
        && interview.getString("function").equals(wish.getString("function"));
  }

  private JsonObject wish(Interviews.Talk talk) throws PlayException {
    long at =
        LocalDate.now(Clock.system(HERE))
            .plusDays(talk.days())
            .atTime(HOUR, 0)
            .atZone(HERE)
            .toInstant()
            .toEpochMilli();
    JsonObject wish =
        new JsonObject()
            .put("list", script.list())
            .put("function", talk.function())
            .put("place", talk.place())
            .put("at", at)
            .put("interviewers", members(talk.interviewers()))
            .put("noteTakers", members(talk.noteTakers()));
    String partner = talk.partner();
    return partner == null
        ? wish.put("organisation", talk.organisation()).put("partnerKind", talk.partnerKind())
        : wish.put("partner", person(partner).getJsonObject("partner").getString("id"));
  }

  private JsonArray members(List<String> names) throws PlayException {
    JsonArray members = new JsonArray();
    for (String name : names) {
      members.add(person(name).getString("id"));
    }
    return members;
  }

  private JsonObject person(String name) throws PlayException {
    JsonObject person = people.get(table.guest(name).partner());
    if (person == null) {
      throw new PlayException("nobody at the table is " + name);
    }
    return person;
  }

  private JsonObject move(JsonObject interview, String state) throws PlayException {
    return table
        .coordinator()
        .put(
            "/v1/interviews/" + interview.getString("id") + "/state",
            new JsonObject().put("version", interview.getLong("version")).put("state", state));
  }

  private void write(String document, Interviews.Note note) throws PlayException {
    try (Paper paper = table.guest(note.by()).open(document)) {
      Doc doc = paper.doc();
      XmlFragment notes = doc.xmlFragment("question/" + note.question());
      String id = id(note.id()).toString();
      boolean written =
          notes.children().stream()
              .anyMatch(each -> each instanceof XmlElement one && id.equals(one.attribute("id")));
      if (!written) {
        paper.write(
            doc.transact(_ -> {
              add(notes, note, id);
              doc.map("states").set(note.question(), "covered");
            }));
      }
    }
  }

  private static void add(XmlFragment notes, Interviews.Note note, String id) {
    XmlElement element = notes.appendElement("note");
    element.setAttribute("id", id);
    element.setAttribute("kind", note.kind());
    element.setAttribute("confidentiality", note.confidentiality());
    element.setAttribute("marks", String.join(" ", note.marks()));
    element.insertText(0, note.text());
  }

  /// The same in every play, so that a note is not written twice.
  private static UUID id(String note) {
    return UUID.nameUUIDFromBytes(("demonstration/" + note).getBytes(StandardCharsets.UTF_8));
  }

  /// Their ids, by title.
  private Map<String, String> themes() throws PlayException {
    Map<String, String> ids = new HashMap<>();
    Guest coordinator = table.coordinator();
    JsonObject found = coordinator.get(table.path() + "/findings");
    for (JsonObject theme : Table.objects(found.getJsonArray("themes"))) {
      ids.put(theme.getString("title"), theme.getString("id"));
    }
    for (Interviews.Theme theme : script.themes()) {
      if (!ids.containsKey(theme.title())) {
        JsonObject wish =
            new JsonObject().put("title", theme.title()).put("description", theme.description());
        JsonObject made = coordinator.post(table.path() + "/themes", wish);
        ids.put(theme.title(), made.getString("id"));
      }
    }
    return ids;
  }

  private void find(Interviews.Finding finding, Map<String, String> themes) throws PlayException {
    Guest coordinator = table.coordinator();
    Optional<String> before =
        Play.items(coordinator.get(table.path() + "/findings")).stream()
            .filter(each -> each.getString("text").equals(finding.text()))
            .map(each -> each.getString("id"))
            .findFirst();
    String theme = finding.theme();
    JsonObject wish =
        new JsonObject()
            .put("text", finding.text())
            .put(
                "notes",
                new JsonArray(finding.notes().stream().map(note -> id(note).toString()).toList()));
    if (theme != null) {
      wish.put("theme", themes.get(theme));
    }
    String id =
        before.isPresent()
            ? before.get()
            : coordinator.post(table.path() + "/findings", wish).getString("id");
    for (Interviews.Cited cited : finding.cited()) {
      cite(id, cited);
    }
  }

  private void cite(String finding, Interviews.Cited cited) throws PlayException {
    Guest coordinator = table.coordinator();
    try (Paper paper = table.open(Table.COORDINATOR, cited.section())) {
      var tree = Prose.read(paper.doc());
      for (String evidence : Citing.evidenceIn(tree)) {
        JsonObject behind = coordinator.get("/v1/evidence/" + evidence);
        if (ids(behind.getJsonArray("findings")).contains(finding)) {
          return;
        }
      }
      JsonObject wish =
          new JsonObject().put("section", table.sectionId(cited.section())).put("finding", finding);
      String made = coordinator.post(table.path() + "/evidence", wish).getString("id");
      var woven =
          Citing.behind(tree, cited.behind(), made)
              .orElseThrow(() ->
                  new PlayException(
                      "nowhere in section "
                          + cited.section()
                          + " stands “"
                          + cited.behind()
                          + "”"));
      paper.write(Rewrite.to(paper.doc(), woven));
    }
  }

  private static Set<String> ids(JsonArray findings) {
    return Table.objects(findings).stream()
        .map(each -> each.getString("id"))
        .collect(Collectors.toSet());
  }
}
