package nl.beleidstafel.interview;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.InterviewId;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.db.Tx;
import nl.beleidstafel.talks.Added;
import nl.beleidstafel.talks.Note;
import nl.beleidstafel.talks.TopicsJson;

/// The store in PostgreSQL: tables of `V076__note.sql`.
record PgNoteStore(Database database) implements NoteStore {
  private static final String BEHIND =
      """
      SELECT i.id, i.plan, i.document, d.seq
      FROM interview i JOIN document d ON d.id = i.document
        LEFT JOIN note_read r ON r.interview = i.id
      WHERE d.seq > coalesce(r.seq, 0)
      """;
  // Whoever erases the interview locks its row first: what was read before comes too late then.
  private static final String THERE =
      "SELECT 1 FROM interview WHERE id = $1 AND document = $2 FOR SHARE";
  private static final String READ =
      """
      INSERT INTO note_read (interview, seq) VALUES ($1, $2)
      ON CONFLICT (interview) DO UPDATE SET seq = excluded.seq WHERE note_read.seq < excluded.seq
      RETURNING interview
      """;
  private static final String NOTES =
      """
      SELECT n.interview, n.id, n.question, n.position, n.kind, n.confidentiality, n.marks, n.text
      FROM note n
      """;
  private static final String OF =
      NOTES + " WHERE n.interview = ANY ($1) ORDER BY n.position, n.id";
  private static final String EXISTING =
      NOTES
          + """
            JOIN interview i ON i.id = n.interview
          WHERE i.plan = $1 AND n.id = ANY ($2) ORDER BY n.interview, n.position, n.id
          """;
  private static final String GONE =
      """
      WITH gone AS (
        DELETE FROM note WHERE interview = $1 AND id <> ALL ($2) RETURNING interview, id),
      known AS (
        INSERT INTO note_gone (interview, id) SELECT interview, id FROM gone ON CONFLICT DO NOTHING)
      SELECT id FROM gone
      """;
  private static final String PUT =
      """
      INSERT INTO note (interview, id, question, position, kind, confidentiality, marks, text)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
      ON CONFLICT (interview, id) DO UPDATE SET question = excluded.question,
        position = excluded.position, kind = excluded.kind,
        confidentiality = excluded.confidentiality, marks = excluded.marks, text = excluded.text
      """;
  private static final String ADDED =
      """
      SELECT interview, id, text, question_group, after FROM note_question
      WHERE interview = ANY ($1) ORDER BY interview, id
      """;
  private static final String ADDED_GONE = "DELETE FROM note_question WHERE interview = $1";
  private static final String ADD =
      """
      INSERT INTO note_question (interview, id, text, question_group, after)
      VALUES ($1, $2, $3, $4, $5)
      """;
  private static final String OPEN_TO =
      """
      SELECT m.member FROM interview_member m WHERE m.interview = $1
      UNION SELECT c.member FROM core_team c JOIN interview i ON i.plan = c.plan WHERE i.id = $1
      """;
  private static final String LISTS =
      "SELECT id, topics FROM interview WHERE id = ANY ($1) ORDER BY at NULLS LAST, id";

  @Override
  public Future<Optional<Behind>> behind(DocumentId document) {
    return behind(" AND i.document = $1", document.value()).map(all -> all.stream().findFirst());
  }

  @Override
  public Future<List<Behind>> behind(PlanId plan) {
    return behind(" AND i.plan = $1 ORDER BY i.id", plan.value());
  }

  private Future<List<Behind>> behind(String which, UUID id) {
    return database
        .query(BEHIND + which, Tuple.of(id))
        .map(rows ->
            list(
                rows,
                row ->
                    new Behind(
                        new InterviewId(row.getUUID("id")),
                        new PlanId(row.getUUID("plan")),
                        new DocumentId(row.getUUID("document")),
                        row.getLong("seq"))));
  }

  @Override
  public Future<Outcome> write(Tx tx, Behind behind, Read read) {
    UUID interview = behind.interview().value();
    return tx.query(THERE, Tuple.of(interview, behind.document().value()))
        .compose(there ->
            there.size() == 0
                ? Future.succeededFuture(there)
                : tx.query(READ, Tuple.of(interview, behind.seq())))
        .compose(rows ->
            rows.size() == 0
                ? Future.succeededFuture(new Outcome(false, Set.of()))
                : replace(tx, behind.interview(), read));
  }

  private static Future<Outcome> replace(Tx tx, InterviewId interview, Read read) {
    return seen(tx, interview)
        .compose(before -> {
          if (sameAs(before, read)) {
            return Future.succeededFuture(new Outcome(false, Set.of()));
          }
          return put(tx, interview, read).map(gone -> new Outcome(true, gone));
        });
  }

  private static Future<Read> seen(Tx tx, InterviewId interview) {
    Tuple one = Tuple.tuple().addArrayOfUUID(new UUID[] {interview.value()});
    return tx.query(OF, one)
        .compose(notes ->
            tx.query(ADDED, one)
                .map(added ->
                    new Read(list(notes, PgNoteStore::note), list(added, PgNoteStore::question))));
  }

  private static boolean sameAs(Read before, Read now) {
    return before.added().equals(now.added())
        && before.notes().size() == now.notes().size()
        && new HashSet<>(before.notes()).containsAll(now.notes());
  }

  private static Future<Set<UUID>> put(Tx tx, InterviewId interview, Read read) {
    UUID id = interview.value();
    List<Tuple> added = read.added().stream().map(PgNoteStore::tuple).toList();
    UUID[] ids = read.notes().stream().map(Note::id).toArray(UUID[]::new);
    return tx.query(GONE, Tuple.tuple().addUUID(id).addArrayOfUUID(ids))
        .compose(gone ->
            batch(tx, PUT, read.notes().stream().map(PgNoteStore::tuple).toList())
                .compose(_ -> tx.query(ADDED_GONE, Tuple.of(id)))
                .compose(_ -> batch(tx, ADD, added))
                .map(_ -> Set.copyOf(list(gone, row -> row.getUUID("id")))));
  }

  private static Future<Void> batch(Tx tx, String sql, List<Tuple> rows) {
    return rows.isEmpty() ? Future.succeededFuture() : tx.batch(sql, rows).mapEmpty();
  }

  private static Tuple tuple(Note note) {
    return Tuple.tuple()
        .addUUID(note.interview().value())
        .addUUID(note.id())
        .addString(note.question())
        .addInteger(note.position())
        .addString(word(note.kind()))
        .addString(word(note.confidentiality()))
        .addArrayOfString(note.marks().stream().map(PgNoteStore::word).toArray(String[]::new))
        .addString(note.text());
  }

  private static Tuple tuple(Added added) {
    return Tuple.tuple()
        .addUUID(added.interview().value())
        .addString(added.id())
        .addString(added.text())
        .addString(added.group())
        .addString(added.after());
  }

  @Override
  public Future<Set<MemberId>> openTo(InterviewId interview) {
    return database
        .query(OPEN_TO, Tuple.of(interview.value()))
        .map(rows -> Set.copyOf(list(rows, row -> new MemberId(row.getUUID("member")))));
  }

  @Override
  public Future<List<Note>> notes(Set<InterviewId> interviews) {
    return database.query(OF, all(interviews)).map(rows -> list(rows, PgNoteStore::note));
  }

  @Override
  public Future<List<Note>> notes(PlanId plan, Set<UUID> ids) {
    Tuple values = Tuple.tuple().addUUID(plan.value()).addArrayOfUUID(ids.toArray(UUID[]::new));
    return database.query(EXISTING, values).map(rows -> list(rows, PgNoteStore::note));
  }

  @Override
  public Future<List<Added>> added(Set<InterviewId> interviews) {
    return database.query(ADDED, all(interviews)).map(rows -> list(rows, PgNoteStore::question));
  }

  @Override
  public Future<List<Kept>> lists(Set<InterviewId> interviews) {
    return database
        .query(LISTS, all(interviews))
        .map(rows ->
            list(
                rows,
                row ->
                    new Kept(
                        new InterviewId(row.getUUID("id")),
                        TopicsJson.read(row.get(JsonObject.class, "topics")))));
  }

  private static Tuple all(Set<InterviewId> interviews) {
    UUID[] ids = interviews.stream().map(InterviewId::value).toArray(UUID[]::new);
    return Tuple.tuple().addArrayOfUUID(ids);
  }

  private static Note note(Row row) {
    return new Note(
        new InterviewId(row.getUUID("interview")),
        row.getUUID("id"),
        row.getString("question"),
        row.getInteger("position"),
        Note.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        Note.Confidentiality.valueOf(row.getString("confidentiality").toUpperCase(Locale.ROOT)),
        Arrays.stream(row.getArrayOfStrings("marks"))
            .map(mark -> Note.Mark.valueOf(mark.toUpperCase(Locale.ROOT)))
            .collect(Collectors.toList()),
        row.getString("text"));
  }

  private static Added question(Row row) {
    return new Added(
        new InterviewId(row.getUUID("interview")),
        row.getString("id"),
        row.getString("text"),
        row.getString("question_group"),
        row.getString("after"));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> read) {
    List<T> list = new ArrayList<>(rows.size());
    rows.forEach(row -> list.add(read.apply(row)));
    return list;
  }
}
