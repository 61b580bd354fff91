package nl.beleidstafel.interview;

import static nl.beleidstafel.testkit.PlanStage.expect;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.InterviewId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.crdt.doc.Doc;
import nl.beleidstafel.crdt.type.XmlElement;
import nl.beleidstafel.crdt.type.XmlFragment;
import nl.beleidstafel.talks.Note;
import nl.beleidstafel.testkit.HttpProbe;
import nl.beleidstafel.testkit.NodePackage;
import nl.beleidstafel.testkit.PlanStage;
import nl.beleidstafel.testkit.RawClient;
import nl.beleidstafel.testkit.junit.DatabaseExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Notes from real documents into the real database, and to whom they go. The GGD leads the talk;
/// the police is only a partner.
final class NoteIT {
  @RegisterExtension static final DatabaseExtension DATABASE = new DatabaseExtension();

  private static final int INTERVIEWS = 150;
  private static PlanStage stage;
  private JsonObject plan;
  private JsonObject interview;

  @BeforeAll
  static void start() {
    stage = PlanStage.start(DATABASE.vertx(), DATABASE.database());
    MunicipalityId here = stage.municipality("Hier");
    var regie = stage.partner(here, "municipality", "regie");
    stage.member(here, regie.partner(), "collega");
    stage.partner(here, "public-health", "ggd");
    stage.partner(here, "police", "politie");
    stage.partner(stage.municipality("Ginds"), "municipality", "ginds");
  }

  @AfterAll
  static void stop() {
    stage.close();
  }

  @BeforeEach
  void make() {
    plan = stage.plan("regie", "Notities");
    interview = stage.interview("regie", plan, "ggd");
  }

  @Test
  void aNoteIsARowUnderItsQuestion_I20() {
    UUID later = note("ggd", "nodig", "open", "Meer licht.");
    UUID first = note("ggd", "gebruik", "core", "In het park.");
    UUID loose = note("ggd", "general", "core", "Belt terug.");
    List<Note> notes = readable("regie");
    assertEquals(
        List.of(first, later, loose),
        notes.stream().map(Note::id).toList(),
        "in the order of the questions");
    assertEquals("gebruik", notes.getFirst().question());
    assertEquals(notes, readable("ggd"));
    assertEquals(List.of(later), existing(Set.of(later, UUID.randomUUID())));
  }

  @Test
  void rowsFollowACommitWithoutAnybodyAsking_I20() {
    note("ggd", "gebruik", "open", "Elke avond.");
    RawClient.until("the row", () -> rows() == 1);
  }

  @Test
  void whatIsNotForUseIsNoRowAndIsWithdrawnAtOnce_I21() {
    UUID note = note("ggd", "gebruik", "open", "Een geheim.");
    assertEquals(1, readable("regie").size());
    write("ggd", doc -> first(doc).setAttribute("confidentiality", "unusable"));
    assertEquals(List.of(), existing(Set.of(note)));
    assertEquals(List.of(), readable("regie"));
    assertEquals(0, rows());
    assertTrue(stage.withdrawn().contains(note));
    write("ggd", doc -> first(doc).setAttribute("confidentiality", "core"));
    assertEquals(1, readable("ggd").size());
  }

  @Test
  void whoMayNotOpenTheInterviewReadsNoNoteOfIt_I21() {
    note("ggd", "gebruik", "open", "Elke avond.");
    write("ggd", doc -> doc.map("questions").set("added-1", "{\"text\":\"En thuis?\"}"));
    for (String who : List.of("politie", "collega", "ginds")) {
      assertEquals(List.of(), readable(who), who);
      assertTrue(HttpProbe.wait(stage.notes().notes().added(stage.who(who), planId())).isEmpty());
    }
    assertEquals(1, readable("ggd").size());
    assertEquals(
        "En thuis?",
        HttpProbe.wait(stage.notes().notes().added(stage.who("ggd"), planId())).getFirst().text());
  }

  @Test
  void notesOfAnotherPlanAreNotThere_I21() {
    UUID note = note("ggd", "gebruik", "open", "Elke avond.");
    PlanId other = PlanId.parse(stage.plan("regie", "Ander").getString("id"));
    assertEquals(List.of(), HttpProbe.wait(stage.notes().notes().existing(other, Set.of(note))));
  }

  @Test
  void aNoteThatIsTakenAwayIsGone_I20() {
    UUID note = note("ggd", "gebruik", "open", "Toch niet.");
    assertEquals(1, readable("regie").size());
    write("ggd", doc -> doc.xmlFragment("question/gebruik").delete(0, 1));
    assertEquals(List.of(), readable("regie"));
    assertTrue(stage.withdrawn().contains(note));
  }

  @Test
  void onlyWhoMayOpenItIsToldThatNotesChanged_I21() {
    try (RawClient ggd = RawClient.collab(DATABASE.vertx(), stage.port());
        RawClient police = RawClient.collab(DATABASE.vertx(), stage.port())) {
      String channel = "plan:" + plan.getString("id");
      ggd.attach(channel, "ggd");
      police.attach(channel, "politie");
      ggd.settle();
      police.settle();
      note("ggd", "gebruik", "open", "Elke avond.");
      ggd.awaitWords(0, "notes-changed");
      police.settle();
      assertFalse(police.holds(0, "notes-changed"));
      assertFalse(police.holds(0, "Elke avond."));
    }
  }

  /// What many wrote at the same time with the web app's Yjs leaves as they wrote it, each note
  /// under its question, and nothing of what is not for use.
  @Test
  void whatManyWroteWithYjsLeavesUnderItsQuestion_I20() throws Exception {
    String answer =
        new NodePackage(Path.of("../web"))
            .run("src/talk/testing/notes.mjs", "{\"seeds\":" + INTERVIEWS + "}");
    InterviewId id = new InterviewId(UUID.randomUUID());
    int leaving = 0;
    int seed = 0;
    for (Object each : new JsonArray(answer)) {
      seed++;
      JsonObject written = (JsonObject) each;
      Doc doc = new Doc(1);
      doc.apply(Bytes.copyOf(Base64.getDecoder().decode(written.getString("update"))));
      List<Note> notes = NoteReader.notes(doc, id);
      Set<List<String>> read = notes.stream().map(NoteIT::fields).collect(Collectors.toSet());
      Set<List<String>> expected = new HashSet<>();
      for (Object note : written.getJsonArray("notes")) {
        expected.add(((JsonArray) note).stream().map(String.class::cast).toList());
      }
      assertEquals(expected, read, "seed " + seed);
      assertEquals(expected.size(), notes.size(), "seed " + seed);
      leaving += notes.size();
    }
    assertTrue(leaving > INTERVIEWS * 10, "the scripts wrote too little: " + leaving);
  }

  private static List<String> fields(Note note) {
    return List.of(
        note.question(),
        note.id().toString(),
        word(note.kind()),
        word(note.confidentiality()),
        note.marks().stream().map(NoteIT::word).collect(Collectors.joining(" ")),
        note.text());
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private List<Note> readable(String who) {
    return HttpProbe.wait(stage.notes().notes().readable(stage.who(who), planId()));
  }

  private List<UUID> existing(Set<UUID> ids) {
    return HttpProbe.wait(stage.notes().notes().existing(planId(), ids)).stream()
        .map(Note::id)
        .toList();
  }

  private PlanId planId() {
    return PlanId.parse(plan.getString("id"));
  }

  private long rows() {
    return stage.number(
        "SELECT count(*) FROM note WHERE interview = $1",
        UUID.fromString(interview.getString("id")));
  }

  private static XmlElement first(Doc doc) {
    return (XmlElement) doc.xmlFragment("question/gebruik").children().getFirst();
  }

  private UUID note(String who, String question, String confidentiality, String text) {
    UUID id = UUID.randomUUID();
    write(
        who,
        doc -> {
          XmlFragment root = doc.xmlFragment("question/" + question);
          XmlElement note = root.appendElement("note");
          note.setAttribute("id", id.toString());
          note.setAttribute("kind", "quote");
          note.setAttribute("confidentiality", confidentiality);
          note.insertText(0, text);
        });
    return id;
  }

  private interface Writing {
    void write(Doc doc);
  }

  private void write(String who, Writing writing) {
    DocumentId document =
        DocumentId.parse(
            expect(200, stage.get("regie", "/v1/interviews/" + interview.getString("id")))
                .json()
                .getString("document"));
    Doc doc = new Doc(System.nanoTime() & 0xffffff);
    doc.apply(HttpProbe.wait(stage.rooms().read(document)));
    Bytes update = doc.transact(_ -> writing.write(doc));
    HttpProbe.wait(stage.rooms().append(document, stage.who(who), update));
  }
}
