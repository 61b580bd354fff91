package nl.beleidstafel.afterwards;

import static nl.beleidstafel.testkit.PlanStage.expect;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.crdt.doc.Doc;
import nl.beleidstafel.crdt.type.XmlElement;
import nl.beleidstafel.schedule.Runner;
import nl.beleidstafel.talks.Note;
import nl.beleidstafel.testkit.Edits;
import nl.beleidstafel.testkit.HttpProbe;
import nl.beleidstafel.testkit.PlanStage;
import nl.beleidstafel.testkit.junit.DatabaseExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Looks for words that were erased, byte by byte: in every row of every table, which is what a
/// dump holds, in what the API gives out, and in every data file. The words are found there before,
/// so that a search which finds nothing ever is noticed.
final class ErasureIT {
  @RegisterExtension static final DatabaseExtension DATABASE = new DatabaseExtension();

  /// Incompressible and short enough that no table stores it compressed.
  private static final String NOTE = "kwikzilver7Qx";

  private static final String DELETED = "weggehaald4Zt";
  private static final String NAME = "Wolfraam9Ky";
  private static final String ADDRESS = "wolfraam9ky@elders.test";
  private static final String SUMMARY = "kobaltblauw3Vp";
  private static final String CORRECTION = "smaragd8Jm";
  private static final String FUNCTION = "dorpsbode6Rw";
  private static final String PLACE = "achterkamer2Nc";
  private static final List<String> ALL =
      List.of(NOTE, DELETED, NAME, ADDRESS, SUMMARY, CORRECTION, FUNCTION, PLACE);

  private static PlanStage stage;
  private static JsonObject plan;
  private static Runner runner;

  /// Notes that were written.
  private final List<UUID> notes = new ArrayList<>();

  @BeforeAll
  static void start() {
    stage = PlanStage.start(DATABASE.vertx(), DATABASE.database());
    MunicipalityId here = stage.municipality("Hier");
    stage.partner(here, "municipality", "regie");
    stage.partner(here, "public-health", "ggd");
    plan = stage.plan("regie", "Wissen");
    runner =
        new Runner(
            DATABASE.vertx(),
            DATABASE.database(),
            stage.clock(),
            stage.afterwards().jobs(),
            new SimpleMeterRegistry());
  }

  @AfterAll
  static void stop() {
    stage.close();
  }

  @Test
  void afterErasureNoByteOfItIsLeft_E9() {
    JsonObject interview = held();
    assertEquals(Set.copyOf(ALL), inRows());
    assertEquals(Set.copyOf(ALL), inFiles(), "the search must be able to find them");
    erase(interview);
    assertEquals(Set.of(), inRows());
    assertEquals(Set.of(), inAnswers(interview));
    assertTrue(stage.withdrawn().containsAll(notes), "findings are told which notes are gone");
    assertEquals(Set.of(), inFiles());
  }

  @Test
  void whatItsTimeIsOverForIsGoneToTheLastByteToo_E9() {
    JsonObject interview = held();
    move(interview, "running");
    move(interview, "closed");
    HttpProbe.wait(runner.round());
    Set<String> kept = new TreeSet<>(ALL);
    kept.remove(DELETED);
    assertEquals(kept, inRows(), "what was deleted in the notes is gone at the end of the talk");
    stage.clock().advanceMs(TimeUnit.DAYS.toMillis(3_000));
    HttpProbe.wait(runner.round());
    assertEquals(Set.of(), inRows());
    assertEquals(Set.of(), inAnswers(interview));
    assertTrue(stage.withdrawn().containsAll(notes), "findings are told which notes are gone");
    assertEquals(Set.of(), inFiles());
  }

  /// Updates that are on their way when a document is erased are stored before, and go with it, or
  /// are refused; a room's snapshot that comes late finds no document.
  @Test
  void nothingThatIsOnItsWaySurvivesAnErasure_L19() {
    JsonObject interview = stage.interview("regie", plan, "ggd");
    DocumentId document = DocumentId.parse(interview.getString("document"));
    List<Future<Boolean>> writing = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      writing.add(
          stage
              .rooms()
              .append(document, stage.who("ggd"), Edits.text(1_000L + i, 0, NOTE))
              .transform(answer -> Future.succeededFuture(answer.succeeded())));
      if (i == 1_000) {
        erase(interview);
      }
    }
    long stored = writing.stream().map(HttpProbe::wait).filter(Boolean::booleanValue).count();
    assertTrue(stored < writing.size(), "some came too late");
    assertEquals(Set.of(), inRows());
  }

  private static void erase(JsonObject interview) {
    expect(
        200,
        stage.send(
            "regie",
            "POST",
            path(interview) + "/erasure",
            new JsonObject().put("kept", new JsonArray(List.of("name", "notes", "summary")))));
  }

  /// A talk with all that can be kept of it.
  private JsonObject held() {
    JsonObject interview = stage.interview("regie", plan, "ggd");
    DocumentId document = DocumentId.parse(interview.getString("document"));
    UUID note = UUID.randomUUID();
    append(document, note(note));
    append(document, Edits.text(9, 0, DELETED));
    append(document, Edits.deletion(9, 0, DELETED.length()));
    snapshot(document);
    List<String> rows =
        HttpProbe.wait(
                stage
                    .notes()
                    .notes()
                    .readable(stage.who("ggd"), PlanId.parse(plan.getString("id"))))
            .stream()
            .filter(each -> each.id().equals(note))
            .map(Note::text)
            .toList();
    assertEquals(List.of(NOTE), rows);
    notes.add(note);
    HttpProbe.wait(
        DATABASE
            .database()
            .query(
                "UPDATE interview SET function = $2 WHERE id = $1",
                Tuple.of(UUID.fromString(interview.getString("id")), FUNCTION)));
    HttpProbe.wait(
        DATABASE
            .database()
            .query(
                "UPDATE interview SET place = $2, at = '2026-12-01T10:00Z' WHERE id = $1",
                Tuple.of(UUID.fromString(interview.getString("id")), PLACE)));
    put(interview, "respondent", new JsonObject().put("name", NAME).put("email", ADDRESS));
    invite(interview);
    send("PUT", interview, "basis", new JsonObject().put("version", 0).put("basis", "consent"));
    send("PUT", interview, "summary", new JsonObject().put("version", 0).put("text", SUMMARY));
    send("POST", interview, "summary-link", new JsonObject().put("version", 1));
    answer();
    return interview;
  }

  private static Bytes note(UUID id) {
    Doc doc = new Doc(8);
    return doc.transact(_ -> {
      XmlElement note = doc.xmlFragment("question/gebruik").insertElement(0, "note");
      note.setAttribute("id", id.toString());
      note.setAttribute("kind", "quote");
      note.setAttribute("confidentiality", "open");
      note.insertText(0, NOTE);
    });
  }

  private static void append(DocumentId document, Bytes update) {
    HttpProbe.wait(stage.rooms().append(document, stage.who("ggd"), update));
  }

  /// As a room writes one after a while.
  private static void snapshot(DocumentId document) {
    HttpProbe.wait(
        DATABASE
            .database()
            .query(
                "INSERT INTO document_snapshot (document, generation, seq, bytes)"
                    + " SELECT d.id, d.generation, 2, u.bytes FROM document d"
                    + " JOIN document_update u ON u.document = d.id AND u.seq = 2"
                    + " WHERE d.id = $1",
                Tuple.of(document.value())));
  }

  /// Mails with a calendar file, to those who take part and to whoever is spoken with.
  private static void invite(JsonObject interview) {
    long version = expect(200, stage.get("ggd", path(interview))).json().getLong("version");
    JsonObject body = new JsonObject().put("version", version).put("respondent", true);
    expect(200, stage.send("regie", "POST", path(interview) + "/invitation", body));
  }

  private static void answer() {
    String body =
        HttpProbe.wait(
                DATABASE
                    .database()
                    .query(
                        "SELECT body FROM mail WHERE recipient = $1 AND body LIKE '%token=%'",
                        Tuple.of(ADDRESS)))
            .iterator()
            .next()
            .getString(0);
    String token = body.replaceAll("(?s).*#token=([\\w-]{43}).*", "$1");
    JsonObject answer =
        new JsonObject()
            .put("token", token)
            .put("agrees", false)
            .put("corrections", new JsonObject().put("0", CORRECTION));
    expect(200, stage.send("nobody", "PUT", "/v1/summary", answer));
  }

  private static void put(JsonObject interview, String part, JsonObject body) {
    long version = expect(200, stage.get("ggd", path(interview))).json().getLong("version");
    send("PUT", interview, part, body.put("version", version));
  }

  private static void move(JsonObject interview, String state) {
    put(interview, "state", new JsonObject().put("state", state));
  }

  private static void send(String method, JsonObject interview, String part, JsonObject body) {
    expect(200, stage.send("ggd", method, path(interview) + "/" + part, body));
  }

  private static String path(JsonObject interview) {
    return "/v1/interviews/" + interview.getString("id");
  }

  /// Which words stand in a row of any table, as text or as bytes.
  private static Set<String> inRows() {
    List<String> tables = new ArrayList<>();
    HttpProbe.wait(
            DATABASE
                .database()
                .query(
                    "SELECT format('%I.%I', table_schema, table_name)"
                        + " FROM information_schema.tables"
                        + " WHERE table_type = 'BASE TABLE'"
                        + " AND table_schema NOT IN ('pg_catalog', 'information_schema')"))
        .forEach(row -> tables.add(row.getString(0)));
    assertTrue(tables.size() > 40, tables.toString());
    Set<String> found = new TreeSet<>();
    for (String table : tables) {
      HttpProbe.wait(DATABASE.database().query("SELECT t::text FROM " + table + " t"))
          .forEach(row -> found.addAll(among(row.getString(0))));
    }
    return found;
  }

  private static Set<String> among(String text) {
    Set<String> found = new TreeSet<>();
    for (String word : ALL) {
      String hex = HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8));
      if (text.contains(word) || text.contains(hex)) {
        found.add(word);
      }
    }
    return found;
  }

  /// Which words stand in what the API gives out.
  private static Set<String> inAnswers(JsonObject interview) {
    Set<String> found = new TreeSet<>();
    for (String path :
        List.of(
            path(interview),
            path(interview) + "/afterwards",
            PlanStage.path(plan) + "/interviews",
            PlanStage.path(plan) + "/core-team",
            PlanStage.path(plan),
            "/v1/notices")) {
      for (String who : List.of("regie", "ggd")) {
        found.addAll(among(stage.get(who, path).body()));
      }
    }
    return found;
  }

  /// Which words stand in a file of the database, but for its write-ahead log.
  private static Set<String> inFiles() {
    Path folder = DATABASE.settled();
    Set<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(Files::isRegularFile)
          .filter(file -> !file.startsWith(folder.resolve("pg_wal")))
          .forEach(file -> found.addAll(among(read(file))));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return found;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException _) {
      return "";
    }
  }
}
